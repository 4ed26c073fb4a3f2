// SPDX-License-Identifier: Apache-2.0

import Engagement
import Ledger
import PlanPackage
import Programme

/// Actions that are overdue.
struct ActionPaperSection: PaperSection {
  func chapter(_ source: PaperSource) throws -> PaperChapter? {
    guard let record = source.record else { return nil }
    let view = ActionView(
      plan: source.programme.meetings, state: try record.state(ActionState.self),
      texts: RecordTexts(record.ledger), day: source.day)
    let open = view.open.filter {
      source.workstream == nil || $0.record.workstream == source.workstream?.id
    }
    guard !open.isEmpty else { return nil }
    let overdue = open.filter { $0.daysOverdue > 0 }
    var chapter = PaperChapter(id: "actions", heading: "Actions")
    chapter.blocks = [.table(table(overdue, source))]
    let late = count("overdue", "Actions that are overdue", overdue, source)
    let all = count("open", "Open actions", open, source)
    chapter.headlines = [
      PaperHeadline(
        "Actions", overdue.isEmpty ? .onTrack : .attention,
        "\(PaperFigure(late, as: late.value.tableText)) of \(all.figure) overdue.")
    ]
    return chapter
  }

  private func count(
    _ id: String, _ label: String, _ lines: [ActionView.Line], _ source: PaperSource
  ) -> PaperFact {
    let scope = source.workstream.map { "\($0.id)." } ?? ""
    return source.recorded(
      "actions.\(scope)\(id)", label, .count(lines.count, "open actions"),
      rule: "counted in the register of actions on the day",
      entries: lines.map { $0.record.lastEntry }, place: "the register of actions")
  }

  private func table(_ lines: [ActionView.Line], _ source: PaperSource) -> PaperTable {
    PaperTable(
      id: "actions-overdue", caption: "Actions that are overdue, the longest first",
      columns: ["Action", "Who does it", "Due", .number("Overdue by")],
      rows: lines.map { line in
        let stem = "action.\(line.record.raised.entry)"
        let text = source.recorded(
          stem + ".text", "What is to be done", .words(line.text),
          rule: "in the words of the record", entries: [line.record.raised.entry])
        let due = source.recorded(
          stem + ".due", "Due: \(line.text)", .day(line.record.due.value), rule: "as moved last",
          entries: [line.record.due.entry])
        let days = source.recorded(
          stem + ".overdue", "Days overdue: \(line.text)", .count(line.daysOverdue, "days"),
          rule: "the day of the paper less the day on which it was due", entries: [],
          inputs: [due])
        return PaperRow(
          line.record.id,
          [
            "\(said: line.text, text)", PaperText(name: line.owner), PaperText(due.figure),
            PaperText(days.figure),
          ])
      }, whenEmpty: "No action is overdue.")
  }
}
