// SPDX-License-Identifier: Apache-2.0

import Sampling

/// The state of one replication, and what happens to it.
///
/// Everything is a plain record in a block of memory that is used again by the next replication.
/// Nothing in the loop allocates, counts references or calls through a table, except when a block
/// has to grow. Each change of a number of people counts at once for all the time that is left, so
/// that no unit has to be visited to bring its averages up to date.
struct FlowMachine {
  let network: FlowNetwork
  let tables: FlowTables
  let horizon: FlowHorizon
  let end: Double
  let classCount: Int
  let groupCount: Int

  var heap = EventHeap()
  var pool = PatientPool()

  let units: UnsafeMutablePointer<UnitRecord>
  let groups: UnsafeMutablePointer<GroupRecord>
  let lanes: UnsafeMutablePointer<LaneRecord>
  let classes: UnsafeMutablePointer<ClassRecord>
  let sources: UnsafeMutablePointer<SourceRecord>
  let streams: UnsafeMutablePointer<StreamRecord>
  let journeys: UnsafeMutablePointer<JourneyRecord>
  let routes: UnsafeMutablePointer<RouteRecord>
  let laneOf: UnsafeMutablePointer<Int32>
  let journeyOf: UnsafeMutablePointer<Int32>
  let observed: UnsafeMutablePointer<Double>
  let factors: UnsafeMutablePointer<Double>
  /// People admitted by whole hours waited, unit after unit.
  let waits: UnsafeMutablePointer<Int>
  /// Groups in which a bed may be free for somebody who waits.
  let listed: UnsafeMutablePointer<Int32>
  var listedCount = 0
  /// The state of each escalation rule.
  var rules: [RuleState] = []
  var calendars: [VisitCalendar]
  var audit: FlowAudit
  let timers: TimerPlaces

  var now = 0.0
  /// Time from now to the end: what a change counts for.
  var left = 0.0
  var replication = SIMD2<UInt32>(0, 0)
  var tickets = 0
  var identities: Int32 = 0
  var events = 0
  /// Whether everybody in some unit has come to wait for another that may be waiting for it.
  var isCircleSuspected = false
  /// Whether more or fewer people wait for a unit with escalation beds.
  var isPressureChanged = false

  var isLogging = false
  var told: [FlowEvent] = []

  /// Whole hours that waits are counted by, with 0 and all longer.
  static let waitCells = 24 * 14 + 2

  init(_ plan: FlowPlan, seed: UInt64) {
    network = plan.network
    tables = plan.tables
    horizon = plan.horizon
    end = plan.horizon.warmUp + plan.horizon.length
    classCount = plan.tables.classes.count
    groupCount = plan.tables.groups.count
    units = Self.block(tables.units)
    groups = Self.block(tables.groups)
    lanes = Self.block(tables.lanes)
    classes = Self.block(tables.classes)
    sources = Self.block(
      tables.sources.map { source in
        SourceRecord(
          key: StreamKey(seed: seed, purpose: StreamPurpose("patient-flow/" + source.name)),
          patientClass: source.patientClass, unit: source.unit)
      })
    streams = Self.block(
      zip(tables.streams, tables.sources).map { stream, source in
        StreamRecord(stream, key: StreamKey(seed: seed, purpose: .arrivals(of: source.name)))
      })
    journeys = Self.block(tables.journeys)
    routes = Self.block(tables.routes)
    laneOf = Self.block(tables.laneOf)
    journeyOf = Self.block(tables.journeyOf)
    observed = Self.block(tables.observed)
    factors = Self.block(tables.factors)
    waits = Self.block(Array(repeating: 0, count: tables.units.count * Self.waitCells))
    listed = Self.block(Array(repeating: 0, count: tables.groups.count))
    calendars = tables.visits.map { visits in
      VisitCalendar(visits, firstWeekday: plan.horizon.firstWeekday)
    }
    audit = FlowAudit(units: tables.units.count, horizon: plan.horizon)
    timers = TimerPlaces(tables)
  }

  /// Gives all memory back.
  func deallocate() {
    heap.deallocate()
    pool.deallocate()
    audit.deallocate()
    units.deallocate()
    groups.deallocate()
    lanes.deallocate()
    classes.deallocate()
    sources.deallocate()
    streams.deallocate()
    journeys.deallocate()
    routes.deallocate()
    laneOf.deallocate()
    journeyOf.deallocate()
    observed.deallocate()
    factors.deallocate()
    waits.deallocate()
    listed.deallocate()
  }

  private static func block<Element>(_ elements: [Element]) -> UnsafeMutablePointer<Element> {
    let block = UnsafeMutablePointer<Element>.allocate(capacity: max(1, elements.count))
    for (place, element) in elements.enumerated() {
      (block + place).initialize(to: element)
    }
    return block
  }
}

/// Which subjects of events are clocks: streams first, then these, then patients.
struct TimerPlaces {
  let streams: Int
  let reset: Int
  let audit: Int
  let calendars: Int
  let visits: Int
  let rules: Int
  let patients: Int

  init(_ tables: FlowTables) {
    streams = tables.streams.count
    reset = streams
    audit = reset + 1
    calendars = audit + 1
    visits = calendars + tables.groups.count
    rules = visits + tables.units.count
    patients = rules + tables.rules.count
  }
}

extension StreamPurpose {
  /// When the patients of a stream come.
  static func arrivals(of stream: String) -> StreamPurpose {
    StreamPurpose("patient-flow arrivals/" + stream)
  }
}
