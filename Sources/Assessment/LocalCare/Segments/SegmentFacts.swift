// SPDX-License-Identifier: Apache-2.0

import Facts
import PlanPackage

/// Writes segments as facts that name the registers and the assumptions that they rest on.
struct SegmentFacts {
  let plan: Plan
  let study: SegmentStudy

  /// Adds the registers, then each segment in each locality and in all of them.
  func write(into values: inout Values) {
    writeRegisters(&values)
    for place in study.places { write(place, &values) }
    for (segment, rule) in study.rules.enumerated() {
      put(rule, nil, study.totals[segment], &values)
      putPerHead(rule, study.totals[segment], &values)
    }
  }

  // MARK: What everything rests on

  private func writeRegisters(_ values: inout Values) {
    stated(
      "register.list", "People on the lists of the practices whose registers are counted",
      study.places.reduce(0) { $0 + $1.list.people }, plan.segments.lists.map(\.source),
      "local-care/register_lists.csv, added up", &values)
    for condition in plan.segments.conditions {
      let rows = plan.segments.registers.filter { $0.condition == condition.id }
      stated(
        "register.\(condition.id)", "People on the register: \(condition.name.firstLowercased)",
        rows.reduce(0) { $0 + $1.people }, rows.map(\.source),
        "local-care/register_counts.csv, \(condition.id), added up", &values)
    }
  }

  private func write(_ place: SegmentStudy.Place, _ values: inout Values) {
    let id = place.locality.id
    stated(
      "register.list.\(id)", "People on the lists of practices in \(place.locality.name)",
      place.list.people, [place.list.source],
      "local-care/register_lists.csv, row \(place.list.row)", &values)
    let residents = plan.segments.residents.filter { $0.locality == id }
    guard let spend = FactID("segment.spend.\(id)") else { return }
    values.add(
      Fact(
        id: spend, measure: spend.rawValue,
        label: "Spent in a year on the people on the lists of \(place.locality.name)",
        quantity: Quantity(
          computed: Double(place.spend), decimals: 0, unit: .pounds, priceBase: place.priceBase),
        period: Period(place.priceBase), basis: .modelled, scope: place.locality.name,
        origin: .stated(
          citations(
            residents.map(\.spendSource), "local-care/segment_residents.csv, times the list")),
        confidence: .computed,
        note: "Pounds for a resident of each age in England, by deprivation, times the people of "
          + "that age on the list: what the people here would cost at England's spending."))
    for (segment, rule) in study.rules.enumerated() {
      put(rule, place, place.shares[segment], &values)
    }
  }

  private func stated(
    _ text: String, _ label: String, _ value: Int, _ sources: [String], _ locator: String,
    _ values: inout Values
  ) {
    guard let id = FactID(text) else { return }
    values.add(
      Fact(
        id: id, measure: text, label: label,
        quantity: Quantity(computed: Double(value), decimals: 0, unit: Unit("people")),
        period: plan.segments.lists.first?.period, basis: .count, scope: plan.metadata.area,
        origin: .stated(citations(sources, locator)), confidence: .computed))
  }

  private func citations(_ sources: [String], _ locator: String) -> [Citation] {
    var seen: Set<String> = []
    return sources.filter { seen.insert($0).inserted }.map {
      Citation(source: $0, locator: locator, quotation: "", qualifier: .exactly)
    }
  }
}

// MARK: - One segment

extension SegmentFacts {
  private func put(
    _ rule: SegmentRuleRow, _ place: SegmentStudy.Place?, _ share: SegmentStudy.Share,
    _ values: inout Values
  ) {
    let ending = place.map { ".\($0.locality.id)" } ?? ""
    let scope = place?.locality.name ?? plan.metadata.area
    let settings = plan.segments.settings
    let assumed = settings.filter { $0.name == .association }.map(\.assumption)
    let costs = settings.filter { $0.name == .costPerCondition }.map(\.assumption)
    func parts(_ what: String) -> [FactID] {
      study.places.compactMap { FactID("segment.\(rule.id).\(what).\($0.locality.id)") }
    }
    func add(
      _ what: String, _ label: String, _ quantity: Quantity, _ period: Period?, _ text: String,
      _ inputs: [FactID], _ note: String
    ) {
      guard let id = FactID("segment.\(rule.id).\(what)\(ending)") else { return }
      values.add(
        Fact(
          id: id, measure: id.rawValue, label: "\(rule.name), \(scope): \(label)",
          quantity: quantity, period: period, basis: .modelled, scope: scope,
          origin: .derived(.init(rule: text, inputs: inputs, method: "segments")), note: note))
    }
    add(
      "people", "people", people(share.people), plan.segments.lists.first?.period,
      place == nil ? "the sum of the localities" : SegmentFacts.peopleRule,
      place.map { peopleInputs(rule, $0) + assumed } ?? parts("people"),
      "Synthetic: put together from registers that overlap. \(SegmentFacts.words(share.peopleRange)) "
        + "when each assumption is changed alone; \(SegmentFacts.words(share.limits)) whatever is "
        + "assumed.")
    let base = place?.priceBase ?? study.places.first?.priceBase
    add(
      "cost", "spent in a year",
      Quantity(computed: Double(share.pounds), decimals: 0, unit: .pounds, priceBase: base),
      base.flatMap(Period.init),
      place == nil ? "the sum of the localities" : SegmentFacts.costRule,
      place.map { costInputs(rule, $0) + assumed + costs } ?? parts("cost"),
      "Synthetic. £\(SegmentFacts.words(share.poundsRange)) when each assumption is changed alone.")
  }

  private func putPerHead(
    _ rule: SegmentRuleRow, _ share: SegmentStudy.Share, _ values: inout Values
  ) {
    guard share.people > 0, let id = FactID("segment.\(rule.id).cost.per-head"),
      let base = study.places.first?.priceBase
    else { return }
    values.add(
      Fact(
        id: id, measure: id.rawValue, label: "\(rule.name): spent in a year on each",
        quantity: Quantity(
          computed: Double(share.pounds) / Double(share.people), decimals: 0, unit: .pounds,
          priceBase: base), period: Period(base), basis: .modelled, scope: plan.metadata.area,
        origin: .derived(
          .init(
            rule: "pounds over people",
            inputs: ["segment.\(rule.id).cost", "segment.\(rule.id).people"].compactMap {
              FactID($0)
            }, method: "segments")), note: "Synthetic."))
  }

  private func people(_ count: Int) -> Quantity {
    Quantity(computed: Double(count), decimals: 0, unit: Unit("people"))
  }

  private func peopleInputs(_ rule: SegmentRuleRow, _ place: SegmentStudy.Place) -> [FactID] {
    let conditions =
      rule.conditions.isEmpty ? plan.segments.conditions.map(\.id) : rule.conditions
    return [FactID("register.list.\(place.locality.id)")].compactMap { $0 }
      + conditions.compactMap { FactID("register.\($0)") }
  }

  private func costInputs(_ rule: SegmentRuleRow, _ place: SegmentStudy.Place) -> [FactID] {
    ["segment.\(rule.id).people.\(place.locality.id)", "segment.spend.\(place.locality.id)"]
      .compactMap { FactID($0) }
  }

  private static let peopleRule =
    "people by age and set of conditions, fitted to the list and to this locality's part of each "
    + "register (Deming and Stephan, 1940), added up by the first rule that takes them"
  private static let costRule =
    "what is spent on each age, shared out by people and by how much each condition adds, added "
    + "up in the same way"

  /// A range in words.
  static func words(_ range: ClosedRange<Int>) -> String {
    func text(_ number: Int) -> String {
      Quantity(computed: Double(number), decimals: 0, unit: Unit("people")).tableText
    }
    return range.lowerBound == range.upperBound
      ? text(range.lowerBound) : "\(text(range.lowerBound)) to \(text(range.upperBound))"
  }
}
