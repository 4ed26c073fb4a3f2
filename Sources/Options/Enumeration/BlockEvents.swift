// SPDX-License-Identifier: Apache-2.0

/// The events of an enumeration in blocks.
struct BlockEvents: Sendable {
  /// The longest time once a prefix is closed.
  let farthest: PrefixEvents<Double>
  /// For each group of lanes, what closing a prefix adds.
  let sums: [PrefixEvents<SIMD4<Double>>]
  /// For each group of thresholds and each unit, the weight that arrives.
  let arrivals: [PrefixEvents<SIMD4<Double>>]

  init(_ tree: PrefixTree, units: Int, lowBits: Int) {
    let block = BlockShape(lowBits: lowBits)
    farthest = PrefixEvents(
      (0..<tree.count).map { node in
        block.event(tree.prefixes[node], value: tree.farthest[node])
      }, lists: 1)
    sums = (0..<tree.sumGroups).map { group in
      PrefixEvents(
        (0..<tree.count).map { node in
          block.event(tree.prefixes[node], value: tree.sums[node * tree.sumGroups + group])
        }, lists: 1)
    }
    arrivals = (0..<tree.unitGroups).map { group in
      PrefixEvents(
        (1..<tree.count).map { node in
          block.event(
            tree.prefixes[Int(tree.parents[node])], unit: Int(tree.units[node]),
            value: tree.arrivals[node * tree.unitGroups + group])
        }, lists: units)
    }
  }
}

/// How the bits of a prefix split.
private struct BlockShape {
  var lowBits: Int

  /// The event of a sum over whole blocks.
  func event<Value>(_ prefix: UInt32, value: Value) -> PrefixEvents<Value>.Event {
    .init(
      list: 0, high: Int(prefix) >> lowBits, position: ~Int(prefix) & ((1 << lowBits) - 1),
      value: value)
  }

  /// The event of a unit; the sums of a low candidate leave out its own bit.
  func event<Value>(
    _ prefix: UInt32, unit: Int, value: Value
  ) -> PrefixEvents<Value>.Event {
    var event = event(prefix, value: value)
    event.list = unit
    if unit < lowBits {
      let below = event.position & ((1 << unit) - 1)
      event.position = ((event.position >> (unit + 1)) << unit) | below
    }
    return event
  }
}
