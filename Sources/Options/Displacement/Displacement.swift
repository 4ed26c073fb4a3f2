// SPDX-License-Identifier: Apache-2.0

/// The patients who go from one site to another when sites open or close.
public struct SiteFlow: Equatable, Sendable {
  /// The site before; nil for those who had no route.
  public let from: String?
  /// The site after; nil for those who have no route.
  public let to: String?
  /// The patients of a year.
  public let patients: Double
}

/// Who goes elsewhere, and whose journey gets longer or shorter, between two configurations.
///
/// Areas without patients are kept but count for nothing.
public struct Displacement: Equatable, Sendable {
  /// The areas, in the order given.
  public let areas: [AreaDisplacement]
  /// The patients of all areas, above zero.
  public let patients: Double

  /// Compares two configurations.
  ///
  /// - Throws: `DisplacementError` when an area, its patients or its minutes can't be right.
  public init(_ areas: [AreaDisplacement]) throws(DisplacementError) {
    var seen: Set<String> = []
    for area in areas {
      guard seen.insert(area.area).inserted else { throw .repeatedArea(area.area) }
      guard area.patients >= 0 && area.patients.isFinite else {
        throw .impossiblePatients(area: area.area, patients: area.patients)
      }
      for minutes in [area.before?.minutes, area.after?.minutes] {
        guard let minutes, !(minutes >= 0 && minutes.isFinite) else { continue }
        throw .impossibleMinutes(area: area.area, minutes: minutes)
      }
    }
    self.areas = areas
    patients = areas.reduce(0.0) { $0 + $1.patients }
    guard patients > 0 else { throw .noPatients }
  }

  /// The areas with patients who go to another site than before, in the order given.
  public var movedAreas: [AreaDisplacement] { areas.filter { $0.isMoved && $0.patients > 0 } }

  /// The patients who go to another site than before.
  public var movedPatients: Double { movedAreas.reduce(0.0) { $0 + $1.patients } }

  /// The patients from each site to each site, with those who stay.
  ///
  /// They are in the order of the codes of the first site, then of the second, with no route last.
  /// Pairs without patients are left out; the rest sum to all patients.
  public var flows: [SiteFlow] {
    struct Pair: Hashable {
      let from: String?
      let to: String?
    }
    var totals: [Pair: Double] = [:]
    for area in areas where area.patients > 0 {
      totals[Pair(from: area.before?.site, to: area.after?.site), default: 0] += area.patients
    }
    func key(_ site: String?) -> (Int, String) { (site == nil ? 1 : 0, site ?? "") }
    return totals.map { SiteFlow(from: $0.key.from, to: $0.key.to, patients: $0.value) }
      .sorted { one, other in
        one.from == other.from ? key(one.to) < key(other.to) : key(one.from) < key(other.from)
      }
  }

  /// The minutes added to each journey, weighted by patients; nil when nobody has a route both times.
  public var minutesAdded: WeightedDistribution? {
    distribution { $0.minutesAdded }
  }

  /// The minutes before, weighted by patients; nil when nobody has a route.
  public var minutesBefore: WeightedDistribution? { distribution { $0.before?.minutes } }

  /// The minutes after, weighted by patients; nil when nobody has a route.
  public var minutesAfter: WeightedDistribution? { distribution { $0.after?.minutes } }

  private func distribution(
    of minutes: (AreaDisplacement) -> Double?
  ) -> WeightedDistribution? {
    let timed = areas.compactMap { area in minutes(area).map { ($0, area.patients) } }
    return try? WeightedDistribution(values: timed.map(\.0), weights: timed.map(\.1))
  }

  /// The area with patients whose journey is the longest afterwards; the first of those that tie.
  public var farthestAfter: AreaDisplacement? { extreme { $0.after?.minutes } }

  /// The area with patients whose journey grows the most; the first of those that tie.
  public var worstHit: AreaDisplacement? { extreme { $0.minutesAdded } }

  private func extreme(by minutes: (AreaDisplacement) -> Double?) -> AreaDisplacement? {
    var worst: (area: AreaDisplacement, minutes: Double)?
    for area in areas where area.patients > 0 {
      guard let found = minutes(area) else { continue }
      if let worst, found <= worst.minutes { continue }
      worst = (area, found)
    }
    return worst?.area
  }

  /// How many patients gain and lose.
  public var gainsAndLosses: GainsAndLosses { GainsAndLosses(areas) }
}
