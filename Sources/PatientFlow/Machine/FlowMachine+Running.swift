// SPDX-License-Identifier: Apache-2.0

import Sampling

extension FlowMachine {
  /// Runs one replication from the start to the end.
  mutating func run(replication number: Int) {
    begin(replication: number)
    while let event = heap.next(), event.time < end {
      handle(event)
    }
  }

  /// Runs one replication and tells what happens in a span of days.
  mutating func run(
    replication number: Int, logging days: Range<Double>, _ log: (FlowEvent) -> Void
  ) {
    isLogging = true
    defer { isLogging = false }
    begin(replication: number)
    tell(days, log)
    while let event = heap.next(), event.time < end {
      handle(event)
      if !told.isEmpty { tell(days, log) }
    }
  }

  private mutating func tell(_ days: Range<Double>, _ log: (FlowEvent) -> Void) {
    for event in told where days.contains(event.time) { log(event) }
    told.removeAll(keepingCapacity: true)
  }

  @inline(__always)
  private mutating func handle(_ event: PendingEvent) {
    now = event.time
    left = end - event.time
    let subject = event.subject
    if subject >= timers.patients {
      let patient = subject &- timers.patients
      guard pool.records[patient].pending == event.key else { return }
      events &+= 1
      proceed(patient)
    } else {
      events &+= 1
      if subject < timers.streams { arrive(subject) } else { ring(subject) }
    }
    if listedCount > 0 { fillBeds() }
    if isPressureChanged { watchEscalation() }
    if isCircleSuspected { resolveCircles() }
  }

  // MARK: The start

  private mutating func begin(replication number: Int) {
    heap.removeAll()
    pool.removeAll()
    units.update(from: tables.units, count: tables.units.count)
    groups.update(from: tables.groups, count: groupCount)
    lanes.update(from: tables.lanes, count: tables.lanes.count)
    classes.update(from: tables.classes, count: classCount)
    for place in tables.sources.indices { sources[place].number = 0 }
    let word = UInt64(truncatingIfNeeded: number)
    replication = SIMD2(UInt32(truncatingIfNeeded: word), UInt32(truncatingIfNeeded: word >> 32))
    (now, left, events, tickets, identities) = (0, end, 0, 0, 0)
    (listedCount, isCircleSuspected, isPressureChanged) = (0, false, false)
    rules = Array(repeating: .closed, count: tables.rules.count)
    clearMeasures()
    if horizon.warmUp > 0 { heap.add(time: horizon.warmUp, subject: timers.reset) }
    openBeds()
    openVisits()
    placeCensus()
    if horizon.warmUp <= 0 { startCounting() }
    beginAudits()
    beginArrivals()
    fillBeds()
    watchEscalation()
    resolveCircles()
  }

  /// Something that is no patient and no arrival.
  private mutating func ring(_ subject: Int) {
    if subject == timers.audit {
      takeAudit()
    } else if subject == timers.reset {
      startCounting()
    } else if subject < timers.visits {
      changeBeds(subject - timers.calendars)
    } else if subject < timers.rules {
      startVisits(subject - timers.visits)
    } else {
      openEscalation(subject - timers.rules)
    }
  }

  /// What was scheduled for a patient.
  @inline(__always)
  private mutating func proceed(_ patient: Int) {
    switch pool.records[patient].state {
    case .care: endCare(patient)
    case .transition: endTransition(patient)
    case .waiting: giveUp(patient)
    case .booked: comeAgain(patient)
    case .blocked: break
    }
  }
}
