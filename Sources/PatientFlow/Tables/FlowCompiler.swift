// SPDX-License-Identifier: Apache-2.0

/// Makes flat tables of a network that has no problems.
struct FlowCompiler {
  private let network: FlowNetwork
  private var tables = FlowTables()

  private init(_ network: FlowNetwork) { self.network = network }

  /// The tables of a network.
  static func tables(of network: FlowNetwork) -> FlowTables {
    var compiler = FlowCompiler(network)
    for unit in network.units.indices { compiler.addUnit(unit) }
    compiler.markCycles()
    compiler.addClasses()
    compiler.addJourneys()
    compiler.addSources()
    return compiler.tables
  }

  // MARK: Units

  private mutating func addUnit(_ place: Int) {
    let unit = network.units[place]
    let firstGroup = tables.groups.count
    var record = UnitRecord(
      kind: .unlimited, queueLimit: unit.queueLimit, firstGroup: firstGroup, groupCount: 0,
      firstLane: tables.lanes.count, laneCount: 0)
    var groups: [BedGroup] = []
    var visits: HomeVisits?
    switch unit.kind {
    case .unlimited: break
    case .beds(let listed):
      record.kind = .beds
      groups = listed
    case .visits(let service):
      record.kind = .visits
      record.overtaking = service.overtaking
      visits = service
    }
    for group in groups {
      addGroup(group, of: place, bit: tables.groups.count - firstGroup)
      if !group.calendar.escalation.isEmpty { record.hasEscalation = true }
    }
    record.groupCount = groups.count
    addLanes(of: place, groups)
    record.laneCount = tables.lanes.count - record.firstLane
    tables.visits.append(visits)
    tables.units.append(record)
  }

  private mutating func addGroup(_ group: BedGroup, of unit: Int, bit: Int) {
    for rule in group.calendar.escalation { tables.rules.append((tables.groups.count, rule)) }
    tables.groups.append(GroupRecord(unit: unit, bit: 1 << UInt64(bit)))
    tables.calendars.append(group.calendar)
  }

  /// People who may use the same groups and have the same priority wait in one lane, in order of
  /// priority.
  private mutating func addLanes(of unit: Int, _ groups: [BedGroup]) {
    let byPriority = network.units[unit].order == .priority
    let wanted = network.classes.indices.map { place in
      LaneRecord(
        rank: byPriority ? network.classes[place].priority : 0,
        groups: Self.bits(of: groups, taking: place))
    }
    var lanes: [LaneRecord] = []
    for lane in wanted.sorted(by: { $0.rank < $1.rank })
    where !lanes.contains(where: { $0.isSame(as: lane) }) {
      lanes.append(lane)
    }
    for lane in wanted {
      let place = lanes.firstIndex { $0.isSame(as: lane) } ?? 0
      tables.laneOf.append(Int32(tables.lanes.count + place))
    }
    tables.lanes += lanes
  }

  private static func bits(of groups: [BedGroup], taking patientClass: Int) -> UInt64 {
    var bits: UInt64 = 0
    for (place, group) in groups.enumerated() where group.takes(patientClass) {
      bits |= 1 << UInt64(place)
    }
    return bits
  }

  private mutating func markCycles() {
    let graph = UnitGraph(network)
    for unit in tables.units.indices { tables.units[unit].isOnCycle = graph.isOnCycle(unit) }
  }

  // MARK: Patients

  private mutating func addClasses() {
    for one in network.classes {
      tables.classes.append(
        ClassRecord(
          patience: StayCode(one.patience, &tables.observed),
          balksAtQueue: one.balksAtQueue ?? .max,
          cancelsAtFreeBeds: one.cancellation?.freeBedsAtMost ?? -1,
          rebookedAfter: one.cancellation?.rebookedAfter ?? -1))
    }
  }

  private mutating func addJourneys() {
    let pairs = network.units.count * network.classes.count
    tables.journeyOf = Array(repeating: -1, count: pairs)
    for (place, journey) in network.journeys.enumerated() {
      tables.journeyOf[journey.unit * network.classes.count + journey.patientClass] = Int32(place)
      tables.journeys.append(
        JourneyRecord(firstRoute: tables.routes.count, count: journey.routes.count))
      addRoutes(of: journey)
    }
  }

  private mutating func addRoutes(of journey: Journey) {
    var cumulative = 0.0
    for route in journey.routes {
      cumulative += route.chance
      tables.routes.append(
        RouteRecord(
          cumulative: cumulative, unit: route.unit ?? -1, becomes: route.becomes ?? -1,
          stay: StayCode(route.stay ?? journey.stay, &tables.observed),
          transition: StayCode(route.transition, &tables.observed)))
    }
  }

  // MARK: Sources

  private mutating func addSources() {
    for stream in network.arrivals {
      tables.sources.append(
        SourceKey(name: stream.id, patientClass: stream.patientClass, unit: stream.unit))
      tables.streams.append(
        StreamTable(
          perDay: stream.perDay, hours: addHours(stream.profile.hours),
          weekdays: add(stream.profile.weekdays), days: add(stream.profile.days),
          dayCount: stream.profile.days.count))
    }
    var copies: [String: Int] = [:]
    for entry in network.census {
      let name = self.name(of: entry)
      copies[name, default: 0] += 1
      let copy = copies[name] ?? 1
      tables.sources.append(
        SourceKey(
          name: "census/\(name)/\(copy)", patientClass: entry.patientClass,
          unit: entry.waitingFor ?? entry.unit ?? 0))
      tables.census.append(censusTable(of: entry))
    }
  }

  private func censusTable(of entry: CensusEntry) -> CensusTable {
    guard let unit = entry.unit, entry.waitingFor == nil else { return CensusTable() }
    let place = tables.journeyOf[unit * network.classes.count + entry.patientClass]
    guard place >= 0 else { return CensusTable() }
    return CensusTable(
      network.journeys[Int(place)], firstRoute: tables.journeys[Int(place)].firstRoute)
  }

  private func name(of entry: CensusEntry) -> String {
    let unit = entry.unit.map { network.units[$0].id } ?? "outside"
    let next = entry.waitingFor.map { network.units[$0].id } ?? "care"
    return "\(network.classes[entry.patientClass].id)/\(unit)/\(next)"
  }

  private mutating func add(_ factors: [Double]) -> Int {
    guard !factors.isEmpty else { return -1 }
    tables.factors += factors
    return tables.factors.count - factors.count
  }

  /// Shares of a day until each hour, 25 of them.
  private mutating func addHours(_ hours: [Double]) -> Int {
    var sum = 0.0
    let shares = hours.map { hour in
      defer { sum += hour / 24 }
      return sum
    }
    return add(hours.isEmpty ? [] : shares + [sum])
  }
}

extension LaneRecord {
  fileprivate func isSame(as other: LaneRecord) -> Bool {
    rank == other.rank && groups == other.groups
  }
}

extension FlowUnit {
  /// How many may wait outside.
  fileprivate var queueLimit: Int {
    switch whenFull {
    case .wait(let limit): limit ?? .max
    case .elsewhere: 0
    }
  }
}

extension BedGroup {
  /// Whether a class may use it.
  func takes(_ patientClass: Int) -> Bool { classes?.contains(patientClass) ?? true }
}
