// SPDX-License-Identifier: Apache-2.0

import Access
import PlanPackage

extension ServiceReading {
  /// Reports residents' areas that a matrix leaves out, a few by name.
  mutating func report(missingFrom known: [String: Int], _ row: TravelRow) {
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

  mutating func check(
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

extension AreaRow {
  /// The central point as a position.
  var position: Position { Position(latitude: latitude, longitude: longitude) }
}
