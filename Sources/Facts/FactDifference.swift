// SPDX-License-Identifier: Apache-2.0

public import Foundation

/// How one fact differs between two assessments.
public struct FactDifference: Hashable, Sendable {
  /// The fact before; nil when it is new.
  public let before: Fact?
  /// The fact after; nil when it is gone.
  public let after: Fact?

  /// The id that both sides share.
  public var id: FactID {
    guard let fact = after ?? before else {
      preconditionFailure("a difference has at least one side")
    }
    return fact.id
  }

  /// The change in value where both sides have one in the same unit.
  public var change: Decimal? {
    guard let before, let after, before.quantity.unit == after.quantity.unit else { return nil }
    return after.quantity.value - before.quantity.value
  }

  /// The change as read in a sentence: `up £12 million`, `new`, `gone`.
  public var plainEnglish: String {
    guard let before else { return "new" }
    guard let after else { return "gone" }
    guard let change, change != 0 else { return "described differently" }
    // The change of what is shown, so that a reader who subtracts gets the same.
    let decimals = max(before.quantity.decimals, after.quantity.decimals)
    let shown =
      after.quantity.value.rounded(to: decimals) - before.quantity.value.rounded(to: decimals)
    guard shown != 0 else { return change > 0 ? "up very slightly" : "down very slightly" }
    let size = Quantity(value: abs(shown), decimals: decimals, unit: after.quantity.unit)
    // A share that goes from 2% to 3% rises by one percentage point, and by half.
    let words =
      size.unit.isPercentage
      ? "\(size.tableText) percentage \(size.value == 1 ? "point" : "points")" : size.plainEnglish
    return (change > 0 ? "up " : "down ") + words
  }
}

extension FactGraph {
  /// What is new, gone or different in `other`, in order of id.
  ///
  /// Where a derived fact differs only because its inputs do, it is still listed: a reader
  /// wants every public figure that moves.
  public func differences(to other: FactGraph) -> [FactDifference] {
    let ids = Set(facts.map(\.id)).union(other.facts.map(\.id)).sorted()
    return ids.compactMap { id in
      let (before, after) = (self[id], other[id])
      return before == after ? nil : FactDifference(before: before, after: after)
    }
  }
}
