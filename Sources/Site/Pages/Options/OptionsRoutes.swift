// SPDX-License-Identifier: Apache-2.0

import Assessment
import PlanPackage

extension SiteView {
  /// The page of a path under /options, or nil.
  func optionsPage(_ parts: [String]) -> String? {
    guard parts.count >= 2,
      let findings = assessment.options.first(where: { $0.model.service.id == parts[1] })
    else { return nil }
    let paths = OptionsPaths(model: findings.model)
    switch (parts.dropFirst(2).first, parts.count) {
    case (nil, 2): return servicePage(findings)
    case ("elimination", 3): return eliminationPage(findings)
    case ("appraisal", 3): return appraisalPage(findings)
    case ("sites", 4...6):
      guard let open = paths.sites(parts[3]), let basis = paths.basis(parts[4...]) else {
        return nil
      }
      return configurationPage(findings, open, basis.journeys, basis.series)
    case ("compare", 5...7):
      guard let left = paths.sites(parts[3]), let right = paths.sites(parts[4]),
        let basis = paths.basis(parts[5...])
      else { return nil }
      return comparisonPage(findings, left, right, basis.journeys, basis.series)
    default: return nil
    }
  }

  /// The paths under /options that a site of files has, and that a server keeps in memory.
  ///
  /// There are more sets of sites than anybody would want files of, so these are the named ones,
  /// and comparisons of each with the first that was decided or is the case today.
  var optionsPaths: [String] {
    assessment.options.flatMap { findings -> [String] in
      let model = findings.model
      let paths = OptionsPaths(model: model)
      var found = [paths.service]
      if findings.elimination != nil { found.append(paths.elimination) }
      if findings.appraisal != nil { found.append(paths.appraisal) }
      var seen: Set<String> = []
      let named = model.configurations.filter { seen.insert(paths.configuration($0.sites)).inserted }
      for row in named {
        found += model.journeys.map { paths.configuration(row.sites, journeys: $0.row.id) }
      }
      let reference = named.first { $0.stage == .decided } ?? named.first { $0.stage == .current }
      for row in named {
        guard let reference, row.id != reference.id else { continue }
        found.append(paths.comparison(row.sites, reference.sites))
        found.append(paths.comparison(reference.sites, row.sites))
      }
      return found
    }
  }
}
