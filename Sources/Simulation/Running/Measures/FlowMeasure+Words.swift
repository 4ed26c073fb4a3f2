// SPDX-License-Identifier: Apache-2.0

public import PatientFlow

extension FlowMeasure.Quantity {
  /// What is measured, in plain English, with the kind of average.
  public var words: String {
    switch self {
    case .occupied: "in use, mean over time"
    case .needed: "of them in need of care"
    case .blocked: "of them ready to leave, but the next unit is full"
    case .transition: "of them ready to leave, being arranged"
    case .queue: "people waiting outside, mean over time"
    case .waitingElsewhere: "people waiting for it in another unit"
    case .wait: "days waited, mean of those admitted"
    case .foundFull: "share of arrivals that found no bed"
    case .overFourHours: "share of those admitted who waited over four hours"
    case .occupancy: "in use over staffed, means over time"
    case .auditOccupied: "in use at the daily count, mean"
    case .auditQueue: "people waiting at the daily count, mean"
    case .turnedAway: "people turned away a day"
    case .cancelled: "planned admissions called off a day"
    case .admissions: "admissions a day"
    case .visits: "visits made a day"
    }
  }

  /// Whether it is a share, and shown in percent.
  public var isShare: Bool {
    switch self {
    case .foundFull, .overFourHours, .occupancy: true
    default: false
    }
  }
}

extension FlowNetwork {
  /// The measures that say something in this network, unit by unit.
  public var measures: [FlowMeasure] {
    units.indices.flatMap { place in
      quantities(place).map { FlowMeasure(units[place].id, $0) }
    }
  }

  private func quantities(_ place: Int) -> [FlowMeasure.Quantity] {
    let unit = units[place]
    let here = journeys.filter { $0.unit == place }
    let ways = here.flatMap(\.routes)
    let isFed = journeys.contains { $0.routes.contains { $0.unit == place } }
    let isEntered = arrivals.contains { $0.unit == place }
    var found: [FlowMeasure.Quantity] = [.occupied, .needed]
    if ways.contains(where: { $0.unit.map { !units[$0].isUnlimited } ?? false }) {
      found.append(.blocked)
    }
    if ways.contains(where: { $0.transition != nil }) { found.append(.transition) }
    if !unit.isUnlimited {
      if isEntered { found.append(.queue) }
      if isFed { found.append(.waitingElsewhere) }
      found += [.wait, .foundFull]
      if isEntered { found.append(.overFourHours) }
      found.append(.occupancy)
    }
    found.append(.auditOccupied)
    if !unit.isUnlimited { found.append(.auditQueue) }
    if mayTurnAway(place) { found.append(.turnedAway) }
    if here.contains(where: { classes[$0.patientClass].cancellation != nil }) {
      found.append(.cancelled)
    }
    found.append(.admissions)
    if case .visits = unit.kind { found.append(.visits) }
    return found
  }

  private func mayTurnAway(_ place: Int) -> Bool {
    guard !units[place].isUnlimited else { return false }
    let streams = arrivals.filter { $0.unit == place }
    guard !streams.isEmpty else { return false }
    return units[place].whenFull != .wait(limit: nil)
      || streams.contains { classes[$0.patientClass].balksAtQueue != nil }
  }
}
