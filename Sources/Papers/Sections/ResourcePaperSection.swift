// SPDX-License-Identifier: Apache-2.0

import Engagement
import Programme

/// What workstreams ask of scarce people: what fits and what waits.
struct ResourcePaperSection: PaperSection {
  func chapter(_ source: PaperSource) throws -> PaperChapter? {
    guard let record = source.record else { return nil }
    let view = ResourceView(
      plan: source.programme.resources, state: try record.state(ResourceState.self),
      day: source.day)
    guard !view.lines.isEmpty else { return nil }
    let waiting = view.lines.filter { $0.start == nil && !$0.hasStarted }
    var chapter = PaperChapter(id: "people", heading: "Scarce people")
    chapter.blocks = [.table(table(view.lines, source))]
    let waits = source.recorded(
      "resources.waiting", "Requests that wait for people", .count(waiting.count, "requests"),
      rule: "requests that have no place in the choice that is worth most, as the day has it",
      entries: waiting.map { $0.sequence })
    let all = source.recorded(
      "resources.open", "Requests that can still be met", .count(view.lines.count, "requests"),
      rule: "counted on the day", entries: view.lines.map { $0.sequence })
    chapter.headlines = [
      PaperHeadline(
        "People", waiting.isEmpty ? .onTrack : .attention,
        "\(PaperFigure(waits, as: waits.value.tableText)) of \(all.figure) wait for people.")
    ]
    return chapter
  }

  private func table(_ lines: [ResourceView.Line], _ source: PaperSource) -> PaperTable {
    PaperTable(
      id: "people", caption: "Requests for scarce people, and what becomes of them",
      columns: ["Request", "Starts", "Why it waits"],
      rows: lines.map { line in
        PaperRow(
          line.demand.id,
          [
            PaperText(name: line.demand.title), start(line, source),
            line.wait.map { PaperText(name: $0) } ?? "It does not wait",
          ])
      })
  }

  private func start(_ line: ResourceView.Line, _ source: PaperSource) -> PaperText {
    guard let start = line.start else { return "Waits" }
    let fact = source.recorded(
      "resource.\(line.demand.id).start",
      "First day of the month of the start: \(line.demand.title)",
      .day(start),
      rule: line.hasStarted ? "as decided" : "the choice that is worth most, worked out exactly",
      entries: [line.sequence])
    return PaperText(fact.figure)
  }
}
