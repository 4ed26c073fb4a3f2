// SPDX-License-Identifier: Apache-2.0

extension ServiceStandard {
  /// Checks a configuration against the standard.
  ///
  /// - Returns: whether it is met, where not, by how much, and what would have to give.
  /// - Throws: `StandardError` when the measure is missing or can't be right.
  public func check(_ configuration: MeasuredConfiguration) throws(StandardError) -> StandardResult
  {
    guard let values = configuration.measures[measure] else {
      throw .missingMeasure(standard: id, measure: measure)
    }
    switch (scope, values) {
    case (.eachSite, .sites(let sites)):
      return try check(sites: sites, open: configuration.openSites)
    case (.system, .system(let value)):
      guard value.isFinite else {
        throw .impossibleValue(standard: id, place: nil, value: value)
      }
      return result(of: [(nil, value)])
    case (.people(let share), .areas(let areas)):
      return try check(areas: areas, share: share)
    default: throw .wrongKindOfMeasure(standard: id, scope: scope)
    }
  }

  private func check(
    sites: [SiteValue], open: Set<String>
  ) throws(StandardError) -> StandardResult {
    var valueOf: [String: Double] = [:]
    for site in sites {
      guard valueOf.updateValue(site.value, forKey: site.site) == nil else {
        throw .repeatedPlace(standard: id, place: site.site)
      }
    }
    var values: [(place: String?, value: Double)] = []
    for site in open.sorted() {
      guard let value = valueOf[site] else { throw .missingSite(standard: id, site: site) }
      guard value.isFinite else { throw .impossibleValue(standard: id, place: site, value: value) }
      values.append((site, value))
    }
    return result(of: values)
  }

  /// The result when every value must be within the limit.
  private func result(of values: [(place: String?, value: Double)]) -> StandardResult {
    let outside = values.filter { !limit.admits($0.value) }.map {
      OutsideLimit(
        place: $0.place, people: nil, value: $0.value, margin: limit.margin(of: $0.value))
    }
    let relaxed = limit.relaxed(toAdmit: values.map(\.value))
    return StandardResult(
      standard: self, isMet: outside.isEmpty,
      margin: values.map { limit.margin(of: $0.value) }.min() ?? .infinity, outside: outside,
      relaxations: outside.isEmpty ? [] : [.limit(relaxed)])
  }

  private func check(areas: [AreaValue], share: Double) throws(StandardError) -> StandardResult {
    let everybody = try people(of: areas)
    let outside = areas.filter { $0.people > 0 && !limit.admits($0.value) }.map {
      OutsideLimit(
        place: $0.area, people: $0.people, value: $0.value, margin: limit.margin(of: $0.value))
    }
    let within = everybody.share(where: limit.admits)
    let isMet = within >= share * (1 - WeightedDistribution.tolerance)
    return StandardResult(
      standard: self, isMet: isMet, margin: within - share, outside: outside,
      relaxations: isMet ? [] : relaxations(everybody, share: share, within: within))
  }

  private func people(of areas: [AreaValue]) throws(StandardError) -> WeightedDistribution {
    var seen: Set<String> = []
    for area in areas {
      guard seen.insert(area.area).inserted else {
        throw .repeatedPlace(standard: id, place: area.area)
      }
      guard area.value > -.infinity else {
        throw .impossibleValue(standard: id, place: area.area, value: area.value)
      }
      guard area.people >= 0 && area.people.isFinite else {
        throw .impossiblePeople(standard: id, area: area.area, people: area.people)
      }
    }
    do {
      return try WeightedDistribution(values: areas.map(\.value), weights: areas.map(\.people))
    } catch {
      throw .nobody(standard: id)
    }
  }

  /// A lower share with the same limit, then a wider limit for the same share.
  private func relaxations(
    _ everybody: WeightedDistribution, share: Double, within: Double
  ) -> [Relaxation] {
    let wider: Double? =
      switch limit {
      case .atMost: try? everybody.percentile(share)
      case .atLeast: everybody.largestValue(reachedBy: share)
      case .between: nil
      }
    var relaxations: [Relaxation] = within > 0 ? [.share(within)] : []
    if let wider, wider.isFinite { relaxations.append(.limit(limit.relaxed(toAdmit: [wider]))) }
    return relaxations
  }
}

extension WeightedDistribution {
  /// The largest value that at least this share of the people have or exceed.
  func largestValue(reachedBy share: Double) -> Double {
    let needed = share * totalWeight * (1 - Self.tolerance)
    var reached = 0.0
    for (value, weight) in zip(values, weights).reversed() {
      reached += weight
      if reached >= needed { return value }
    }
    return smallest
  }
}
