// SPDX-License-Identifier: Apache-2.0

import Productivity
import TestKit
import Testing

/// Real returns of NHS trusts in England (ERIC), where there is shared data.
@Suite(.enabled(if: SharedData.isThere, "\(SharedData.absence)"))
struct `The estates of acute trusts` {
  private static func trusts(
    _ file: String, soft: String
  ) throws -> (costs: [BenchmarkUnit], rows: [[String: String]]) {
    let rows = try SharedData.table("estates/" + file).filter { row in
      let kind = row["Organisation Type"] ?? ""
      return kind.hasPrefix("ACUTE") && !kind.contains("SPECIALIST")
    }
    let units = rows.map { row in
      let costs = [
        "Hard FM (Estates) costs (£)", soft, "Estates and facilities finance costs (£)",
      ].map { number(row, $0) }
      let area = number(row, "Occupied floor area (m²)")
      return BenchmarkUnit(
        code(row), value: area > 0 ? costs.reduce(0, +) / area : .nan, volume: area)
    }
    return (units, rows)
  }

  private static func code(_ row: [String: String]) -> String {
    row.first { $0.key.hasSuffix("Organisation Code") }?.value ?? ""
  }

  private static func number(_ row: [String: String], _ column: String) -> Double {
    Double((row[column] ?? "").replacing(",", with: "")) ?? 0
  }

  /// Lord Carter's report: running costs of £105 to £970 a square metre, the aim £320; 12% to 69%
  /// of space not clinical, the aim 35%.
  @Test func `give back the ranges that were published for 2014-15`() throws {
    let (units, rows) = try Self.trusts(
      "eric_2014_15_trust.csv", soft: "Soft FM (Hotel Services) costs (£)")
    let found = try #require(
      try Benchmark(units, BenchmarkMethod()).comparisons.first?.statistics)
    #expect(found.count == 135)
    #expect((found.lowest - 104.79).magnitude < 0.01)
    #expect((found.median - 319.58).magnitude < 0.01)
    #expect((found.highest - 969.92).magnitude < 0.01)
    let shares = rows.map { row in
      let other = Self.number(row, "Non-patient occupied floor area (m²)")
      return 100 * other / (other + Self.number(row, "Patient occupied floor area (m²)"))
    }
    let rule = QuantileRule.linear
    let quantiles = try [0, 0.25, 0.5, 1].map { try #require(rule.quantile($0, of: shares)) }
    for (found, expected) in zip(quantiles, [11.65, 35.38, 43.56, 69.21]) {
      #expect((found - expected).magnitude < 0.01)
    }
  }

  @Test func `show what four trusts would save in 2015-16`() throws {
    let (units, _) = try Self.trusts(
      "eric_2015_16_trust_site_totals.csv", soft: "Soft FM (Hotel services) costs (£)")
    let found = try Benchmark(units, BenchmarkMethod())
    let statistics = try #require(found.comparisons.first?.statistics)
    #expect(statistics.count == 136)
    #expect((statistics.median - 336.71).magnitude < 0.01)
    #expect((statistics.lowerQuartile - 282.57).magnitude < 0.01)
    let expected: [(String, Double, Double, Double)] = [
      ("RN7", 582.86, 17_429_104, 21_262_638), ("RPA", 336.66, 0, 4_648_462),
      ("RVV", 316.71, 0, 6_374_802), ("RWF", 390.72, 6_712_148.66, 13_440_418),
    ]
    for (code, value, median, quartile) in expected {
      let trust = try #require(found[code])
      #expect((trust.value - value).magnitude < 0.01)
      #expect((trust.opportunity.toMedian - median).magnitude < 0.6)
      #expect((trust.opportunity.toBestQuartile - quartile).magnitude < 0.6)
    }
  }
}
