// SPDX-License-Identifier: Apache-2.0

/// A saving that is used for more than it is.
public struct DoubleUse: Hashable, Sendable {
  /// One thing that the saving is used for.
  public struct Part: Hashable, Sendable {
    /// The id of the row that says so; nil when none does, and the scheme counts towards the gap
    /// because it is a scheme.
    public let row: String?
    /// What it is used for.
    public let purpose: SavingsUse.Purpose
    /// What that is, in the plan's words.
    public let label: String
    /// £ million a year at full delivery.
    public let amount: Double
  }

  /// The scheme.
  public let scheme: String
  /// What it saves, in £ million a year at full delivery.
  public let saving: Double
  /// Everything that it is used for, rows in their order.
  public let parts: [Part]

  /// What the uses come to.
  public var total: Double { parts.reduce(0) { $0 + $1.amount } }
}

extension DoubleUse: CustomStringConvertible {
  /// The double use in a sentence that names every use, its row and its amount.
  public var description: String {
    let uses = parts.map { part in
      let origin = part.row.map { "row '\($0)'" } ?? "counted wholly, as no row says otherwise"
      return "£\(part.amount.plain)m for \(part.label) (\(origin))"
    }
    return "scheme '\(scheme)' saves £\(saving.plain)m, and that is used twice: "
      + uses.joined(separator: " and ") + ", £\(total.plain)m in all"
  }
}

/// What savings are used for, checked: no pound of a saving has two uses.
public struct SavingsUses: Hashable, Sendable {
  /// What a scheme saves, and whether the plan counts it towards the gap.
  public struct Saving: Hashable, Sendable {
    /// The id of the scheme.
    public var scheme: String
    /// £ million a year at full delivery.
    public var amount: Double
    /// Whether the plan counts it towards the gap.
    ///
    /// It then counts wholly, unless a row of purpose ``SavingsUse/Purpose/gap`` says how much.
    public var countsTowardsGap: Bool

    /// Describes the saving of a scheme.
    public init(scheme: String, amount: Double, countsTowardsGap: Bool) {
      self.scheme = scheme
      self.amount = amount
      self.countsTowardsGap = countsTowardsGap
    }
  }

  /// The share of each saving that pays for something else, from 0 to 1, in the order given.
  public let reinvestedShares: [Double]

  /// Checks that the uses of each saving come to no more than the saving, to within a pound.
  ///
  /// - Throws: unknown schemes, duplicate rows, bad amounts, and every double use.
  public init(_ uses: [SavingsUse], of savings: [Saving]) throws(CostingErrors) {
    var mistakes = CostingMistakes()
    let schemes = Set(savings.map(\.scheme))
    var rows: Set<String> = []
    for (index, use) in uses.enumerated() {
      let record = CostingRecord.use(use.id)
      mistakes.report(.blankIdentifier(record, index: index), unless: !use.id.isBlank)
      mistakes.report(.duplicate(record), unless: rows.insert(use.id).inserted)
      mistakes.report(
        .unknown(.scheme(use.scheme), at: CostingPlace(record, .scheme)),
        unless: schemes.contains(use.scheme))
      mistakes.require(use.amount, .zeroOrMore, CostingPlace(record, .amount))
    }
    for saving in savings {
      mistakes.require(
        saving.amount, .zeroOrMore, CostingPlace(.scheme(saving.scheme), .fullYearEffect))
    }
    try mistakes.throwIfAny()
    for saving in savings {
      let parts = Self.parts(of: saving, uses)
      let double = DoubleUse(scheme: saving.scheme, saving: saving.amount, parts: parts)
      mistakes.report(.savingUsedTwice(double), unless: double.total <= saving.amount + 1e-6)
    }
    try mistakes.throwIfAny()
    reinvestedShares = savings.map { Self.reinvestedShare(of: $0, uses) }
  }

  private static func parts(of saving: Saving, _ uses: [SavingsUse]) -> [DoubleUse.Part] {
    let own = uses.filter { $0.scheme == saving.scheme }
    let rows = own.map {
      DoubleUse.Part(row: $0.id, purpose: $0.purpose, label: $0.label, amount: $0.amount)
    }
    guard saving.countsTowardsGap, !own.contains(where: { $0.purpose == .gap }) else {
      return rows
    }
    let gap = DoubleUse.Part(
      row: nil, purpose: .gap, label: "closing the gap", amount: saving.amount)
    return [gap] + rows
  }

  private static func reinvestedShare(of saving: Saving, _ uses: [SavingsUse]) -> Double {
    guard saving.amount > 0 else { return 0 }
    let reinvested = uses.filter { $0.scheme == saving.scheme && $0.purpose == .investment }
    let share = reinvested.reduce(0) { $0 + $1.amount } / saving.amount
    return share < 1 ? share : 1
  }
}
