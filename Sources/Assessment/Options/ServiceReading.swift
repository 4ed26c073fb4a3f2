// SPDX-License-Identifier: Apache-2.0

import Access
import Facts
import PlanPackage

/// Reads a plan's services into models, and says everything that is wrong with their tables.
struct ServiceReading {
  private let plan: Plan
  private let values: Values
  private var violations: [Violation] = []

  /// The models of all services.
  ///
  /// - Throws: `PlanError` with every fact, site, area or journey that is missing or impossible.
  static func models(_ plan: Plan, _ values: Values) throws(PlanError) -> [ServiceModel] {
    var reading = ServiceReading(plan: plan, values: values)
    let models = plan.services.compactMap { reading.model($0) }
    guard reading.violations.isEmpty else { throw PlanError(reading.violations) }
    return models
  }

  private init(plan: Plan, values: Values) {
    self.plan = plan
    self.values = values
  }

  private mutating func model(_ service: ServiceRow) -> ServiceModel? {
    let sites = self.sites(of: service)
    guard sites.contains(where: { $0.role == .candidate }) else {
      report(
        "options/service_sites.csv", nil, "service", "no candidate for “\(service.id)”",
        "at least one site that may be chosen", "Add its sites.")
      return nil
    }
    let demand = plan.demand.filter { $0.service == service.id }
    var series: [String] = []
    for row in demand where !series.contains(row.series) { series.append(row.series) }
    if !series.contains(service.series) {
      report(
        "options/services.csv", service.row, "series", "“\(service.series)”",
        series.isEmpty ? "a series of geography/demand.csv" : series.joined(separator: ", "),
        "Add the cases of each area, or choose a series that is there.")
    }
    checkConfigurations(service, sites)
    checkThresholds(service)
    checkRules(service, sites)
    checkWeights(service)
    let inside = Set(plan.areas.filter(\.isInside).map(\.id))
    let cases = demand.filter { $0.series == service.series && inside.contains($0.area) }
    if !demand.isEmpty, cases.allSatisfy({ $0.cases == 0 }) {
      report(
        "geography/demand.csv", nil, "cases",
        "no cases of \(service.id) in \(service.series) among residents",
        "cases in areas inside the partnership", "Add them, or choose another series.")
    }
    var journeys: [ServiceModel.Journeys] = []
    for row in plan.travel {
      if let set = self.journeys(row, service, sites, demand, series) { journeys.append(set) }
    }
    if violations.isEmpty, !journeys.contains(where: { $0.row.id == service.travel }) {
      report(
        "options/services.csv", service.row, "travel", "“\(service.travel)”",
        "a set of journey times with every candidate", "Choose another set, or complete it.")
    }
    return ServiceModel(
      service: service, sites: sites, journeys: journeys, series: series,
      parameters: parameters(service),
      configurations: plan.configurations.filter { $0.service == service.id },
      standards: standards(service))
  }

  private func sites(of service: ServiceRow) -> [ServiceModel.Site] {
    plan.serviceSites.filter { $0.service == service.id && $0.role != .never }.compactMap { row in
      guard let site = plan.sites.first(where: { $0.id == row.site }) else { return nil }
      return ServiceModel.Site(
        id: site.id, name: site.name,
        position: Position(latitude: site.latitude, longitude: site.longitude), role: row.role,
        group: row.group.isEmpty ? site.organisation : row.group, isNow: row.isNow)
    }
  }

  private mutating func checkConfigurations(_ service: ServiceRow, _ sites: [ServiceModel.Site]) {
    let candidates = sites.filter { $0.role == .candidate }.map(\.id)
    for row in plan.configurations where row.service == service.id {
      for site in row.sites where !candidates.contains(site) {
        report(
          "options/configurations.csv", row.row, "sites", "“\(site)”",
          "candidates of \(service.id): \(candidates.joined(separator: ", "))",
          "Correct the id, or make the site a candidate in options/service_sites.csv.")
      }
      if Set(row.sites).count != row.sites.count {
        report(
          "options/configurations.csv", row.row, "sites", "a site twice", "each site once",
          "Take one of them away.")
      }
    }
  }

  private mutating func parameters(_ service: ServiceRow) -> ServiceParameters {
    var found: [ServiceParameterRow.Name: Double] = [:]
    for row in plan.serviceParameters where row.service == service.id {
      let place = ("options/parameters.csv", row.row, "fact")
      guard let value = number(row.fact, place.0, place.1, place.2) else { continue }
      if let problem = row.name.problem(with: value) {
        report(
          place.0, place.1, place.2, "“\(row.fact)”, \(value)", problem,
          "Correct the figure, or name another fact.")
      }
      checkUnit(row.fact, row.name.isPercentage, place.0, place.1, place.2)
      found[row.name] = value
    }
    checkNeeds(service, Set(found.keys))
    return ServiceParameters(found)
  }

  private mutating func standards(_ service: ServiceRow) -> [ServiceModel.Standard] {
    var found: [ServiceModel.Standard] = []
    for row in plan.standards where row.service == service.id {
      guard let limit = number(row.limit, "options/standards.csv", row.row, "limit") else {
        continue
      }
      checkUnit(row.limit, row.measure.isPercentage, "options/standards.csv", row.row, "limit")
      found.append(.init(row: row, limit: limit))
    }
    return found
  }

  /// Money is no minutes, and a percentage is no number of days.
  private mutating func checkUnit(
    _ id: FactID, _ isPercentage: Bool, _ file: String, _ row: Int, _ column: String
  ) {
    guard let unit = values[id]?.quantity.unit,
      unit.isMoney || unit.isPercentage != isPercentage
    else { return }
    report(
      file, row, column, "“\(id)”, in \(unit)",
      isPercentage ? "a fact in %" : "a fact that counts something, not money and not %",
      "Name a fact in the unit that the measure has.")
  }

  private mutating func number(_ id: FactID, _ file: String, _ row: Int, _ column: String)
    -> Double?
  {
    if let fact = values[id] { return fact.quantity.value.asDouble }
    report(
      file, row, column, "“\(id)”", "the id of a fact", "Correct it, or add what it names.")
    return nil
  }

  private mutating func report(
    _ file: String, _ row: Int?, _ column: String?, _ found: String, _ expected: String,
    _ advice: String
  ) {
    violations.append(
      Violation(
        file: file, row: row, column: column, found: found, expected: expected, advice: advice))
  }
}

extension ServiceReading {
  /// A set of journey times for a service; nil when it lacks a candidate, unless it is the
  /// service's own choice: then what is missing is reported.
  private mutating func journeys(
    _ row: TravelRow, _ service: ServiceRow, _ sites: [ServiceModel.Site], _ demand: [DemandRow],
    _ series: [String]
  ) -> ServiceModel.Journeys? {
    guard let minutes = minutes(row, sites) else { return nil }
    let missing = sites.filter { $0.role == .candidate && !minutes.sites.contains($0.id) }
    guard missing.isEmpty else {
      if row.id == service.travel {
        report(
          row.matrix, 1, nil, "no column for \(missing.map(\.id).joined(separator: ", "))",
          "every candidate of \(service.id)", "Add the sites' journey times.")
      }
      return nil
    }
    let known = Dictionary(
      minutes.areas.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
    let areas = plan.areas.filter { known[$0.id] != nil }
    report(missingFrom: known, row)
    let used = sites.filter { minutes.sites.contains($0.id) }
    guard
      let matrix = matrix(minutes, areas.compactMap { known[$0.id] }, used, row)
    else { return nil }
    check(matrix, areas, used, row)
    return ServiceModel.Journeys(
      row: row, areas: areas, matrix: matrix, longest: longest(row, areas, used, matrix),
      cases: cases(demand, series, areas))
  }

  private mutating func minutes(_ row: TravelRow, _ sites: [ServiceModel.Site]) -> TravelFile? {
    if row.matrix.isEmpty { return modelled(row, sites) }
    guard let file = plan.matrices[row.matrix] else {
      report(
        "geography/travel.csv", row.row, "matrix", "“\(row.matrix)”",
        plan.matrices.isEmpty
          ? "a file in \(TravelFile.folder)" : plan.matrices.keys.sorted().joined(separator: ", "),
        "Correct the path, or add the file.")
      return nil
    }
    return file
  }

  private mutating func modelled(_ row: TravelRow, _ sites: [ServiceModel.Site]) -> TravelFile? {
    guard let speedFact = row.speed, let detourFact = row.detour else {
      report(
        "geography/travel.csv", row.row, "matrix", "neither a file nor a speed and a detour",
        "one or the other", "Name a matrix, or the facts by which to estimate.")
      return nil
    }
    guard let speed = number(speedFact, "geography/travel.csv", row.row, "speed"),
      let detour = number(detourFact, "geography/travel.csv", row.row, "detour")
    else { return nil }
    guard let model = ModelledTravel(speed: speed, detour: detour) else {
      report(
        "geography/travel.csv", row.row, "speed", "a speed of \(speed) and a detour of \(detour)",
        "a speed above 0 and a detour of at least 1", "Correct the facts.")
      return nil
    }
    return TravelFile(
      areas: plan.areas.map(\.id), sites: sites.map(\.id),
      minutes: plan.areas.flatMap { area in
        sites.map { model.minutes(from: area.position, to: $0.position) }
      })
  }

  private mutating func matrix(
    _ file: TravelFile, _ rows: [Int], _ sites: [ServiceModel.Site], _ travel: TravelRow
  ) -> TravelMatrix? {
    var factor = 1.0
    if let id = travel.factor {
      guard let value = number(id, "geography/travel.csv", travel.row, "factor") else { return nil }
      guard value > 0, value <= 100 else {
        report(
          "geography/travel.csv", travel.row, "factor", "“\(id)”, \(value)",
          "a factor above 0, at most 100", "Correct the fact.")
        return nil
      }
      factor = value
    }
    let columns = sites.compactMap { file.sites.firstIndex(of: $0.id) }
    do {
      return try TravelMatrix(areas: file.areas, sites: file.sites, minutes: file.minutes)
        .selecting(areas: rows, sites: columns).scaled(by: factor)
    } catch {
      report(
        travel.matrix, nil, nil, "\(error)", "journey times that are not below 0",
        "Correct the file, or the factor in geography/travel.csv.")
      return nil
    }
  }

  private mutating func longest(
    _ row: TravelRow, _ areas: [AreaRow], _ sites: [ServiceModel.Site], _ typical: TravelMatrix
  ) -> TravelMatrix? {
    guard !row.longest.isEmpty else { return nil }
    guard let file = plan.matrices[row.longest] else {
      report(
        "geography/travel.csv", row.row, "longest", "“\(row.longest)”",
        "a file in \(TravelFile.folder)", "Correct the path, or add the file.")
      return nil
    }
    let known = Dictionary(
      file.areas.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
    let rows = areas.compactMap { known[$0.id] }
    guard rows.count == areas.count,
      sites.allSatisfy({ file.sites.contains($0.id) })
    else {
      report(
        row.longest, nil, nil, "fewer areas or sites than \(row.matrix)", "the same as there",
        "Make both files from the same journeys.")
      return nil
    }
    guard let longest = matrix(file, rows, sites, row) else { return nil }
    check(longest, against: typical, areas, row)
    return longest
  }

  /// The longest journey of an area cannot be shorter than its typical one, nor lack a route.
  private mutating func check(
    _ longest: TravelMatrix, against typical: TravelMatrix, _ areas: [AreaRow], _ row: TravelRow
  ) {
    for (area, place) in areas.enumerated() {
      for site in typical.sites.indices where typical[area, site].isFinite {
        let minutes = longest[area, site]
        guard !(minutes.isFinite && minutes >= typical[area, site] - 0.1) else { continue }
        return report(
          row.longest, nil, typical.sites[site],
          "\(minutes.isFinite ? "\(minutes) minutes" : "no route") from \(place.id) "
            + "(\(place.name)), where \(row.matrix) has \(typical[area, site])",
          "at least as long as the typical journey",
          "Make both files from the same journeys.")
      }
    }
  }

  private func cases(
    _ demand: [DemandRow], _ series: [String], _ areas: [AreaRow]
  ) -> [String: [Double]] {
    let position = Dictionary(
      areas.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
    var cases: [String: [Double]] = [:]
    for name in series { cases[name] = [Double](repeating: 0, count: areas.count) }
    for row in demand {
      if let index = position[row.area] { cases[row.series]?[index] += row.cases }
    }
    return cases
  }
}

extension ServiceReading {
  /// Reports residents' areas that a matrix leaves out, a few by name.
  private mutating func report(missingFrom known: [String: Int], _ row: TravelRow) {
    let missing = plan.areas.filter { $0.isInside && known[$0.id] == nil }
    guard !missing.isEmpty else { return }
    let vintages = SmallAreaCode.mixture(plan.areas.map(\.id), known.keys.sorted())
    report(
      row.matrix, nil, "area",
      "no row for \(missing.count) of the areas: "
        + missing.prefix(3).map { "\($0.id) (\($0.name))" }.joined(separator: ", "),
      "journey times for every area inside the partnership",
      vintages ?? "Add the rows, or take the areas out of geography/areas.csv.")
  }

  private mutating func check(
    _ matrix: TravelMatrix, _ areas: [AreaRow], _ sites: [ServiceModel.Site], _ row: TravelRow
  ) {
    let cutOff = areas.indices.filter { area in
      areas[area].isInside && sites.indices.allSatisfy { !matrix[area, $0].isFinite }
    }
    if let first = cutOff.first {
      report(
        row.matrix, nil, "area",
        "no route to any site from \(cutOff.count) areas, first \(areas[first].id) "
          + "(\(areas[first].name))",
        "at least one site that can be reached from every area",
        "Correct the times; an island needs its ferry.")
    }
    var speeds: [Double] = []
    for (area, place) in areas.enumerated() {
      for (site, target) in sites.enumerated() {
        let kilometres = place.position.kilometres(to: target.position)
        let minutes = matrix[area, site]
        if kilometres > 15, minutes.isFinite { speeds.append(kilometres / max(minutes, 1e-9) * 60) }
      }
    }
    speeds.sort()
    guard !speeds.isEmpty else { return }
    let typical = speeds[speeds.count / 2]
    // Over a straight line no road vehicle keeps up 250 km an hour, and nobody who is driven
    // goes slower than a walk.
    if typical > 250 || (typical < 3 && row.mode != "walking") {
      report(
        row.matrix, nil, nil,
        "times that would mean \(Int(min(typical, 1e6))) km an hour in a straight line",
        "minutes",
        typical > 250
          ? "The file may be in hours: multiply by 60."
          : "The file may be in seconds: divide by 60.")
    }
  }
}

// MARK: - Rules, standards and weights

extension ServiceReading {
  private mutating func checkThresholds(_ service: ServiceRow) {
    let thresholds = service.thresholds
    guard
      thresholds.isEmpty || Set(thresholds).count < thresholds.count
        || !thresholds.allSatisfy({ $0 > 0 && $0 <= 10_000 })
    else { return }
    report(
      "options/services.csv", service.row, "thresholds",
      "“\(thresholds.map(ConfigurationDocument.plain).joined(separator: ";"))”",
      "different minutes above 0, at most 10,000, such as 30;45;60", "Correct the list.")
  }

  private mutating func checkRules(_ service: ServiceRow, _ sites: [ServiceModel.Site]) {
    let candidates = sites.filter { $0.role == .candidate }.map(\.id)
    for row in plan.rules where row.service == service.id {
      let file = "options/rules.csv"
      for site in row.sites where !candidates.contains(site) {
        report(
          file, row.row, "sites", "“\(site)”",
          "candidates of \(service.id): \(candidates.joined(separator: ", "))",
          "Correct the id, or make the site a candidate in options/service_sites.csv.")
      }
      switch row.kind {
      case .requiresSite, .excludesSite, .notTogether:
        let fewest = row.kind == .notTogether ? 2 : 1
        if row.sites.count < fewest {
          report(
            file, row.row, "sites", "\(row.sites.count) sites", "at least \(fewest)",
            "Name the sites that the rule is about.")
        }
      case .numberOfSites:
        if row.low == nil && row.high == nil || row.low ?? 0 > row.high ?? .max {
          report(
            file, row.row, row.low == nil ? "low" : "high",
            row.low == nil && row.high == nil ? "neither low nor high" : "high below low",
            "the fewest sites, the most, or both", "State them.")
        }
      case .atMostPerGroup:
        if row.high == nil {
          report(
            file, row.row, "high", "an empty cell", "the most sites of one group", "State it.")
        }
      case .standard:
        let known = plan.standards.filter { $0.service == service.id }.map(\.id)
        if !known.contains(row.standard) {
          report(
            file, row.row, "standard", "“\(row.standard)”",
            known.isEmpty ? "the id of a standard" : known.joined(separator: ", "),
            "Correct the id, or add the standard to options/standards.csv.")
        }
      case .capability:
        let known = Set(plan.siteServices.map(\.capability))
        if !known.contains(row.capability) {
          report(
            file, row.row, "capability", "“\(row.capability)”",
            known.isEmpty
              ? "a capability of options/site_services.csv"
              : known.sorted().joined(separator: ", "),
            "Correct it, or say in options/site_services.csv which sites have it.")
        }
      }
    }
  }

  /// A standard that cannot be worked out would be neither met nor missed.
  private mutating func checkNeeds(
    _ service: ServiceRow, _ known: Set<ServiceParameterRow.Name>
  ) {
    for row in plan.standards where row.service == service.id {
      let missing = row.measure.needs.filter { !known.contains($0) }
      if !missing.isEmpty {
        report(
          "options/standards.csv", row.row, "measure", "“\(row.measure.rawValue)”",
          "options/parameters.csv to have "
            + missing.map(\.rawValue).joined(separator: " and "),
          "Add the parameters, or take the standard away.")
      }
      if row.measure == .shareWithin, !service.thresholds.contains(row.within ?? -1) {
        report(
          "options/standards.csv", row.row, "within",
          row.within.map { "\(ConfigurationDocument.plain($0))" } ?? "an empty cell",
          "one of the service's thresholds: "
            + service.thresholds.map(ConfigurationDocument.plain).joined(separator: ", "),
          "Choose one of these, or add it to options/services.csv.")
      }
    }
  }

  private mutating func checkWeights(_ service: ServiceRow) {
    for row in plan.criteria where row.service == service.id {
      let (low, high) = (row.weightLow ?? row.weight, row.weightHigh ?? row.weight)
      if !(low <= row.weight && row.weight <= high) {
        report(
          "options/criteria.csv", row.row, "weight",
          "\(ConfigurationDocument.plain(row.weight)), with weight_low "
            + "\(ConfigurationDocument.plain(low)) and weight_high "
            + ConfigurationDocument.plain(high),
          "weight_low at most weight, and weight at most weight_high", "Correct the three.")
      }
    }
  }
}

extension StandardRow.Measure {
  /// Whether it is a percentage.
  var isPercentage: Bool { self == .shareWithin || self == .shareInLargeUnits }

  /// What it is worked out from, apart from journeys.
  var needs: [ServiceParameterRow.Name] {
    switch self {
    case .volume, .meanMinutes, .longestMinutes, .shareWithin: []
    case .shareInLargeUnits: [.targetVolume]
    case .callToNeedle: [.callToTravel, .doorToNeedle]
    case .consultants: [.rota]
    case .nurses: [.lengthOfStay, .nursesPerHyperAcuteBed, .nursesPerAcuteBed]
    }
  }
}

extension AreaRow {
  /// The central point as a position.
  var position: Position { Position(latitude: latitude, longitude: longitude) }
}

extension ServiceParameterRow.Name {
  /// Whether the figure has to be a percentage.
  var isPercentage: Bool {
    switch self {
    case .treatedShare, .occupancy, .chanceNoBed, .discountRate: true
    default: false
    }
  }

  /// What the number ought to be, when it cannot be what it is.
  func problem(with value: Double) -> String? {
    switch self {
    case .treatedShare, .chanceNoBed, .discountRate:
      (0...100).contains(value) ? nil : "a percentage from 0 to 100"
    case .occupancy: value > 0 && value <= 100 ? nil : "a percentage above 0 and up to 100"
    default: value >= 0 ? nil : "a number of at least 0"
    }
  }
}
