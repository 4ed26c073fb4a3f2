// SPDX-License-Identifier: Apache-2.0

// Circles of full units: everybody in them waits for a bed that another of them holds, so that
// nobody would ever move. They then move at once, each into the bed that the next one leaves.

extension FlowMachine {
  /// Whether everybody in a unit waits for another.
  private func isStuck(_ unit: Int) -> Bool {
    units[unit].kind == .beds && units[unit].occupied > 0
      && units[unit].blocked == units[unit].occupied
  }

  /// Remembers that a unit may have come to wait in a circle.
  @inline(__always)
  mutating func suspectCircle(at unit: Int) {
    if units[unit].isOnCycle, isStuck(unit) { isCircleSuspected = true }
  }

  /// Lets the people of every circle change places.
  ///
  /// From each unit the one who has waited longest is followed to the unit waited for, until a unit
  /// comes again. Nobody moves while anybody in a unit on the way is still in care: a bed will be
  /// free there in time, and the queue keeps its order. A circle is left as it is when one of its
  /// people may not use the bed that becomes free.
  mutating func resolveCircles() {
    while isCircleSuspected {
      isCircleSuspected = false
      for unit in tables.units.indices where units[unit].isOnCycle && isStuck(unit) {
        let circle = self.circle(from: unit)
        guard !circle.isEmpty, canChangePlaces(circle) else { continue }
        changePlaces(circle)
        fillBeds()
        watchEscalation()
      }
    }
  }

  /// The patients of a circle, each waiting for the unit of the next; empty when there is none.
  private func circle(from unit: Int) -> [Int] {
    var walked: [Int] = []
    var patients: [Int] = []
    var place = unit
    while isStuck(place) {
      if let start = walked.firstIndex(of: place) { return Array(patients[start...]) }
      guard let patient = longestWaiting(in: place) else { return [] }
      walked.append(place)
      patients.append(patient)
      place = Int(pool.records[patient].target)
    }
    return []
  }

  /// Who has waited longest of those held up in a unit.
  private func longestWaiting(in unit: Int) -> Int? {
    var best: Int?
    for lane in tables.lanes.indices {
      var patient = Int(lanes[lane].head)
      while patient >= 0 {
        let record = pool.records[patient]
        if Int(record.unit) == unit {
          if best.map({ record.ticket < pool.records[$0].ticket }) ?? true { best = patient }
          break
        }
        patient = Int(record.next)
      }
    }
    return best
  }

  private func canChangePlaces(_ circle: [Int]) -> Bool {
    circle.indices.allSatisfy { place in
      let patient = pool.records[circle[place]]
      let bed = Int(pool.records[circle[(place + 1) % circle.count]].group)
      let pair = Int(patient.target) * classCount + Int(patient.patientClass)
      return lanes[Int(laneOf[pair])].groups & groups[bed].bit != 0
    }
  }

  private mutating func changePlaces(_ circle: [Int]) {
    let beds = circle.map { Int(pool.records[$0].group) }
    for (place, patient) in circle.enumerated() {
      let unit = Int(pool.records[patient].target)
      takeFromQueue(patient)
      let waited = now - pool.records[patient].joined
      startCare(patient, in: unit, group: beds[(place + 1) % beds.count], waited: waited)
    }
  }
}
