// SPDX-License-Identifier: Apache-2.0

/// What is seen once a day, at the same time of day, over the counted days.
struct FlowAudit {
  /// The most values that are kept of a series.
  static let mostKept = 2_000

  private let units: Int
  /// The day of the first audit, and how many there are.
  let firstDay: Int
  let count: Int
  /// Every so many audits, one is kept in the series.
  private let stride: Int
  private let occupied: UnsafeMutablePointer<CountTable>
  private let queue: UnsafeMutablePointer<CountTable>
  /// Beds in use, people who wait and people held up, unit after unit.
  private let series: UnsafeMutablePointer<Int32>
  private let kept: Int
  private var taken = 0

  init(units: Int, horizon: FlowHorizon) {
    self.units = units
    let end = horizon.warmUp + horizon.length
    firstDay = Int((horizon.warmUp - horizon.auditTime).rounded(.up))
    count = max(0, Int((end - horizon.auditTime).rounded(.up)) - firstDay)
    stride = max(1, (count + Self.mostKept - 1) / Self.mostKept)
    kept = (count + stride - 1) / stride
    occupied = .allocate(capacity: max(1, units))
    queue = .allocate(capacity: max(1, units))
    for unit in 0..<units {
      (occupied + unit).initialize(to: CountTable())
      (queue + unit).initialize(to: CountTable())
    }
    series = .allocate(capacity: max(1, 3 * units * kept))
    series.initialize(repeating: 0, count: max(1, 3 * units * kept))
  }

  func deallocate() {
    for unit in 0..<units {
      occupied[unit].deallocate()
      queue[unit].deallocate()
    }
    occupied.deallocate()
    queue.deallocate()
    series.deallocate()
  }

  /// Forgets what was seen and keeps the memory.
  mutating func removeAll() {
    taken = 0
    for unit in 0..<units {
      occupied[unit].removeAll()
      queue[unit].removeAll()
    }
  }

  /// Looks at all units; the day of the next look, or nil after the last.
  mutating func take(_ records: UnsafePointer<UnitRecord>) -> Int? {
    guard taken < count else { return nil }
    let isKept = taken % stride == 0
    let place = taken / stride
    for unit in 0..<units {
      let (inUse, waiting) = (records[unit].occupied, records[unit].waiting)
      occupied[unit].add(inUse)
      queue[unit].add(waiting)
      guard isKept else { continue }
      let first = series + 3 * unit * kept
      first[place] = Int32(truncatingIfNeeded: inUse)
      first[kept + place] = Int32(truncatingIfNeeded: waiting)
      first[2 * kept + place] = Int32(truncatingIfNeeded: records[unit].blocked)
    }
    taken += 1
    return taken < count ? firstDay + taken : nil
  }

  /// Writes what was seen of a unit.
  func write(_ unit: Int, to result: inout UnitResult) {
    result.auditOccupied = occupied[unit].all
    result.auditQueue = queue[unit].all
    let first = series + 3 * unit * kept
    let length = (taken + stride - 1) / stride
    result.dailyOccupied = Array(UnsafeBufferPointer(start: first, count: length))
    result.dailyQueue = Array(UnsafeBufferPointer(start: first + kept, count: length))
    result.dailyBlocked = Array(UnsafeBufferPointer(start: first + 2 * kept, count: length))
  }
}
