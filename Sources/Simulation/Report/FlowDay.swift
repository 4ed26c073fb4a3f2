// SPDX-License-Identifier: Apache-2.0

public import PatientFlow

/// One day of one replication, from one daily count to the next: everything that happened, and how
/// many people were in each unit and waited for it at each hour.
public struct FlowDay: Sendable {
  /// The day, counted from the first that is counted.
  public let day: Int
  /// When it begins, in days after the start of the run.
  public let start: Double
  /// What happened, in order.
  public let events: [FlowEvent]
  /// People in each unit at each of 25 hours, by unit.
  public let occupied: [[Int]]
  /// People who wait for each unit at each of 25 hours, wherever they are, by unit.
  public let waiting: [[Int]]

  /// Replays a day of a replication of a model from everything that happened up to its end.
  /// - Throws: `FlowProblems` when the network cannot be run.
  public static func replay(
    _ model: FlowModel, seed: UInt64, replication: Int = 1, day: Int
  ) throws(FlowProblems) -> FlowDay {
    var horizon = model.horizon
    let firstCount = (horizon.warmUp - horizon.auditTime).rounded(.up)
    let start = firstCount + Double(day) + horizon.auditTime
    // What comes after the day need not be run: nothing of it reaches back.
    horizon.length = max(start + 1.5 - horizon.warmUp, 1)
    var kernel = FlowKernel(try FlowPlan(model.network, horizon: horizon), seed: seed)
    var follower = DayFollower(units: model.network.units.count, start: start)
    var events: [FlowEvent] = []
    _ = kernel.run(replication: replication, logging: 0..<(start + 1)) { event in
      follower.follow(event)
      if event.time >= start { events.append(event) }
    }
    follower.finish()
    return FlowDay(
      day: day, start: start, events: events, occupied: follower.occupiedByHour,
      waiting: follower.waitingByHour)
  }

  /// How often something happened.
  public func count(_ kind: FlowEvent.Kind) -> Int { events.count { $0.kind == kind } }
}

/// Follows where everybody is and what they wait for, from the first event on.
private struct DayFollower {
  private let start: Double
  private var occupied: [Int]
  private var waiting: [Int]
  /// The unit of each patient and the one waited for, by number; below 0 for none.
  private var place: [Int] = []
  private var waitsFor: [Int] = []
  private var hour = 0
  private(set) var occupiedByHour: [[Int]]
  private(set) var waitingByHour: [[Int]]

  init(units: Int, start: Double) {
    self.start = start
    occupied = Array(repeating: 0, count: units)
    waiting = occupied
    occupiedByHour = Array(repeating: [], count: units)
    waitingByHour = occupiedByHour
  }

  mutating func follow(_ event: FlowEvent) {
    while hour <= 24, event.time >= start + Double(hour) / 24 { note() }
    let patient = event.patient
    while place.count <= patient {
      place.append(-1)
      waitsFor.append(-1)
    }
    switch event.kind {
    case .queued: wait(patient, for: event.unit)
    case .blocked:
      // Only people of the census are met in a bed that nobody saw them get.
      if place[patient] < 0 { enter(patient, event.unit) }
      wait(patient, for: event.next ?? event.unit)
    case .admitted:
      endWait(patient)
      leave(patient)
      enter(patient, event.unit)
    case .left: leave(patient)
    case .reneged: endWait(patient)
    case .arrived, .careEnded, .turnedAway, .cancelled: break
    }
  }

  mutating func finish() {
    while hour <= 24 { note() }
  }

  private mutating func note() {
    for unit in occupied.indices {
      occupiedByHour[unit].append(occupied[unit])
      waitingByHour[unit].append(waiting[unit])
    }
    hour += 1
  }

  private mutating func wait(_ patient: Int, for unit: Int) {
    waitsFor[patient] = unit
    waiting[unit] += 1
  }

  private mutating func endWait(_ patient: Int) {
    guard waitsFor[patient] >= 0 else { return }
    waiting[waitsFor[patient]] -= 1
    waitsFor[patient] = -1
  }

  private mutating func enter(_ patient: Int, _ unit: Int) {
    place[patient] = unit
    occupied[unit] += 1
  }

  private mutating func leave(_ patient: Int) {
    guard place[patient] >= 0 else { return }
    occupied[place[patient]] -= 1
    place[patient] = -1
  }
}
