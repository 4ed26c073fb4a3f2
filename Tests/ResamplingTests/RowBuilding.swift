// SPDX-License-Identifier: Apache-2.0

import Resampling
import Sampling
import TestKit

/// One row, with defaults, so that a test shows only what matters.
struct PlainRow {
  var age: Int16 = 70
  var sex: Sex = .female
  var pod = "emergency-admission"
  var site = "north"
  var specialty = "300"
  var count: Int32 = 1
  var remote: Int32 = 0
  var stay: Int32 = 4
  var group = "emergency"
}

extension ActivityRows {
  /// Rows with a column `group`.
  static func of(_ kind: ActivityKind, _ plain: [PlainRow]) -> ActivityRows {
    var rows = ActivityRows(kind)
    var group = CategoryColumn(name: "group")
    for row in plain {
      rows.ages.append(row.age)
      rows.sexes.append(row.sex)
      rows.pod.append(row.pod)
      rows.site.append(row.site)
      rows.specialty.append(row.specialty)
      rows.counts.append(row.count)
      if kind == .outpatients { rows.remoteCounts.append(row.remote) }
      if kind == .spells { rows.stays.append(row.stay) }
      group.append(row.group)
    }
    rows.categories = [group]
    return rows
  }
}

/// Models of the tests.
enum Models {
  /// Some spells that are all alike.
  static func spells(
    _ count: Int = 1_000, _ row: PlainRow = PlainRow(), factors: [RowFactor] = [],
    strategies: [RowStrategy] = [], variants: [PopulationVariant] = []
  ) throws -> ResamplingModel {
    try ResamplingModel(
      ResamplingInputs(
        tables: [.of(.spells, [PlainRow](repeating: row, count: count))], baseYear: 2023,
        lastYear: 2033, variants: variants, factors: factors, strategies: strategies))
  }

  /// A factor for all spells.
  static func factor(_ id: String, _ value: Double, yearly: Bool = false) -> RowFactor {
    RowFactor(id: id, family: id, kind: .spells, value: .fixed(value), isYearly: yearly)
  }

  /// A strategy for all spells.
  static func strategy(_ id: String, _ effect: RowStrategy.Effect, _ value: Double) -> RowStrategy {
    RowStrategy(
      id: id, kind: .spells, effect: effect, value: .fixed(value), scope: RowScope())
  }

  /// A trust of a few hundred rows with everything that a model can have, drawn from a seed.
  static func everything(seed: Int, rows count: Int = 300) throws -> ResamplingModel {
    var draws = SeededDraws(seed: seed)
    func row(_ draws: inout SeededDraws) -> PlainRow {
      PlainRow(
        age: Int16(draws.below(100)), sex: draws.pick(Sex.allCases),
        pod: draws.pick(["a", "b"]), site: draws.pick(["north", "south"]),
        specialty: draws.pick(["100", "300"]), count: Int32(draws.below(4)),
        remote: Int32(draws.below(3)), stay: Int32(draws.below(12)),
        group: draws.pick(["emergency", "elective"]))
    }
    var tables: [ActivityRows] = []
    for kind in ActivityKind.allCases {
      tables.append(.of(kind, (0..<count).map { _ in row(&draws) }))
    }
    let inputs = try (0..<8).map {
      try UncertainInput(
        id: "x\($0)", distribution: .interval(low: 0.8, high: 0.95, within: 0...1))
    }
    let effects: [RowStrategy.Effect] = [
      .lengthOfStay, .preOperativeDays(2), .dayCase(pod: "b"), .outpatient(pod: "procedure"),
      .sameDay(pod: "same-day"), .avoidance,
    ]
    var strategies = effects.enumerated().map { place, effect in
      RowStrategy(id: "s\(place)", kind: .spells, effect: effect, value: .input(place))
    }
    strategies.append(
      RowStrategy(
        id: "rest", kind: .spells, effect: .lengthOfStay, value: .input(6),
        scope: RowScope(leastStay: 1), isOtherwise: true))
    strategies.append(
      RowStrategy(
        id: "tele", kind: .outpatients, effect: .remote, value: .input(7),
        scope: .only("group", "elective")))
    strategies.append(
      RowStrategy(
        id: "frequent", kind: .emergency, effect: .avoidance, value: .fixed(0.7),
        scope: RowScope(ages: 18...64, sex: .male)))
    var assignments: [StrategyAssignment] = []
    for row in 0..<count {
      for strategy in effects.indices where draws.unit() < 0.3 {
        assignments.append(
          StrategyAssignment(
            kind: .spells, row: row, strategy: strategy, rate: draws.pick([1, 0.3])))
      }
    }
    let factors = ActivityKind.allCases.flatMap { kind in
      [
        RowFactor(id: "g", family: "growth", kind: kind, value: .fixed(1.01), isYearly: true),
        RowFactor(
          id: "r", family: "repatriation", kind: kind, scope: .only("group", "elective"),
          value: .fixed(1.2)),
        RowFactor(
          id: "w", family: "waiting", kind: kind, scope: .only("specialty", "100"),
          value: .input(0)),
      ]
    }
    let curve = (0...100).map { 1 + 0.02 * Double($0) }
    return try ResamplingModel(
      ResamplingInputs(
        tables: tables, baseYear: 2023, lastYear: 2033,
        variants: [
          PopulationVariant(
            id: "middle", probability: 0.6,
            growth: AgeGrowth(
              persons: (0...90).map { 1 + Double($0) / 300 },
              males: (0...90).map { 1 + Double($0) / 250 },
              females: (0...90).map { 1 + Double($0) / 350 })),
          PopulationVariant(id: "low", probability: 0.4, growth: AgeGrowth(everyone: 0.98)),
        ],
        healthStatus: HealthStatus(
          column: "group",
          curves: [.init(group: "emergency", sex: .female, rates: curve)],
          addedYears: [.female: Dictionary(uniqueKeysWithValues: (55...90).map { ($0, 1.5) })],
          healthyShare: [.female: .fixed(0.5)]),
        factors: factors, strategies: strategies, assignments: assignments, inputs: inputs,
        correlations: [RankCorrelation("x1", "x2", 0.6)], seed: UInt64(seed)))
  }
}

extension ResamplingModel {
  func line(_ measure: Measure, _ pod: String = "emergency-admission") -> Int? {
    lines.firstIndex { $0.measure == measure && $0.pod == pod }
  }

  func total(_ run: ResamplingRun, _ measure: Measure) -> Int {
    lines.indices.filter { lines[$0].measure == measure }.reduce(0) { $0 + run.totals[$1] }
  }
}
