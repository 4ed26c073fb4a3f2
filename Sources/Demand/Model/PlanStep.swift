// SPDX-License-Identifier: Apache-2.0

/// What one mitigator does to one amount: it leaves the rest, or it takes a share elsewhere.
struct PlanStep: Hashable, Sendable {
  /// Its position among the mitigators.
  let mitigator: Int
  /// Whether the amount is what was taken; otherwise it is what was left.
  let isMoved: Bool
  /// Whether, if moved, it is counted in bed days rather than in units of the destination.
  let inBedDays: Bool

  /// A number for it, for trees of factors.
  var code: Int { mitigator * 3 + (isMoved ? (inBedDays ? 2 : 1) : 0) }
}
