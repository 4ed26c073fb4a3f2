// SPDX-License-Identifier: Apache-2.0

import Engagement
import Foundation
import Ledger

/// One campaign with what was said of it.
struct CampaignPage {
  private let record: CampaignRecord
  private let visit: Visit

  init(_ record: CampaignRecord, _ visit: Visit) {
    self.record = record
    self.visit = visit
  }

  /// Its line in the table of all.
  static func row(_ record: CampaignRecord) -> [String] {
    [
      record.campaign.name, record.campaign.channel, days(record.campaign),
      record.reach.last.map { words($0.what) } ?? "Nobody stated any",
      record.decisions.last?.what ?? "None yet",
    ]
  }

  private static func words(_ reach: ReachStatement) -> String {
    "\(reach.figure) \(reach.counts), said \(reach.saidBy)"
  }

  private static func days(_ campaign: PublicityCampaign) -> String {
    let start = NewsDates.day(written: campaign.starts)
    return campaign.ends.map { "\(start) to \(NewsDates.day(written: $0))" } ?? "From \(start)"
  }

  func page(_ typed: FormFields, _ errors: FormErrors) -> BlockPage {
    BlockPage(
      title: record.campaign.name, pageKind: record.campaign.channel, answer: record.campaign.aim,
      errors: errors,
      blocks: [
        PageBlock(paragraphs: [Self.days(record.campaign)]),
        PageBlock(
          "Reach",
          grid: record.reach.isEmpty
            ? nil
            : Grid(
              "What was stated", ["Counted", "Figure#", "Who said so", "Recorded on"],
              record.reach.map {
                [$0.what.counts, "\($0.what.figure)", $0.what.saidBy, NewsDates.day($0.on)]
              }),
          form: form("reach", CampaignFields.reach(typed, errors), "Add the figure")),
        PageBlock(
          "What we learnt", paragraphs: record.evaluations.map { dated($0.what, $0.on) },
          form: form(
            "evaluate",
            [
              .box(
                "evaluation", "Evaluation", value: typed["evaluation"],
                error: errors["evaluation"])
            ], "Add the evaluation")),
        PageBlock(
          "Decision", paragraphs: record.decisions.map { dated($0.what, $0.on) },
          form: form("decide", CampaignFields.decision(typed, errors), "Record the decision")),
        PageBlock(links: [.init("All campaigns", "/desk/campaigns")]),
      ])
  }

  private func form(_ step: String, _ fields: [Field], _ button: String) -> PostForm {
    .desk(
      "/desk/campaigns/\(record.id)/\(step)", visit, fields, button: button,
      token: RandomID.make())
  }

  private func dated(_ text: String, _ day: Date) -> String { "\(NewsDates.day(day)): \(text)" }
}
