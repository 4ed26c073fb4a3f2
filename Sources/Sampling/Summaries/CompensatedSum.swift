// SPDX-License-Identifier: Apache-2.0

/// A sum that keeps what rounding loses at each step, and adds it at the end.
///
/// Neumaier (1974), "Rundungsfehleranalyse einiger Verfahren zur Summation endlicher Summen". The
/// order of terms is the order given, so the same terms always give the same sum.
public struct CompensatedSum: Hashable, Sendable {
  @usableFromInline var sum: Double = 0
  @usableFromInline var lost: Double = 0

  /// The sum of nothing.
  @inlinable
  public init() {}

  /// Adds a term.
  @inlinable
  public mutating func add(_ term: Double) {
    let next = sum + term
    lost += sum.magnitude >= term.magnitude ? (sum - next) + term : (term - next) + sum
    sum = next
  }

  /// The sum of all terms so far.
  @inlinable
  public var value: Double { sum.isFinite ? sum + lost : sum }

  /// The sum of some terms.
  public static func of(_ terms: [Double]) -> Double {
    var sum = CompensatedSum()
    for term in terms { sum.add(term) }
    return sum.value
  }
}
