// SPDX-License-Identifier: Apache-2.0

import Authority
import Engagement
import Programme

/// Joint decisions: what is to be decided and whether that would be lawful, and what was decided.
struct DecisionPaperSection: PaperSection {
  func chapter(_ source: PaperSource) throws -> PaperChapter? {
    guard let record = source.record else { return nil }
    let state = try record.state(DecisionState.self)
    let view = DecisionView(plan: source.programme.authority, state: state, day: source.day)
    guard !(state.decisions.isEmpty && view.recommendations.isEmpty) else { return nil }
    var chapter = PaperChapter(id: "decisions", heading: "Who decides what, and when")
    chapter.blocks = [
      .table(pending(view, source)), .table(defects(view.pending + view.invalid)),
      .table(taken(view, source)),
    ]
    chapter.headlines = headlines(view, source)
    if source.kind == .board {
      chapter.asks = view.pending.map { item in
        "Note that “\(name: item.record.proposal.title)” is planned for \(planned(item, source).figure)\(earliestClause(item, source))"
      }
    }
    return chapter
  }

  private func earliestClause(_ item: DecisionView.Item, _ source: PaperSource) -> PaperText {
    guard let earliest = earliest(item, source), !item.defects.isEmpty else { return "." }
    return ", and cannot lawfully be taken before \(earliest.figure)."
  }

  private func headlines(_ view: DecisionView, _ source: PaperSource) -> [PaperHeadline] {
    let flawed = view.pending.filter { !$0.defects.isEmpty }
    let pending = count("pending", "Decisions to be taken", view.pending, source)
    let unlawful = count(
      "flawed", "Decisions to be taken that would not be lawful on their day", flawed, source)
    var lines = [
      PaperHeadline(
        "Decisions", flawed.isEmpty ? .onTrack : .attention,
        "\(pending.figure) to be taken; \(PaperFigure(unlawful, as: unlawful.value.tableText)) would not be lawful on the day planned."
      )
    ]
    if !view.invalid.isEmpty {
      let invalid = count("invalid", "Decisions recorded as invalid", view.invalid, source)
      lines.append(
        PaperHeadline("Invalid decisions", .late, "\(invalid.figure) recorded as invalid."))
    }
    return lines
  }

  private func count(
    _ id: String, _ label: String, _ items: [DecisionView.Item], _ source: PaperSource
  ) -> PaperFact {
    source.recorded(
      "decisions.\(id)", label, .count(items.count, "decisions"),
      rule: "joint decisions by how they stand on the day",
      entries: items.map { $0.sequence }, place: "the record of decisions")
  }

  private func planned(_ item: DecisionView.Item, _ source: PaperSource) -> PaperFact {
    source.recorded(
      "decision.\(item.record.number).day", "Day planned: \(item.record.proposal.title)",
      .day(item.day), rule: "as proposed, or as put off last",
      entries: [item.record.plannedSequence])
  }

  private func earliest(_ item: DecisionView.Item, _ source: PaperSource) -> PaperFact? {
    item.earliest.map {
      source.recorded(
        "decision.\(item.record.number).earliest",
        "Earliest lawful day: \(item.record.proposal.title)", .day($0),
        rule: "the first day on which every body that it binds can have delegated the matter, with "
          + "the lead times of their constitutions"
          + (item.critical.map { "; \($0) settles it" } ?? ""),
        entries: [item.sequence], place: "the constitutions in the plan")
    }
  }

  private func pending(_ view: DecisionView, _ source: PaperSource) -> PaperTable {
    PaperTable(
      id: "decisions-pending", caption: "Decisions to be taken",
      columns: ["Decision", "Who decides", "Planned for", "Earliest lawful day"],
      rows: view.pending.map { item in
        PaperRow(
          item.record.id,
          [
            PaperText(name: item.record.proposal.title), PaperText(name: item.committee),
            PaperText(planned(item, source).figure),
            earliest(item, source).map { PaperText($0.figure) } ?? "None as things are",
          ])
      })
  }

  private func defects(_ items: [DecisionView.Item]) -> PaperTable {
    PaperTable(
      id: "decision-defects", caption: "What makes a decision unlawful, and how it is put right",
      columns: ["Decision", "What is wrong", "The clause", "How it is put right"],
      rows: items.flatMap { item in
        item.defects.enumerated().map { place, defect in
          PaperRow(
            "\(item.record.id).\(place)",
            [
              PaperText(name: item.record.proposal.title), PaperText(name: defect.text),
              PaperText(name: defect.clause), PaperText(name: defect.cure),
            ])
        }
      }, whenEmpty: "Nothing stands in the way.", isTracked: false)
  }

  private func taken(_ view: DecisionView, _ source: PaperSource) -> PaperTable {
    PaperTable(
      id: "decisions-taken", caption: "Decisions taken, or put to the vote",
      columns: ["Decision", "Who decided", "On", "Result"],
      rows: (view.taken + view.invalid + view.notCarried).map { item in
        let day = source.recorded(
          "decision.\(item.record.number).voted", "Day of the vote: \(item.record.proposal.title)",
          .day(item.day), rule: "the sitting at which the vote was closed",
          entries: [item.sequence])
        return PaperRow(
          item.record.id,
          [
            PaperText(name: item.record.proposal.title), PaperText(name: item.committee),
            PaperText(day.figure), PaperText(name: item.status.label),
          ])
      }, whenEmpty: "None has been taken.")
  }
}
