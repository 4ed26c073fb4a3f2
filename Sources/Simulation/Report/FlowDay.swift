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

  /// Replays a day of a model; nil when its results have no count of that day.
  ///
  /// The numbers begin at the daily count that the results of the replication hold, and every later
  /// one follows from an event.
  /// - Throws: `FlowProblems` when the network cannot be run.
  public static func replay(
    _ model: FlowModel, seed: UInt64, replication: Int = 1, day: Int
  ) throws(FlowProblems) -> FlowDay? {
    let plan = try FlowPlan(model.network, horizon: model.horizon)
    let audit = model.horizon.auditTime
    let start = model.horizon.warmUp.rounded(.up) + Double(day) + audit
    var kernel = FlowKernel(plan, seed: seed)
    var all: [FlowEvent] = []
    let result = kernel.run(replication: replication, logging: max(start - 30, 0)..<(start + 1)) {
      all.append($0)
    }
    guard day >= 0,
      result.units.allSatisfy({ day < $0.dailyOccupied.count && day < $0.dailyQueue.count }),
      model.horizon.length <= 2_000
    else { return nil }
    var counter = DayCounter(
      occupied: result.units.map { Int($0.dailyOccupied[day]) },
      waiting: result.units.map { Int($0.dailyQueue[day]) })
    for event in all where event.time < start { counter.remember(event) }
    let events = all.filter { $0.time >= start }
    counter.count(events, from: start)
    return FlowDay(
      day: day, start: start, events: events, occupied: counter.occupiedByHour,
      waiting: counter.waitingByHour)
  }

  /// How often something happened.
  public func count(_ kind: FlowEvent.Kind) -> Int { events.count { $0.kind == kind } }
}

/// Follows the numbers of a day from event to event.
private struct DayCounter {
  private var occupied: [Int]
  private var waiting: [Int]
  /// The unit that each patient is known to wait for.
  private var waitsFor: [Int: Int] = [:]
  /// When each patient was last ready to go on at once.
  private var ready: [Int: Double] = [:]
  private(set) var occupiedByHour: [[Int]]
  private(set) var waitingByHour: [[Int]]

  init(occupied: [Int], waiting: [Int]) {
    self.occupied = occupied
    self.waiting = waiting
    occupiedByHour = occupied.map { _ in [] }
    waitingByHour = waiting.map { _ in [] }
  }

  /// Learns from an event before the day who waits for what.
  mutating func remember(_ event: FlowEvent) {
    switch event.kind {
    case .queued: waitsFor[event.patient] = event.unit
    case .blocked: waitsFor[event.patient] = event.next ?? event.unit
    case .admitted, .left, .reneged, .turnedAway, .cancelled: waitsFor[event.patient] = nil
    case .arrived, .careEnded: break
    }
  }

  mutating func count(_ events: [FlowEvent], from start: Double) {
    var next = 0
    for hour in 0...24 {
      let end = start + Double(hour) / 24
      while next < events.count, events[next].time < end || hour == 24 {
        follow(events[next])
        next += 1
      }
      for unit in occupied.indices {
        occupiedByHour[unit].append(occupied[unit])
        waitingByHour[unit].append(waiting[unit])
      }
    }
  }

  private mutating func follow(_ event: FlowEvent) {
    switch event.kind {
    case .arrived, .careEnded: ready[event.patient] = event.time
    case .queued: wait(event.patient, for: event.unit)
    case .blocked: wait(event.patient, for: event.next ?? event.unit)
    case .admitted:
      occupied[event.unit] += 1
      endWait(event.patient, at: event.unit)
    case .left: occupied[event.unit] = max(occupied[event.unit] - 1, 0)
    case .reneged: endWait(event.patient, at: event.unit)
    case .turnedAway, .cancelled: break
    }
  }

  private mutating func wait(_ patient: Int, for unit: Int) {
    waitsFor[patient] = unit
    waiting[unit] += 1
  }

  private mutating func endWait(_ patient: Int, at unit: Int) {
    guard let waited = waitsFor.removeValue(forKey: patient) else { return }
    waiting[waited] = max(waiting[waited] - 1, 0)
  }
}
