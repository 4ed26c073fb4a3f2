// SPDX-License-Identifier: Apache-2.0

/// Numbers of changes of one character, written plainly; the quick form is tested against these.
public enum Edits {
  /// How many changes of one unit make two sequences equal.
  ///
  /// Levenshtein (1966) by dynamic programming over rows; with swaps of neighbours, the optimal string
  /// alignment.
  public static func distance<Unit: Equatable>(
    _ left: [Unit], _ right: [Unit], _ measure: EditMeasure
  ) -> Int {
    var before = [Int](repeating: 0, count: right.count + 1)
    var last = Array(0...right.count)
    for row in 0..<left.count {
      var next = [row + 1]
      next.reserveCapacity(right.count + 1)
      for column in 0..<right.count {
        var best = last[column] + (left[row] == right[column] ? 0 : 1)
        best = min(best, last[column + 1] + 1, next[column] + 1)
        if measure == .damerauLevenshtein, row > 0, column > 0, left[row] == right[column - 1],
          left[row - 1] == right[column]
        {
          best = min(best, before[column - 1] + 1)
        }
        next.append(best)
      }
      before = last
      last = next
    }
    return last[right.count]
  }

  /// How many changes make two texts equal: of bytes for DuckDB, of code points for Spark.
  public static func distance(
    _ left: String, _ right: String, _ measure: EditMeasure, _ variant: StringVariant
  ) -> Int {
    switch variant {
    case .duckDB: distance(Array(left.utf8), Array(right.utf8), measure)
    case .spark:
      distance(Array(left.unicodeScalars), Array(right.unicodeScalars), measure)
    }
  }
}
