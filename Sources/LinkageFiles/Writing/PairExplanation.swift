// SPDX-License-Identifier: Apache-2.0

import Foundation
import Linkage
import Pictures

/// Why two records have their weight, comparison by comparison.
public struct PairExplanation: Sendable, Codable {
  /// One comparison.
  public struct Step: Sendable, Codable {
    /// What is compared.
    public var name: String
    /// What the one record has.
    public var left: String?
    /// What the other has.
    public var right: String?
    /// How alike they are.
    public var level: String
    /// What that adds, in bits.
    public var weight: Double
    /// What is added or taken off because the value is rare or common, in bits.
    public var rarity: Double
  }

  /// The identifiers of both.
  public let identifiers: [String]
  /// The weight that two records drawn at random begin with.
  public let prior: Double
  /// The comparisons.
  public let steps: [Step]
  /// What the chance that both are two people of one household takes off; 0 or less.
  public let household: Double
  /// The weight of the pair, in bits.
  public let weight: Double
  /// The chance that both are of one person, on the strength of this pair alone.
  public let chance: Double
  /// Whether both are in one cluster.
  public let areTogether: Bool

  /// Explains two rows.
  public init(_ records: LinkageRecords, _ outcome: LinkageJob.Outcome, _ left: Int, _ right: Int) {
    let engine = outcome.engine
    let weigher = PairWeigher(engine, outcome.related)
    let rows = (min(left, right), max(left, right))
    identifiers = [records.identifier(rows.0), records.identifier(rows.1)]
    prior = engine.priorWeight
    steps = engine.explanation(rows.0, rows.1).map { reached in
      let column =
        records.table.column(reached.comparison)
        ?? records.table.column(reached.comparison + "-token")
      return Step(
        name: reached.comparison, left: column?.value(row: rows.0),
        right: column?.value(row: rows.1), level: reached.level, weight: reached.weight,
        rarity: reached.termFrequency)
    }
    household = -weigher.householdWeight(Int32(rows.0), Int32(rows.1))
    weight = weigher.weight(Int32(rows.0), Int32(rows.1))
    chance = 1 / (1 + exp2(-weight))
    areTogether = outcome.clusters.first[left] == outcome.clusters.first[right]
  }

  /// Lines for a reader.
  public var lines: [String] {
    func bits(_ value: Double) -> String { String(format: "%+.2f", value) }
    var lines = ["any two records\t\t\t\t\(bits(prior))"]
    lines += steps.map {
      "\($0.name)\t\($0.left ?? "missing")\t\($0.right ?? "missing")\t\($0.level)\t"
        + bits($0.weight) + ($0.rarity == 0 ? "" : "\tvalue \(bits($0.rarity))")
    }
    if household < -0.005 { lines.append("one household\t\t\t\t\(bits(household))") }
    lines.append("weight\t\t\t\t\(bits(weight))")
    lines.append(
      "chance of one person\t\t\t\t" + String(format: "%.4f", chance)
        + (areTogether ? "\ttogether" : "\tnot together"))
    return lines
  }

  /// A drawing of the weight as a waterfall, as an SVG file.
  public var drawing: [UInt8] { Array(StandalonePicture(picture).file().utf8) }

  /// The waterfall from the prior to the weight.
  var picture: Waterfall {
    func step(_ name: String, _ value: Double) -> Waterfall.Step {
      Waterfall.Step(name, .change(value), tone: value > 0 ? .good : value < 0 ? .bad : .neutral)
    }
    var all = [Waterfall.Step("Any two records", .start(prior))]
    all += steps.map { step("\($0.name): \($0.level)", $0.weight + $0.rarity) }
    if household < -0.005 { all.append(step("One household", household)) }
    all.append(Waterfall.Step("Weight", .end(stated: nil)))
    let chance = String(format: "%.1f%%", chance * 100)
    return Waterfall(
      caption: Caption(
        id: "match-weight",
        title:
          "\(identifiers[0]) and \(identifiers[1]) are of one person with a chance of \(chance)",
        summary: "Each step adds to or takes from the weight, in bits: one bit doubles the odds."),
      valueHeading: "Match weight, bits", numbers: NumberStyle(decimals: 1), steps: all)
  }
}
