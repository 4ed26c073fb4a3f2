// SPDX-License-Identifier: Apache-2.0

/// Chooses which of many labels along an axis to print, so that none comes near another.
enum PlaceLabels {
  /// The stretch of axis a label covers.
  struct Span: Sendable {
    let low: Double
    let high: Double

    var centre: Double { (low + high) / 2 }
  }

  /// Indices of the labels to print, rising; the last is always among them.
  ///
  /// On even steps every nth is printed, with the first as well when that costs at most half of
  /// them; on uneven steps the first and last, then what fits from the left.
  static func shown(_ spans: [Span], areEven: Bool) -> [Int] {
    guard let last = spans.indices.last, last > 0 else { return Array(spans.indices) }
    guard areEven else { return fromTheLeft(spans, last: last) }
    let least = (1...last).first { isClear(every($0, until: last), spans) } ?? last + 1
    let closing = (least...2 * least).first {
      last % $0 == 0 && isClear(every($0, until: last), spans)
    }
    return every(closing ?? least, until: last)
  }

  private static func every(_ step: Int, until last: Int) -> [Int] {
    Array(stride(from: last, through: 0, by: -step).reversed())
  }

  private static func isClear(_ picked: [Int], _ spans: [Span]) -> Bool {
    zip(picked, picked.dropFirst()).allSatisfy { spans[$0].high + 8 < spans[$1].low }
  }

  private static func fromTheLeft(_ spans: [Span], last: Int) -> [Int] {
    var picked: [Int] = []
    for index in 0..<last where isClear(picked.suffix(1) + [index, last], spans) {
      picked.append(index)
    }
    return picked + [last]
  }
}
