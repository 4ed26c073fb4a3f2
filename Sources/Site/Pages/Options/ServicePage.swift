// SPDX-License-Identifier: Apache-2.0

import Assessment
import Facts
import Pictures
import PlanPackage

/// A service whose sites have to be chosen: its options in one table, and where to go on.
struct ServicePageModel {
  let chrome: Chrome
  let heading: String
  let answer: String
  let note: String?
  let map: PictureModel?
  let plot: PictureModel?
  let sections: [ProseModel.SectionModel]
  let links: [ConfigurationModel.Link]
}

extension SiteView {
  /// The page of a service.
  func servicePage(_ findings: OptionsFindings) -> String {
    let model = findings.model
    let paths = OptionsPaths(model: model)
    let shown =
      model.configurations.first { $0.stage == .decided }
      ?? model.configurations.first { $0.stage == .current } ?? model.configurations.first
    let words =
      (shown?.sites ?? model.current).isEmpty
      ? nil
      : model.outcome(of: shown?.sites ?? model.current).map {
        OptionsWords(view: self, findings: findings, outcome: $0)
      }
    let map = words.map { words in
      let map = CatchmentPicture(words: words).map { reachable($0) }
      return PictureModel(
        id: map.caption.id, title: map.title, wide: map.svg(.wide), narrow: map.svg(.narrow),
        sourceLine: map.sourceLine, table: TableModel(map.table), figures: [], hasDownload: false)
    }
    var links: [ConfigurationModel.Link] = []
    if let words, let href = reachable(paths.configuration(words.outcome.open)) {
      links.append(
        .init(href: href, label: "Turn sites on and off, starting from \(words.shortName)"))
    }
    if findings.elimination != nil {
      links.append(.init(href: paths.elimination, label: "From every set to the shortlist"))
    }
    if findings.appraisal != nil {
      links.append(
        .init(
          href: paths.appraisal, label: "The shortlist weighed, and what would change the answer"))
    }
    let page = ServicePageModel(
      chrome: chrome(model.service.name, path: paths.service), heading: model.service.name,
      answer: HTML.escape(model.service.question),
      note: model.service.note.isEmpty ? nil : model.service.note, map: map,
      plot: plot(findings),
      sections: [table(findings)].compactMap { $0 }
        + journeySections(findings), links: links)
    return Templates.render("service", page)
  }

  private func table(_ findings: OptionsFindings) -> ProseModel.SectionModel? {
    let model = findings.model
    let paths = OptionsPaths(model: model)
    let rows = model.configurations.compactMap { row -> TableModel.Row? in
      guard let outcome = model.outcome(of: row.sites) else { return nil }
      let words = OptionsWords(view: self, findings: findings, outcome: outcome)
      let label = HTML.escape(row.name)
      let href = reachable(paths.configuration(row.sites))
      var cells: [TableModel.Cell] = [
        .text(words.shortSites), .number(words.number("mean-minutes", outcome.meanMinutes, 1)),
        .number(words.number("longest-minutes", outcome.longestMinutes)),
      ]
      cells += outcome.within.map {
        .number(words.number("within-\(PlainNumber.text($0.minutes))", $0.share * 100, 1))
      }
      cells += [
        .number(words.number("smallest-unit", outcome.smallestUnit)),
        .number(words.number("largest-unit", outcome.largestUnit)),
      ]
      return TableModel.Row(href.map { "<a href=\"\($0)\">\(label)</a>" } ?? label, cells)
    }
    guard !rows.isEmpty else { return nil }
    let thresholds = model.service.thresholds.map {
      ("Within \(PlainNumber.text($0)), %", true)
    }
    let journeys = model.journeys()?.row.name ?? ""
    return .init(
      heading: "The options",
      text: "Sets of sites that somebody has proposed, chosen or seen happen. "
        + "\(HTML.escape(journeys)); residents’ \(HTML.escape(model.service.cases)) of "
        + "\(model.service.series).",
      table: TableModel(
        caption: "Options for \(model.service.name.firstLowercased)",
        columns: [
          ("Option", false), ("Sites", false), ("Mean minutes", true), ("Longest", true),
        ] + thresholds + [("Smallest unit", true), ("Largest unit", true)], rows: rows))
  }

  /// Every set as a point: the mean journey against the size of the smallest unit.
  private func plot(_ findings: OptionsFindings) -> PictureModel? {
    guard let plot = OptionsPlot(findings, reachable: { reachable($0) })?.chart else { return nil }
    return PictureModel(
      id: plot.caption.id, title: plot.title, wide: plot.svg(.wide), narrow: plot.svg(.narrow),
      sourceLine: plot.sourceLine, table: TableModel(plot.table), figures: [], hasDownload: false)
  }

  /// Which shortlisted option has the shortest mean journey by each set of journey times.
  private func whatSurvives(_ model: ServiceModel) -> String {
    let shortlist = model.configurations.filter { $0.stage == .shortlist || $0.stage == .decided }
    let best = model.journeys.map { set -> String in
      let means = shortlist.map { row in
        (row.name, model.outcome(of: row.sites, journeys: set.row.id)?.meanMinutes ?? .infinity)
      }
      return means.min { $0.1 < $1.1 }?.0 ?? ""
    }
    guard let first = best.first, shortlist.count > 1 else {
      return "The same options by each set of journey times."
    }
    if best.allSatisfy({ $0 == first }) {
      return "Of the shortlist \(HTML.escape(first)) has the shortest mean journey by every set of "
        + "journey times; by how much differs."
    }
    let each = zip(best, model.journeys).map { "\($0) (\($1.row.name.firstLowercased))" }
    return "Which option of the shortlist has the shortest mean journey depends on the journey "
      + "times: \(HTML.escape(PlainNumber.list(each)))."
  }

  /// How the mean journey of each option depends on which journey times are believed.
  private func journeySections(_ findings: OptionsFindings) -> [ProseModel.SectionModel] {
    let model = findings.model
    guard model.journeys.count > 1 else { return [] }
    let rows = model.configurations.map { row -> TableModel.Row in
      TableModel.Row(
        HTML.escape(row.name),
        model.journeys.map { set in
          guard let outcome = model.outcome(of: row.sites, journeys: set.row.id) else {
            return .number("")
          }
          let words = OptionsWords(view: self, findings: findings, outcome: outcome)
          return .number(words.number("mean-minutes", outcome.meanMinutes, 1))
        })
    }
    let notes = model.journeys.map {
      "<li><strong>\(HTML.escape($0.row.name)).</strong> \(HTML.escape($0.row.note))</li>"
    }
    return [
      .init(
        heading: "How much rests on the journey times",
        text: "\(whatSurvives(model)) Where the order changes, travel does not decide.</p>"
          + "<ul>\(notes.joined())</ul><p>",
        table: TableModel(
          caption: "Mean minutes of residents’ journeys",
          columns: [("Option", false)] + model.journeys.map { ($0.row.name, true) }, rows: rows))
    ]
  }
}
