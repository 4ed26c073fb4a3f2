// SPDX-License-Identifier: Apache-2.0

/// Segments of one place put together from registers: synthetic people, with the margins of the
/// real ones.
///
/// People and pounds of the segments add up to the list and to what is spent, exactly.
public struct Reconstruction: Sendable {
  /// Whole people by segment; they add up to the list.
  public let people: [Int]
  /// Whole pounds by segment; they add up to what is spent on the list.
  public let pounds: [Int]
  /// The fewest and the most people by segment that the registers allow.
  public let limits: [ClosedRange<Int>]
  /// How well the table fits the registers.
  public let fit: RegisterFit

  /// Fits a table and adds its cells up by segment.
  ///
  /// `poundsPerHead` is what is spent in a year on one person of each band of age, and
  /// `costPerCondition` by how much each condition multiplies what is spent on a person beside others
  /// of the same age: 1 when all of an age cost the same.
  /// - Throws: `SegmentError` for spending that is below zero or has no number.
  public init(
    _ margins: RegisterMargins, seed: RegisterSeed, rules: SegmentRules, poundsPerHead: [Double],
    costPerCondition: Double
  ) throws(SegmentError) {
    for value in poundsPerHead + [costPerCondition] where !(value >= 0 && value < 1e9) {
      throw .impossibleNumber(place: margins.place, what: "pounds", value: "\(value)")
    }
    fit = RegisterFit(margins, seed: seed)
    limits = SegmentLimits(margins: margins, rules: rules).all
    var people = rules.rules.map { _ in 0.0 }
    var pounds = people
    var spend = 0.0
    for age in margins.people.indices where margins.people[age] > 0 {
      let sums = Reconstruction.sums(fit.people(age: age), age, rules, costPerCondition)
      let spent = Double(margins.people[age]) * poundsPerHead[age]
      let weight = sums.costs.reduce(0, +)
      spend += spent
      for place in people.indices {
        people[place] += sums.people[place]
        pounds[place] += weight > 0 ? spent * sums.costs[place] / weight : 0
      }
    }
    self.people = Apportionment.share(margins.list, by: people)
    self.pounds = Apportionment.share(Int(spend.rounded()), by: pounds)
  }

  private static func sums(
    _ table: [Double], _ age: Int, _ rules: SegmentRules, _ costPerCondition: Double
  ) -> (people: [Double], costs: [Double]) {
    var people = rules.rules.map { _ in 0.0 }
    var costs = people
    var powers = [1.0]
    for place in rules.conditions.indices { powers.append(powers[place] * costPerCondition) }
    for (set, count) in table.enumerated() {
      let place = Int(rules.segments[age][set])
      people[place] += count
      costs[place] += count * powers[set.nonzeroBitCount]
    }
    return (people, costs)
  }
}
