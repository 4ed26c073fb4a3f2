// SPDX-License-Identifier: Apache-2.0

import Assessment
import Facts
import PlanPackage

/// The sentences and tables of one service on the page of a place.
struct PlaceWords {
  private let view: SiteView
  private let model: ServiceModel
  private let outlook: PlaceOutlook

  init?(view: SiteView, findings: OptionsFindings, _ place: Place) {
    guard let outlook = PlaceOutlook(place, findings.model) else { return nil }
    self.view = view
    model = findings.model
    self.outlook = outlook
  }

  var service: PlaceModel.Service {
    PlaceModel.Service(
      heading: model.service.name, answer: answer,
      tables: [options, neighbourhoods].compactMap { $0 }, question: question, links: links)
  }

  private var main: PlaceOutlook.Row? {
    outlook.options.first { $0.configuration.stage == .decided } ?? outlook.options.first
  }

  /// What a reader came for: where now, where afterwards, how long.
  private var answer: String {
    var sentences: [String] = []
    if let now = outlook.now {
      sentences.append("Before any change the nearest is \(units(now)), \(minutes(now)) by car.")
    }
    if let main {
      let isDecided = main.configuration.stage == .decided
      let name = HTML.escape(main.configuration.name)
      sentences.append(
        "Under \(name)\(isDecided ? ", which was chosen," : "") it would be \(units(main)), "
          + "\(minutes(main)). \(change(main))")
    }
    return sentences.joined(separator: " ")
  }

  private func change(_ row: PlaceOutlook.Row) -> String {
    guard let change = row.change else { return "" }
    let rounded = PlainNumber.text(change.magnitude)
    guard rounded != "0" else { return "The journey would be about as long as now." }
    let unit = rounded == "1" ? "minute" : "minutes"
    return "On average that is \(rounded) \(unit) \(change > 0 ? "longer" : "shorter") than now."
  }

  private func units(_ row: PlaceOutlook.Row) -> String {
    HTML.escape(PlainNumber.list(row.units.map { model.site($0.site)?.name ?? $0.site }))
  }

  private func minutes(_ row: PlaceOutlook.Row) -> String {
    guard let journey = row.journeys.first(where: { $0.id == model.service.travel }) else {
      return ""
    }
    return range(journey) + " minutes"
  }

  private func range(_ journey: PlaceOutlook.Journey) -> String {
    let least = PlainNumber.text(journey.least)
    let most = PlainNumber.text(journey.most)
    return least == most ? least : "\(least) to \(most)"
  }

  private var options: TableModel {
    let sets = model.journeys.map(\.row)
    let rows = ([outlook.now].compactMap { $0 } + outlook.options).map { optionRow($0, sets) }
    var columns: [(String, Bool)] = [("Option", false), ("Nearest unit", false)]
    for set in sets {
      let use = set.mode == "ambulance" ? ", for ambulances" : ""
      columns.append(("Minutes \(set.name.firstLowercased)\(use)", true))
    }
    columns.append(("Change, minutes", true))
    return TableModel(
      caption: "\(model.service.name): your nearest unit, and minutes to it", columns: columns,
      rows: rows)
  }

  private func optionRow(_ row: PlaceOutlook.Row, _ sets: [TravelRow]) -> TableModel.Row {
    let href = view.reachable(OptionsPaths(model: model).configuration(row.configuration.sites))
    let name = HTML.escape(row.configuration.name)
    let nearest = row.units.map { model.site($0.site)?.shortName ?? $0.site }
    var cells: [TableModel.Cell] = [.text(PlainNumber.list(nearest))]
    for set in sets {
      let journey = row.journeys.first { $0.id == set.id }
      cells.append(.number(journey.map(range) ?? "not known"))
    }
    cells.append(.number(row.change.map(signed) ?? ""))
    return TableModel.Row(href.map { "<a href=\"\($0)\">\(name)</a>" } ?? name, cells)
  }

  private func signed(_ change: Double) -> String {
    let text = PlainNumber.text(change.magnitude)
    if text == "0" { return "none" }
    return "\(text) \(change > 0 ? "longer" : "shorter")"
  }

  /// Each neighbourhood now and under the option that was chosen, when there is more than one.
  private var neighbourhoods: TableModel? {
    guard let now = outlook.now, let main else { return nil }
    let before = outlook.neighbourhoods(now.configuration)
    guard before.count > 1 else { return nil }
    let after = outlook.neighbourhoods(main.configuration)
    let rows = zip(before, after).map { before, after in
      TableModel.Row(
        HTML.escape(before.area.name),
        [
          .text(short(before.site)), .number(PlainNumber.text(before.minutes)),
          .text(short(after.site)), .number(PlainNumber.text(after.minutes)),
        ])
    }
    return TableModel(
      caption: "\(model.service.name): each neighbourhood",
      columns: [
        ("Neighbourhood", false), ("Now", false), ("Minutes now", true),
        (main.configuration.name, false), ("Minutes then", true),
      ], rows: rows)
  }

  private func short(_ site: String?) -> String {
    site.map { model.site($0)?.shortName ?? $0 } ?? "none"
  }

  private var question: String {
    guard let main, let change = main.change, PlainNumber.text(change.magnitude) != "0" else {
      return model.service.question
    }
    let more = change > 0 ? "longer" : "shorter"
    return "\(model.service.question) What would a journey \(PlainNumber.text(change.magnitude)) "
      + "minutes \(more) mean for you, and what matters more or less to you than that?"
  }

  private var links: [WhereILiveModel.Link] {
    let paths = OptionsPaths(model: model)
    var links: [WhereILiveModel.Link] = []
    let ids = Set(outlook.options.map(\.configuration.id))
    if view.isLive {
      for row in view.plan.consultations where !ids.isDisjoint(with: row.options) {
        links.append(.init(href: "/consultations/\(row.id)", label: "Consultation: \(row.title)"))
      }
    }
    links.append(.init(href: paths.service, label: "Compare all options"))
    return links
  }
}
