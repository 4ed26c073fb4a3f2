// SPDX-License-Identifier: Apache-2.0

/// The last few values that were worked out, by what was asked.
///
/// Anybody can ask for any state, so that what is kept is bounded; the one that nobody asked for
/// longest goes first.
struct LabKept<Key: Hashable & Sendable, Value: Sendable>: Sendable {
  private let room: Int
  /// The one that was asked for longest ago comes first.
  private var order: [Key] = []
  private var kept: [Key: Value] = [:]

  /// Room for so many values, one at least.
  init(room: Int) { self.room = max(room, 1) }

  /// The value of a key, or nil when it is not kept.
  mutating func value(_ key: Key) -> Value? {
    guard let value = kept[key] else { return nil }
    order.removeAll { $0 == key }
    order.append(key)
    return value
  }

  /// Keeps a value.
  mutating func keep(_ value: Value, _ key: Key) {
    order.removeAll { $0 == key }
    if order.count >= room { kept[order.removeFirst()] = nil }
    order.append(key)
    kept[key] = value
  }

  /// How many are kept.
  var count: Int { kept.count }
}
