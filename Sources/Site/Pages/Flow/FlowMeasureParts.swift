// SPDX-License-Identifier: Apache-2.0

import Facts
import OutputAnalysis
import PatientFlow
import PlanPackage
import Simulation

extension FlowPages {
  /// The figures of every unit, the main ones at once and all when asked for.
  var measures: FlowPageModel.Part {
    let rows = units.indices.map { unit in
      let found = [
        findings.estimate(unit) { $0.meanOccupied },
        findings.estimate(unit) { $0.meanBlocked + $0.meanTransition }, findings.waiting(unit),
        findings.estimate(unit) { $0.meanWait },
      ]
      return TableModel.Row(
        HTML.escape(units[unit].name),
        [.text(FlowWords.capacity(units[unit]))] + found.map { .number(FlowPhrase.cell($0)) }
          + [.number(occupancy(unit))])
    }
    var part = FlowPageModel.Part(
      "In figures", text: ["In brackets: the 95% interval of the mean over replications."])
    part.tables = [
      TableModel(
        caption: "Each unit on average: \(flow.title)",
        columns: [
          ("Unit", false), ("How much", false), ("People there", true), ("Held up", true),
          ("Waiting to come in", true), ("Days waited", true), ("Beds in use, %", true),
        ], rows: rows)
    ]
    part.folded = .init(
      summary: "Show every measure with its definition", tables: [everyMeasure, definitions])
    return part
  }

  private func occupancy(_ unit: Int) -> String {
    guard case .beds = units[unit].kind else { return "no beds" }
    return FlowPhrase.cell(findings.estimate(unit) { $0.occupancy }, factor: 100)
  }

  private var everyMeasure: TableModel {
    TableModel(
      caption: "Every measure of every unit: \(flow.title)",
      columns: [("Unit", false), ("Measure", false), ("Mean and interval", true), ("In", false)],
      rows: study.measures.map { found in
        let quantity = found.measure.quantity
        return TableModel.Row(
          HTML.escape(name(found.measure.unit)),
          [
            .text(quantity.title),
            .number(FlowPhrase.cell(found.estimate, factor: quantity.factor)),
            .text(quantity.unit),
          ])
      })
  }

  private var definitions: TableModel {
    let used = FlowMeasure.Quantity.allCases.filter { quantity in
      study.measures.contains { $0.measure.quantity == quantity }
    }
    return TableModel(
      caption: "What each measure means",
      columns: [("Measure", false), ("Short name", false), ("Definition", false)],
      rows: used.map {
        TableModel.Row(HTML.escape($0.title), [.text($0.rawValue), .text($0.definition)])
      })
  }

  /// Exact answers beside simulated ones; nil where there is none.
  var exact: FlowPageModel.Part? {
    guard !study.comparisons.isEmpty else { return nil }
    let rows = study.comparisons.map { found in
      let factor = found.measure.quantity.factor
      return TableModel.Row(
        HTML.escape("\(name(found.measure.unit)): \(found.measure.quantity.title)"),
        [
          .number(FlowPhrase.number(found.exact * factor)),
          .number(FlowPhrase.cell(found.simulated, factor: factor)),
          .html(
            found.agrees
              ? "<span class=\"better\">✓ agree</span>" : "<span class=\"worse\">✗ disagree</span>"),
          .text(found.method),
        ])
    }
    var part = FlowPageModel.Part(
      "Exact and simulated, side by side",
      text: [
        "Some of these figures have an exact answer that needs no simulation. Where the two "
          + "disagree, something is wrong, and the page says so at the top."
      ])
    part.tables = [
      TableModel(
        caption: "Exact and simulated: \(flow.title)",
        columns: [
          ("Measure", false), ("Exact", true), ("Simulated", true), ("Do they agree?", false),
          ("Where the exact answer comes from", false),
        ], rows: rows)
    ]
    return part
  }

  /// Every parameter with where it comes from.
  var parameters: FlowPageModel.Part? {
    guard !flow.parameters.isEmpty else { return nil }
    let known = Set(view.graph.sources.map(\.id))
    let rows = flow.parameters.map { row in
      let source = HTML.escape(row.source)
      let link =
        known.contains(row.source) ? "<a href=\"/sources/\(source)\">\(source)</a>" : source
      return TableModel.Row(
        HTML.escape(row.name),
        [
          .text(row.value), .text(row.basis), .html(row.source.isEmpty ? "none" : link),
          .text(row.note), .html("<code>\(HTML.escape(row.place))</code>"),
        ])
    }
    let counts = Dictionary(grouping: flow.parameters, by: \.basis).mapValues(\.count)
    let words = counts.sorted { $0.key < $1.key }.map { "\($0.value) \($0.key)" }
    var part = FlowPageModel.Part(
      "What goes in",
      text: [
        "\(flow.parameters.count) parameters: \(PlainNumber.list(words)). An assumption is a value "
          + "that somebody chose because no published one could be read."
      ])
    part.folded = .init(
      summary: "Show every parameter and where it comes from",
      tables: [
        TableModel(
          caption: "Parameters: \(flow.title)",
          columns: [
            ("What", false), ("Value", false), ("Basis", false), ("Source", false),
            ("Note", false), ("Where it stands", false),
          ], rows: rows)
      ])
    return part
  }
}
