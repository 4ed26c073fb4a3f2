// SPDX-License-Identifier: Apache-2.0

/// The distinct times of a matrix in ascending order, and the place of each time among them.
///
/// Times are counted out in tenths or whole minutes, so a matrix of millions has only thousands of
/// distinct ones. A place takes two bytes where the time takes eight.
struct DistinctTimes: Sendable {
  /// The distinct times in ascending order; the last is always infinity, for no route.
  let minutes: [Double]
  private let places: [UInt32]
  private let slots: TimeSlots

  /// Collects the distinct times of a matrix.
  init(of values: [Double]) {
    var slots = TimeSlots()
    for value in values { slots.insert(value) }
    slots.insert(.infinity)
    let order = slots.values.indices.sorted { slots.values[$0] < slots.values[$1] }
    var places = [UInt32](repeating: 0, count: order.count)
    for (place, index) in order.enumerated() { places[index] = UInt32(place) }
    minutes = order.map { slots.values[$0] }
    self.places = places
    self.slots = slots
  }

  /// The place of infinity: no route.
  var noRoute: UInt32 { UInt32(minutes.count - 1) }

  /// Finds the place of a time that is in the matrix.
  func place(of value: Double) -> UInt32 { places[slots.index(of: value)] }
}

/// A hash table of times with open addressing, numbered in order of arrival.
private struct TimeSlots: Sendable {
  private(set) var values: [Double] = []
  private var slots = [Int32](repeating: -1, count: 1 << 12)

  /// Adds a time unless it is there.
  mutating func insert(_ value: Double) {
    let slot = slot(of: value)
    guard slots[slot] < 0 else { return }
    slots[slot] = Int32(values.count)
    values.append(value)
    if values.count * 4 > slots.count { grow() }
  }

  /// The number of a time that is there.
  func index(of value: Double) -> Int { Int(slots[slot(of: value)]) }

  private func slot(of value: Double) -> Int {
    // Adding zero turns a negative zero into the positive one.
    let hash = (value + 0).bitPattern &* 0x9E37_79B9_7F4A_7C15
    var slot = Int(truncatingIfNeeded: hash >> 32) & (slots.count - 1)
    while slots[slot] >= 0, values[Int(slots[slot])] != value {
      slot = (slot + 1) & (slots.count - 1)
    }
    return slot
  }

  private mutating func grow() {
    slots = Array(repeating: -1, count: slots.count * 2)
    for (index, value) in values.enumerated() { slots[slot(of: value)] = Int32(index) }
  }
}
