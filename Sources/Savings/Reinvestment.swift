// SPDX-License-Identifier: Apache-2.0

/// Savings released and put to use, month by month.
public struct ReinvestmentBalance: Sendable, Equatable {
  /// One month.
  public struct Month: Sendable, Equatable {
    /// Which month.
    public let month: SavingsMonth
    /// Pounds released in it.
    public let released: Double
    /// Pounds put to use in it.
    public let invested: Double
    /// All released less all put to use so far; negative when money was spent before it was saved.
    public let balance: Double
  }

  /// The months, from the first with money to the last, without gaps.
  public let months: [Month]

  /// The balance of amounts in pounds, each in its month.
  public init(
    released: [(month: SavingsMonth, amount: Double)],
    invested: [(month: SavingsMonth, amount: Double)]
  ) {
    let numbers = (released + invested).map(\.month.number)
    guard let first = numbers.min(), let last = numbers.max() else {
      months = []
      return
    }
    var gained = Array(repeating: 0.0, count: last - first + 1)
    var spent = gained
    for entry in released { gained[entry.month.number - first] += entry.amount }
    for entry in invested { spent[entry.month.number - first] += entry.amount }
    var balance = 0.0
    months = gained.indices.map { place in
      balance += gained[place] - spent[place]
      return Month(
        month: SavingsMonth(number: first + place), released: gained[place],
        invested: spent[place], balance: balance)
    }
  }

  /// The lowest balance, and so what had to be found from elsewhere when it is negative.
  public var lowest: Month? { months.min { $0.balance < $1.balance } }
}

/// How a gain is shared between members, by shares they agreed.
public struct GainShare: Sendable, Equatable {
  /// Members and shares, in the order given.
  public let shares: [(member: String, share: Double)]

  /// A split whose shares come to 1.
  ///
  /// - Throws: `SavingsError` when a share is not from 0 to 1 or they do not come to 1.
  public init(_ shares: [(member: String, share: Double)]) throws(SavingsError) {
    for entry in shares where !(0...1).contains(entry.share) {
      throw SavingsError("The share of \(entry.member) is \(entry.share). Give 0 to 1.")
    }
    let sum = shares.reduce(0) { $0 + $1.share }
    guard (sum - 1).magnitude < 1e-9 else {
      throw SavingsError("The shares come to \(sum). They must come to 1.")
    }
    self.shares = shares
  }

  /// A gain in pounds as whole pence for each member; the sum is the gain, to the penny.
  ///
  /// Pence that do not divide go to the largest remainders first (Hamilton, 1792), and to the
  /// earlier member when remainders are equal.
  public func divide(_ pounds: Double) -> [(member: String, pounds: Double)] {
    let pence = (pounds * 100).rounded()
    let exact = shares.map { $0.share * pence }
    var whole = exact.map { $0.rounded(.down) }
    let left = Int(pence - whole.reduce(0, +))
    let order = exact.indices.sorted {
      (whole[$0] - exact[$0], $0) < (whole[$1] - exact[$1], $1)
    }
    for place in order.prefix(max(0, left)) { whole[place] += 1 }
    return shares.indices.map { (shares[$0].member, whole[$0] / 100) }
  }

  /// Whether both have the same members and shares in the same order.
  public static func == (one: GainShare, other: GainShare) -> Bool {
    one.shares.map(\.member) == other.shares.map(\.member)
      && one.shares.map(\.share) == other.shares.map(\.share)
  }
}
