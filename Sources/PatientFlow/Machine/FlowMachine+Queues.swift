// SPDX-License-Identifier: Apache-2.0

// Queues: one for each unit, whoever waits outside and whoever waits in a bed elsewhere together,
// in lanes of people who may use the same beds and have the same priority.

extension FlowMachine {
  /// Puts somebody at the end of the queue of a unit.
  mutating func join(_ patient: Int, _ unit: Int) {
    let records = pool.records
    tickets &+= 1
    let lane = laneOf[unit &* classCount &+ Int(records[patient].patientClass)]
    let place = Int(lane)
    records[patient].target = Int32(truncatingIfNeeded: unit)
    records[patient].joined = now
    records[patient].ticket = tickets
    records[patient].next = -1
    records[patient].previous = lanes[place].tail
    let number = Int32(truncatingIfNeeded: patient)
    if lanes[place].tail >= 0 {
      records[Int(lanes[place].tail)].next = number
    } else {
      lanes[place].head = number
    }
    lanes[place].tail = number
    if units[unit].kind == .visits { drawVisits(patient, for: unit) }
    if units[unit].hasEscalation { isPressureChanged = true }
  }

  /// Takes somebody out of the queue, who was admitted or has given up.
  @inline(__always)
  mutating func takeFromQueue(_ patient: Int) {
    let records = pool.records
    let unit = Int(records[patient].target)
    let (next, previous) = (records[patient].next, records[patient].previous)
    let place = Int(laneOf[unit &* classCount &+ Int(records[patient].patientClass)])
    if previous >= 0 { records[Int(previous)].next = next } else { lanes[place].head = next }
    if next >= 0 { records[Int(next)].previous = previous } else { lanes[place].tail = previous }
    records[patient].target = -1
    if records[patient].unit < 0 {
      units[unit].queue &-= 1
      units[unit].queueDays -= left
    } else {
      units[unit].waitingElsewhere &-= 1
      units[unit].elsewhereDays -= left
    }
    if units[unit].hasEscalation { isPressureChanged = true }
  }

  // MARK: Beds that become free

  /// Remembers that a bed of a group may be free.
  @inline(__always)
  mutating func list(_ group: Int) {
    guard !groups[group].isListed else { return }
    groups[group].isListed = true
    listed[listedCount] = Int32(truncatingIfNeeded: group)
    listedCount &+= 1
  }

  /// Admits whoever is next wherever a bed is free, until no bed is free that somebody waits for:
  /// who moves frees another bed.
  mutating func fillBeds() {
    while listedCount > 0 {
      listedCount &-= 1
      let group = Int(listed[listedCount])
      groups[group].isListed = false
      fill(group)
    }
  }

  @inline(__always)
  private mutating func fill(_ group: Int) {
    let unit = groups[group].unit
    while groups[group].inUse < groups[group].staffed {
      let patient = firstWaiting(for: unit, groups[group].bit)
      guard patient >= 0 else { return }
      // Another of its groups may have a free bed too, and stand before this one.
      let first = freeGroup(of: unit, for: Int(pool.records[patient].patientClass))
      takeFromQueue(patient)
      startCare(patient, in: unit, group: first, waited: now - pool.records[patient].joined)
    }
  }

  /// Who is next for a group of beds; below 0 for nobody.
  @inline(__always)
  private func firstWaiting(for unit: Int, _ group: UInt64) -> Int {
    let first = units[unit].firstLane
    let count = units[unit].laneCount
    if count == 1 { return Int(lanes[first].head) }
    var (best, bestRank, bestTicket) = (-1, Int.max, Int.max)
    for lane in first..<(first &+ count)
    where lanes[lane].head >= 0 && lanes[lane].groups & group != 0 {
      guard lanes[lane].rank <= bestRank else { break }
      let head = Int(lanes[lane].head)
      if pool.records[head].ticket < bestTicket {
        (best, bestRank, bestTicket) = (head, lanes[lane].rank, pool.records[head].ticket)
      }
    }
    return best
  }
}
