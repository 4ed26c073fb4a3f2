// SPDX-License-Identifier: Apache-2.0

import Clusters
import Facts
import Localities
import PlanPackage

extension ClusterPages {
  /// One group: who is in it, and why each is not in the next one.
  func group(_ group: Int, of tier: GroupingTier) -> ClusterPageModel {
    let words = words(tier)
    let judgement = tier.judgement.groups[group]
    let label = tier.labels[group]
    var page = page(
      "\(label): \(tier.names[group])", path: ClusterPaths.group(group, of: tier),
      answer: answer(judgement, tier, words),
      up: (ClusterPaths.tier(tier, in: reading), tier.row.name))
    page.notices = [
      .init(
        label: "Worked out, not decided.",
        text:
          "The \(tier.row.one) is an example of what the rules allow, and its name is only that "
          + "of its largest towns.")
    ]
    let edit = GroupingEdit(tier, moves: [])
    let places = judgement.units.map { Moving(unit: $0, alternatives: edit.alternatives($0)) }
    page.parts =
      [around(group, tier, places), members(judgement, tier, words, places)]
      + [reasons(places, tier, words), above(group, tier)].compactMap { $0 }
    return page
  }

  /// A unit with where else it could go.
  struct Moving {
    let unit: Int
    let alternatives: [GroupingEdit.Alternative]
  }

  private func answer(
    _ group: GroupJudgement, _ tier: GroupingTier, _ words: ClusterWords
  ) -> String {
    let what = tier.row.madeOf == GroupingRow.neighbourhoods ? "neighbourhoods" : tier.row.madeOf
    let one = group.units.count == 1
    var text =
      "\(words.people(group.people)) people in \(one ? "one" : "\(group.units.count)") "
      + "of the \(HTML.escape(what)), who live \(words.kilometres(tier.kilometres[group.group])) km from the "
      + "middle on average. "
    let broken = tier.judgement.brokenRules.filter { rule in
      switch rule {
      case .belowFloor(let number, _, _), .aboveCeiling(let number, _, _),
        .inPieces(let number, _):
        number == group.group
      case .separated, .count, .exceptionBroken: false
      }
    }
    text +=
      broken.isEmpty
      ? "It keeps the rules: \(words.band), and in one piece."
      : broken.map { HTML.escape(GroupingTier.words($0) { tier.labels[$0] }) }
        .joined(separator: " ")
    if let later = group.peopleAtHorizon {
      text += " At the horizon of the plan it is expected to have \(words.people(later))."
    }
    return text
  }

  private func around(
    _ group: Int, _ tier: GroupingTier, _ places: [Moving]
  ) -> ClusterPageModel.Part {
    let others = Set(places.flatMap { $0.alternatives.map(\.group) }).sorted()
    var part = ClusterPageModel.Part("Where it is")
    let picture = ClusterPictures(reading: reading, tier: tier).around(group, touching: others)
    part.pictures = [PictureModel(drawn: picture)]
    return part
  }

  private func members(
    _ group: GroupJudgement, _ tier: GroupingTier, _ words: ClusterWords, _ places: [Moving]
  ) -> ClusterPageModel.Part {
    let areas = Dictionary(
      reading.areas.map { ($0.id, $0.district) }, uniquingKeysWith: { first, _ in first })
    var part = ClusterPageModel.Part("Who is in it")
    part.tables = [
      TableModel(
        caption: "What \(tier.labels[group.group]) is made of",
        columns: [
          ("Name", false), ("Town or district", false), ("Locality", false), ("People", true),
          ("At the horizon", true), ("Km to the middle", true), ("Deprivation", true),
        ],
        rows: zip(group.units, group.distances).map { index, distance in
          let unit = tier.problem.units[index]
          return TableModel.Row(
            header(index, tier, words),
            [
              .text(unit.town ?? areas[unit.id] ?? "none"),
              .text(unit.commissioner.map(words.locality) ?? "not known"),
              .number(words.people(unit.people)),
              .number(unit.peopleAtHorizon.map(words.people) ?? "not known"),
              .number(words.kilometres(distance)),
              .number(unit.deprivation.map { PlainNumber.text($0, 1) } ?? "not known"),
            ], id: unit.id)
        })
    ]
    return part
  }

  /// The name of a unit; a group of the tier below leads to its page.
  private func header(_ unit: Int, _ tier: GroupingTier, _ words: ClusterWords) -> String {
    guard let below = reading.tier(tier.row.madeOf) else {
      return HTML.escape(tier.problem.units[unit].name)
    }
    return "\(self.words(below).link(unit)) \(HTML.escape(below.names[unit]))"
  }

  /// What it would do to move each unit to each group that it touches.
  private func reasons(
    _ places: [Moving], _ tier: GroupingTier, _ words: ClusterWords
  ) -> ClusterPageModel.Part? {
    var part = ClusterPageModel.Part("Why each is here and not next door")
    part.text = [
      "What it would do to move one alone. The cost is in metres: how much further from the middle "
        + "everybody in the plan would be on average, with the preferences counted in at their "
        + "weights. A minus sign says that the preferences alone would be better off; then it is a rule "
        + "that stands against it, or the search did not find it."
    ]
    let rows = places.flatMap { place in
      place.alternatives.map { row(place.unit, $0, tier, words) }
    }
    let still = places.filter(\.alternatives.isEmpty).map { words.name($0.unit) }
    if !still.isEmpty {
      part.text.append(
        "These touch no other \(HTML.escape(tier.row.one)), so none of them can move alone: "
          + HTML.escape(PlainNumber.list(still)) + ".")
    }
    guard !rows.isEmpty else { return part }
    part.tables = [
      TableModel(
        caption: "What each move would cost and break",
        columns: [
          ("Move", false), ("To", false), ("Cost in metres a person", true),
          ("What would weigh most", false), ("Rules broken", false),
        ], rows: rows)
    ]
    return part
  }

  private func row(
    _ unit: Int, _ move: GroupingEdit.Alternative, _ tier: GroupingTier, _ words: ClusterWords
  ) -> TableModel.Row {
    TableModel.Row(
      HTML.escape(words.name(unit)),
      [
        .html(words.link(move.group)), .number(words.metres(move.change.cost)),
        .text(Self.heaviest(move.change)),
        .text(move.broken.isEmpty ? "none" : move.broken.joined(separator: " ")),
      ])
  }

  /// The preference whose cost changes most, in words.
  static func heaviest(_ change: GroupingChange) -> String {
    let terms = change.terms.filter { abs($0.cost) >= 0.000_05 }
    guard let most = terms.max(by: { abs($0.cost) < abs($1.cost) }) else { return "nothing" }
    return "\(ClusterWords.name(most.wish)): \(most.cost > 0 ? "worse" : "better")"
  }

  /// The group of the next tier that it is part of.
  private func above(_ group: Int, _ tier: GroupingTier) -> ClusterPageModel.Part? {
    let places = tier.neighbourhoods(of: group)
    let items = reading.tiersAbove(tier).compactMap { upper -> String? in
      guard let place = places.first else { return nil }
      let number = upper.groupOfNeighbourhood[place]
      return "\(HTML.escape(upper.row.one.firstUppercased)) \(words(upper).link(number)) "
        + HTML.escape(upper.names[number])
    }
    guard !items.isEmpty else { return nil }
    var part = ClusterPageModel.Part("What it is part of")
    part.items = items
    part.hasItems = true
    return part
  }
}
