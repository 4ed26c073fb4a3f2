// SPDX-License-Identifier: Apache-2.0

import Facts
import PlanPackage

/// Every workstream side by side: what documents say was done and comes next.
struct WorkstreamPaperSection: PaperSection {
  func chapter(_ source: PaperSource) -> PaperChapter? {
    guard !source.plan.workstreams.isEmpty else { return nil }
    var chapter = PaperChapter(id: "workstreams", heading: "The workstreams")
    chapter.blocks = [
      .table(
        PaperTable(
          id: "workstreams",
          caption: "Workstreams, and how many things documents say of each",
          columns: [
            "Workstream", "Theme", .number("Objectives"), .number("Done"), .number("To do next"),
          ],
          rows: source.plan.workstreams.map { row($0, source) }))
    ]
    return chapter
  }

  private func row(_ workstream: WorkstreamRow, _ source: PaperSource) -> PaperRow {
    let theme = source.plan.themes.first { $0.id == workstream.theme }?.name ?? ""
    return PaperRow(
      workstream.id,
      [
        PaperText(name: workstream.name), PaperText(name: theme),
        count(.objective, "objectives", workstream, source),
        count(.done, "things done", workstream, source),
        count(.next, "things to do next", workstream, source),
      ])
  }

  private func count(
    _ kind: WorkstreamItemRow.Kind, _ things: String, _ workstream: WorkstreamRow,
    _ source: PaperSource
  ) -> PaperText {
    let items = WorkstreamItems.known(kind, of: workstream, source)
    let fact = source.planned(
      "workstream.\(workstream.id).\(kind.rawValue)", "\(workstream.name): \(things)",
      .count(items.count, things),
      rule: "counted in documents that were public by the day", place: WorkstreamItems.place,
      quotations: items.prefix(PaperSource.mostListed).compactMap {
        source.quotation($0.source, locator: $0.locator, words: "")
      }.unique)
    return PaperText(PaperFigure(fact, as: fact.value.tableText))
  }
}

/// What documents say of workstreams.
enum WorkstreamItems {
  static let place = "programme/workstream_items.csv"

  /// The items of a kind in documents that were public by the day of the paper, in their order.
  static func known(
    _ kind: WorkstreamItemRow.Kind, of workstream: WorkstreamRow, _ source: PaperSource
  ) -> [WorkstreamItemRow] {
    source.plan.items
      .filter { $0.workstream == workstream.id && $0.kind == kind && source.isPublic($0.source) }
      .sorted { $0.order < $1.order }
  }

  /// An item as words with where they come from.
  static func text(_ item: WorkstreamItemRow, _ source: PaperSource) -> PaperText {
    let fact = source.planned(
      "workstream.\(item.workstream).\(item.kind.rawValue).\(item.order)",
      "What a document says of the workstream: \(item.kind.rawValue)", .words(item.text),
      rule: "in our words, from the document", place: place,
      quotations: [source.quotation(item.source, locator: item.locator, words: "")]
        .compactMap(\.self))
    return "\(said: item.text, fact)"
  }
}

extension [PaperQuotation] {
  /// Each once, in order.
  var unique: [PaperQuotation] {
    var seen: Set<PaperQuotation> = []
    return filter { seen.insert($0).inserted }
  }
}
