// SPDX-License-Identifier: Apache-2.0

import Engagement
import Ledger
import PlanPackage
import Programme

/// How workstreams do: what the record makes of them, what they say themselves, and what they ask.
struct StatusPaperSection: PaperSection {
  func chapter(_ source: PaperSource) throws -> PaperChapter? {
    guard let record = source.record else { return nil }
    let view = StatusView(
      plan: source.programme.meetings, state: try record.state(StatusState.self),
      actions: try record.state(ActionState.self), risks: try record.state(RiskState.self),
      texts: RecordTexts(record.ledger), day: source.day)
    let lines = view.lines.filter {
      source.workstream == nil || $0.workstream.id == source.workstream?.id
    }
    guard lines.contains(where: { $0.last != nil || $0.evidence != StatusEvidence() }) else {
      return nil
    }
    var chapter = PaperChapter(
      id: "status", heading: source.workstream == nil ? "How the workstreams do" : "How it does")
    chapter.headlines = headlines(lines, source)
    chapter.asks = lines.filter { !$0.ask.isEmpty }.map { ask($0, source) }
    chapter.blocks =
      source.workstream == nil
      ? [.table(table(lines, source)), .table(unreported(lines, view))]
      : lines.flatMap { blocks($0, source) }
    chapter.blocks.append(.subheading("How a status is worked out"))
    chapter.blocks.append(.list(StatusRule.text.enumerated().map { rule($0, $1, source) }))
    return chapter
  }

  private func rule(_ place: Int, _ words: String, _ source: PaperSource) -> PaperText {
    let fact = source.planned(
      "status.rule.\(place + 1)", "How a status is worked out", .words(words),
      rule: "a rule of this program, the same for every workstream", place: "Weald")
    return "\(said: words, fact)"
  }

  private func headlines(_ lines: [StatusView.Line], _ source: PaperSource) -> [PaperHeadline] {
    if source.workstream != nil {
      return lines.map {
        PaperHeadline(
          "Status", standing($0.level), "\(level($0, source).figure): \(reasons($0, source))")
      }
    }
    let worst = lines.map(\.level).max() ?? .onTrack
    let counts = StatusLevel.allCases.reversed().map { level -> PaperText in
      let own = lines.filter { $0.level == level }
      let fact = source.recorded(
        "status.\(level.rawValue)", "Workstreams: \(level.label.lowercased())",
        .count(own.count, "workstreams"),
        rule: "the status that counts on the day: that of the workstream while it lasts, else the "
          + "one worked out", entries: own.map { $0.last?.entry },
        inputs: own.map { self.level($0, source) })
      return
        "\(PaperFigure(fact, as: fact.value.tableText)) \(name: level.label.lowercased())"
    }
    return [
      PaperHeadline("Workstreams", standing(worst), "\(PaperText.joined(counts, by: ", ")).")
    ]
  }

  private func standing(_ level: StatusLevel) -> PaperStanding {
    switch level {
    case .onTrack: .onTrack
    case .concern: .attention
    case .offTrack: .late
    }
  }

  private func level(_ line: StatusView.Line, _ source: PaperSource) -> PaperFact {
    source.recorded(
      "status.\(line.workstream.id).level", "Status: \(line.workstream.name)",
      .words(line.level.label),
      rule: line.override == nil
        ? "worked out from actions, risks and work that is late: \(line.reasons.joined(separator: " "))"
        : "set by the workstream against “\(line.computed.label)”, which the rules give",
      entries: [line.last?.entry], place: "the record of actions and risks")
  }

  private func reasons(_ line: StatusView.Line, _ source: PaperSource) -> PaperText {
    let words = line.override == nil ? line.reasons.joined(separator: " ") : line.overrideReason
    var fact = level(line, source)
    fact.id += ".why"
    fact.label = "Why: \(line.workstream.name)"
    fact.value = .words(words)
    return "\(said: words, fact)"
  }

  private func words(
    _ text: String, _ id: String, _ label: String, _ line: StatusView.Line, _ source: PaperSource
  ) -> PaperText {
    let fact = source.recorded(
      "status.\(line.workstream.id).\(id)", "\(line.workstream.name): \(label)", .words(text),
      rule: "in the words of the workstream", entries: [line.last?.entry])
    return "\(said: text, fact)"
  }

  private func ask(_ line: StatusView.Line, _ source: PaperSource) -> PaperText {
    "\(name: line.workstream.name): \(words(line.ask, "ask", "what it asks of the board", line, source))"
  }

  private func table(_ lines: [StatusView.Line], _ source: PaperSource) -> PaperTable {
    PaperTable(
      id: "status", caption: "Status of each workstream",
      columns: ["Workstream", "Status", "Worked out", "Why", "Last report"],
      rows: lines.map { line in
        PaperRow(
          line.workstream.id,
          [
            PaperText(name: line.workstream.name), PaperText(level(line, source).figure),
            PaperText(name: line.computed.label), reasons(line, source), report(line, source),
          ])
      })
  }

  private func report(_ line: StatusView.Line, _ source: PaperSource) -> PaperText {
    guard let last = line.last else { return "None" }
    let fact = source.recorded(
      "status.\(line.workstream.id).report", "Month of the last report: \(line.workstream.name)",
      .words(last.report.period.text), rule: "the last report that was filed by the day",
      entries: [last.entry])
    return PaperText(fact.figure)
  }

  /// What is not reported: the point of a stocktake.
  private func unreported(_ lines: [StatusView.Line], _ view: StatusView) -> PaperTable {
    let due = ReportingMonth(view.day.adding(1)).previous
    return PaperTable(
      id: "unreported",
      caption: "Workstreams without a report for \(name: due.text)", columns: ["Workstream"],
      rows: lines.filter { !$0.hasReported(due) }.map {
        PaperRow($0.workstream.id, [PaperText(name: $0.workstream.name)])
      }, whenEmpty: "Every workstream has reported.")
  }

  private func blocks(_ line: StatusView.Line, _ source: PaperSource) -> [PaperBlock] {
    var blocks: [PaperBlock] = [
      .paragraph("Status: \(level(line, source).figure). \(reasons(line, source))"),
      .paragraph("The last report is for: \(report(line, source))."),
    ]
    let texts = [
      ("achieved", "Achieved", line.achieved), ("next", "Next", line.next),
      ("ask", "Asked of the board", line.ask),
    ]
    for (id, heading, text) in texts where !text.isEmpty {
      blocks.append(.subheading(PaperText(name: heading)))
      blocks.append(.paragraph(words(text, id, heading.lowercased(), line, source)))
    }
    return blocks
  }
}
