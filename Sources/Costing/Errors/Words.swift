// SPDX-License-Identifier: Apache-2.0

extension String {
  /// Whether the text says nothing.
  var isBlank: Bool { allSatisfy(\.isWhitespace) }
}

extension Double {
  /// The number as people write it: 190 rather than 190.0, and at most six decimals.
  var plain: String {
    guard isFinite, magnitude < 1e9 else { return "\(self)" }
    let millionths = (self * 1_000_000).rounded() / 1_000_000
    return millionths == millionths.rounded() ? "\(Int(millionths))" : "\(millionths)"
  }
}

extension Sequence where Element: Hashable {
  /// The elements that occur again after their first time, in that order.
  func repeated() -> [Element] {
    var seen: Set<Element> = []
    return filter { !seen.insert($0).inserted }
  }
}
