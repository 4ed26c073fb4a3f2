// SPDX-License-Identifier: Apache-2.0

/// Compares two texts in one way, with what that way needs at hand.
///
/// One is made for each thread: it keeps the places of the characters of the last left text.
final class TextComparer {
  private let measure: TextComparison.Measure
  private let limit: Double
  private let variant: StringVariant
  private let left: TextEntries?
  private let right: TextEntries?
  private let leftBits: [[UInt64]]
  private let rightBits: [[UInt64]]
  private let leftTokens: [Set<ArraySlice<UInt8>>]
  private let rightTokens: [Set<ArraySlice<UInt8>>]
  private let samePart: Bool
  private var places = CharacterPlaces()

  init(_ text: TextComparison, _ tables: ValueTables, _ variant: StringVariant) {
    measure = text.measure
    limit = text.limit
    self.variant = variant
    left = tables.texts[text.left]
    right = tables.texts[text.right]
    leftBits = tables.encodings[text.left] ?? []
    rightBits = tables.encodings[text.right] ?? []
    leftTokens = tables.tokens[text.left] ?? []
    rightTokens = tables.tokens[text.right] ?? []
    samePart = text.left == text.right
  }

  /// The similarity or number of changes of two values, exact where it reaches the limit that any level
  /// asks for, and otherwise on the right side of it.
  @inline(__always)
  func value(_ leftCode: Int32, _ rightCode: Int32) -> Double {
    switch measure {
    case .similarity(.jaro): jaro(leftCode, rightCode, winkler: false)
    case .similarity(.jaroWinkler): jaro(leftCode, rightCode, winkler: true)
    case .similarity(.dice): dice(Int(leftCode), Int(rightCode))
    case .similarity(.sharedTokens): sharedTokens(Int(leftCode), Int(rightCode))
    case .edits(let edits): distance(leftCode, rightCode, edits)
    }
  }

  @inline(__always)
  private func jaro(_ leftCode: Int32, _ rightCode: Int32, winkler: Bool) -> Double {
    guard let left, let right else { return 0 }
    let one = left.entries[Int(leftCode)]
    let other = right.entries[Int(rightCode)]
    guard isQuick(one, other) else {
      let texts = (left.array(one), right.array(other))
      return plainJaro(texts.0, texts.1, winkler: winkler)
    }
    let shared = Double(TextEntries.mostShared(one, other))
    let bound = (shared / Double(one.length) + shared / Double(other.length) + 1) / 3
    if bound < limit - 1e-9 {
      guard winkler, bound + 0.4 * (1 - bound) >= limit - 1e-9 else { return -1 }
      let prefix = commonStart(left.start(one), right.start(other), one, other)
      if bound + 0.1 * Double(prefix) * (1 - bound) < limit - 1e-9 { return -1 }
    }
    places.hold(left.start(one), Int(one.length))
    return places.similarity(
      left.start(one), Int(one.length), right.start(other), Int(other.length), variant,
      winkler: winkler)
  }

  @inline(__always)
  private func commonStart(
    _ left: UnsafePointer<UInt8>, _ right: UnsafePointer<UInt8>, _ one: TextEntries.Entry,
    _ other: TextEntries.Entry
  ) -> Int {
    var count = 0
    let most = min(4, Int(one.length), Int(other.length))
    while count < most, left[count] == right[count] { count += 1 }
    return count
  }

  /// Whether a text fits the quick forms: 1 to 64 units, and one byte a unit where units are code points.
  @inline(__always)
  private func isQuick(_ one: TextEntries.Entry, _ other: TextEntries.Entry) -> Bool {
    one.length &- 1 < 64 && other.length &- 1 < 64 && one.length > 0 && other.length > 0
      && (variant == .duckDB || (one.isASCII && other.isASCII))
  }

  private func plainJaro(_ left: [UInt8], _ right: [UInt8], winkler: Bool) -> Double {
    guard variant == .spark else {
      return Jaro.similarity(left, right, variant, winkler: winkler)
    }
    return Jaro.similarity(
      String(decoding: left, as: UTF8.self), String(decoding: right, as: UTF8.self), variant,
      winkler: winkler)
  }

  @inline(__always)
  private func distance(
    _ leftCode: Int32, _ rightCode: Int32, _ edits: EditMeasure
  ) -> Double {
    if samePart, leftCode == rightCode { return 0 }
    guard let left, let right else { return .infinity }
    let one = left.entries[Int(leftCode)]
    let other = right.entries[Int(rightCode)]
    guard isQuick(one, other) else { return plainDistance(left.array(one), right.array(other), edits) }
    let lengths = (Int(one.length), Int(other.length))
    if Double(abs(lengths.0 - lengths.1)) > limit { return .infinity }
    let unshared = max(lengths.0, lengths.1) - TextEntries.mostShared(one, other)
    if Double(unshared) > limit { return .infinity }
    if limit < 2, edits == .levenshtein {
      return atMostOne(left.start(one), lengths.0, right.start(other), lengths.1)
    }
    places.hold(left.start(one), lengths.0)
    return Double(places.distance(lengths.0, right.start(other), lengths.1, edits))
  }

  /// 0 or 1 where that is the number of changes, and 2 for any more.
  @inline(__always)
  private func atMostOne(
    _ left: UnsafePointer<UInt8>, _ leftCount: Int, _ right: UnsafePointer<UInt8>,
    _ rightCount: Int
  ) -> Double {
    let shorter = min(leftCount, rightCount)
    var from = 0
    while from < shorter, left[from] == right[from] { from += 1 }
    if from == leftCount, from == rightCount { return 0 }
    let leftFrom = from + (leftCount >= rightCount ? 1 : 0)
    let rightFrom = from + (rightCount >= leftCount ? 1 : 0)
    for index in 0..<max(0, leftCount - leftFrom)
    where left[leftFrom + index] != right[rightFrom + index] {
      return 2
    }
    return 1
  }

  private func plainDistance(_ left: [UInt8], _ right: [UInt8], _ edits: EditMeasure) -> Double {
    guard variant == .spark else { return Double(Edits.distance(left, right, edits)) }
    return Double(
      Edits.distance(
        String(decoding: left, as: UTF8.self), String(decoding: right, as: UTF8.self), edits,
        variant))
  }

  private func dice(_ leftCode: Int, _ rightCode: Int) -> Double {
    let one = leftBits[leftCode]
    let other = rightBits[rightCode]
    var shared = 0
    var all = 0
    for index in 0..<max(one.count, other.count) {
      let left = index < one.count ? one[index] : 0
      let right = index < other.count ? other[index] : 0
      shared += (left & right).nonzeroBitCount
      all += left.nonzeroBitCount + right.nonzeroBitCount
    }
    return all == 0 ? 0 : Double(2 * shared) / Double(all)
  }

  private func sharedTokens(_ leftCode: Int, _ rightCode: Int) -> Double {
    let one = leftTokens[leftCode]
    let other = rightTokens[rightCode]
    let shared = one.intersection(other).count
    let all = one.count + other.count - shared
    return all == 0 ? 0 : Double(shared) / Double(all)
  }
}
