// SPDX-License-Identifier: Apache-2.0

/// Compares two texts in one way, with what that way needs at hand.
///
/// One is made for each thread: it keeps the places of the characters of the last left text.
final class TextComparer {
  private let measure: TextComparison.Measure
  private let limit: Double
  private let variant: StringVariant
  private let owners: [TextEntries]
  private let leftEntries: UnsafePointer<TextEntries.Entry>?
  private let leftBytes: UnsafePointer<UInt8>?
  private let rightEntries: UnsafePointer<TextEntries.Entry>?
  private let rightBytes: UnsafePointer<UInt8>?
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
    let left = tables.texts[text.left]
    let right = tables.texts[text.right]
    owners = [left, right].compactMap { $0 }
    leftEntries = left.map { UnsafePointer($0.entries) }
    leftBytes = left.map { UnsafePointer($0.bytes) }
    rightEntries = right.map { UnsafePointer($0.entries) }
    rightBytes = right.map { UnsafePointer($0.bytes) }
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
    guard let (one, other) = texts(leftCode, rightCode) else { return 0 }
    guard isQuick(one.entry, other.entry) else {
      return plainJaro(one.array, other.array, winkler: winkler)
    }
    let shared = Double(TextEntries.mostShared(one.entry, other.entry))
    let bound = (shared / Double(one.count) + shared / Double(other.count) + 1) / 3
    if bound < limit - 1e-9 {
      guard winkler, bound + 0.4 * (1 - bound) >= limit - 1e-9 else { return -1 }
      let prefix = commonStart(one, other)
      if bound + 0.1 * Double(prefix) * (1 - bound) < limit - 1e-9 { return -1 }
    }
    places.hold(one.start, one.count)
    return places.similarity(
      one.start, one.count, other.start, other.count, variant, winkler: winkler)
  }

  @inline(__always)
  private func texts(
    _ left: Int32, _ right: Int32
  ) -> (TextEntries.Text, TextEntries.Text)? {
    guard let leftEntries, let leftBytes, let rightEntries, let rightBytes else { return nil }
    return (
      TextEntries.Text(leftEntries, leftBytes, left),
      TextEntries.Text(rightEntries, rightBytes, right)
    )
  }

  @inline(__always)
  private func commonStart(_ one: TextEntries.Text, _ other: TextEntries.Text) -> Int {
    var count = 0
    let most = min(4, one.count, other.count)
    while count < most, one.start[count] == other.start[count] { count += 1 }
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
    guard let (one, other) = texts(leftCode, rightCode) else { return .infinity }
    guard isQuick(one.entry, other.entry) else {
      return plainDistance(one.array, other.array, edits)
    }
    if Double(abs(one.count - other.count)) > limit { return .infinity }
    if limit < 2, edits == .levenshtein {
      return atMostOne(one.start, one.count, other.start, other.count)
    }
    let unshared = max(one.count, other.count) - TextEntries.mostShared(one.entry, other.entry)
    if Double(unshared) > limit { return .infinity }
    places.hold(one.start, one.count)
    return Double(places.distance(one.count, other.start, other.count, edits))
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
