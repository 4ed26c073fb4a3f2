// SPDX-License-Identifier: Apache-2.0

import Assessment
import Facts
import PlanPackage

/// The names, sentences and numbers that pages about one set of sites share.
struct OptionsWords {
  let view: SiteView
  let findings: OptionsFindings
  let outcome: ConfigurationOutcome

  var model: ServiceModel { findings.model }
  var named: ConfigurationRow? { model.named(outcome.open) }
  var cases: String { model.service.cases }

  /// The name when the set has one, and its sites otherwise.
  var heading: String {
    if let named { return "\(named.name): \(shortSites)" }
    return outcome.open.count == 1 ? "\(shortSites) alone" : shortSites
  }

  var shortName: String { named?.name ?? shortSites }

  /// The sites by their short names.
  var shortSites: String { PlainNumber.list(outcome.open.map(short)) }

  func short(_ site: String) -> String { model.site(site)?.shortName ?? site }

  func full(_ site: String) -> String { model.site(site)?.name ?? site }

  var note: String? { named.flatMap { $0.note.isEmpty ? nil : $0.note } }

  /// The answer to the page's question in one sentence or two, as HTML.
  var answer: String {
    let smallest = outcome.candidates.min { $0.volume < $1.volume }
    var text =
      "The mean journey is \(number("mean-minutes", outcome.meanMinutes, 1)) minutes and the "
      + "longest \(number("longest-minutes", outcome.longestMinutes)), from "
      + HTML.escape(areaName(outcome.worstArea)) + "."
    if let smallest, outcome.candidates.count > 1 {
      text +=
        " The smallest unit would be \(HTML.escape(short(smallest.id))), with "
        + number("volume.\(smallest.id)", smallest.volume) + " \(HTML.escape(cases)) a year."
    }
    return text
  }

  func areaName(_ id: String) -> String {
    outcome.areas.first { $0.area.id == id }.map { "\($0.area.name)" } ?? id
  }

  /// A number as HTML: one that can be asked when the set has a name, plain otherwise.
  func number(_ measure: String, _ value: Double?, _ decimals: Int = 0) -> String {
    guard let value else { return "not known" }
    if let named, outcome.series == model.service.series,
      let id = FactID(
        "options.\(model.service.id).\(named.id).\(measure).\(outcome.journeys)"),
      view.graph[id] != nil
    {
      return view.figure.number(id)
    }
    return PlainNumber.text(value, decimals)
  }

  /// What the numbers rest on, in one line.
  var basis: String {
    let journeys = model.journeys(outcome.journeys)?.row.name ?? outcome.journeys
    return "\(journeys); \(cases) of \(outcome.series)"
  }
}
