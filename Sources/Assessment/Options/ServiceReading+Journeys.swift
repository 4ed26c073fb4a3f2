// SPDX-License-Identifier: Apache-2.0

import Access
import PlanPackage

extension ServiceReading {
  /// A set of journey times for a service; nil when it lacks a candidate, unless it is the
  /// service's own choice: then what is missing is reported.
  mutating func journeys(
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

  mutating func minutes(_ row: TravelRow, _ sites: [ServiceModel.Site]) -> TravelFile? {
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

  mutating func modelled(_ row: TravelRow, _ sites: [ServiceModel.Site]) -> TravelFile? {
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

  mutating func matrix(
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

  mutating func longest(
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
  mutating func check(
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

  func cases(
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
