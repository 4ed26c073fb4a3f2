// SPDX-License-Identifier: Apache-2.0

/// The values of all options on all criteria, from 0 to 1, one row for each option.
struct ValueTable: Hashable, Sendable {
  /// One row for each option, one column for each criterion.
  var rows: [[Double]]

  /// The weighted sum of one row, added up in the order of criteria.
  func total(of option: Int, _ weights: [Double]) -> Double {
    var sum = 0.0
    for (value, weight) in zip(rows[option], weights) { sum += value * weight }
    return sum
  }

  /// The weighted sums of all rows.
  func totals(_ weights: [Double]) -> [Double] {
    rows.indices.map { total(of: $0, weights) }
  }
}

/// The rank of each total: one more than the number of totals that are higher by more than
/// ``tieTolerance``, so that equal totals share the better rank and the next rank is left out.
func ranks(of totals: [Double]) -> [Int] {
  totals.map { total in 1 + totals.count { $0 > total + tieTolerance } }
}

/// The positions of the totals that share the first rank.
func leaders(of totals: [Double]) -> [Int] {
  guard let highest = totals.max() else { return [] }
  return totals.indices.filter { highest <= totals[$0] + tieTolerance }
}
