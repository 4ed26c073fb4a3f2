// SPDX-License-Identifier: Apache-2.0

import Sampling

// Visits at home. Who starts is decided once a day, at the start of the day and in the order of the
// queue: whoever came by then and whose visits all fit, from today to the last, starts today.

extension FlowMachine {
  mutating func openVisits() {
    for unit in tables.units.indices where units[unit].kind == .visits {
      calendars[unit].start()
      heap.add(time: 0, subject: timers.visits + unit)
    }
  }

  /// Settles what somebody needs who joins the queue of a service.
  mutating func drawVisits(_ patient: Int, for unit: Int) {
    let step = pool.records[patient].step
    let care = luck(of: patient, step: step, .care)
    let route = chooseRoute(of: patient, in: unit, care.first)
    pool.records[patient].route = Int32(route)
    var needs = visitNeeds(of: patient, in: unit, step: step)
    needs.days = Self.wholeDays(routes[route].stay.quantile(care.second, observed))
    pool.needs[patient] = needs
  }

  /// The visits a day at first and at last, drawn within three standard deviations.
  func visitNeeds(of patient: Int, in unit: Int, step: UInt32) -> VisitNeeds {
    guard let service = tables.visits[unit] else { return VisitNeeds() }
    let luck = self.luck(of: patient, step: step, .visits)
    let first = Self.visits(service.first, luck.first)
    let last = min(first, Self.visits(service.last, luck.second))
    return VisitNeeds(first: Int32(first), last: Int32(last))
  }

  private static func visits(
    _ normal: (mean: Double, deviation: Double), _ luck: Double
  ) -> Int {
    let z = min(3, max(-3, StandardNormal.quantile(luck)))
    return Int(max(1, (normal.mean + normal.deviation * z).rounded()))
  }

  /// A stay in whole days, at least one; a hundred years stand for longer.
  static func wholeDays(_ stay: Double) -> Int32 {
    Int32(min(36_525, max(1, stay.rounded())))
  }

  /// Decides who starts today.
  mutating func startVisits(_ unit: Int) {
    let today = Int(now)
    calendars[unit].advance(to: today)
    var isOpen = true
    let first = units[unit].firstLane
    for lane in first..<(first + units[unit].laneCount) {
      var patient = Int(lanes[lane].head)
      while patient >= 0 {
        let next = Int(pool.records[patient].next)
        if isOpen, calendars[unit].fits(pool.needs[patient]) {
          start(patient, unit)
        } else {
          if !units[unit].overtaking { isOpen = false }
          if !pool.needs[patient].wasTried { units[unit].foundFull += 1 }
          pool.needs[patient].wasTried = true
        }
        patient = next
      }
    }
    units[unit].visits += calendars[unit].promisedToday
    units[unit].visitCapacity += calendars[unit].capacity(on: today)
    units[unit].visitDays += 1
    let tomorrow = Double(today + 1)
    if tomorrow < end { heap.add(time: tomorrow, subject: timers.visits + unit) }
  }

  private mutating func start(_ patient: Int, _ unit: Int) {
    calendars[unit].promise(pool.needs[patient])
    takeFromQueue(patient)
    countAdmission(patient, to: unit, waited: now - pool.records[patient].joined)
    if pool.records[patient].unit >= 0 { leaveUnit(patient) }
    take(patient, unit, -1)
    pool.records[patient].step += 1
    pool.records[patient].pending = heap.add(
      time: now + Double(pool.needs[patient].days), subject: patient + timers.patients)
    if isLogging { tell(.admitted, patient, at: unit) }
  }
}
