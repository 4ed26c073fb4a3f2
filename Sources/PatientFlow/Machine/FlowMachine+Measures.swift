// SPDX-License-Identifier: Apache-2.0

extension FlowMachine {
  /// Forgets what a run before this one found.
  mutating func clearMeasures() {
    waits.update(repeating: 0, count: tables.units.count * Self.waitCells)
    audit.removeAll()
  }

  /// The warm-up is over: counts start at 0, and who is there now counts for all that is left.
  mutating func startCounting() {
    for unit in tables.units.indices { units[unit].startCounting(for: horizon.length) }
    for place in 0..<classCount { classes[place].startCounting() }
    waits.update(repeating: 0, count: tables.units.count * Self.waitCells)
  }

  mutating func beginAudits() {
    guard audit.count > 0 else { return }
    heap.add(time: Double(audit.firstDay) + horizon.auditTime, subject: timers.audit)
  }

  mutating func takeAudit() {
    guard let day = audit.take(units) else { return }
    heap.add(time: Double(day) + horizon.auditTime, subject: timers.audit)
  }

  /// What the replication found.
  func result() -> FlowResult {
    FlowResult(
      units: tables.units.indices.map(unitResult),
      classes: (0..<classCount).map { ClassResult(classes[$0]) }, events: events)
  }

  private func unitResult(_ place: Int) -> UnitResult {
    var result = UnitResult(units[place], length: horizon.length)
    let first = waits + place * Self.waitCells
    result.waits = Array(UnsafeBufferPointer(start: first, count: Self.waitCells))
    audit.write(place, to: &result)
    return result
  }

  /// Notes an event for the log.
  @inline(never)
  mutating func tell(_ kind: FlowEvent.Kind, _ patient: Int, at unit: Int, next: Int? = nil) {
    let record = pool.records[patient]
    told.append(
      FlowEvent(
        time: now, kind: kind, patient: Int(record.identity),
        patientClass: Int(record.patientClass), unit: unit, next: next))
  }
}

extension UnitRecord {
  /// Counts start at 0, and who is there counts for all days.
  fileprivate mutating func startCounting(for length: Double) {
    occupiedDays = Double(occupied) * length
    blockedDays = Double(blocked) * length
    transitionDays = Double(inTransition) * length
    queueDays = Double(queue) * length
    elsewhereDays = Double(waitingElsewhere) * length
    staffedDays = Double(staffed) * length
    (arrivals, foundFull, admissions, turnedAway, reneged, cancelled) = (0, 0, 0, 0, 0, 0)
    daysWaited = 0
    (visits, visitCapacity, visitDays) = (0, 0, 0)
  }
}

extension ClassRecord {
  /// Counts start at 0.
  fileprivate mutating func startCounting() {
    (arrivals, completed, admitted, lost) = (0, 0, 0, 0)
    (daysInSystem, daysWaited) = (0, 0)
  }
}

extension UnitResult {
  /// The means and counts of a unit.
  fileprivate init(_ record: UnitRecord, length: Double) {
    self.init()
    meanOccupied = record.occupiedDays / length
    meanBlocked = record.blockedDays / length
    meanTransition = record.transitionDays / length
    meanNeeded = meanOccupied - meanBlocked - meanTransition
    meanStaffed = record.staffedDays / length
    meanQueue = record.queueDays / length
    meanWaitingElsewhere = record.elsewhereDays / length
    if record.visitDays > 0 {
      meanStaffed = Double(record.visitCapacity) / Double(record.visitDays)
      meanVisits = Double(record.visits) / Double(record.visitDays)
    }
    arrivals = record.arrivals
    foundFull = record.foundFull
    admissions = record.admissions
    turnedAway = record.turnedAway
    reneged = record.reneged
    cancelled = record.cancelled
    daysWaited = record.daysWaited
  }
}

extension ClassResult {
  /// The counts of a class.
  fileprivate init(_ record: ClassRecord) {
    self.init()
    arrivals = record.arrivals
    completed = record.completed
    daysInSystem = record.daysInSystem
    daysWaited = record.daysWaited
    admitted = record.admitted
    lost = record.lost
  }
}
