// SPDX-License-Identifier: Apache-2.0

/// A programme that helps people to change, the same in every year.
public struct PreventionProgramme: Sendable, Hashable {
  /// People whom it is for.
  public let eligible: Double
  /// Share of these who are reached in a year.
  public let reach: Double
  /// Share of those reached who take part.
  public let uptake: Double
  /// Share of those who take part who change and would not have otherwise.
  public let effect: Double
  /// Share of those who have changed who still have a year later.
  public let kept: Double
  /// Pounds for each person who takes part.
  public let costPerPerson: Double
  /// Pounds saved for each who changes, in all, whether or not they go on.
  public let savingPerChange: Double
  /// Years over which that is saved, in equal parts, from the year of the change.
  public let savingYears: Int

  /// Checks a programme.
  ///
  /// - Throws: `PreventionError` for what is out of range.
  public init(
    eligible: Double, reach: Double, uptake: Double, effect: Double, kept: Double,
    costPerPerson: Double, savingPerChange: Double, savingYears: Int
  ) throws(PreventionError) {
    try Check.notBelowZero(eligible, "a number of people")
    try Check.share(reach, "a reach")
    try Check.share(uptake, "an uptake")
    try Check.share(effect, "an effect")
    try Check.share(kept, "a share kept")
    try Check.notBelowZero(costPerPerson, "a cost for each person")
    try Check.notBelowZero(savingPerChange, "a saving for each change")
    guard (1...60).contains(savingYears) else { throw .yearsOutOfRange(savingYears) }
    self.eligible = eligible
    self.reach = reach
    self.uptake = uptake
    self.effect = effect
    self.kept = kept
    self.costPerPerson = costPerPerson
    self.savingPerChange = savingPerChange
    self.savingYears = savingYears
  }

  /// People who take part in a year.
  public var takingPart: Double { eligible * reach * uptake }
  /// People who change in a year and would not have otherwise.
  public var changing: Double { takingPart * effect }
  /// Pounds a year.
  public var cost: Double { takingPart * costPerPerson }
}

/// What a programme does, year by year, when it starts now and goes on.
public struct PreventionRun: Sendable, Hashable {
  /// One year.
  public struct Year: Sendable, Hashable {
    /// People who changed in this year or an earlier one and still have.
    public let changed: Double
    /// The same people, each counted by how much of the extra risk is gone: as many whole risks
    /// are averted in the year.
    public let risksAverted: Double
    /// Pounds spent in the year.
    public let cost: Double
    /// Pounds saved in the year.
    public let saving: Double
    /// Pounds spent up to the end of the year.
    public let totalCost: Double
    /// Pounds saved up to the end of the year.
    public let totalSaving: Double
  }

  /// The years, from the first.
  public let years: [Year]

  /// Runs a programme.
  ///
  /// Those who change in a year have changed by its end; risk fades from then on by the lag, and
  /// without one nothing is said of risk. The share kept acts once a year from then on.
  /// - Throws: `PreventionError` for fewer than 1 or more than 100 years.
  public init(
    _ programme: PreventionProgramme, years count: Int, lag: RiskLag? = nil
  ) throws(PreventionError) {
    guard (1...100).contains(count) else { throw .yearsOutOfRange(count) }
    var years: [Year] = []
    var (totalCost, totalSaving) = (0.0, 0.0)
    let yearly = programme.savingPerChange / Double(programme.savingYears)
    for year in 0..<count {
      var (changed, averted) = (0.0, 0.0)
      var kept = programme.changing
      for age in 0...year {
        changed += kept
        if let lag { averted += kept * (1 - lag.left(after: Double(age))) }
        kept *= programme.kept
      }
      let saving =
        programme.changing * yearly * Double(min(year + 1, programme.savingYears))
      totalCost += programme.cost
      totalSaving += saving
      years.append(
        Year(
          changed: changed, risksAverted: averted, cost: programme.cost, saving: saving,
          totalCost: totalCost, totalSaving: totalSaving))
    }
    self.years = years
  }

  /// The first year, from 1, by whose end as much has been saved as spent; nil for none of them.
  public var breakEven: Int? {
    years.firstIndex { $0.totalSaving >= $0.totalCost && $0.totalCost > 0 }.map { $0 + 1 }
  }
}
