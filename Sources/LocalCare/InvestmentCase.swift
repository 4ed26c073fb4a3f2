// SPDX-License-Identifier: Apache-2.0

/// What local care costs and releases, year by year.
///
/// Effects scale together: at scale 1 all of the hoped-for effect is there, at 0.5 half of it. Bed
/// days are saved first by admissions that do not happen, then among those that are left, so that
/// no day is saved twice.
public struct InvestmentCase: Equatable, Sendable {
  /// What happens to activity.
  public let activity: [ActivityEffect]
  /// What happens to the bed days of those who are admitted.
  public let stays: [StayEffect]
  /// The beds.
  public let wards: Wards
  /// Pounds that local care costs in each year.
  public let costs: [Double]
  /// The share of the effect that is there in each year.
  public let effectRamp: [Double]

  /// - Throws: `LocalCareError` for costs below 0, shares outside 0 to 1, years that do not match,
  ///   or more bed days avoided than there are.
  public init(
    activity: [ActivityEffect], stays: [StayEffect], wards: Wards, costs: [Double],
    effectRamp: [Double]
  ) throws(LocalCareError) {
    for cost in costs { try Check.notNegative(cost, "the cost of a year") }
    for share in effectRamp { try Check.share(share, "the share of the effect in a year") }
    guard costs.count == effectRamp.count, !costs.isEmpty else {
      throw .outOfRange(
        what: "the number of years of the effect", found: Double(effectRamp.count),
        expected: "the number of years of the cost, \(costs.count)")
    }
    let avoided = activity.reduce(0) { $0 + $1.avoided * $1.bedDaysEach }
    guard avoided <= wards.bedDays else {
      throw .outOfRange(
        what: "the bed days of admissions avoided", found: avoided,
        expected: "at most the \(wards.bedDays) that there are")
    }
    self.activity = activity
    self.stays = stays
    self.wards = wards
    self.costs = costs
    self.effectRamp = effectRamp
  }

  /// What happens in one year.
  public struct Year: Equatable, Sendable {
    /// What local care costs.
    public let cost: Double
    /// What fewer admissions, attendances and appointments release at once.
    public let releasedAtOnce: Double
    /// Bed days saved.
    public let bedDaysSaved: Double
    /// Beds that these would leave empty.
    public let bedsFreed: Double
    /// Beds of whole wards that have closed, at the end of the year.
    public let bedsClosed: Double
    /// What closed wards release in the year, by the months for which they are closed.
    public let releasedByBeds: Double
    /// What the effect costs elsewhere, such as care at home in place of days in hospital.
    public let reinvested: Double

    /// What is released, less what is spent.
    public var net: Double { releasedAtOnce + releasedByBeds - reinvested - cost }
  }

  /// Every year at a scale of the effect.
  ///
  /// What a ward releases in a year is by months: one that can close at the beginning of year 1
  /// with a delay of six months releases half of a year's money in it. Whole years of delay move
  /// it to later years.
  public func years(scale: Double = 1) -> [Year] {
    let saved = effectRamp.map { bedDaysSaved($0 * scale) }
    let wardsFree = saved.map { wards.wards(in: wards.bedsFreed(by: $0.all)) }
    return costs.indices.map { year in
      let closed = closedWards(wardsFree, year)
      let effect = effectRamp[year] * scale
      return Year(
        cost: costs[year], releasedAtOnce: atOnce * effect, bedDaysSaved: saved[year].all,
        bedsFreed: wards.bedsFreed(by: saved[year].all),
        bedsClosed: closed.atEnd * wards.bedsEach,
        releasedByBeds: closed.onAverage * wards.releasedPerWard,
        reinvested: elsewhere * effect + saved[year].elsewhere)
    }
  }

  /// Wards that are closed in a year on average and at its end: those that were free a delay ago.
  private func closedWards(_ free: [Double], _ year: Int) -> (onAverage: Double, atEnd: Double) {
    let wholeYears = Int(wards.delayMonths / 12)
    let rest = (wards.delayMonths - Double(wholeYears) * 12) / 12
    func ward(_ index: Int) -> Double { index >= 0 && index < free.count ? free[index] : 0 }
    let before = ward(year - wholeYears - 1)
    let after = ward(year - wholeYears)
    return (before * rest + after * (1 - rest), after)
  }

  var atOnce: Double { activity.reduce(0) { $0 + $1.avoided * $1.releasedEach } }
  var elsewhere: Double { activity.reduce(0) { $0 + $1.avoided * $1.reinvestedEach } }
  var avoidedDays: Double { activity.reduce(0) { $0 + $1.avoided * $1.bedDaysEach } }

  /// Bed days saved at a scale, and what those of shorter stays cost elsewhere.
  func bedDaysSaved(_ scale: Double) -> (all: Double, elsewhere: Double) {
    var left = wards.bedDays - scale * avoidedDays
    var cost = 0.0
    for stay in stays {
      let saved = left * min(1, scale * stay.share)
      cost += saved * stay.reinvestedEach
      left -= saved
    }
    return (wards.bedDays - left, cost)
  }
}
