// SPDX-License-Identifier: Apache-2.0

import Facts
import OutputAnalysis
import PatientFlow
import PlanPackage
import Simulation

extension FlowPages {
  /// What so many beds would come to, where units have no limit; nil where all have.
  var bedNeeds: FlowPageModel.Part? {
    guard !study.bedNeeds.isEmpty else { return nil }
    let rows = study.bedNeeds.map { need in
      let shares = [need.exactDelay, need.delay.mean].map { share in
        share.map { FlowPhrase.number($0 * 100) } ?? "no exact answer"
      }
      return TableModel.Row(
        HTML.escape(name(need.unit)),
        [.number("\(need.beds)")] + shares.map { .number($0) }
          + [.text(need.agrees.map { $0 ? "✓ agree" : "✗ disagree" } ?? "nothing to compare")])
    }
    var part = FlowPageModel.Part(
      "How many beds would be enough",
      text: [
        "No unit without a limit turns anybody away. The table says with how many beds at most 5%, or "
          + "1%, of those who come would find none."
      ])
    part.tables = [enoughBeds]
    part.folded = .init(
      summary: "Show how often each number of beds would not be enough, exact and simulated",
      tables: [
        TableModel(
          caption: "Beds and how often they would not be enough: \(flow.title)",
          columns: [
            ("Unit", false), ("Beds", true), ("No bed, % of arrivals, exact", true),
            ("No bed, %, simulated", true), ("Do they agree?", false),
          ], rows: rows)
      ])
    return part
  }

  /// The fewest beds with which few of those who come find none.
  private var enoughBeds: TableModel {
    let asked = Set(study.bedNeeds.map(\.unit))
    let concerned = units.indices.filter { asked.contains(units[$0].id) }
    return TableModel(
      caption: "The fewest beds that would be enough: \(flow.title)",
      columns: [
        ("Unit", false), ("People there on average", true), ("Beds for at most 5%", true),
        ("Beds for at most 1%", true),
      ],
      rows: concerned.map { unit in
        TableModel.Row(
          HTML.escape(units[unit].name),
          [.number(FlowPhrase.cell(findings.estimate(unit) { $0.meanOccupied }))]
            + [0.05, 0.01].map { .number(fewestBeds(units[unit].id, delay: $0)) })
      })
  }

  /// The fewest beds of a unit with which no more than a share of arrivals finds none, by the exact
  /// answer where there is one.
  private func fewestBeds(_ unit: String, delay most: Double) -> String {
    let needs = study.bedNeeds.filter { $0.unit == unit }
    let enough = needs.filter { ($0.exactDelay ?? $0.delay.mean) <= most }.map(\.beds).min()
    if let enough { return "\(enough)" }
    return needs.map(\.beds).max().map { "more than \($0)" } ?? "not worked out"
  }
}
