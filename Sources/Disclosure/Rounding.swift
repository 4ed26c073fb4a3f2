// SPDX-License-Identifier: Apache-2.0

/// More than any figure; stands for no upper limit and leaves room to add.
let unlimited = Int.max / 4

extension DisclosurePolicy {
  /// The base of rounding of a quantity, in its smallest units.
  func base(_ quantity: Quantity) -> Int {
    quantity == .money ? moneyBase * quantity.unit : base * quantity.unit
  }

  /// A figure as it is shown.
  public func rounded(_ value: Int, _ quantity: Quantity) -> Int {
    let base = base(quantity)
    if rounding == .midpoint, quantity == .count {
      return value == 0 ? 0 : (value + base - 1) / base * base - base / 2
    }
    return (value + base / 2) / base * base
  }

  /// What a figure may have been when it is shown as a number.
  ///
  /// Whoever reads it knows the rule, so a count that is shown under a rule that hides small ones
  /// is known not to be small.
  public func range(shownAs shown: Int, _ quantity: Quantity) -> ClosedRange<Int> {
    let base = base(quantity)
    if rounding == .midpoint, quantity == .count {
      guard shown > 0 else { return 0...0 }
      return max(1, shown - base / 2 + 1)...shown + base / 2
    }
    if quantity == .count, shown == 0, showsZeros { return 0...0 }
    let least = quantity == .count && hidesSmall ? limit : 0
    return max(least, shown - base / 2)...max(least, shown + (base - 1) / 2)
  }

  /// Whether a number can have come out of the rounding of a quantity.
  public func canShow(_ shown: Int, _ quantity: Quantity) -> Bool {
    guard shown >= 0 else { return false }
    if shown == 0 { return showsZeros || quantity != .count }
    let base = base(quantity)
    if rounding == .midpoint, quantity == .count { return shown % base == base / 2 }
    return shown % base == 0 && (quantity != .count || shown + (base - 1) / 2 >= limit)
  }
}
