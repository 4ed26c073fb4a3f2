// SPDX-License-Identifier: Apache-2.0

import Engagement

/// The page of all documents, found by words, year and format.
struct LibraryList {
  private let library: [LibraryDocument]
  private let query: FormFields

  init(_ library: [LibraryDocument], _ query: FormFields) {
    self.library = library.filter { !$0.shown.isEmpty || $0.editions.isEmpty }
    self.query = query
  }

  private var found: [LibraryDocument] {
    library.filter { document in
      (query["search"].isEmpty || document.matches(query["search"]))
        && (query["year"].isEmpty || document.years.contains(query["year"]))
        && (query["format"].isEmpty
          || document.shown.contains { $0.edition.format == query["format"] })
    }
  }

  var page: BlockPage {
    let found = found
    let count = found.count == 1 ? "1 document" : "\(found.count) documents"
    return BlockPage(
      title: "Documents", answer: "What has been published, in every version and format.",
      blocks: [
        PageBlock(form: .ask("/documents", filters, button: "Find")),
        PageBlock(
          found.isEmpty ? "No document fits this choice" : count,
          entries: found.map(entry)),
        PageBlock(
          "Need another format?",
          paragraphs: [
            "Ask us for a document in large print, easy read, another language or on paper."
          ],
          links: [.init("Ask us", "/contact"), .init("Ask what a word means", "/ask")]),
      ])
  }

  private func entry(_ document: LibraryDocument) -> PageBlock.Entry {
    let formats = document.shown.filter { $0.status == .published }.map(\.edition.formatLabel)
    var seen: Set<String> = []
    let unique = formats.filter { seen.insert($0).inserted }
    let version = document.currentVersion.map { "Version \($0)" }
    let parts = [version].compactMap { $0 } + unique
    return .init(
      entryTitle: document.title, entryPath: "/documents/\(document.id)",
      entryMeta: parts.isEmpty ? "Not published yet" : parts.joined(separator: " · "),
      entrySummary: document.summary)
  }

  private var filters: [Field] {
    let years = Set(library.flatMap(\.years)).sorted(by: >)
    let editions = library.flatMap { $0.shown.map(\.edition) }
    var formats: [String: String] = [:]
    for edition in editions { formats[edition.format] = edition.formatLabel }
    return [
      .line("search", "Words in the title or summary", value: query["search"], type: "search"),
      .select("year", "Year", [("", "All years")] + years.map { ($0, $0) }, chosen: query["year"]),
      .select(
        "format", "Format",
        [("", "All formats")] + formats.sorted { $0.value < $1.value }.map { ($0.key, $0.value) },
        chosen: query["format"]),
    ]
  }
}
