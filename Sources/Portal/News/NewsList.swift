// SPDX-License-Identifier: Apache-2.0

import Engagement
import Foundation

/// The page of all news: newest first, ten to a page, by workstream and month.
struct NewsList {
  static let pageLength = 10
  private let services: Services
  private let all: [NewsRecord]
  private let workstream: String
  private let month: String
  private let number: Int

  init(_ services: Services, _ state: NewsState, _ query: FormFields) {
    self.services = services
    all = state.published
    workstream = query["workstream"]
    month = query["month"]
    number = max(1, min(Int(query["page"]) ?? 1, 10_000))
  }

  private var chosen: [NewsRecord] {
    all.filter { record in
      (workstream.isEmpty || record.article.workstreams.contains(workstream))
        && (month.isEmpty || NewsDates.month(record.publishedOn ?? record.draftedOn) == month)
    }
  }

  var page: BlockPage {
    let chosen = chosen
    let last = max(1, (chosen.count + Self.pageLength - 1) / Self.pageLength)
    let shown = min(number, last)
    let items = chosen.dropFirst((shown - 1) * Self.pageLength).prefix(Self.pageLength)
    return BlockPage(
      title: "News", answer: "What has happened, what is next, and what the boards decided.",
      blocks: [
        PageBlock(form: .ask("/news", filters, button: "Show")),
        PageBlock(
          count(chosen.count, shown, last), entries: items.map { Self.entry($0, services) },
          links: steps(shown, last)),
        PageBlock(
          "Get the news",
          links: [
            .init("Get the monthly newsletter by email", "/newsletter"),
            .init("Follow the news in a feed reader (Atom)", "/news.atom"),
          ]),
      ])
  }

  private var filters: [Field] {
    let months = all.map { NewsDates.month($0.publishedOn ?? $0.draftedOn) }
    let unique = months.enumerated().filter { $0 == 0 || months[$0 - 1] != $1 }.map(\.element)
    return [
      .select(
        "workstream", "About",
        [("", "Everything")] + services.plan.workstreams.map { ($0.id, $0.name) },
        chosen: workstream),
      .select(
        "month", "Month", [("", "All months")] + unique.map { ($0, NewsDates.month(written: $0)) },
        chosen: month),
    ]
  }

  private func count(_ count: Int, _ shown: Int, _ last: Int) -> String {
    let items = count == 1 ? "1 news item" : "\(count) news items"
    if count == 0 { return "No news fits this choice" }
    return last == 1 ? items : "\(items), page \(shown) of \(last)"
  }

  private func steps(_ shown: Int, _ last: Int) -> [PageBlock.Link] {
    var links: [PageBlock.Link] = []
    if shown > 1 { links.append(.init("Newer news", address(shown - 1))) }
    if shown < last { links.append(.init("Older news", address(shown + 1))) }
    return links
  }

  private func address(_ page: Int) -> String {
    let known = services.plan.workstreams.contains { $0.id == workstream } ? workstream : ""
    let plain = month.filter { $0.isASCII && ($0.isNumber || $0 == "-") }
    return "/news?workstream=\(known)&month=\(plain)&page=\(page)"
  }

  static func entry(_ record: NewsRecord, _ services: Services) -> PageBlock.Entry {
    let names = services.names(ofWorkstreams: record.article.workstreams)
    let parts =
      [
        NewsDates.day(record.publishedOn ?? record.draftedOn), record.article.kind.label,
      ] + names
    return .init(
      entryTitle: record.article.title, entryPath: "/news/\(record.id)",
      entryTag: record.corrections.isEmpty ? nil : "Corrected",
      entryMeta: parts.joined(separator: " · "), entrySummary: record.article.summary)
  }
}

extension Services {
  /// The names of workstreams by their ids; one that is not in the plan keeps its id.
  func names(ofWorkstreams ids: [String]) -> [String] {
    ids.map { id in plan.workstreams.first { $0.id == id }?.name ?? id }
  }

  /// The workstreams as choices of a form.
  var workstreamChoices: [(value: String, label: String)] {
    plan.workstreams.map { ($0.id, $0.name) }
  }
}
