// SPDX-License-Identifier: Apache-2.0

/// How often each whole number was seen; as long as the largest.
struct CountTable {
  private var counts: UnsafeMutablePointer<Int>
  private var capacity: Int
  private var top = 0

  init() {
    capacity = 64
    counts = .allocate(capacity: capacity)
    counts.initialize(repeating: 0, count: capacity)
  }

  func deallocate() { counts.deallocate() }

  /// Forgets what was seen and keeps the memory.
  mutating func removeAll() {
    counts.update(repeating: 0, count: top)
    top = 0
  }

  /// Adds a number that is not below 0.
  mutating func add(_ number: Int) {
    if number >= capacity { grow(to: number) }
    counts[number] &+= 1
    if number >= top { top = number &+ 1 }
  }

  /// The counts from 0 to the largest number seen.
  var all: [Int] { Array(UnsafeBufferPointer(start: counts, count: top)) }

  private mutating func grow(to number: Int) {
    let larger = max(2 * capacity, number + 1)
    let more = UnsafeMutablePointer<Int>.allocate(capacity: larger)
    more.initialize(repeating: 0, count: larger)
    more.update(from: counts, count: capacity)
    counts.deallocate()
    counts = more
    capacity = larger
  }
}
