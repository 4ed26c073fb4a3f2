// SPDX-License-Identifier: Apache-2.0

import Facts
public import PlanPackage
import Segments

/// The people and the spending of each locality by segment, put together from registers.
///
/// Nobody counted these people: registers overlap and do not say how. Every number has a range,
/// from what follows when each assumption is changed alone, and limits that hold whatever is
/// assumed.
public struct SegmentStudy: Sendable {
  /// One segment in one place, or in all of them.
  public struct Share: Sendable, Hashable {
    /// Whole people.
    public let people: Int
    /// Whole pounds.
    public let pounds: Int
    /// People when each assumption is changed alone.
    public let peopleRange: ClosedRange<Int>
    /// Pounds when each assumption is changed alone.
    public let poundsRange: ClosedRange<Int>
    /// The fewest and the most people that the registers allow.
    public let limits: ClosedRange<Int>
  }

  /// A locality.
  public struct Place: Sendable {
    /// The locality.
    public let locality: LocalityRow
    /// Its list.
    public let list: RegisterListRow
    /// What is spent on the people of the list, in whole pounds.
    public let spend: Int
    /// The prices that pounds are in.
    public let priceBase: String
    /// By segment, in the order of the rules.
    public let shares: [Share]
    /// The largest difference that is left between a register and the people made up for it.
    public let misfit: Double
    /// The register with that difference, when it is more than one thousandth of a person.
    public let misfitted: String?
  }

  /// The rules, from the top.
  public let rules: [SegmentRuleRow]
  /// The localities, in the order of their lists.
  public let places: [Place]
  /// All localities together, by segment.
  public let totals: [Share]
  /// What was changed, each alone, to find the ranges.
  public let variants: [String]

  /// Puts the people of a plan into segments; nil for a plan without rules or registers.
  ///
  /// - Throws: `PlanError` with everything in the tables that does not fit together.
  public init?(_ plan: Plan) throws(PlanError) {
    guard let reading = try SegmentReading(plan) else { return nil }
    let localities = Dictionary(
      plan.local.localities.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    let variants = SegmentVariant.all(reading)
    var places: [Place] = []
    var sums = variants.map { _ in plan.segments.rules.map { _ in (people: 0, pounds: 0) } }
    for place in reading.places {
      guard let locality = localities[place.list.locality] else { continue }
      let runs = try SegmentStudy.runs(variants, place, reading)
      for (variant, run) in runs.enumerated() {
        for segment in sums[variant].indices {
          sums[variant][segment].people += run.people[segment]
          sums[variant][segment].pounds += run.pounds[segment]
        }
      }
      places.append(SegmentStudy.place(place, locality, runs, plan.segments.conditions))
    }
    self.places = places
    rules = plan.segments.rules
    self.variants = variants.dropFirst().map(\.words)
    totals = plan.segments.rules.indices.map { segment in
      let limits = places.map(\.shares[segment].limits)
      return SegmentStudy.share(
        sums.map { $0[segment].people }, sums.map { $0[segment].pounds },
        limits.reduce(0) { $0 + $1.lowerBound }...limits.reduce(0) { $0 + $1.upperBound })
    }
  }

  /// People on all lists.
  public var people: Int { totals.reduce(0) { $0 + $1.people } }
  /// Whole pounds spent on them.
  public var pounds: Int { totals.reduce(0) { $0 + $1.pounds } }

  /// Whether segments add up to the list and to what is spent, in every place: worked out from the
  /// numbers that are shown, so that it can be said.
  public var addsUp: Bool {
    places.allSatisfy { place in
      place.shares.reduce(0) { $0 + $1.people } == place.list.people
        && place.shares.reduce(0) { $0 + $1.pounds } == place.spend
    }
  }

  private static func runs(
    _ variants: [SegmentVariant], _ place: SegmentReading.Place, _ reading: SegmentReading
  ) throws(PlanError) -> [Reconstruction] {
    var runs: [Reconstruction] = []
    for variant in variants {
      do {
        runs.append(
          try Reconstruction(
            place.margins, seed: variant.seed, rules: reading.rules,
            poundsPerHead: place.poundsPerHead, costPerCondition: variant.costPerCondition))
      } catch {
        throw PlanError([
          Violation(
            file: "local-care/segment_residents.csv", column: "spend_per_head",
            found: error.description, expected: SegmentProblem.expected(error),
            advice: SegmentProblem.advice(error))
        ])
      }
    }
    return runs
  }

  private static func place(
    _ place: SegmentReading.Place, _ locality: LocalityRow, _ runs: [Reconstruction],
    _ conditions: [ConditionRow]
  ) -> Place {
    let fit = runs[0].fit
    return Place(
      locality: locality, list: place.list, spend: runs[0].pounds.reduce(0, +),
      priceBase: place.priceBase,
      shares: runs[0].people.indices.map { segment in
        share(
          runs.map { $0.people[segment] }, runs.map { $0.pounds[segment] },
          runs[0].limits[segment])
      }, misfit: fit.misfit,
      misfitted: fit.misfit > 1e-3 ? fit.worst.map { conditions[$0].name } : nil)
  }

  /// The first run is the central one.
  private static func share(_ people: [Int], _ pounds: [Int], _ limits: ClosedRange<Int>) -> Share {
    Share(
      people: people[0], pounds: pounds[0],
      peopleRange: (people.min() ?? 0)...(people.max() ?? 0),
      poundsRange: (pounds.min() ?? 0)...(pounds.max() ?? 0), limits: limits)
  }
}

/// The assumptions of one run.
struct SegmentVariant {
  let words: String
  let seed: RegisterSeed
  let costPerCondition: Double

  /// The central run, then one for each thing that is changed alone.
  static func all(_ reading: SegmentReading) -> [SegmentVariant] {
    let cost = reading.costPerCondition
    guard let central = reading.seed(reading.association.central) else { return [] }
    func change(_ words: String, _ seed: RegisterSeed?, _ cost: Double) -> SegmentVariant? {
      seed.map { SegmentVariant(words: words, seed: $0, costPerCondition: cost) }
    }
    let association = reading.association
    return [
      change("", central, cost.central),
      change("conditions come together least", reading.seed(association.low), cost.central),
      change("conditions come together most", reading.seed(association.high), cost.central),
      change("each condition is as common at one age as at another", central.level, cost.central),
      change("a condition adds least to cost", central, cost.low),
      change("a condition adds most to cost", central, cost.high),
    ].compactMap { $0 }
  }
}
