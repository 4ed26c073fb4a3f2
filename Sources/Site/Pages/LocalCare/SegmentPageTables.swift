// SPDX-License-Identifier: Apache-2.0

import Assessment
import Facts
import PlanPackage

/// The tables of the page of segments, and the words beside them.
struct SegmentTablesOfPage {
  let view: SiteView
  let study: SegmentStudy

  private func number(_ text: String) -> TableModel.Cell {
    .number(FactID(text).map { view.figure.number($0) } ?? "")
  }

  private func range(_ range: ClosedRange<Int>) -> TableModel.Cell {
    .number(
      range.lowerBound == range.upperBound
        ? "none"
        : "\(PlainNumber.text(Double(range.lowerBound))) to \(PlainNumber.text(Double(range.upperBound)))"
    )
  }

  // MARK: People

  var rangeWords: String {
    "The range is from changing each assumption alone: "
      + HTML.escape(study.variants.joined(separator: "; "))
      + ". The limits hold whatever is assumed: no people with these registers can be outside them."
  }

  var totals: TableModel {
    var rows = zip(study.rules, study.totals).map { rule, share in
      TableModel.Row(
        HTML.escape(rule.name),
        [number("segment.\(rule.id).people"), range(share.peopleRange), range(share.limits)],
        id: "segment-\(rule.id)")
    }
    rows.append(
      TableModel.Row(
        "<strong>Everybody</strong>",
        [number("register.list"), .text("the list"), .text("the list")]))
    return TableModel(
      caption: "People by segment",
      columns: [("Segment", false), ("People", true), ("Range", true), ("Limits", true)], rows: rows
    )
  }

  var sumWords: String {
    study.addsUp
      ? "Each person is in one segment. The segments of each place add up to its list exactly, and "
        + "their cost to what is spent there, to the pound."
      : "The segments do not add up to the list in every place."
  }

  private var placeColumns: [(String, Bool)] {
    [("Segment", false)] + study.places.map { ($0.locality.name, true) }
  }

  private func byPlace(_ what: String, _ caption: String, sum: String) -> TableModel {
    var rows = study.rules.map { rule in
      TableModel.Row(
        HTML.escape(rule.name),
        study.places.map { number("segment.\(rule.id).\(what).\($0.locality.id)") })
    }
    rows.append(
      TableModel.Row(
        "<strong>All</strong>", study.places.map { number("\(sum).\($0.locality.id)") }))
    return TableModel(caption: caption, columns: placeColumns, rows: rows)
  }

  var people: TableModel {
    byPlace("people", "People by segment and locality", sum: "register.list")
  }

  // MARK: Money

  var costWords: String {
    "What the NHS spent in England on a person of each age, by deprivation, times the people of that "
      + "age on the list. Within an age it is shared out by how many conditions people have, which "
      + "is assumed. Social care is not in it. It says what these people would cost at England’s "
      + "spending, and not what was spent here."
  }

  var costTotals: TableModel {
    TableModel(
      caption: "Pounds a year by segment, prices of \(study.places.first?.priceBase ?? "")",
      columns: [("Segment", false), ("Pounds", true), ("Range", true), ("Pounds a head", true)],
      rows: zip(study.rules, study.totals).map { rule, share in
        TableModel.Row(
          HTML.escape(rule.name),
          [
            number("segment.\(rule.id).cost"), range(share.poundsRange),
            number("segment.\(rule.id).cost.per-head"),
          ])
      })
  }

  var cost: TableModel {
    byPlace(
      "cost",
      "Pounds a year by segment and locality, prices of \(study.places.first?.priceBase ?? "")",
      sum: "segment.spend")
  }

  // MARK: Rules

  var ruleWords: String {
    "Read from the top: the first rule that fits takes a person, and the last takes everybody who is "
      + "left. Sizes of segments were not published, so these rules are ours but where a source is "
      + "named."
  }

  var rules: TableModel {
    let names = Dictionary(
      view.plan.segments.conditions.map { ($0.id, $0.name.firstLowercased) },
      uniquingKeysWith: { first, _ in first })
    let ages = Dictionary(
      view.plan.segments.ages.map { ($0.id, $0.name.firstLowercased) },
      uniquingKeysWith: { first, _ in first })
    return TableModel(
      caption: "Rules of segments, from the top",
      columns: [("Segment", false), ("Ages", false), ("Conditions", false), ("Note", false)],
      rows: study.rules.map { rule in
        let conditions = PlainNumber.list(rule.conditions.map { names[$0] ?? $0 })
        return TableModel.Row(
          HTML.escape(rule.name),
          [
            .text(rule.ages.isEmpty ? "all" : PlainNumber.list(rule.ages.map { ages[$0] ?? $0 })),
            .text(
              rule.conditions.isEmpty
                ? "none needed"
                : rule.conditions.count == 1
                  ? conditions : "at least \(rule.atLeast) of \(conditions)"),
            .html(view.inlineHTML(rule.note)),
          ])
      })
  }

  // MARK: Method

  var methodWords: [String] {
    let settings = view.plan.segments.settings.map { view.figure.html($0.assumption) }
    let misfits = study.places.filter { $0.misfitted != nil }
    return [
      "For each place a table of people by age and by set of conditions is fitted until it has the "
        + "list’s people of each age and the register’s people with each condition: iterative "
        + "proportional fitting (Deming and Stephan, 1940). Of all such tables it is the one nearest "
        + "to what was assumed. "
        + (misfits.isEmpty
          ? "All registers are met to within a thousandth of a person."
          : "Not met: \(HTML.escape(misfits.map { "\($0.misfitted ?? "") in \($0.locality.name)" }.joined(separator: "; ")))."),
      "Assumed: how common each condition is at each age, below; how much one condition raises the "
        + "odds of another, and what one adds to cost: \(settings.joined(separator: ", ")). All rest on "
        + "judgement, and are marked red.",
      "Whole people and whole pounds are shared out by the largest remainder, so that sums are exact.",
    ]
  }

  var conditions: TableModel {
    let ages = view.plan.segments.ages.map(\.name).joined(separator: ", ")
    return TableModel(
      caption: "Conditions: people on registers, and how common at each age, assumed (\(ages))",
      columns: [
        ("Condition", false), ("On registers", true), ("By age", false), ("Evidence", false),
      ],
      rows: view.plan.segments.conditions.map { condition in
        TableModel.Row(
          HTML.escape(condition.name),
          [
            number("register.\(condition.id)"),
            .text(condition.byAge.map(plain).joined(separator: " : ")),
            .text("\(condition.quality): \(condition.why)"),
          ])
      })
  }

  private func plain(_ value: Double) -> String {
    value == value.rounded() ? PlainNumber.text(value) : "\(value)"
  }

  // MARK: Caution

  var cautions: [String] {
    [
      "Lists and registers are later than the plan, and a list counts more people than live in a "
        + "place: some have moved away, and some come from across its edge. The table shows both lists.",
      "A register counts those who were found. People who are ill and were not, and conditions that "
        + "have no register here, are among the mostly healthy.",
      "With linked records, each person’s conditions are known and nothing needs to be put together: "
        + "<code>weald segment --rules RULES.csv --people PEOPLE.csv</code> applies these rules to "
        + "them and adds up exactly.",
    ]
  }

  var lists: TableModel {
    TableModel(
      caption: "Lists whose registers are counted, beside those that the plan uses elsewhere",
      columns: [("Locality", false), ("List of the registers", true), ("List of the plan", true)],
      rows: study.places.map { place in
        TableModel.Row(
          HTML.escape(place.locality.name),
          [
            number("register.list.\(place.locality.id)"),
            place.locality.registered.isEmpty
              ? .text("not stated") : number(place.locality.registered),
          ])
      })
  }
}
