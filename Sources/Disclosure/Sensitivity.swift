// SPDX-License-Identifier: Apache-2.0

/// Why a figure is not shown.
public enum SuppressionReason: String, Codable, Sendable, CaseIterable {
  /// It is of too few people, or is itself a small count.
  case small
  /// Its place has too few people to be broken down.
  case population
  /// One or two people make most of it.
  case dominance
  /// Another figure could be worked out with its help.
  case protectsAnother = "protects-another"
  /// With an earlier release, few people would stand out.
  case differencing
  /// Its table could not be made safe, or differs in its bands from an earlier release.
  case withheld
}

extension DisclosurePolicy {
  /// Why a figure may not be shown for itself; nil when it may be.
  func reason(_ cell: UnsafeCell) -> SuppressionReason? {
    let least = showsZeros ? 1 : 0
    if (least..<limit).contains(cell.people) { return .small }
    let quantity = Quantity(measure: cell.key.measure)
    if quantity == .count, (least..<limit).contains(cell.value) { return .small }
    return quantity == .money && isDominated(cell) ? .dominance : nil
  }

  /// Whether one or two people make so much of a sum that it tells of them.
  ///
  /// The (n,k) rule for one and for two, and the p% rule: what the others add must blur the largest
  /// by p% of it for the second largest, who knows their own.
  func isDominated(_ cell: UnsafeCell) -> Bool {
    guard cell.value > 0, cell.largest > 0 else { return false }
    let two = cell.largest + cell.second
    return cell.largest * 100 > cell.value * largestShare
      || two * 100 > cell.value * twoLargestShare
      || (cell.value - two) * 100 < cell.largest * ambiguity
  }

  /// How far down and up a hidden figure must be able to be from its exact value.
  ///
  /// A small count may be any number from one, and above as many as make the values that it must be
  /// able to have; for other figures it is some per cent.
  func room(_ cell: UnsafeCell) -> (down: Int, up: Int) {
    let quantity = Quantity(measure: cell.key.measure)
    if quantity == .count, (1..<limit).contains(cell.value) {
      return (cell.value - 1, leastValues - 1)
    }
    let share = max(cell.largest, quantity == .money ? 0 : cell.value) * ambiguity / 100
    let least = quantity == .money ? share : max(share, quantity.unit)
    return (min(cell.value, least), least)
  }
}
