// SPDX-License-Identifier: Apache-2.0

/// What is added to the subsets in which every candidate of a prefix is closed.
///
/// The candidates split into high bits, fixed within a block, and low bits. An event counts for a
/// subset when its prefix has no open candidate, so a block needs the events whose high bits are
/// closed, each at the complement of its low bits. Events lie list by list, and within a list by
/// the high bits of their prefix, so that they are passed over together.
struct PrefixEvents<Value: Sendable>: Sendable {
  /// One event.
  struct Event: Sendable {
    /// The list it belongs to.
    var list: Int
    /// The high bits of its prefix.
    var high: Int
    /// Where it goes within a block.
    var position: Int
    /// What it adds.
    var value: Value
  }

  /// Consecutive events of one list with the same high bits.
  private struct Run: Sendable {
    var high: Int
    var events: Range<Int>
  }

  private var events: [Event]
  private var runs: [Run] = []
  /// The runs of each list.
  private var lists: [Range<Int>]

  init(_ unordered: [Event], lists count: Int) {
    events = unordered.sorted {
      ($0.list, $0.high, $0.position) < ($1.list, $1.high, $1.position)
    }
    lists = Array(repeating: 0..<0, count: count)
    var start = 0
    while start < events.count {
      let first = events[start]
      let end =
        events[start...].firstIndex { $0.list != first.list || $0.high != first.high }
        ?? events.count
      let firstRun = lists[first.list].isEmpty ? runs.count : lists[first.list].lowerBound
      runs.append(Run(high: first.high, events: start..<end))
      lists[first.list] = firstRun..<runs.count
      start = end
    }
  }

  /// Visits the events of a list whose prefix has none of the high bits in `open`.
  @inline(__always)
  func forEach(in list: Int, open: Int, _ visit: (Int, Value) -> Void) {
    for run in runs[lists[list]] where run.high & open == 0 {
      for event in events[run.events] { visit(event.position, event.value) }
    }
  }
}
