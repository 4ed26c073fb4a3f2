// SPDX-License-Identifier: Apache-2.0

public import PatientFlow

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
