// SPDX-License-Identifier: Apache-2.0

public import Engagement
import Facts
import Foundation
public import PlanPackage
public import ProcessControl

/// Measures that are followed on charts.
public struct MeasurePlan: Sendable {
  /// In the order of the plan.
  public var measures: [MeasureDefinition] = []

  /// Nothing is defined.
  public init() {}

  /// What a plan defines.
  public init(_ plan: Plan) {
    let facts = Dictionary(
      plan.facts.map { ($0.id.description, $0) }, uniquingKeysWith: { first, _ in first })
    let workstreams = Dictionary(
      plan.workstreams.map { ($0.id, $0.name) }, uniquingKeysWith: { first, _ in first })
    measures = plan.measures.map { row in
      var measure = MeasureDefinition(
        id: row.id, label: row.label, unit: row.unit, decimals: row.decimals,
        better: BetterDirection(rawValue: row.better) ?? .neither,
        minimumPoints: row.minimumPoints)
      measure.definition = row.definition
      measure.note = row.note
      measure.source = row.source
      measure.locator = row.locator
      if let name = workstreams[row.workstream] {
        measure.workstream = NamedThing(
          id: row.workstream, name: name, path: "/workstreams/\(row.workstream)")
      }
      measure.target = row.target
      if let fact = facts[row.targetFact] {
        measure.target = (fact.quantity.value as NSDecimalNumber).doubleValue
        measure.targetFact = row.targetFact
      }
      return measure
    }
  }

  /// The measure with an id.
  public func measure(_ id: String) -> MeasureDefinition? { measures.first { $0.id == id } }
}

/// What is measured, and which way is better.
public struct MeasureDefinition: Sendable, Equatable {
  /// The permanent id.
  public var id: String
  /// What is measured, for a reader.
  public var label: String
  /// How it is counted.
  public var definition = ""
  /// The unit of its values.
  public var unit: String
  /// Digits shown after the decimal point.
  public var decimals: Int
  /// Which way is better.
  public var better: BetterDirection
  /// The target of the plan, if it has one.
  public var target: Double?
  /// The fact that states the target, if one does.
  public var targetFact: String?
  /// Fewer months than this give no limits.
  public var minimumPoints: Int
  /// The workstream that it belongs to.
  public var workstream: NamedThing?
  /// The source that publishes it as something that matters.
  public var source = ""
  /// Page, paragraph or heading.
  public var locator = ""
  /// Anything a reader should know.
  public var note = ""

  /// A measure without a target.
  public init(
    id: String, label: String, unit: String, decimals: Int, better: BetterDirection,
    minimumPoints: Int
  ) {
    self.id = id
    self.label = label
    self.unit = unit
    self.decimals = decimals
    self.better = better
    self.minimumPoints = minimumPoints
  }

  /// A value with its unit: "43.5%", "136 posts".
  public func text(_ value: Double) -> String {
    let digits = String(format: "%.\(decimals)f", abs(value))
    let isZero = !digits.contains { ("1"..."9").contains($0) }
    let sign = value < 0 && !isZero ? "\u{2212}" : ""
    return sign + RegisterWords.grouped(digits) + (unit == "%" ? "%" : " \(unit)")
  }
}
