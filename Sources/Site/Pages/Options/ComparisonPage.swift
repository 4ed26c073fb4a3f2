// SPDX-License-Identifier: Apache-2.0

import Assessment
import Facts
import Pictures
import PlanPackage

/// Two sets of sites side by side, with the difference in words.
struct ComparisonModel {
  let chrome: Chrome
  let kind: String
  let heading: String
  let answer: String
  let sides: [Side]
  let sections: [ProseModel.SectionModel]
  let serviceHref: String
  let serviceName: String

  /// One of the two, with its map.
  struct Side {
    let name: String
    let sites: String
    let href: String?
    let map: PictureModel
  }
}

extension SiteView {
  /// The page of two sets of sites.
  func comparisonPage(
    _ findings: OptionsFindings, _ left: [String], _ right: [String], _ journeys: String,
    _ series: String
  ) -> String? {
    let model = findings.model
    guard let first = model.outcome(of: left, journeys: journeys, series: series),
      let second = model.outcome(of: right, journeys: journeys, series: series)
    else { return nil }
    let comparison = OptionsComparison(
      left: OptionsWords(view: self, findings: findings, outcome: first),
      right: OptionsWords(view: self, findings: findings, outcome: second))
    let paths = OptionsPaths(model: model)
    let heading = comparison.heading
    let sides = [comparison.left, comparison.right].enumerated().map { index, words in
      let map = CatchmentPicture(words: words).map(id: index == 0 ? "first" : "second") { _ in nil }
      return ComparisonModel.Side(
        name: words.shortName, sites: words.shortSites,
        href: reachable(
          paths.configuration(words.outcome.open, journeys: journeys, series: series)),
        map: PictureModel(
          id: map.caption.id, title: map.title, wide: map.svg(.narrow), narrow: "",
          sourceLine: map.sourceLine, table: TableModel(map.table), figures: [],
          hasDownload: false))
    }
    let page = ComparisonModel(
      chrome: chrome(
        heading, path: paths.comparison(left, right, journeys: journeys, series: series)),
      kind: model.service.name, heading: heading, answer: comparison.answer, sides: sides,
      sections: comparison.sections, serviceHref: paths.service, serviceName: model.service.name)
    return Templates.render("comparison", page)
  }
}

/// What differs between two sets of sites.
struct OptionsComparison {
  let left: OptionsWords
  let right: OptionsWords

  var heading: String { "\(left.shortName) and \(right.shortName), side by side" }

  /// Who gains and who loses, in one sentence.
  var answer: String {
    let change = changes
    let residents = left.outcome.residents
    func people(_ weight: Double) -> String {
      "\(PlainNumber.text(weight)) of \(PlainNumber.text(residents)) residents’ "
        + HTML.escape(left.cases)
    }
    let mean = right.outcome.meanMinutes - left.outcome.meanMinutes
    return "Going from \(HTML.escape(left.shortName)) to \(HTML.escape(right.shortName)), journeys "
      + "would be \(PlainNumber.text(mean.magnitude, 1)) minutes "
      + "\(mean > 0 ? "longer" : "shorter") on average: longer for "
      + "\(people(change.longer)), shorter for \(PlainNumber.text(change.shorter))."
  }

  /// Residents' cases whose journey becomes longer, shorter, or stays within half a minute.
  private var changes: (longer: Double, shorter: Double, same: Double) {
    var sums = (longer: 0.0, shorter: 0.0, same: 0.0)
    for (before, after) in zip(left.outcome.areas, right.outcome.areas) where before.area.isInside {
      let change = after.minutes - before.minutes
      if change > 0.5 {
        sums.longer += before.cases
      } else if change < -0.5 {
        sums.shorter += before.cases
      } else {
        sums.same += before.cases
      }
    }
    return sums
  }

  var sections: [ProseModel.SectionModel] {
    [measures, breakEven, units, groups("By district", "District", \.districts), byDeprivation]
      .compactMap { $0 }
  }

  private var columns: [(String, Bool)] {
    [(left.shortName, true), (right.shortName, true), ("Difference", false)]
  }

  private var measures: ProseModel.SectionModel {
    let (a, b) = (left.outcome, right.outcome)
    var rows = [
      row(
        "Mean journey, minutes", "mean-minutes", a.meanMinutes, b.meanMinutes, 1, .less, "minutes"),
      row(
        "Longest journey, minutes", "longest-minutes", a.longestMinutes, b.longestMinutes, 0, .less,
        "minutes"),
    ]
    for (first, second) in zip(a.within, b.within) {
      let minutes = PlainNumber.text(first.minutes)
      rows.append(
        row(
          "Within \(minutes) minutes, %", "within-\(minutes)", first.share * 100,
          second.share * 100, 1, .more, "points"))
    }
    rows.append(
      row(
        "Smallest unit, \(left.cases) a year", "smallest-unit", a.smallestUnit, b.smallestUnit, 0,
        .neither, left.cases))
    rows.append(
      row(
        "Largest unit, \(left.cases) a year", "largest-unit", a.largestUnit, b.largestUnit, 0,
        .neither, left.cases))
    let optional: [(String, String, Double?, Double?, Int, Better, String)] = [
      (
        "Extra people who recover well, of 100 treated", "benefit", a.benefitPerHundred,
        b.benefitPerHundred, 2, .more, "people"
      ),
      ("Beds", "beds", a.beds, b.beds, 0, .neither, "beds"),
      ("Nurses", "nurses", a.nurses, b.nurses, 1, .less, "nurses"),
      (
        "Consultants for rotas", "consultants", a.consultants, b.consultants, 0, .less,
        "consultants"
      ),
      (
        "Residents whose hospital changes from today’s", "displaced", a.displaced, b.displaced, 0,
        .less, "people"
      ),
      (
        "Minutes by which the most deprived travel longer", "decile-gap", a.decileGap, b.decileGap,
        1, .less, "minutes"
      ),
    ]
    rows += optional.compactMap { label, measure, first, second, decimals, better, unit in
      guard let first, let second else { return nil }
      return row(label, measure, first, second, decimals, better, unit)
    }
    return .init(
      heading: "Side by side", text: nil,
      table: TableModel(
        caption: "Side by side: \(left.basis)", columns: [("What", false)] + columns, rows: rows))
  }

  /// Which direction people would call better.
  private enum Better { case more, less, neither }

  private func row(
    _ label: String, _ measure: String, _ first: Double, _ second: Double, _ decimals: Int,
    _ better: Better, _ unit: String
  ) -> TableModel.Row {
    TableModel.Row(
      HTML.escape(label),
      [
        .number(left.number(measure, first, decimals)),
        .number(right.number(measure, second, decimals)),
        .html(difference(first, second, decimals, better, unit)),
      ])
  }

  /// “2.1 minutes more ▲ worse”: in words and in shape.
  private func difference(
    _ first: Double, _ second: Double, _ decimals: Int, _ better: Better, _ unit: String
  ) -> String {
    let change = second - first
    let text = PlainNumber.text(change.magnitude, decimals)
    guard change.isFinite, text.contains(where: { "123456789".contains($0) }) else {
      return "no difference"
    }
    let words = "\(text) \(HTML.escape(unit)) \(change > 0 ? "more" : "fewer")"
    switch better {
    case .neither: return words
    case .more, .less:
      let isBetter = (better == .more) == (change > 0)
      let mark =
        isBetter ? "<span class=\"better\">✓ better</span>" : "<span class=\"worse\">✗ worse</span>"
      return "\(words) \(mark)"
    }
  }

  /// What faster treatment would have to make up for.
  private var breakEven: ProseModel.SectionModel? {
    let model = left.model
    guard left.outcome.meanMinutes < right.outcome.meanMinutes,
      let found = model.breakEvenDoorToNeedle(of: right.outcome, toEqual: left.outcome)
    else { return nil }
    let name = HTML.escape(right.shortName)
    let text =
      switch found {
      case .found(let minutes, let change):
        "For its longer journeys to cost nobody a good outcome, hospitals under \(name) would have "
          + "to treat \(PlainNumber.text(change.magnitude, 1)) minutes faster: within "
          + "\(PlainNumber.text(minutes, 1)) minutes of the door."
      case .outOfReach:
        "Not even treatment at the door would make up for the longer journeys under \(name)."
      case .always: "The longer journeys under \(name) cost no good outcomes."
      }
    return .init(
      heading: "Minutes on the road and minutes in hospital",
      text: text + " This counts clot-busting treatment only.", table: nil)
  }

  private var units: ProseModel.SectionModel {
    let sites = left.model.candidates.filter {
      left.outcome.site($0.id) != nil || right.outcome.site($0.id) != nil
    }
    let rows = sites.map { site -> TableModel.Row in
      func text(_ words: OptionsWords) -> String {
        words.outcome.site(site.id).map { words.number("volume.\(site.id)", $0.volume) } ?? "closed"
      }
      return TableModel.Row(HTML.escape(site.name), [.number(text(left)), .number(text(right))])
    }
    return .init(
      heading: "\(left.cases.firstUppercased) a year at each unit", text: nil,
      table: TableModel(
        caption: "Units: \(left.basis)", columns: [("Unit", false)] + columns.dropLast(), rows: rows
      ))
  }

  private var byDeprivation: ProseModel.SectionModel? {
    left.outcome.deciles.count > 1
      ? groups("By deprivation", "Tenth of areas, 1 most deprived", \.deciles) : nil
  }

  private func groups(
    _ heading: String, _ column: String,
    _ path: KeyPath<ConfigurationOutcome, [ConfigurationOutcome.GroupOutcome]>
  ) -> ProseModel.SectionModel {
    let rows = left.outcome[keyPath: path].compactMap { first -> TableModel.Row? in
      guard let second = right.outcome[keyPath: path].first(where: { $0.name == first.name }) else {
        return nil
      }
      return TableModel.Row(
        HTML.escape(first.name),
        [
          .number(PlainNumber.text(first.meanMinutes, 1)),
          .number(PlainNumber.text(second.meanMinutes, 1)),
          .html(difference(first.meanMinutes, second.meanMinutes, 1, .less, "minutes")),
        ])
    }
    return .init(
      heading: heading, text: "Mean minutes of residents’ journeys.",
      table: TableModel(
        caption: "\(heading): \(left.basis)", columns: [(column, false)] + columns, rows: rows))
  }
}
