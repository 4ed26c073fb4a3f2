// SPDX-License-Identifier: Apache-2.0

import Access
import Options
import PlanPackage

extension ServiceModel {
  /// Works out what a set of candidates would mean.
  ///
  /// Sites that are not candidates are passed over. Nil when no candidate is open, when there is
  /// no such set of journeys or series, or when residents have no cases at all.
  public func outcome(
    of open: some Collection<String>, journeys id: String? = nil, series name: String? = nil
  ) -> ConfigurationOutcome? {
    let chosen = candidates.map(\.id).filter(open.contains)
    let name = name ?? service.series
    guard !chosen.isEmpty, let journeys = journeys(id), let cases = journeys.cases[name] else {
      return nil
    }
    return OutcomeBuilder(model: self, journeys: journeys, cases: cases, series: name)
      .outcome(chosen)
  }

  /// Where people of some areas would go if a set of candidates were open.
  ///
  /// It is what `outcome` says of the same areas, without working out all the others. Empty when
  /// no candidate is open, or when there is no such set of journeys.
  public func areaOutcomes(
    of open: some Collection<String>, journeys id: String? = nil, in areas: Set<String>
  ) -> [ConfigurationOutcome.AreaOutcome] {
    let chosen = candidates.map(\.id).filter(open.contains)
    guard !chosen.isEmpty, let journeys = journeys(id), let cases = journeys.cases[service.series]
    else { return [] }
    return OutcomeBuilder(model: self, journeys: journeys, cases: cases, series: service.series)
      .areas(chosen, in: areas)
  }
}

/// One configuration being worked out.
private struct OutcomeBuilder {
  let model: ServiceModel
  let journeys: ServiceModel.Journeys
  let cases: [Double]
  let series: String

  func outcome(_ chosen: [String]) -> ConfigurationOutcome? {
    let allocation = NearestAllocation(journeys.matrix, open: positions(of: chosen))
    let areas = areas(allocation)
    let residents = areas.filter { $0.area.isInside }
    guard let travel = distribution(residents) else { return nil }
    let sites = sites(allocation, chosen)
    let flows = BoundaryFlows(
      allocation, weights: cases, isResident: journeys.areas.map(\.isInside),
      isOwn: Set(positions(of: chosen, alone: true)))
    let deciles = groups(residents) { $0.deprivationDecile.map { "\($0)" } }
      .sorted { (Int($0.name) ?? 0) < (Int($1.name) ?? 0) }
    let worst = residents.max { $0.longest < $1.longest }
    let benefit = benefit(travel)
    return ConfigurationOutcome(
      open: chosen, journeys: journeys.row.id, series: series,
      residents: residents.reduce(0) { $0 + $1.cases }, meanMinutes: travel.mean,
      ninetiethPercentile: (try? travel.percentile(0.9)) ?? travel.largest,
      longestMinutes: worst?.longest ?? travel.largest, worstArea: worst?.area.id ?? "",
      within: within(travel), sites: sites, areas: areas,
      districts: groups(residents) { $0.district }.sorted { $0.name < $1.name },
      deciles: deciles, ages: ages(residents),
      gini: (try? travel.giniCoefficient()) ?? 0, decileGap: gap(deciles),
      benefitPerHundred: benefit?.perHundredTreated,
      extraGoodOutcomes: model.parameters[.treatedShare] == nil ? nil : benefit?.perYear,
      displaced: displaced(areas),
      consultants: model.parameters[.rota].map { $0 * Double(chosen.count) },
      outward: flows.outward, inward: flows.inward)
  }

  private func positions(of chosen: [String], alone: Bool = false) -> [Int] {
    let open = Set(chosen + (alone ? [] : model.alwaysOpen.map(\.id)))
    return journeys.matrix.sites.indices.filter { open.contains(journeys.matrix.sites[$0]) }
  }

  /// Some areas, each with its nearest open site; of two as near it is the first of the matrix.
  func areas(
    _ chosen: [String], in wanted: Set<String>
  ) -> [ConfigurationOutcome.AreaOutcome] {
    let open = positions(of: chosen)
    return journeys.areas.indices.filter { wanted.contains(journeys.areas[$0].id) }.map { area in
      let reached = open.filter { journeys.matrix[area, $0] < .infinity }
      let site = reached.min { journeys.matrix[area, $0] < journeys.matrix[area, $1] }
      return outcome(of: area, site, site.map { journeys.matrix[area, $0] } ?? .infinity)
    }
  }

  private func areas(_ allocation: NearestAllocation) -> [ConfigurationOutcome.AreaOutcome] {
    journeys.areas.indices.map { outcome(of: $0, allocation.site[$0], allocation.minutes[$0]) }
  }

  private func outcome(
    of area: Int, _ site: Int?, _ minutes: Double
  ) -> ConfigurationOutcome.AreaOutcome {
    ConfigurationOutcome.AreaOutcome(
      area: journeys.areas[area], cases: cases[area],
      site: site.map { journeys.matrix.sites[$0] }, minutes: minutes,
      longest: site.flatMap { journeys.longest?[area, $0] } ?? minutes)
  }

  private func distribution(
    _ areas: [ConfigurationOutcome.AreaOutcome]
  ) -> WeightedDistribution? {
    try? WeightedDistribution(values: areas.map(\.minutes), weights: areas.map(\.cases))
  }

  private func within(_ travel: WeightedDistribution) -> [ConfigurationOutcome.Within] {
    model.service.thresholds.map { .init(minutes: $0, share: travel.share(atMost: $0)) }
  }

  private func groups(
    _ areas: [ConfigurationOutcome.AreaOutcome], by name: (AreaRow) -> String?
  ) -> [ConfigurationOutcome.GroupOutcome] {
    var names: [String] = []
    var members: [String: [ConfigurationOutcome.AreaOutcome]] = [:]
    for area in areas {
      guard let group = name(area.area) else { continue }
      if members[group] == nil { names.append(group) }
      members[group, default: []].append(area)
    }
    return names.compactMap { group in
      let areas = members[group] ?? []
      guard let travel = distribution(areas) else { return nil }
      return ConfigurationOutcome.GroupOutcome(
        name: group, cases: travel.totalWeight, meanMinutes: travel.mean,
        longestMinutes: areas.map(\.longest).max() ?? travel.largest, within: within(travel),
        sites: destinations(areas, travel.totalWeight))
    }
  }

  /// People by age, each area's weighed by how many live there and not by cases.
  private func ages(
    _ areas: [ConfigurationOutcome.AreaOutcome]
  ) -> [ConfigurationOutcome.GroupOutcome] {
    let people: [(String, (AreaRow) -> Double?)] = [
      ("Everybody", { $0.population }), ("65 and over", { $0.aged65AndOver }),
      ("75 and over", { $0.aged75AndOver }),
    ]
    return people.compactMap { name, count in
      let counts = areas.map { count($0.area) }
      guard counts.allSatisfy({ $0 != nil }),
        let travel = try? WeightedDistribution(
          values: areas.map(\.minutes), weights: counts.compactMap { $0 })
      else { return nil }
      return ConfigurationOutcome.GroupOutcome(
        name: name, cases: travel.totalWeight, meanMinutes: travel.mean,
        longestMinutes: areas.map(\.longest).max() ?? travel.largest, within: within(travel),
        sites: [])
    }
  }

  private func destinations(
    _ areas: [ConfigurationOutcome.AreaOutcome], _ total: Double
  ) -> [(id: String, share: Double)] {
    journeys.matrix.sites.map { site in
      (site, areas.filter { $0.site == site }.reduce(0) { $0 + $1.cases } / total)
    }.filter { $0.1 > 0 }.enumerated().sorted {
      ($1.element.1, $0.offset) < ($0.element.1, $1.offset)
    }
    .map { (id: $0.element.0, share: $0.element.1) }
  }

  private func gap(_ deciles: [ConfigurationOutcome.GroupOutcome]) -> Double? {
    guard let most = deciles.first(where: { $0.name == "1" }),
      let least = deciles.first(where: { $0.name == "10" })
    else { return nil }
    return most.meanMinutes - least.meanMinutes
  }

  private func displaced(_ areas: [ConfigurationOutcome.AreaOutcome]) -> Double? {
    guard !model.current.isEmpty else { return nil }
    let today = NearestAllocation(journeys.matrix, open: positions(of: model.current))
    return areas.indices.reduce(0) { sum, area in
      let before = today.site[area].map { journeys.matrix.sites[$0] }
      let isMoved = areas[area].area.isInside && areas[area].site != before
      return isMoved ? sum + areas[area].cases : sum
    }
  }

  private func benefit(_ travel: WeightedDistribution) -> YearlyBenefit? {
    guard let before = model.parameters[.minutesBeforeTravel],
      let needle = model.parameters[.doorToNeedle],
      let times = try? CareTimes(onsetToCall: before, callToTravel: 0, doorToNeedle: needle),
      let benefit = try? ThrombolysisBenefit()
    else { return nil }
    return try? benefit.yearlyBenefit(
      travel: travel, times: times, patients: travel.totalWeight,
      shareTreated: model.parameters.share(.treatedShare) ?? 0)
  }
}

// MARK: - Sites

extension OutcomeBuilder {
  private func sites(
    _ allocation: NearestAllocation, _ chosen: [String]
  ) -> [ConfigurationOutcome.SiteOutcome] {
    let order =
      positions(of: chosen, alone: true)
      + allocation.open.filter {
        !chosen.contains(journeys.matrix.sites[$0])
      }
    return order.map { site in
      let catchment = allocation.catchment(of: site)
      func sum(_ isInside: Bool) -> Double {
        catchment.filter { journeys.areas[$0].isInside == isInside }.reduce(0) { $0 + cases[$1] }
      }
      let id = journeys.matrix.sites[site]
      let isCandidate = chosen.contains(id)
      let (residents, neighbours) = (sum(true), sum(false))
      let need = isCandidate ? bedsAndNurses(residents + neighbours) : nil
      return ConfigurationOutcome.SiteOutcome(
        id: id, isCandidate: isCandidate, residents: residents, neighbours: neighbours,
        beds: need?.beds, hyperAcuteBeds: need?.hyperAcute, nurses: need?.nurses)
    }
  }

  /// Beds are rounded up for each part, since half a bed takes nobody in.
  private func bedsAndNurses(
    _ volume: Double
  ) -> (beds: Double, hyperAcute: Double, nurses: Double?)? {
    guard let stay = model.parameters[.lengthOfStay],
      let demand = try? BedDemand(patientsPerYear: volume, meanStayDays: stay),
      let split = try? SplitBedDemand(
        demand, firstDays: min(stay, model.parameters[.hyperAcuteStay] ?? 0)),
      let hyperAcute = beds(split.hyperAcute), let acute = beds(split.acute)
    else { return nil }
    var nurses: Double?
    if let first = model.parameters[.nursesPerHyperAcuteBed],
      let later = model.parameters[.nursesPerAcuteBed]
    {
      nurses = hyperAcute * first + acute * later
    }
    return (hyperAcute + acute, hyperAcute, nurses)
  }

  /// By a chance of finding no bed when the plan states one, by a stated occupancy otherwise.
  private func beds(_ demand: BedDemand) -> Double? {
    if let chance = model.parameters.share(.chanceNoBed), chance > 0, chance < 1 {
      return
        (try? demand.pool().bedsNeeded(chanceOfNoBedAtMost: chance, whenFull: .patientsGoElsewhere))
        .map(Double.init)
    }
    guard let occupancy = model.parameters.share(.occupancy) else { return nil }
    return try? demand.beds(atOccupancy: occupancy).whole
  }
}
