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
}
