// SPDX-License-Identifier: Apache-2.0

import Assessment
import Facts
import Pictures
import PlanPackage

/// The map of one set of sites, on which every candidate is a switch.
struct CatchmentPicture {
  let words: OptionsWords

  /// Draws the map; `link` makes an address into one that works, or nil.
  func map(id: String = "catchments", link: (String) -> String?) -> CatchmentMap {
    let outcome = words.outcome
    let sites = shownSites
    let order = Dictionary(
      sites.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
    return CatchmentMap(
      caption: Caption(
        id: id, title: title, summary: summary,
        sourceLine: words.basis + ". Each dot is a neighbourhood, joined to the nearest open unit."),
      peopleHeading: words.cases.firstUppercased + " a year", steps: words.model.service.thresholds,
      places: outcome.areas.map { area in
        CatchmentMap.Place(
          area.area.name, district: area.area.district,
          at: .init(longitude: area.area.longitude, latitude: area.area.latitude),
          site: area.site.flatMap { order[$0] },
          minutes: area.minutes.isFinite ? area.minutes : nil, people: area.cases)
      },
      sites: sites.map { site in
        CatchmentMap.Site(
          site.shortName,
          at: .init(longitude: site.longitude, latitude: site.latitude),
          isOpen: isOpen(site), note: note(site), link: address(site).flatMap(link))
      })
  }

  /// Candidates, and units beyond the boundary to which somebody goes.
  private var shownSites: [ServiceModel.Site] {
    words.model.sites.filter { site in
      site.role == .candidate || (words.outcome.site(site.id)?.volume ?? 0) > 0
    }
  }

  private func isOpen(_ site: ServiceModel.Site) -> Bool {
    site.role == .always || words.outcome.open.contains(site.id)
  }

  private func note(_ site: ServiceModel.Site) -> String? {
    guard isOpen(site), let outcome = words.outcome.site(site.id) else { return nil }
    return "\(PlainNumber.text(outcome.volume)) a year"
  }

  /// Where the switch of a site leads: the set with it closed, or open.
  private func address(_ site: ServiceModel.Site) -> String? {
    guard site.role == .candidate else { return nil }
    let outcome = words.outcome
    let isOpen = outcome.open.contains(site.id)
    let next = isOpen ? outcome.open.filter { $0 != site.id } : outcome.open + [site.id]
    guard !next.isEmpty else { return nil }
    return OptionsPaths(model: words.model)
      .configuration(next, journeys: outcome.journeys, series: outcome.series)
  }

  private var title: String {
    "Where people would go: \(words.shortSites)"
  }

  private var summary: String {
    let shares = words.outcome.within.map {
      "\(PlainNumber.percent($0.share)) within \(PlainNumber.text($0.minutes)) minutes"
    }
    let volumes = words.outcome.candidates.map {
      "\(words.short($0.id)) \(PlainNumber.text($0.volume))"
    }
    return "A map of neighbourhoods and the unit that each goes to. Of residents' \(words.cases), "
      + PlainNumber.list(shares) + ". \(words.cases.firstUppercased) a year: "
      + PlainNumber.list(volumes) + "."
  }
}
