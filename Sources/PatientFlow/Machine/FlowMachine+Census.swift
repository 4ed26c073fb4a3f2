// SPDX-License-Identifier: Apache-2.0

import Sampling

// Who is there at the start. Everybody is a real patient: those who wait stand in the queue, and
// those who wait in a bed hold it until they move.

extension FlowMachine {
  mutating func placeCensus() {
    for (place, entry) in network.census.enumerated() {
      for _ in 0..<entry.people {
        let patient = addPatient(from: timers.streams + place)
        self.place(patient, entry, place)
      }
    }
  }

  private mutating func place(_ patient: Int, _ entry: CensusEntry, _ place: Int) {
    switch (entry.unit, entry.waitingFor) {
    case (nil, let next?): waitFromStart(patient, for: next)
    case (let unit?, let next?):
      take(patient, unit, censusGroup(of: unit, for: entry.patientClass))
      block(patient, waitingFor: next)
    case (let unit?, nil): careFromStart(patient, in: unit, tables.census[place])
    case (nil, nil): break
    }
    // They came before the start, so they are not among arrivals that found no visits left.
    if let next = entry.waitingFor, units[next].kind == .visits {
      pool.needs[patient].wasTried = true
    }
  }

  private mutating func waitFromStart(_ patient: Int, for unit: Int) {
    joinOutside(patient, for: unit)
    beginPatience(of: patient)
  }

  /// A group that takes a class, with a free bed if one has; more may be in use than are staffed.
  private func censusGroup(of unit: Int, for patientClass: Int) -> Int {
    let free = freeGroup(of: unit, for: patientClass)
    guard free < 0 else { return free }
    let allowed = lanes[Int(laneOf[unit * classCount + patientClass])].groups
    let first = units[unit].firstGroup
    let groups = first..<(first + units[unit].groupCount)
    return groups.first { allowed & self.groups[$0].bit != 0 } ?? -1
  }

  /// Somebody is in care; what is left of the stay is drawn from its equilibrium.
  private mutating func careFromStart(_ patient: Int, in unit: Int, _ table: CensusTable) {
    take(patient, unit, censusGroup(of: unit, for: Int(pool.records[patient].patientClass)))
    let luck = self.luck(of: patient, step: 0, .care)
    let choice = table.cumulative.firstIndex { luck.first < $0 } ?? table.cumulative.count - 1
    pool.records[patient].route = Int32(table.firstRoute + choice)
    pool.records[patient].step = 1
    let stay = table.stays[choice]
    var rest = stay.equilibriumQuantile(luck.second)
    if units[unit].kind == .visits {
      rest = Double(visitFromStart(patient, in: unit, stay, rest))
    }
    pool.records[patient].pending =
      heap.add(time: now + rest, subject: patient + timers.patients)
    if isLogging { tell(.admitted, patient, at: unit) }
  }

  /// Promises the visits that are left of somebody's care, and returns the days that are left.
  ///
  /// The whole stay is one that is longer than what is left of it: visits stand where the line has
  /// fallen to by now.
  private mutating func visitFromStart(
    _ patient: Int, in unit: Int, _ stay: StayTime, _ rest: Double
  ) -> Int {
    var needs = visitNeeds(of: patient, in: unit, step: 0)
    let longer = stay.share(longerThan: rest)
    let luck = self.luck(of: patient, step: 0, .census).first
    let days = Self.wholeDays(rest)
    let share = 1 - longer + luck * longer
    needs.days = share < 1 ? max(days, Self.wholeDays(stay.quantile(share))) : days
    needs.elapsed = needs.days - days
    pool.needs[patient] = needs
    calendars[unit].promise(needs)
    return Int(days)
  }
}
