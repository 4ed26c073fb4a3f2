// SPDX-License-Identifier: Apache-2.0

/// Something that is to happen: when, in which order among things at the same time, and to whom.
///
/// Both are one number of 128 bits: the time, whose bits sort as the time does because it is never
/// below 0; the order of scheduling; and the subject. So events have one total order, ties have one
/// outcome, and two events are compared without a branch.
struct PendingEvent: BitwiseCopyable {
  private var bits: UInt128

  private static let subjectBits: UInt64 = 28

  /// After everything.
  static let never = PendingEvent(bits: .max)

  private init(bits: UInt128) { self.bits = bits }

  /// An event at a time, the next one scheduled, of a subject.
  @inline(__always)
  init(time: Double, order: UInt64, subject: Int) {
    let key = order &<< Self.subjectBits | UInt64(truncatingIfNeeded: subject)
    bits = UInt128(time.bitPattern) &<< 64 | UInt128(key)
  }

  /// When it is to happen.
  @inline(__always)
  var time: Double { Double(bitPattern: UInt64(truncatingIfNeeded: bits &>> 64)) }

  /// The order of scheduling and the subject: a name of its own.
  @inline(__always)
  var key: UInt64 { UInt64(truncatingIfNeeded: bits) }

  /// Whom it concerns.
  @inline(__always)
  var subject: Int { Int(truncatingIfNeeded: key & (1 << Self.subjectBits - 1)) }

  /// Earlier, or scheduled earlier for the same time.
  @inline(__always)
  static func < (one: PendingEvent, other: PendingEvent) -> Bool { one.bits < other.bits }
}

/// Events to come, the next one first: a binary heap in one block of memory.
///
/// Taking the first event leaves a hole at the top, which the next event added fills, because most
/// events schedule one other: half the work of taking and adding apart. Behind the last event
/// stands one that never happens, so that every event that has a child has two.
struct EventHeap {
  private var events: UnsafeMutablePointer<PendingEvent>
  private var capacity: Int
  private var count = 0
  private var order: UInt64 = 0
  private var hasHole = false

  init() {
    capacity = 1024
    events = .allocate(capacity: capacity)
    events[0] = .never
  }

  func deallocate() { events.deallocate() }

  /// Forgets all events and keeps the memory.
  mutating func removeAll() {
    count = 0
    order = 0
    hasHole = false
    events[0] = .never
  }

  /// Takes the next event; nil when there is none.
  @inline(__always)
  mutating func next() -> PendingEvent? {
    if hasHole {
      hasHole = false
      count &-= 1
      let last = events[count]
      events[count] = .never
      if count > 0 { sink(last) }
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
    let event = PendingEvent(time: time, order: order, subject: subject)
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
    let events = self.events
    let count = self.count
    var hole = 0
    var child = 1
    while child < count {
      let (left, right) = (events[child], events[child &+ 1])
      let isRight = right < left
      child &+= isRight ? 1 : 0
      let first = isRight ? right : left
      guard first < event else { break }
      events[hole] = first
      hole = child
      child = 2 &* hole &+ 1
    }
    events[hole] = event
  }

  @inline(__always)
  private mutating func rise(_ event: PendingEvent) {
    if count &+ 1 == capacity { grow() }
    let events = self.events
    var hole = count
    count &+= 1
    events[count] = .never
    while hole > 0 {
      let parent = (hole &- 1) &>> 1
      guard event < events[parent] else { break }
      events[hole] = events[parent]
      hole = parent
    }
    events[hole] = event
  }

  @inline(never)
  private mutating func grow() {
    let larger = UnsafeMutablePointer<PendingEvent>.allocate(capacity: 2 * capacity)
    larger.moveInitialize(from: events, count: count)
    events.deallocate()
    events = larger
    capacity *= 2
  }
}
