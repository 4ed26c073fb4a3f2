// SPDX-License-Identifier: Apache-2.0

import Engagement
import Forms
import Foundation
import Ledger

/// The public log of moderation: rules, counts, and each decision without the words.
struct LogPage {
  let title: String
  let home: String
  let rules: [String]
  let reasons: [ReasonView]
  let counts: Grid
  let byReason: Grid
  let campaigns: String
  let hasExclusions: Bool
  let exclusions: [Grid]
  let hasDecisions: Bool
  let decisions: [Grid]
  let hasPrevious: Bool
  let previous: String
  let hasNext: Bool
  let next: String
  let position: String

  struct ReasonView {
    let term: String
    let meaning: String
  }
}

extension ConsultationPages {
  private static let logSize = 100

  func log(_ id: String, _ asked: FormFields) throws -> PortalAnswer {
    let definition = try definition(id)
    let state = try services.ledger.state(ModerationState.self)
    let all = Array(state.decisions(of: id).reversed())
    let pages = max(1, (all.count + Self.logSize - 1) / Self.logSize)
    let number = min(max(Int(asked["page"]) ?? 1, 1), pages)
    let slice = Array(all.dropFirst((number - 1) * Self.logSize).prefix(Self.logSize))
    let campaigns = state.campaigns(of: id)
    let members = campaigns.reduce(0) { $0 + $1.members.count }
    let exclusions = try exclusionTable(id)
    let home = "/consultations/\(id)"
    let model = LogPage(
      title: definition.title, home: home, rules: ModerationRules.text,
      reasons: RemovalReason.allCases.map {
        .init(term: $0.label, meaning: ModerationRules.meaning($0))
      }, counts: outcomeTable(state, id), byReason: reasonTable(state, id),
      campaigns: campaigns.isEmpty
        ? "No campaign has been found."
        : ConsultationNumbers.counted(campaigns.count, "campaign", "campaigns")
          + " with \(ConsultationNumbers.whole(members)) responses. All of them count.",
      hasExclusions: !exclusions.isEmpty, exclusions: exclusions, hasDecisions: !all.isEmpty,
      decisions: slice.isEmpty ? [] : [try decisionTable(slice, definition)],
      hasPrevious: number > 1, previous: "\(home)/log?page=\(number - 1)",
      hasNext: number < pages, next: "\(home)/log?page=\(number + 1)",
      position: "Page \(number) of \(pages)")
    return .page(
      PortalPage("Moderation log: \(definition.title)", template: "consultations-log", model))
  }

  /// The decisions that were made last on each answer.
  private func standing(_ state: ModerationState, _ id: String) -> [ModerationDecision] {
    var last: [String: ModerationDecision] = [:]
    for noted in state.decisions(of: id) {
      last[noted.what.response + "/" + noted.what.question] = noted.what
    }
    return Array(last.values)
  }

  private func outcomeTable(_ state: ModerationState, _ id: String) -> Grid {
    let standing = standing(state, id)
    return Grid(
      "Answers by what was decided last", ["Decision", "Answers#"],
      ModerationDecision.Outcome.allCases.map { outcome in
        [
          outcome.label,
          ConsultationNumbers.whole(standing.filter { $0.outcome == outcome }.count),
        ]
      })
  }

  private func reasonTable(_ state: ModerationState, _ id: String) -> Grid {
    let standing = standing(state, id)
    let count = { (reason: RemovalReason, outcome: ModerationDecision.Outcome) in
      ConsultationNumbers.whole(
        standing.filter { $0.reason == reason && $0.outcome == outcome }.count)
    }
    return Grid(
      "Removed words by reason", ["Reason", "Parts removed#", "Not published#"],
      RemovalReason.allCases.map { [$0.label, count($0, .redacted), count($0, .withheld)] })
  }

  private func exclusionTable(_ id: String) throws -> [Grid] {
    let flags = try services.ledger.state(FlagState.self)
    let records = try services.ledger.state(ResponseState.self).responses(to: id)
    let rows = records.flatMap { record in
      (flags.exclusions[record.response.id] ?? []).map { step in
        [
          record.response.publicID, ConsultationTimes.day(step.on),
          step.what.isOut ? "Left out" : "Taken in again", step.what.reason, name(of: step.by),
        ]
      }
    }
    guard !rows.isEmpty else { return [] }
    return [
      Grid(
        "Responses left out of the tables “excluding flagged”",
        ["Response", "Date", "What was done", "Reason", "By"], rows)
    ]
  }

  private func decisionTable(
    _ decisions: [Noted<ModerationDecision>], _ definition: ConsultationDefinition
  ) throws -> Grid {
    let form = try form(of: definition)
    return Grid(
      "Decisions, newest first", ["Response", "Question", "Decision", "Reason", "Date"],
      decisions.map { noted in
        [
          noted.what.publicID, question(noted.what.question, in: form)?.text ?? noted.what.question,
          noted.what.outcome.label, noted.what.reason?.label ?? "–",
          ConsultationTimes.day(noted.on),
        ]
      })
  }
}
