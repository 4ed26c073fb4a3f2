// SPDX-License-Identifier: Apache-2.0

/// Jaro's similarity and Winkler's change of it, written plainly; the quick forms are tested against these.
///
/// M. A. Jaro, "Advances in record-linkage methodology" (1989); W. E. Winkler, "String comparator metrics"
/// (1990). Two systems differ in details, named by ``StringVariant``.
public enum Jaro {
  /// The similarity of two sequences of bytes or code points, from 0 to 1.
  public static func similarity<Unit: Equatable>(
    _ left: [Unit], _ right: [Unit], _ variant: StringVariant, winkler: Bool
  ) -> Double {
    if left.isEmpty, right.isEmpty { return variant == .spark ? 1 : 0 }
    let found = matches(left, right)
    guard found.common > 0 else { return 0 }
    let prefix = winkler ? commonPrefix(left, right) : 0
    return value(
      common: found.common, outOfOrder: found.outOfOrder, left.count, right.count, prefix, variant)
  }

  /// The similarity of two texts: of bytes for DuckDB, of code points for Spark.
  public static func similarity(
    _ left: String, _ right: String, _ variant: StringVariant, winkler: Bool
  ) -> Double {
    switch variant {
    case .duckDB: similarity(Array(left.utf8), Array(right.utf8), variant, winkler: winkler)
    case .spark:
      similarity(
        Array(left.unicodeScalars), Array(right.unicodeScalars), variant, winkler: winkler)
    }
  }

  /// The formula, in the order of operations that gives the same last bit as the named system.
  static func value(
    common: Int, outOfOrder: Int, _ left: Int, _ right: Int, _ prefix: Int,
    _ variant: StringVariant
  ) -> Double {
    let shared = Double(common)
    let swaps = variant == .duckDB ? Double(outOfOrder / 2) : Double(outOfOrder) / 2
    let sum = shared / Double(left) + shared / Double(right) + (shared - swaps) / shared
    let jaro = sum / 3
    guard prefix > 0, variant == .spark || jaro > 0.7 else { return jaro }
    let bonus = Double(prefix) * 0.1
    // DuckDB 2.0 rounds product and sum once, as its values show; Java rounds each.
    return variant == .spark ? jaro + bonus * (1 - jaro) : jaro.addingProduct(bonus, 1 - jaro)
  }

  /// How far apart two equal characters may stand.
  static func reach(_ left: Int, _ right: Int) -> Int { max(0, max(left, right) / 2 - 1) }

  private static func commonPrefix<Unit: Equatable>(_ left: [Unit], _ right: [Unit]) -> Int {
    var count = 0
    while count < min(4, left.count, right.count), left[count] == right[count] { count += 1 }
    return count
  }

  private static func matches<Unit: Equatable>(
    _ left: [Unit], _ right: [Unit]
  ) -> (common: Int, outOfOrder: Int) {
    let reach = reach(left.count, right.count)
    var leftMatched = [Bool](repeating: false, count: left.count)
    var rightMatched: [Int] = []
    for index in right.indices {
      let from = max(0, index - reach)
      let to = min(left.count - 1, index + reach)
      guard from <= to else { continue }
      let place = (from...to).first { !leftMatched[$0] && left[$0] == right[index] }
      guard let place else { continue }
      leftMatched[place] = true
      rightMatched.append(index)
    }
    let inOrder = left.indices.filter { leftMatched[$0] }
    let outOfOrder = zip(inOrder, rightMatched).count { left[$0] != right[$1] }
    return (rightMatched.count, outOfOrder)
  }
}
