// SPDX-License-Identifier: Apache-2.0
import Access
import Siting

/// The measures worked out the plain way: every area asks every site.
struct PlainEvaluation {
  private(set) var site: [Int?] = []
  private(set) var minutes: [Double] = []
  private(set) var volumes: [Double]
  private(set) var values: [Measure: Double] = [:]

  init(
    _ configuration: Configuration, travel: TravelMatrix, demand: [Double], roles: [SiteRole],
    limits: MeasureLimits
  ) {
    let open = configuration.openSites
    volumes = Array(repeating: 0, count: travel.sites.count)
    for area in travel.areas.indices {
      let best = open.min { travel[area, $0] < travel[area, $1] }
      let time = best.map { travel[area, $0] } ?? .infinity
      let isReached = time < .infinity
      site.append(isReached ? best : nil)
      minutes.append(time)
      if let best, isReached { volumes[best] += demand[area] }
    }
    let total = demand.reduce(0, +)
    func share(_ isIn: (Int) -> Bool) -> Double {
      demand.indices.reduce(0) { isIn($1) ? $0 + demand[$1] : $0 } / total
    }
    func isLarge(_ area: Int) -> Bool {
      guard let unit = site[area] else { return false }
      return roles[unit] == .outside || volumes[unit] >= limits.targetVolume - 1e-9
    }
    let units = open.filter { roles[$0] != .outside }
    let sizes = units.map { volumes[$0] }
    values[.units] = Double(units.count)
    values[.meanMinutes] =
      demand.indices.reduce(0) { sum, area in
        demand[area] == 0 ? sum : sum + demand[area] * minutes[area]
      } / total
    values[.maximumMinutes] = minutes.max() ?? 0
    values[.largestUnit] = sizes.max() ?? 0
    values[.smallestUnit] = sizes.min() ?? 0
    let smallest = sizes.min() ?? 0
    values[.largestToSmallest] = smallest > 0 ? (sizes.max() ?? 0) / smallest : .infinity
    values[.withinFirst] = share { minutes[$0] <= limits.firstMinutes }
    values[.withinSecond] = share { minutes[$0] <= limits.secondMinutes }
    values[.withinThird] = share { minutes[$0] <= limits.thirdMinutes }
    values[.atTarget] = share(isLarge)
    values[.withinFirstAtTarget] = share { minutes[$0] <= limits.firstMinutes && isLarge($0) }
    values[.withinSecondAtTarget] = share { minutes[$0] <= limits.secondMinutes && isLarge($0) }
    values[.withinThirdAtTarget] = share { minutes[$0] <= limits.thirdMinutes && isLarge($0) }
  }

  /// The measures that differ from others by more than a part in a billion.
  func differences(from measures: ConfigurationMeasures) -> [Measure] {
    Measure.allCases.filter { measure in
      let wanted = values[measure] ?? .nan
      let found = measures[measure]
      return !(found == wanted || (found - wanted).magnitude <= 1e-9 * max(1, wanted.magnitude))
    }
  }
}
