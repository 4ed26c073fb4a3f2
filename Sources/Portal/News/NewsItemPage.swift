// SPDX-License-Identifier: Apache-2.0

import Engagement
import Foundation

/// The page of one news item.
struct NewsItemPage {
  private let services: Services
  private let record: NewsRecord

  init(_ services: Services, _ record: NewsRecord) {
    self.services = services
    self.record = record
  }

  var page: BlockPage {
    if let withdrawal = record.withdrawal { return withdrawn(withdrawal) }
    let article = record.article
    return BlockPage(
      title: article.title, pageKind: article.kind.label, answer: article.summary,
      blocks: [
        PageBlock(
          paragraphs: [
            "Published on \(NewsDates.day(record.publishedOn ?? record.draftedOn)). \(about)"
          ],
          prose: services.prose(article.text))
      ] + corrections + [PageBlock(links: links)])
  }

  private var about: String {
    let names = services.names(ofWorkstreams: record.article.workstreams)
    return names.isEmpty ? "" : "About: \(names.joined(separator: ", "))."
  }

  private var links: [PageBlock.Link] {
    let workstreams = services.plan.workstreams.filter { workstream in
      record.article.workstreams.contains(workstream.id)
    }
    return workstreams.compactMap { workstream in
      workstream.path.map { .init("The workstream: \(workstream.name)", $0) }
    } + [.init("All news", "/news")]
  }

  /// What was changed, newest first, with what it said before.
  private var corrections: [PageBlock] {
    guard !record.corrections.isEmpty else { return [] }
    let changes = record.corrections.reversed()
    return [
      PageBlock(
        "Corrections",
        paragraphs: changes.map { "\(NewsDates.day($0.on)): \($0.whatChanged)" },
        folds: changes.map {
          .init(
            foldTitle: "What it said until \(NewsDates.time($0.on))",
            foldProse: services.prose("**\($0.before.title)**\n\n\($0.before.text)"))
        })
    ]
  }

  private func withdrawn(_ withdrawal: NewsRecord.Withdrawal) -> BlockPage {
    BlockPage(
      title: record.article.title, pageKind: "Withdrawn",
      answer: "This news item was withdrawn on \(NewsDates.day(withdrawal.on)).",
      blocks: [
        PageBlock("Why", paragraphs: [withdrawal.reason], links: [.init("All news", "/news")])
      ])
  }
}
