// SPDX-License-Identifier: Apache-2.0

public import PatientFlow

extension FlowMeasure {
  /// What is added up and what it is divided by, where a measure is an average over people; an average
  /// over time is there already, and is divided by 1.
  struct Parts {
    let sum: Double
    let count: Double
  }

  /// The value that one replication gives; nil when there was nothing to measure, such as the wait of
  /// nobody, or when the model has no such unit.
  public func value(of result: FlowResult, in model: FlowModel) -> Double? {
    guard let parts = parts(of: result, in: model), parts.count > 0 else { return nil }
    return parts.sum / parts.count
  }

  func parts(of result: FlowResult, in model: FlowModel) -> Parts? {
    guard let place = model.network.units.firstIndex(where: { $0.id == unit }),
      result.units.indices.contains(place)
    else { return nil }
    return parts(of: result.units[place], days: model.horizon.length)
  }

  private func parts(of unit: UnitResult, days: Double) -> Parts {
    switch quantity {
    case .occupied: Parts(sum: unit.meanOccupied, count: 1)
    case .needed: Parts(sum: unit.meanNeeded, count: 1)
    case .blocked: Parts(sum: unit.meanBlocked, count: 1)
    case .transition: Parts(sum: unit.meanTransition, count: 1)
    case .queue: Parts(sum: unit.meanQueue, count: 1)
    case .waitingElsewhere: Parts(sum: unit.meanWaitingElsewhere, count: 1)
    case .wait: Parts(sum: unit.daysWaited, count: Double(unit.admissions))
    case .foundFull: Parts(sum: Double(unit.foundFull), count: Double(unit.arrivals))
    case .overFourHours:
      // The first counts those who did not wait, the next those who waited up to an hour.
      Parts(
        sum: Double(unit.waits.dropFirst(5).reduce(0, +)), count: Double(unit.waits.reduce(0, +)))
    case .occupancy:
      Parts(
        sum: unit.meanVisits > 0 ? unit.meanVisits : unit.meanOccupied, count: unit.meanStaffed)
    case .auditOccupied: Self.mean(unit.auditOccupied)
    case .auditQueue: Self.mean(unit.auditQueue)
    case .turnedAway: Parts(sum: Double(unit.turnedAway), count: days)
    case .cancelled: Parts(sum: Double(unit.cancelled), count: days)
    case .admissions: Parts(sum: Double(unit.admissions), count: days)
    case .visits: Parts(sum: unit.meanVisits, count: 1)
    }
  }

  private static func mean(_ counts: [Int]) -> Parts {
    var sum = 0
    for (number, times) in counts.enumerated() { sum += number * times }
    return Parts(sum: Double(sum), count: Double(counts.reduce(0, +)))
  }
}
