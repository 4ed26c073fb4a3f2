// SPDX-License-Identifier: Apache-2.0

import Authority
import Engagement
import Programme

/// The stage gates of every service change: where each stands, what is missing, what stops work by
/// law.
struct GatePaperSection: PaperSection {
  func chapter(_ source: PaperSource) throws -> PaperChapter? {
    let state = try source.record?.state(GateState.self) ?? GateState()
    let consultations = try source.record?.state(ConsultationState.self)
    let view = GateView(
      plan: source.programme.gates, state: state, day: source.day, consultations: consultations)
    guard !view.changes.isEmpty else { return nil }
    var chapter = PaperChapter(
      id: "service-change",
      heading: source.kind == .scrutiny
        ? "What has to be shown, and to whom" : "Gates of service change")
    for change in view.changes {
      chapter.blocks.append(.subheading(PaperText(name: change.change.name)))
      if source.kind == .scrutiny, !change.change.summary.isEmpty {
        chapter.blocks.append(.paragraph(PaperText(name: change.change.summary)))
      }
      chapter.blocks.append(.paragraph(block(change, source)))
      chapter.blocks.append(.table(gates(change, source)))
      chapter.blocks.append(.table(missing(change)))
      if !change.holdsInForce.isEmpty { chapter.blocks.append(.table(holds(change, source))) }
      chapter.headlines.append(headline(change, source))
    }
    return chapter
  }

  private static let place = "governance/gates.csv, gate_criteria.csv and gate_events.csv"

  private func headline(_ change: GateChangeView, _ source: PaperSource) -> PaperHeadline {
    let passed = change.gates.filter(\.standing.status.isPassed)
    let fact = source.recorded(
      "gates.\(change.change.id).passed", "Gates passed: \(change.change.name)",
      .count(passed.count, "gates"),
      rule: "gates whose passing is recorded here or in a document by the day",
      entries: passed.map { $0.passage?.sequence }, place: Self.place)
    let total = source.planned(
      "gates.\(change.change.id).count", "Gates that it has: \(change.change.name)",
      .count(change.gates.count, "gates"), rule: "counted", place: Self.place)
    let next = change.current.first
    let sentence: PaperText =
      "\(PaperFigure(fact, as: fact.value.tableText)) of \(total.figure) passed."
    let work: PaperText =
      next.map { "\(sentence) Now at: \(name: $0.definition.name)." } ?? sentence
    let isBlocked = change.block.force != .none
    return PaperHeadline(
      change.change.name, isBlocked ? .late : next == nil ? .onTrack : .attention,
      isBlocked ? "\(work) Work that cannot be undone is blocked by law." : work)
  }

  private func block(_ change: GateChangeView, _ source: PaperSource) -> PaperText {
    let fact = source.recorded(
      "gates.\(change.change.id).block", "Whether the law stops work: \(change.change.name)",
      .words(change.blockWords),
      rule: "the holds whose beginning is on or before the day, and whose end is not before it",
      entries: change.holdsInForce.map(\.sequence), place: Self.place)
    return "\(said: change.blockWords, fact)"
  }

  private func gates(_ change: GateChangeView, _ source: PaperSource) -> PaperTable {
    PaperTable(
      id: "gates-\(change.change.id)", caption: "Gates of the change: \(name: change.change.name)",
      columns: ["Gate", "Who passes it", "Where it stands", "Passed on"],
      rows: change.gates.map { gate in
        PaperRow(
          gate.definition.id,
          [
            PaperText(name: gate.definition.name), PaperText(name: gate.definition.passedBy),
            PaperText(name: gate.status), passed(gate, change, source),
          ])
      })
  }

  private func passed(
    _ gate: GateStatusView, _ change: GateChangeView, _ source: PaperSource
  ) -> PaperText {
    guard let day = gate.passedOn else { return "Not yet" }
    let citation = gate.publishedPassing?.citation
    let quotations = citation.flatMap {
      source.quotation($0.source, locator: $0.locator, words: gate.publishedPassing?.text ?? "")
    }
    var fact = source.recorded(
      "gates.\(change.change.id).\(gate.definition.id).passed",
      "Day on which it was passed: \(gate.definition.name)", .day(day),
      rule: gate.passage == nil
        ? "the last day on which a document lets it have been passed" : "as recorded here",
      entries: [gate.passage?.sequence], place: Self.place)
    fact.evidence.quotations = [quotations].compactMap(\.self)
    return PaperText(fact.figure)
  }

  private func missing(_ change: GateChangeView) -> PaperTable {
    PaperTable(
      id: "missing-\(change.change.id)",
      caption: "What is missing at the gates that are open: \(name: change.change.name)",
      columns: ["What has to be shown", "At the gate", "Who owes it", "State"],
      rows: change.current.flatMap { gate in
        gate.missing.map { line in
          PaperRow(
            "\(line.gate).\(line.criterion)",
            [
              PaperText(name: line.text), PaperText(name: gate.definition.name),
              PaperText(name: line.owner), PaperText(name: line.state),
            ])
        }
      }, whenEmpty: "Nothing is missing.")
  }

  private func holds(_ change: GateChangeView, _ source: PaperSource) -> PaperTable {
    PaperTable(
      id: "holds-\(change.change.id)",
      caption: "What stops work by law: \(name: change.change.name)",
      columns: ["What", "Since"],
      rows: change.holdsInForce.map { hold in
        var fact = source.recorded(
          "gates.\(change.change.id).hold.\(hold.id)", "When it began: \(hold.name)",
          .words(hold.begins.words), rule: "as recorded, or as documents let it be",
          entries: [hold.sequence], place: Self.place)
        fact.evidence.quotations = hold.citations.compactMap {
          source.quotation($0.source, locator: $0.locator, words: "")
        }
        return PaperRow(hold.id, [PaperText(name: hold.name), PaperText(fact.figure)])
      })
  }
}
