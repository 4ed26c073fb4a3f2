// SPDX-License-Identifier: Apache-2.0

public import Engagement
public import Savings

/// What a scheme is: whose, out of which money, how much and from when.
public struct SchemeTerms: Codable, Sendable, Equatable {
  /// The scheme in plain English.
  public var title: String
  /// The id of the organisation whose money it saves.
  public var organisation: String
  /// The id of the working group.
  public var group: String
  /// The id of the pool that it is saved from.
  public var pool: String
  /// What makes the saving, such as price or volume.
  public var driver: String
  /// Whether it is saved again each year.
  public var isRecurrent = true
  /// Whether money is free to be spent on something else.
  public var isCashReleasing = true
  /// A day of the first month of the saving.
  public var start: CivilDay
  /// Pounds in a full year; for a scheme that is not recurrent, pounds in its one year.
  public var fullYear: Double
  /// Pounds in the first financial year, when they are not in proportion.
  public var firstYear: Double?
  /// Pounds in each month of the first financial year from the start, when they are planned so.
  public var monthly: [Double]?
  /// Pounds that it costs each year.
  public var investmentYearly = 0.0
  /// Pounds that it costs once.
  public var investmentOnce = 0.0
  /// The id of the member who loses income by it.
  public var lossMember: String?
  /// Pounds of income a year that this member loses.
  public var lossIncome: Double?
  /// Pounds of cost a year that this member takes out.
  public var lossCostRemoved: Double?

  /// Terms of a recurrent, cash-releasing scheme that costs nothing.
  public init(
    title: String, organisation: String, group: String, pool: String, driver: String,
    start: CivilDay, fullYear: Double
  ) {
    self.title = title
    self.organisation = organisation
    self.group = group
    self.pool = pool
    self.driver = driver
    self.start = start
    self.fullYear = fullYear
  }

  /// The plan month by month; nothing when an amount is not a number.
  public var profile: SavingsProfile? {
    let month = start.savingsMonth
    if let monthly, !monthly.isEmpty {
      let later = isRecurrent ? [fullYear / 12] : []
      return try? SavingsProfile(
        start: month, monthly: monthly + later, isRecurrent: isRecurrent)
    }
    let left = SavingsMonth.april(month.financialYear + 1).number - month.number
    let first = firstYear ?? (isRecurrent ? fullYear / 12 * Double(left) : fullYear)
    return try? SavingsProfile.phased(
      firstYear: first, annual: fullYear, from: month, isRecurrent: isRecurrent)
  }

  /// What it does to its organisation and to the one that loses income, in a full year.
  public func effect(_ scheme: String) -> SchemeEffect {
    SchemeEffect(
      scheme: scheme, member: organisation, saving: isRecurrent ? fullYear : 0,
      investment: isRecurrent ? investmentYearly : 0,
      loss: isRecurrent
        ? lossMember.map {
          .init(member: $0, income: lossIncome ?? 0, costRemoved: lossCostRemoved ?? 0)
        } : nil)
  }
}
