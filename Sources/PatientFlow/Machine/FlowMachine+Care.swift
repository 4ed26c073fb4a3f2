// SPDX-License-Identifier: Apache-2.0

import Sampling

/// What the luck of a patient at a step of the journey is for.
enum LuckPurpose: UInt32 {
  /// The way on and the time in need of care.
  case care
  /// The time in transition, and the patience of those who wait outside.
  case delays
  /// Visits a day, at first and at last.
  case visits
  /// The whole stay of somebody met in the census.
  case census
}

extension FlowMachine {
  /// Two numbers that belong to a patient, a step of the journey and a purpose.
  @inline(__always)
  func luck(
    of patient: Int, step: UInt32, _ purpose: LuckPurpose
  ) -> (first: Double, second: Double) {
    let source = Int(pool.records[patient].source)
    return sources[source].key.pair(
      at: SIMD4(
        step &<< 2 | purpose.rawValue, pool.records[patient].number, replication[0],
        replication[1]))
  }

  /// The class as which a patient came.
  @inline(__always)
  func origin(_ patient: Int) -> Int {
    sources[Int(pool.records[patient].source)].patientClass
  }

  // MARK: Admission

  /// Somebody who is in no unit, or leaves one now, is admitted to a unit and a group of its beds.
  @inline(__always)
  mutating func startCare(_ patient: Int, in unit: Int, group: Int, waited: Double) {
    countAdmission(patient, to: unit, waited: waited)
    if pool.records[patient].unit >= 0 { leaveUnit(patient) }
    take(patient, unit, group)
    let step = pool.records[patient].step
    pool.records[patient].step = step &+ 1
    let luck = self.luck(of: patient, step: step, .care)
    let route = chooseRoute(of: patient, in: unit, luck.first)
    let time = now + routes[route].stay.quantile(luck.second, observed)
    pool.records[patient].route = Int32(truncatingIfNeeded: route)
    pool.records[patient].pending =
      heap.add(time: time, subject: patient &+ timers.patients)
    if isLogging { tell(.admitted, patient, at: unit) }
  }

  /// Puts somebody into a unit.
  @inline(__always)
  mutating func take(_ patient: Int, _ unit: Int, _ group: Int) {
    pool.records[patient].unit = Int32(truncatingIfNeeded: unit)
    pool.records[patient].group = Int32(truncatingIfNeeded: group)
    pool.records[patient].state = .care
    if group >= 0 { groups[group].inUse &+= 1 }
    units[unit].occupied &+= 1
    units[unit].occupiedDays += left
  }

  @inline(__always)
  mutating func countAdmission(_ patient: Int, to unit: Int, waited: Double) {
    units[unit].admissions &+= 1
    var cell = 0
    if waited > 0 {
      units[unit].daysWaited += waited
      let hours = (waited * 24).rounded(.up)
      cell = hours < Double(Self.waitCells - 1) ? Int(hours) : Self.waitCells - 1
    }
    waits[unit &* Self.waitCells &+ cell] &+= 1
    if pool.records[patient].unit < 0 {
      let origin = self.origin(patient)
      classes[origin].admitted &+= 1
      classes[origin].daysWaited += waited
    }
  }

  /// The way that the luck of a patient chooses.
  @inline(__always)
  func chooseRoute(of patient: Int, in unit: Int, _ luck: Double) -> Int {
    let pair = unit &* classCount &+ Int(pool.records[patient].patientClass)
    let journey = journeys[Int(journeyOf[pair])]
    var route = journey.firstRoute
    let last = route &+ journey.count &- 1
    while route < last, luck >= routes[route].cumulative { route &+= 1 }
    return route
  }

  // MARK: After care

  /// Care is no longer needed.
  @inline(__always)
  mutating func endCare(_ patient: Int) {
    let route = Int(pool.records[patient].route)
    if isLogging { tell(.careEnded, patient, at: Int(pool.records[patient].unit)) }
    guard routes[route].transition.kind != .none else {
      moveOn(patient, by: route)
      return
    }
    let unit = Int(pool.records[patient].unit)
    let luck = self.luck(of: patient, step: pool.records[patient].step &- 1, .delays).first
    let time = now + routes[route].transition.quantile(luck, observed)
    pool.records[patient].state = .transition
    pool.records[patient].pending = heap.add(time: time, subject: patient &+ timers.patients)
    units[unit].inTransition &+= 1
    units[unit].transitionDays += left
  }

  /// Papers, equipment or transport are there.
  mutating func endTransition(_ patient: Int) {
    endState(patient)
    moveOn(patient, by: Int(pool.records[patient].route))
  }

  @inline(__always)
  private mutating func moveOn(_ patient: Int, by route: Int) {
    let next = routes[route].unit
    if next < 0 {
      leaveNetwork(patient)
      return
    }
    let becomes = routes[route].becomes
    if becomes >= 0 {
      pool.records[patient].patientClass = Int32(truncatingIfNeeded: becomes)
    }
    move(patient, to: next)
  }

  private mutating func leaveNetwork(_ patient: Int) {
    let origin = self.origin(patient)
    classes[origin].completed &+= 1
    classes[origin].daysInSystem += now - pool.records[patient].came
    if isLogging { tell(.left, patient, at: Int(pool.records[patient].unit)) }
    leaveUnit(patient)
    pool.remove(patient)
  }

  /// Goes on to a unit, or waits for it in the bed held.
  private mutating func move(_ patient: Int, to unit: Int) {
    units[unit].arrivals &+= 1
    let place = Int(pool.records[patient].patientClass)
    switch units[unit].kind {
    case .unlimited: startCare(patient, in: unit, group: -1, waited: 0)
    case .beds:
      let kept = keptGroup(of: patient, in: unit)
      let group = kept >= 0 ? kept : freeGroup(of: unit, for: place)
      if group >= 0 {
        startCare(patient, in: unit, group: group, waited: 0)
      } else {
        units[unit].foundFull &+= 1
        block(patient, waitingFor: unit)
      }
    case .visits: block(patient, waitingFor: unit)
    }
  }

  /// Somebody who needs the same unit once more keeps the bed, if its group takes the class.
  private func keptGroup(of patient: Int, in unit: Int) -> Int {
    guard Int(pool.records[patient].unit) == unit else { return -1 }
    let group = Int(pool.records[patient].group)
    let pair = unit &* classCount &+ Int(pool.records[patient].patientClass)
    return lanes[Int(laneOf[pair])].groups & groups[group].bit != 0 ? group : -1
  }

  /// Somebody waits in a bed for another unit.
  mutating func block(_ patient: Int, waitingFor unit: Int) {
    let held = Int(pool.records[patient].unit)
    pool.records[patient].state = .blocked
    pool.records[patient].pending = 0
    units[held].blocked &+= 1
    units[held].blockedDays += left
    units[unit].waitingElsewhere &+= 1
    units[unit].elsewhereDays += left
    if isLogging { tell(.blocked, patient, at: held, next: unit) }
    join(patient, unit)
    suspectCircle(at: held)
  }

  /// Gives the bed back, whatever the patient was doing in it.
  @inline(__always)
  mutating func leaveUnit(_ patient: Int) {
    endState(patient)
    let unit = Int(pool.records[patient].unit)
    units[unit].occupied &-= 1
    units[unit].occupiedDays -= left
    pool.records[patient].unit = -1
    let group = Int(pool.records[patient].group)
    guard group >= 0 else { return }
    groups[group].inUse &-= 1
    if units[unit].waiting > 0 { list(group) }
    suspectCircle(at: unit)
  }

  /// Ends being blocked or in transition.
  @inline(__always)
  private mutating func endState(_ patient: Int) {
    let unit = Int(pool.records[patient].unit)
    switch pool.records[patient].state {
    case .transition:
      units[unit].inTransition &-= 1
      units[unit].transitionDays -= left
    case .blocked:
      units[unit].blocked &-= 1
      units[unit].blockedDays -= left
    default: break
    }
    pool.records[patient].state = .care
  }
}
