// SPDX-License-Identifier: Apache-2.0

/// Small whole numbers for pairs of small whole numbers, in the order of their first use.
///
/// A chain of pairs numbers lists of any length.
struct PairInterner: Sendable {
  private var places: [UInt64: Int32] = [:]
  /// The pairs, by their numbers.
  private(set) var pairs: [(first: Int32, second: Int32)] = []

  /// The number of a pair.
  mutating func place(_ first: Int32, _ second: Int32) -> Int32 {
    let key = UInt64(UInt32(bitPattern: first)) << 32 | UInt64(UInt32(bitPattern: second))
    if let place = places[key] { return place }
    let place = Int32(pairs.count)
    places[key] = place
    pairs.append((first, second))
    return place
  }
}

/// Small whole numbers for lists of small whole numbers; the empty list is 0.
struct ListInterner: Sendable {
  private var chain = PairInterner()

  /// The number of lists, with the empty one.
  var count: Int { chain.pairs.count + 1 }

  /// The number of a list that continues another.
  mutating func place(_ list: Int32, then item: Int32) -> Int32 { chain.place(list, item) + 1 }

  /// The number of a list.
  mutating func place(_ items: some Sequence<Int32>) -> Int32 {
    items.reduce(0) { place($0, then: $1) }
  }

  /// The items of a list, in order.
  func items(_ list: Int32) -> [Int32] {
    var items: [Int32] = []
    var rest = list
    while rest > 0 {
      let pair = chain.pairs[Int(rest) - 1]
      items.append(pair.second)
      rest = pair.first
    }
    return items.reversed()
  }
}

/// Lists of whole numbers that stand one behind the other.
struct ListTable: Sendable {
  private(set) var starts: [Int32] = [0]
  private(set) var items: [Int32] = []

  init(_ lists: some Sequence<[Int32]>) { for list in lists { append(list) } }

  mutating func append(_ list: [Int32]) {
    items += list
    starts.append(Int32(items.count))
  }

  var count: Int { starts.count - 1 }

  @inline(__always)
  func range(_ list: Int) -> Range<Int> { Int(starts[list])..<Int(starts[list + 1]) }
}
