// SPDX-License-Identifier: Apache-2.0

import PlanPackage

extension ServiceReading {
  mutating func checkThresholds(_ service: ServiceRow) {
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

  mutating func checkRules(_ service: ServiceRow, _ sites: [ServiceModel.Site]) {
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
  mutating func checkNeeds(
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

  mutating func checkWeights(_ service: ServiceRow) {
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
