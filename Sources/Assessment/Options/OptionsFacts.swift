// SPDX-License-Identifier: Apache-2.0

import Access
import Facts
import PlanPackage

/// Writes what named configurations would mean as facts that name the facts they rest on.
struct OptionsFacts {
  let plan: Plan
  let model: ServiceModel
  private var service: ServiceRow { model.service }

  init(plan: Plan, model: ServiceModel) {
    self.plan = plan
    self.model = model
  }

  /// Adds the facts of all named configurations under all sets of journey times.
  func write(_ elimination: Elimination?, into values: inout Values) {
    addInputs(&values)
    for row in model.configurations {
      for journeys in model.journeys {
        guard let outcome = model.outcome(of: row.sites, journeys: journeys.row.id) else {
          continue
        }
        add(outcome, row, journeys, &values)
      }
    }
    if let elimination { add(elimination, &values) }
  }

  /// The name of a fact about a configuration.
  static func id(
    _ service: String, _ configuration: String, _ measure: String, _ journeys: String
  ) -> FactID? {
    FactID("options.\(service).\(configuration).\(measure).\(journeys)")
  }

  // MARK: What everything rests on

  private func addInputs(_ values: inout Values) {
    for series in model.series {
      guard let journeys = model.journeys.first, let cases = journeys.cases[series],
        let id = casesID(series)
      else { continue }
      let rows = plan.demand.filter { $0.service == service.id && $0.series == series }
      let residents = zip(journeys.areas, cases).reduce(0) { $0 + ($1.0.isInside ? $1.1 : 0) }
      values.add(
        Fact(
          id: id, measure: id.rawValue,
          label: "\(service.cases.firstUppercased) a year among residents, \(series)",
          quantity: Quantity(computed: residents, decimals: 0, unit: Unit(service.cases)),
          period: period(series), basis: .count, scope: plan.metadata.area,
          origin: .stated(
            citations(rows.map(\.source), "geography/demand.csv, series \(series), added up")),
          confidence: .computed,
          note: "The sum over \(journeys.areas.count(where: \.isInside)) areas."))
    }
    for journeys in model.journeys {
      guard let id = journeysID(journeys) else { continue }
      let pairs = journeys.matrix.minutes.count(where: \.isFinite)
      values.add(
        Fact(
          id: id, measure: id.rawValue,
          label: "Journeys whose minutes are known: \(journeys.row.name.firstLowercased)",
          quantity: Quantity(computed: Double(pairs), decimals: 0, unit: Unit("journeys")),
          period: Period(plan.metadata.asOf.iso), basis: .count, scope: plan.metadata.area,
          origin: .stated(
            citations(
              [journeys.row.source],
              journeys.row.matrix.isEmpty ? "worked out from coordinates" : journeys.row.matrix)),
          confidence: .computed, note: journeys.row.note))
    }
  }

  private func citations(_ sources: [String], _ locator: String) -> [Citation] {
    var seen: Set<String> = []
    return sources.filter { seen.insert($0).inserted }.map {
      Citation(source: $0, locator: locator, quotation: "", qualifier: .exactly)
    }
  }

  private func casesID(_ series: String) -> FactID? {
    FactID("options.\(service.id).cases.\(series)")
  }

  private func journeysID(_ journeys: ServiceModel.Journeys) -> FactID? {
    FactID("options.\(service.id).journeys.\(journeys.row.id)")
  }

  private func inputs(
    _ journeys: ServiceModel.Journeys, _ names: [ServiceParameterRow.Name] = []
  ) -> [FactID] {
    let parameters = plan.serviceParameters.filter {
      $0.service == service.id && names.contains($0.name)
    }
    return [casesID(service.series), journeysID(journeys), journeys.row.factor].compactMap { $0 }
      + parameters.map(\.fact)
  }
}

// MARK: - One configuration

extension OptionsFacts {
  private func add(
    _ outcome: ConfigurationOutcome, _ row: ConfigurationRow, _ journeys: ServiceModel.Journeys,
    _ values: inout Values
  ) {
    let travel = inputs(journeys)
    func put(
      _ measure: String, _ label: String, _ value: Double?, _ decimals: Int, _ unit: Unit,
      rule: String, inputs: [FactID]
    ) {
      guard let value, value.isFinite,
        let id = OptionsFacts.id(service.id, row.id, measure, journeys.row.id)
      else { return }
      values.add(
        Fact(
          id: id, measure: id.rawValue,
          label: "\(row.name): \(label) (\(journeys.row.name.firstLowercased))",
          quantity: Quantity(computed: value, decimals: decimals, unit: unit),
          period: period(service.series), basis: .modelled, scope: plan.metadata.area,
          origin: .derived(.init(rule: rule, inputs: inputs, method: "options"))))
    }
    let minutes = Unit("minutes")
    put(
      "mean-minutes", "mean journey of residents", outcome.meanMinutes, 1, minutes,
      rule: "minutes from each area to its nearest open site, weighted by cases", inputs: travel)
    put(
      "longest-minutes", "longest journey from anywhere", outcome.longestMinutes, 0, minutes,
      rule: "the longest minutes from any place to the site its area goes to", inputs: travel)
    for within in outcome.within {
      put(
        "within-\(plain(within.minutes))",
        "share of residents' \(service.cases) within \(plain(within.minutes)) minutes",
        within.share * 100, 1, .percent,
        rule: "cases in areas whose nearest open site is within that time, over all cases",
        inputs: travel)
    }
    put(
      "benefit", "extra good outcomes for each 100 people treated in time",
      outcome.benefitPerHundred, 2, Unit("people"),
      rule: "the benefit of treatment at each area's time (Emberson and others, 2014), weighted",
      inputs: inputs(journeys, [.minutesBeforeTravel, .doorToNeedle]))
    // The same journeys stretched by a factor send everybody to the same units.
    guard isFirstOfItsMatrix(journeys) else { return }
    for site in outcome.candidates {
      put(
        "volume.\(site.id)",
        "\(service.cases) a year at \(model.site(site.id)?.name ?? site.id)", site.volume, 0,
        Unit(service.cases),
        rule: journeys.coversNeighbours
          ? "cases in areas for which it is the nearest open site, neighbours' among them"
          : "cases in areas for which it is the nearest open site, residents' only",
        inputs: travel)
    }
    put(
      "smallest-unit", "\(service.cases) a year at the smallest unit", outcome.smallestUnit, 0,
      Unit(service.cases), rule: "the least of the volumes of open sites", inputs: travel)
    put(
      "largest-unit", "\(service.cases) a year at the largest unit", outcome.largestUnit, 0,
      Unit(service.cases), rule: "the greatest of the volumes of open sites", inputs: travel)
    put(
      "beds", "beds needed at all open units", outcome.beds, 0, Unit("beds"),
      rule: "patients a day times their stay, over the share of beds in use, rounded up by unit",
      inputs: inputs(journeys, [.lengthOfStay, .hyperAcuteStay, .occupancy, .chanceNoBed]))
    put(
      "nurses", "nurses needed at all open units", outcome.nurses, 1,
      Unit("whole-time nurses"), rule: "nurses for each hyper-acute and each acute bed",
      inputs: inputs(
        journeys,
        [.lengthOfStay, .hyperAcuteStay, .occupancy, .nursesPerHyperAcuteBed, .nursesPerAcuteBed]))
    put(
      "displaced", "residents a year whose hospital changes", outcome.displaced, 0, Unit("people"),
      rule: "cases in areas whose nearest site of today is another", inputs: travel)
  }

  private func isFirstOfItsMatrix(_ journeys: ServiceModel.Journeys) -> Bool {
    let first = model.journeys.first {
      $0.row.matrix == journeys.row.matrix && !$0.row.matrix.isEmpty
    }
    return first.map { $0.row.id == journeys.row.id } ?? true
  }

  private func add(_ elimination: Elimination, _ values: inout Values) {
    for list in elimination.lists {
      guard let id = FactID("options.\(service.id).count.\(list.id)") else { continue }
      values.add(
        Fact(
          id: id, measure: id.rawValue, label: "Sets of sites on the \(list.name)",
          quantity: Quantity(
            computed: Double(list.sets.count), decimals: 0, unit: Unit("sets of sites")),
          period: Period(plan.metadata.asOf.iso), basis: .modelled, scope: service.name,
          origin: .derived(
            .init(
              rule: list.rule,
              inputs: [casesID(service.series)].compactMap { $0 }, method: "options"))))
    }
  }

  /// A series such as 2015-17 as the calendar years from the first to the last, and the plan's own
  /// day for a series whose name says nothing of time.
  private func period(_ series: String) -> Period? {
    let parts = series.split(separator: "-")
    if parts.count == 2, parts[0].count == 4, parts[1].count == 2,
      let years = Period("\(parts[0])/\(parts[0].prefix(2))\(parts[1])")
    {
      return years
    }
    return Period(series) ?? Period(plan.metadata.asOf.iso + "?")
  }

  private func plain(_ number: Double) -> String {
    number == number.rounded() ? "\(Int(number))" : "\(number)"
  }
}
