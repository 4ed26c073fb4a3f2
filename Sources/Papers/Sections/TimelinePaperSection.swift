// SPDX-License-Identifier: Apache-2.0

import Engagement
import PlanPackage
import Programme

/// The gates against what was promised, and what workstreams owe each other, from the network.
struct TimelinePaperSection: PaperSection {
  func chapter(_ source: PaperSource) throws -> PaperChapter? {
    let state = try source.record?.state(TimelineState.self) ?? TimelineState()
    let view = TimelineView(plan: source.programme.timeline, state: state, day: source.day)
    guard !view.gates.isEmpty || !view.dependencies.isEmpty else { return nil }
    let own = source.workstream?.id
    let gates = view.gates.filter { own == nil || $0.workstream == own }
    let links = view.dependencies.filter {
      own == nil || $0.giver.workstream == own || $0.getter.workstream == own
    }
    let late = links.filter(\.isLate)
    let lacking = links.filter { $0.status.lacksGiver && !$0.isGiven }
    var chapter = PaperChapter(id: "timeline", heading: "Gates and dependencies")
    chapter.headlines = headlines(source, gates, late, lacking)
    if let worst = gates.first(where: { $0.status == .red }), source.kind == .board {
      chapter.asks = [
        "Agree what is done about the gate \(name: worst.label), which is forecast for \(forecast(worst, source).figure)."
      ]
    }
    chapter.blocks = [.table(gateTable(gates, source))]
    if !links.isEmpty {
      chapter.blocks.append(
        .table(
          table("dependencies-late", "Dependencies that are late", late, source)))
      chapter.blocks.append(
        .table(
          table(
            "dependencies-lacking", "Dependencies that nobody has agreed to give", lacking, source))
      )
    }
    let words = GateRule.words(view.rules)
    let rule = source.planned(
      "timeline.rule", "How gates are judged", .words(words), rule: "as the plan sets it",
      place: "programme/timeline_rules.csv")
    chapter.blocks.append(.paragraph("\(said: words, rule)"))
    return chapter
  }

  private func headlines(
    _ source: PaperSource, _ gates: [GateForecast], _ late: [DependencyForecast],
    _ lacking: [DependencyForecast]
  ) -> [PaperHeadline] {
    let red = gates.filter { $0.status == .red }
    let amber = gates.filter { $0.status == .amber }
    let standing: PaperStanding = !red.isEmpty ? .late : amber.isEmpty ? .onTrack : .attention
    let reds = count("red", "Gates that are red", "gates", red, source)
    let ambers = count("amber", "Gates that are amber", "gates", amber, source)
    var sentence: PaperText = "\(reds.figure) red, \(ambers.figure) amber."
    let slipped = gates.filter { !$0.isDone && ($0.slipDays ?? 0) > 0 }
    if let worst = slipped.max(by: { ($0.slipDays ?? 0) < ($1.slipDays ?? 0) }),
      let slip = slip(worst, source)
    {
      sentence = "\(sentence) Furthest behind: \(name: worst.label), by \(slip.figure)."
    }
    var lines = gates.isEmpty ? [] : [PaperHeadline("Gates", standing, sentence)]
    if !late.isEmpty || !lacking.isEmpty {
      let lates = links("late", "Dependencies that are late", late, source)
      let lacks = links(
        "lacking", "Dependencies that nobody has agreed to give", lacking, source)
      lines.append(
        PaperHeadline(
          "Dependencies", late.isEmpty ? .attention : .late,
          "\(lates.figure) late; \(lacks.figure) that nobody has agreed to give."))
    }
    return lines
  }

  private func count(
    _ id: String, _ label: String, _ things: String, _ gates: [GateForecast], _ source: PaperSource
  ) -> PaperFact {
    source.recorded(
      scope(source) + "timeline.gates.\(id)", label, .count(gates.count, things),
      rule: "gates of the network with this standing on the day",
      entries: gates.flatMap(\.sequences), place: Self.place,
      inputs: gates.map { forecast($0, source) })
  }

  private func links(
    _ id: String, _ label: String, _ links: [DependencyForecast], _ source: PaperSource
  ) -> PaperFact {
    source.recorded(
      scope(source) + "timeline.dependencies.\(id)", label, .count(links.count, "dependencies"),
      rule: "give and get dependencies between workstreams, counted on the day",
      entries: links.map(\.sequence), place: Self.place)
  }

  private static let place = "programme/activities.csv and programme/activity_links.csv"

  /// A paper about one workstream counts its own.
  private func scope(_ source: PaperSource) -> String {
    source.workstream.map { "workstream.\($0.id)." } ?? ""
  }

  private func forecast(_ gate: GateForecast, _ source: PaperSource) -> PaperFact {
    source.recorded(
      "timeline.gate.\(gate.id).forecast",
      (gate.isDone ? "Day on which it was passed: " : "Forecast: ") + gate.label,
      .day(gate.forecast),
      rule: gate.isDone
        ? "the day that was recorded"
        : "the longest path through the network with likely lengths, from what is recorded as "
          + "started and done; with everything at its shortest \(gate.earliest.text), at its "
          + "longest \(gate.latest.text)",
      entries: gate.sequences.map { $0 }, place: Self.place)
  }

  private func promised(_ gate: GateForecast, _ source: PaperSource) -> PaperFact? {
    gate.promised.map {
      source.recorded(
        "timeline.gate.\(gate.id).promised", "Promised: \(gate.label)", .day($0),
        rule: gate.baselineName.map { "as the baseline “\($0)” has it" }
          ?? "as first agreed or published",
        entries: gate.baselineName == nil ? [] : gate.sequences.map { $0 }, place: Self.place)
    }
  }

  private func slip(_ gate: GateForecast, _ source: PaperSource) -> PaperFact? {
    guard let days = gate.slipDays, let promised = promised(gate, source) else { return nil }
    return source.recorded(
      "timeline.gate.\(gate.id).slip", "Days later than promised: \(gate.label)",
      .count(days, "days"), rule: "the forecast less the day promised", entries: [],
      inputs: [forecast(gate, source), promised])
  }

  private func gateTable(_ gates: [GateForecast], _ source: PaperSource) -> PaperTable {
    PaperTable(
      id: "gates", caption: "Gates against what was promised",
      columns: ["Gate", "How it stands", "Forecast", "Promised", .number("Slip")],
      rows: gates.map { gate in
        PaperRow(
          gate.id,
          [
            PaperText(name: gate.label), PaperText(name: gate.status.label),
            PaperText(forecast(gate, source).figure),
            promised(gate, source).map { PaperText($0.figure) } ?? "Nothing",
            slip(gate, source).map { PaperText($0.figure) } ?? "No date to compare with",
          ])
      }, whenEmpty: "The network has no gate here.")
  }

  private func table(
    _ id: String, _ caption: PaperText, _ links: [DependencyForecast], _ source: PaperSource
  ) -> PaperTable {
    PaperTable(
      id: id, caption: caption,
      columns: ["What is given", "By, to", "Needed by", "Forecast", "How far it is agreed"],
      rows: links.map { link in
        let stem = "timeline.dependency.\(link.giver.id).\(link.getter.id)"
        let forecast = source.recorded(
          stem + ".forecast", "Forecast of what is given: \(link.giver.label)",
          .day(link.forecast), rule: "the end of the giving activity in the network",
          entries: [link.sequence], place: Self.place)
        let needed = link.byWhen.map {
          source.recorded(
            stem + ".needed", "Day by which it is needed: \(link.giver.label)", .day($0),
            rule: "as agreed, else as asked or offered, else as the plan has it",
            entries: [link.sequence], place: Self.place)
        }
        return PaperRow(
          link.id,
          [
            PaperText(name: link.giver.label),
            "\(name: source.workstreamName(link.giver.workstream)) to \(name: source.workstreamName(link.getter.workstream))",
            needed.map { PaperText($0.figure) } ?? "Not said", PaperText(forecast.figure),
            PaperText(name: link.status.label),
          ])
      })
  }
}
