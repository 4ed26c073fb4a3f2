// SPDX-License-Identifier: Apache-2.0

import Facts
import PlanPackage
import Projection

/// Finds what cells name: classes, units, stays and facts; what is not there is reported once.
struct FlowNames {
  let classes: [String: Int]
  let units: [String: Int]
  let graph: FactGraph

  init(_ rows: FlowModelRows, _ graph: FactGraph) {
    classes = Self.index(rows.classes.map(\.id))
    units = Self.index(rows.units.map(\.id))
    self.graph = graph
  }

  static func index(_ names: [String]) -> [String: Int] {
    Dictionary(names.indices.map { (names[$0], $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// The place of a class, or nil after a report.
  func patientClass(
    _ name: String, _ cell: CellPlace, _ violations: inout ViolationList
  ) -> Int? {
    Self.found(name, in: classes, "a class of flow/classes.csv", cell, &violations)
  }

  /// The place of a unit, or nil after a report.
  func unit(_ name: String, _ cell: CellPlace, _ violations: inout ViolationList) -> Int? {
    Self.found(name, in: units, "a unit of flow/units.csv", cell, &violations)
  }

  /// What a name stands for, or nil after a report.
  static func found<Thing>(
    _ name: String, in things: [String: Thing], _ expected: String, _ cell: CellPlace,
    _ violations: inout ViolationList
  ) -> Thing? {
    if let thing = things[name] { return thing }
    violations.add(
      cell.file, cell.row, cell.column, found: name.isEmpty ? "an empty cell" : "“\(name)”",
      expected: "\(expected), of the same model",
      advice: nearest(to: name, in: things.keys.sorted()).map { "Did you mean “\($0)”?" }
        ?? "Correct the name, or add what it names.")
    return nil
  }

  /// The value of a fact, or nil after a report.
  func value(_ fact: String, _ cell: CellPlace, _ violations: inout ViolationList) -> Double? {
    guard let id = FactID(fact) else { return nil }
    guard let found = graph[id] else {
      violations.unknownFact(id, cell)
      return nil
    }
    return found.quantity.value.asDouble
  }

  /// The number that a cell gives or that a fact gives: one of the two, or nil after a report.
  func number(
    _ stated: Double?, or fact: String?, _ file: String, _ row: Int, _ column: String,
    _ violations: inout ViolationList
  ) -> Double? {
    guard (stated == nil) != (fact == nil) else {
      violations.add(
        file, row, column,
        found: stated == nil ? "neither a number nor a fact" : "a number and a fact",
        expected: "one of the two", advice: "Fill in one of the two cells.")
      return nil
    }
    guard let fact else { return stated }
    return value(fact, CellPlace(file: file, row: row, column: "fact"), &violations)
  }
}
