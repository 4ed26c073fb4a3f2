// SPDX-License-Identifier: Apache-2.0

/// A patient: an event touches one, so all that it needs stands together.
struct PatientRecord: BitwiseCopyable {
  enum State: UInt8, BitwiseCopyable {
    /// Waits in the queue of `target`, outside.
    case waiting
    /// In need of care in `unit`.
    case care
    /// Keeps the bed in `unit` until papers, equipment or transport are there.
    case transition
    /// Keeps the bed in `unit` and waits for `target`.
    case blocked
    /// Called off and booked again at `target`.
    case booked
  }

  /// The key of the event that is still wanted; others for this patient are stale.
  var pending: UInt64 = 0
  var came: Double
  var joined = 0.0
  /// The place in the order of joining queues.
  var ticket = 0
  var next: Int32 = -1
  var previous: Int32 = -1
  var unit: Int32 = -1
  var group: Int32 = -1
  var target: Int32 = -1
  var route: Int32 = -1
  var patientClass: Int32
  var source: Int32
  /// The number within the source, to which luck belongs.
  var number: UInt32
  /// The number in order of appearance.
  var identity: Int32
  /// Units entered so far.
  var step: UInt32 = 0
  var state = State.waiting
}

/// The visits that a patient needs: from a number a day to another, over whole days.
struct VisitNeeds: BitwiseCopyable {
  var first: Int32 = 0
  var last: Int32 = 0
  var days: Int32 = 0
  /// Days that are over at the start, of somebody met in the census.
  var elapsed: Int32 = 0
  /// Whether a start was considered before.
  var wasTried = false

  /// Visits on a day of the stay: a straight line, rounded.
  @inline(__always)
  func visits(on day: Int) -> Int {
    guard days > 1 else { return Int(first) }
    let fall = Double(first &- last) * Double(day) / Double(days &- 1)
    return Int((Double(first) - fall).rounded())
  }
}

/// Memory for patients, used again as they leave.
struct PatientPool {
  private(set) var records: UnsafeMutablePointer<PatientRecord>
  private(set) var needs: UnsafeMutablePointer<VisitNeeds>
  private var capacity: Int
  private var used = 0
  private var free: Int32 = -1
  /// People in the pool.
  private(set) var present = 0

  init() {
    capacity = 1024
    records = .allocate(capacity: capacity)
    needs = .allocate(capacity: capacity)
  }

  func deallocate() {
    records.deallocate()
    needs.deallocate()
  }

  /// Forgets all patients and keeps the memory.
  mutating func removeAll() {
    used = 0
    free = -1
    present = 0
  }

  /// Finds a place for a patient.
  @inline(__always)
  mutating func add(_ record: PatientRecord) -> Int {
    present &+= 1
    let place: Int
    if free >= 0 {
      place = Int(free)
      free = records[place].next
    } else {
      if used == capacity { grow() }
      place = used
      used &+= 1
    }
    records[place] = record
    return place
  }

  /// Gives the place of a patient back; what is still scheduled for it is stale.
  @inline(__always)
  mutating func remove(_ place: Int) {
    present &-= 1
    records[place].pending = 0
    records[place].next = free
    free = Int32(truncatingIfNeeded: place)
  }

  private mutating func grow() {
    let larger = UnsafeMutablePointer<PatientRecord>.allocate(capacity: 2 * capacity)
    larger.moveInitialize(from: records, count: used)
    records.deallocate()
    records = larger
    let more = UnsafeMutablePointer<VisitNeeds>.allocate(capacity: 2 * capacity)
    more.moveInitialize(from: needs, count: used)
    needs.deallocate()
    needs = more
    capacity *= 2
  }
}
