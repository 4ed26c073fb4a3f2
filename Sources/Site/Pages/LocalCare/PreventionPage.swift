// SPDX-License-Identifier: Apache-2.0

import Assessment
import Facts
import Pictures
import PlanPackage

extension SiteView {
  /// The page of prevention: what programmes do year by year, and what causes explain.
  func preventionPage(_ study: PreventionStudy) -> String {
    let heading = "Staying well: what prevention can do"
    let above = abovePopulation
    let words = PreventionWords(view: self, study: study)
    var page = PopulationPageModel(
      chrome: chrome(heading, path: PopulationPaths.prevention), upHref: above.href,
      upLabel: above.label, heading: heading, answer: words.answer)
    if hasSegments {
      page.links = [.init(href: PopulationPaths.segments, label: "People by segment")]
      page.hasLinks = true
    }
    page.parts = study.runs.map(words.part) + [words.unknown, words.causes].compactMap { $0 }
    return Templates.render("population", page)
  }
}
