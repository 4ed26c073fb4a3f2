// SPDX-License-Identifier: Apache-2.0

import Demand
package import Facts
import PlanPackage

/// Reads the amount of a growth factor from a fact or an assumption.
struct FactorReading {
  let kind: GrowthFactor.Kind
  let range: ClosedRange<Double>

  func parameter(
    _ id: FactID, _ use: String, _ place: CellPlace, _ registry: inout InputRegistry,
    _ violations: inout ViolationList
  ) -> Parameter? {
    guard let fact = registry.fact(id) else {
      violations.unknownFact(id, place)
      return nil
    }
    guard let scaling = scaling(fact.quantity.unit) else {
      violations.add(
        place.file, place.row, place.column, found: "“\(id)”, in \(fact.quantity.unit)",
        expected: kind == .healthStatus ? "years of age" : "a change in %, or a number of times",
        advice: "Name a fact or an assumption in that unit.")
      return nil
    }
    let possible =
      (range.lowerBound - scaling.offset) / scaling.scale...(range.upperBound - scaling.offset)
      / scaling.scale
    registry.note(id, use: use, within: possible)
    return registry.parameter(id, fact, scaling, possible, place, &violations)
  }

  private func scaling(_ unit: Unit) -> Scaling? {
    if kind == .healthStatus {
      return unit.name.hasSuffix("years") || unit.name.hasPrefix("years")
        ? Scaling(scale: 1, offset: 0) : nil
    }
    if unit.isPercentage { return Scaling(scale: 0.01, offset: 0) }
    return unit.name == "times" ? Scaling(scale: 1, offset: -1) : nil
  }
}

/// From the unit of a plan to that of the engine.
struct Scaling {
  let scale: Double
  let offset: Double
}

/// Reads a share of a mitigator from a fact or an assumption in %.
enum RateReading {
  static func parameter(
    _ id: FactID, _ use: String, _ place: CellPlace, _ registry: inout InputRegistry,
    _ violations: inout ViolationList
  ) -> Parameter? {
    guard let fact = registry.fact(id) else {
      violations.unknownFact(id, place)
      return nil
    }
    guard fact.quantity.unit.isPercentage else {
      violations.add(
        place.file, place.row, place.column, found: "“\(id)”, in \(fact.quantity.unit)",
        expected: "a share in %", advice: "Name a fact or an assumption in %.")
      return nil
    }
    registry.note(id, use: use, within: 0...100)
    return registry.parameter(
      id, fact, Scaling(scale: 0.01, offset: 0), 0...100, place, &violations)
  }
}

extension InputRegistry {
  /// A parameter that follows an assumption, or a number that is a fact; what is outside the possible
  /// is a mistake where the number stands.
  func parameter(
    _ id: FactID, _ fact: Fact, _ scaling: Scaling, _ possible: ClosedRange<Double>,
    _ place: CellPlace, _ violations: inout ViolationList
  ) -> Parameter? {
    let expected = "from \(possible.lowerBound.plain) to \(possible.upperBound.plain)"
    guard let position = position(id) else {
      let value = fact.quantity.value.asDouble
      guard possible.contains(value) else {
        violations.add(
          place.file, place.row, place.column, found: "“\(id)”, \(value.plain)",
          expected: expected, advice: "Correct the fact, or name another.")
        return nil
      }
      return .number(scaling.scale * value + scaling.offset)
    }
    let entry = entries[position]
    let values = [("low", entry.low), ("central", entry.central), ("high", entry.high)]
    for (column, value) in values where !possible.contains(value) {
      if entry.shape == .fixed && column != "central" { continue }
      violations.add(
        "assumptions.csv", entry.row.row, column, found: value.plain,
        expected: "\(expected), as “\(place.file)”, row \(place.row) uses it",
        advice: "Correct the value, or name another assumption there.")
    }
    return .input(position, scale: scaling.scale, offset: scaling.offset)
  }
}

extension ViolationList {
  package mutating func unknownFact(_ id: FactID, _ place: CellPlace) {
    add(
      place.file, place.row, place.column, found: "“\(id)”",
      expected: "the id of a fact or an assumption", advice: "Correct the id, or add the fact.")
  }
}

extension Double {
  /// Without a decimal point where it is whole.
  package var plain: String {
    self == rounded() && magnitude < 1e15 ? "\(Int(self))" : "\(self)"
  }
}
