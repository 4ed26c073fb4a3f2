// SPDX-License-Identifier: Apache-2.0

import Sampling

// Coming to a unit from outside, and what may happen instead of being admitted.

extension FlowMachine {
  /// Somebody comes from outside to be admitted.
  @inline(__always)
  mutating func come(_ patient: Int, to unit: Int) {
    let place = Int(pool.records[patient].patientClass)
    if classes[place].cancelsAtFreeBeds >= 0, isCalledOff(place, at: unit) {
      callOff(patient, at: unit)
      return
    }
    units[unit].arrivals &+= 1
    switch units[unit].kind {
    case .unlimited: startCare(patient, in: unit, group: -1, waited: 0)
    case .beds:
      let group = freeGroup(of: unit, for: place)
      if group >= 0 {
        startCare(patient, in: unit, group: group, waited: 0)
      } else {
        units[unit].foundFull &+= 1
        waitOutside(patient, for: unit)
      }
    case .visits: waitOutside(patient, for: unit)
    }
  }

  /// The first group in the list that takes a class and has a free bed; below 0 for none.
  @inline(__always)
  func freeGroup(of unit: Int, for patientClass: Int) -> Int {
    let allowed = lanes[Int(laneOf[unit &* classCount &+ patientClass])].groups
    let first = units[unit].firstGroup
    for group in first..<(first &+ units[unit].groupCount)
    where groups[group].inUse < groups[group].staffed && allowed & groups[group].bit != 0 {
      return group
    }
    return -1
  }

  private mutating func waitOutside(_ patient: Int, for unit: Int) {
    let place = Int(pool.records[patient].patientClass)
    if units[unit].queue >= min(units[unit].queueLimit, classes[place].balksAtQueue) {
      units[unit].turnedAway &+= 1
      lose(patient, .turnedAway, at: unit)
      return
    }
    joinOutside(patient, for: unit)
    beginPatience(of: patient)
  }

  /// Settles when somebody who waits outside gives up.
  mutating func beginPatience(of patient: Int) {
    let patience = classes[Int(pool.records[patient].patientClass)].patience
    guard patience.kind != .none else { return }
    let luck = self.luck(of: patient, step: pool.records[patient].step, .delays).second
    let time = now + patience.quantile(luck, observed)
    guard time < end else { return }
    pool.records[patient].pending = heap.add(time: time, subject: patient + timers.patients)
  }

  /// Somebody joins the queue from outside.
  mutating func joinOutside(_ patient: Int, for unit: Int) {
    pool.records[patient].state = .waiting
    if isLogging { tell(.queued, patient, at: unit) }
    units[unit].queue &+= 1
    units[unit].queueDays += left
    join(patient, unit)
  }

  /// Somebody has waited too long.
  mutating func giveUp(_ patient: Int) {
    let unit = Int(pool.records[patient].target)
    takeFromQueue(patient)
    units[unit].reneged &+= 1
    lose(patient, .reneged, at: unit)
  }

  private mutating func lose(_ patient: Int, _ kind: FlowEvent.Kind, at unit: Int) {
    classes[origin(patient)].lost &+= 1
    if isLogging { tell(kind, patient, at: unit) }
    pool.remove(patient)
  }

  // MARK: Calling off

  private func isCalledOff(_ patientClass: Int, at unit: Int) -> Bool {
    guard units[unit].kind == .beds else { return false }
    let allowed = lanes[Int(laneOf[unit * classCount + patientClass])].groups
    var free = 0
    let first = units[unit].firstGroup
    for group in first..<(first + units[unit].groupCount) where allowed & groups[group].bit != 0 {
      free += max(0, groups[group].staffed - groups[group].inUse)
    }
    return free <= classes[patientClass].cancelsAtFreeBeds
  }

  private mutating func callOff(_ patient: Int, at unit: Int) {
    units[unit].cancelled &+= 1
    let days = classes[Int(pool.records[patient].patientClass)].rebookedAfter
    guard days > 0 else {
      lose(patient, .cancelled, at: unit)
      return
    }
    if isLogging { tell(.cancelled, patient, at: unit) }
    pool.records[patient].state = .booked
    pool.records[patient].target = Int32(unit)
    pool.records[patient].pending =
      heap.add(time: now + days, subject: patient + timers.patients)
  }

  /// Somebody who was called off comes again.
  mutating func comeAgain(_ patient: Int) {
    pool.records[patient].came = now
    pool.records[patient].pending = 0
    let unit = Int(pool.records[patient].target)
    if isLogging { tell(.arrived, patient, at: unit) }
    come(patient, to: unit)
  }
}
