// SPDX-License-Identifier: Apache-2.0

import Assessment
import Facts
import Pictures
import PlanPackage

/// One set of sites with everything that it would mean, and a switch for every site.
struct ConfigurationModel {
  let chrome: Chrome
  let kind: String
  let heading: String
  let answer: String
  let note: String?
  let map: PictureModel
  let switches: [Switch]
  let bases: [Basis]
  let sections: [ProseModel.SectionModel]
  let comparisons: [Link]
  let serviceHref: String
  let serviceName: String

  /// A site with the address at which it is open, or closed.
  struct Switch {
    let site: String
    let isOpen: Bool
    let state: String
    /// Nil when there is no page to go to.
    let href: String?
    let action: String
  }

  /// A set of journey times or a series of demand to choose instead.
  struct Basis {
    let label: String
    let note: String
    let isChosen: Bool
    let href: String?
  }

  struct Link {
    let href: String
    let label: String
  }
}

extension SiteView {
  /// The page of a set of sites.
  func configurationPage(
    _ findings: OptionsFindings, _ open: [String], _ journeys: String, _ series: String
  ) -> String? {
    let model = findings.model
    guard let outcome = model.outcome(of: open, journeys: journeys, series: series) else {
      return nil
    }
    let words = OptionsWords(view: self, findings: findings, outcome: outcome)
    let paths = OptionsPaths(model: model)
    let heading = words.heading
    let page = ConfigurationModel(
      chrome: chrome(
        heading, path: paths.configuration(open, journeys: journeys, series: series)),
      kind: model.service.name, heading: heading, answer: words.answer, note: words.note,
      map: mapModel(words), switches: switches(words, paths),
      bases: bases(words, paths), sections: OptionsSections(words: words).all,
      comparisons: comparisons(words, paths), serviceHref: paths.service,
      serviceName: model.service.name)
    return Templates.render("configuration", page)
  }

  private func mapModel(_ words: OptionsWords) -> PictureModel {
    let map = CatchmentPicture(words: words).map(link: { reachable($0) })
    return PictureModel(
      id: map.caption.id, title: map.title, wide: map.svg(.wide), narrow: map.svg(.narrow),
      sourceLine: map.sourceLine, table: TableModel(map.table), figures: [], hasDownload: false)
  }

  private func switches(_ words: OptionsWords, _ paths: OptionsPaths) -> [ConfigurationModel.Switch]
  {
    let outcome = words.outcome
    return words.model.candidates.map { site in
      let isOpen = outcome.open.contains(site.id)
      let others = outcome.open.filter { $0 != site.id }
      let next = isOpen ? others : outcome.open + [site.id]
      let href =
        next.isEmpty
        ? nil
        : reachable(
          paths.configuration(next, journeys: outcome.journeys, series: outcome.series))
      return ConfigurationModel.Switch(
        site: site.name, isOpen: isOpen, state: isOpen ? "open" : "closed", href: href,
        action: (isOpen ? "Close " : "Open ") + site.shortName)
    }
  }

  private func bases(_ words: OptionsWords, _ paths: OptionsPaths) -> [ConfigurationModel.Basis] {
    let outcome = words.outcome
    let journeys = words.model.journeys.map { set in
      ConfigurationModel.Basis(
        label: set.row.name, note: set.row.note, isChosen: set.row.id == outcome.journeys,
        href: reachable(
          paths.configuration(outcome.open, journeys: set.row.id, series: outcome.series)))
    }
    let series = words.model.series.map { name in
      ConfigurationModel.Basis(
        label: "\(words.model.service.cases.firstUppercased) of \(name)", note: "",
        isChosen: name == outcome.series,
        href: reachable(
          paths.configuration(outcome.open, journeys: outcome.journeys, series: name)))
    }
    return journeys.count > 1 || series.count > 1 ? journeys + (series.count > 1 ? series : []) : []
  }

  private func comparisons(
    _ words: OptionsWords, _ paths: OptionsPaths
  ) -> [ConfigurationModel.Link] {
    words.model.configurations.filter { Set($0.sites) != Set(words.outcome.open) }.compactMap {
      row in
      reachable(
        paths.comparison(
          row.sites, words.outcome.open, journeys: words.outcome.journeys,
          series: words.outcome.series)
      ).map { .init(href: $0, label: row.name) }
    }
  }

  /// An address when there is a page behind it: on a site of files only some sets have one.
  func reachable(_ path: String) -> String? {
    !isStatic || optionsPathSet.contains(path) ? path : nil
  }
}
