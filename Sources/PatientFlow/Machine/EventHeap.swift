// SPDX-License-Identifier: Apache-2.0

/// Something that is to happen: when, in which order among things at the same time, and to whom.
struct PendingEvent: BitwiseCopyable {
  var time: Double
  /// The order of scheduling above 28 bits of subject.
  var key: UInt64

  static let subjectBits: UInt64 = 28

  /// Whom it concerns.
  @inline(__always)
  var subject: Int { Int(key & (1 << Self.subjectBits - 1)) }

  /// Earlier, or scheduled earlier for the same time: a total order, so that ties have one outcome.
  @inline(__always)
  static func < (one: PendingEvent, other: PendingEvent) -> Bool {
    one.time < other.time || (one.time == other.time && one.key < other.key)
  }
}

/// Events to come, the next one first: a binary heap in one block of memory.
///
/// Taking the first event leaves a hole at the top, which the next event added fills, because most
/// events schedule one other: half the work of taking and adding apart.
struct EventHeap {
  private var events: UnsafeMutablePointer<PendingEvent>
  private var capacity: Int
  private var count = 0
  private var order: UInt64 = 0
  private var hasHole = false

  init() {
    capacity = 1024
    events = .allocate(capacity: capacity)
  }

  func deallocate() { events.deallocate() }

  /// Forgets all events and keeps the memory.
  mutating func removeAll() {
    count = 0
    order = 0
    hasHole = false
  }

  /// Takes the next event; nil when there is none.
  @inline(__always)
  mutating func next() -> PendingEvent? {
    if hasHole {
      count &-= 1
      hasHole = false
      if count > 0 { sink(events[count]) }
    }
    guard count > 0 else { return nil }
    hasHole = true
    return events[0]
  }

  /// Schedules an event and returns its key, by which it is known to be still wanted.
  @inline(__always)
  @discardableResult
  mutating func add(time: Double, subject: Int) -> UInt64 {
    order &+= 1
    let event = PendingEvent(
      time: time, key: order &<< PendingEvent.subjectBits | UInt64(truncatingIfNeeded: subject))
    if hasHole {
      hasHole = false
      sink(event)
    } else {
      rise(event)
    }
    return event.key
  }

  /// Puts an event into the hole at the top and lets it sink to its place.
  @inline(__always)
  private mutating func sink(_ event: PendingEvent) {
    var hole = 0
    var child = 1
    while child < count {
      if child &+ 1 < count, events[child &+ 1] < events[child] { child &+= 1 }
      guard events[child] < event else { break }
      events[hole] = events[child]
      hole = child
      child = 2 &* hole &+ 1
    }
    events[hole] = event
  }

  private mutating func rise(_ event: PendingEvent) {
    if count == capacity { grow() }
    var hole = count
    count &+= 1
    while hole > 0 {
      let parent = (hole &- 1) &>> 1
      guard event < events[parent] else { break }
      events[hole] = events[parent]
      hole = parent
    }
    events[hole] = event
  }

  private mutating func grow() {
    let larger = UnsafeMutablePointer<PendingEvent>.allocate(capacity: 2 * capacity)
    larger.moveInitialize(from: events, count: count)
    events.deallocate()
    events = larger
    capacity *= 2
  }
}
