// SPDX-License-Identifier: Apache-2.0

import Clusters
import Facts
import Localities
import Pictures
import PlanPackage

extension ClusterPages {
  /// Where the groups are.
  func map(_ tier: GroupingTier, _ words: ClusterWords) -> ClusterPageModel.Part {
    var part = ClusterPageModel.Part("Where they are")
    let picture = ClusterPictures(reading: reading, tier: tier).all(
      id: "map-\(tier.row.id)",
      title: title(tier, words))
    part.pictures = [PictureModel(drawn: picture)]
    return part
  }

  private var period: String {
    reading.plan.metadata.horizon.map { " (\($0.plainEnglish))" } ?? ""
  }

  /// The finding of the map: where people live nearest to the middle of their group, and where furthest.
  private func title(_ tier: GroupingTier, _ words: ClusterWords) -> String {
    let order = tier.kilometres.indices.sorted {
      (tier.kilometres[$0], $0) < (tier.kilometres[$1], $1)
    }
    guard let least = order.first, let most = order.last, least != most else {
      return words.counted(tier.count).firstUppercased
    }
    return "From \(words.kilometres(tier.kilometres[least])) km to the middle in "
      + "\(tier.labels[least]) \(tier.names[least]) to \(words.kilometres(tier.kilometres[most])) km "
      + "in \(tier.labels[most]) \(tier.names[most])"
  }

  /// Every group with what is known of it.
  func groupsTable(_ tier: GroupingTier, _ words: ClusterWords) -> ClusterPageModel.Part {
    var part = ClusterPageModel.Part("\(tier.row.name) one by one")
    part.tables = [
      TableModel(
        caption: "People, distance and deprivation of each \(tier.row.one)",
        columns: [
          (tier.row.one.firstUppercased, false), ("Mostly", false), ("People", true),
          ("At the horizon", true), ("Km to the middle", true), ("Deprivation", true),
          ("Localities", false),
        ],
        rows: tier.judgement.groups.map { row($0, tier, words) })
    ]
    part.text = [
      "“At the horizon” is the end of the plan\(period). Km to the middle is the average of its people, in a "
        + "straight line. Deprivation is the average score of 2015: a greater number is poorer."
    ]
    return part
  }

  private func row(
    _ group: GroupJudgement, _ tier: GroupingTier, _ words: ClusterWords
  ) -> TableModel.Row {
    TableModel.Row(
      words.link(group.group),
      [
        .text(tier.names[group.group].firstUppercased), .number(words.people(group.people)),
        .number(group.peopleAtHorizon.map(words.people) ?? "not known"),
        .number(words.kilometres(tier.kilometres[group.group])),
        .number(group.deprivation.map { PlainNumber.text($0, 1) } ?? "not known"),
        .html(words.localities(group.commissioners)),
      ])
  }

  // MARK: What could not be had

  /// Towns in several groups, groups in several localities, groups that outgrow their band, rules broken.
  func unmet(_ tier: GroupingTier, _ words: ClusterWords) -> ClusterPageModel.Part? {
    var part = ClusterPageModel.Part("What could not be had")
    part.items =
      broken(tier, words) + outgrown(tier, words) + mixed(tier, words) + divided(tier, words)
    part.hasItems = !part.items.isEmpty
    if tier.settings.preferences.towns > 0 {
      part.tables = [splitTowns(tier, words)].compactMap { $0 }
    }
    guard part.hasItems || !part.tables.isEmpty else { return nil }
    return part
  }

  private func broken(_ tier: GroupingTier, _ words: ClusterWords) -> [String] {
    tier.judgement.brokenRules.map { HTML.escape(GroupingTier.words($0) { tier.labels[$0] }) }
      + ClusterWords.lines(tier.obstacles, tier.problem)
  }

  private func outgrown(_ tier: GroupingTier, _ words: ClusterWords) -> [String] {
    let groups = tier.judgement.groups.filter { group in
      group.peopleAtHorizon.map { !tier.settings.band.contains($0) } ?? false
    }
    return groups.map {
      "\(words.link($0.group)) will be outside the band at the horizon, with "
        + "\(words.people($0.peopleAtHorizon ?? 0)) people."
    }
  }

  private func mixed(_ tier: GroupingTier, _ words: ClusterWords) -> [String] {
    let groups = tier.judgement.groups.filter { $0.commissioners.count > 1 }
    guard !groups.isEmpty, tier.settings.preferences.commissioners > 0 else { return [] }
    return [
      "In more than one commissioning group: "
        + PlainNumber.list(groups.map { words.link($0.group) }) + "."
    ]
  }

  /// Localities whose people are in several groups, where they were to be kept whole.
  private func divided(_ tier: GroupingTier, _ words: ClusterWords) -> [String] {
    guard tier.settings.preferences.existingGroups > 0 else { return [] }
    let groupOf = tier.groupOfNeighbourhood
    return reading.plan.local.localities.compactMap { locality in
      let groups = Set(
        reading.neighbourhoods.indices.filter {
          reading.neighbourhoods[$0].commissioner == locality.id
        }.map { groupOf[$0] })
      guard groups.count > 1 else { return nil }
      return "\(HTML.escape(locality.name)) is in more than one: "
        + PlainNumber.list(groups.sorted().map(words.link)) + "."
    }
  }

  private func splitTowns(_ tier: GroupingTier, _ words: ClusterWords) -> TableModel? {
    let groupOf = tier.groupOfNeighbourhood
    let units = reading.neighbourhoods
    var members: [String: [Int]] = [:]
    for (index, unit) in units.enumerated() {
      if let town = unit.town { members[town, default: []].append(index) }
    }
    let rows = members.keys.sorted().compactMap { town -> TableModel.Row? in
      let places = members[town] ?? []
      let groups = Set(places.map { groupOf[$0] }).sorted()
      guard groups.count > 1 else { return nil }
      let people = places.reduce(0) { $0 + units[$1].people }
      let why =
        people > tier.settings.band.ceiling
        ? "More people than one \(tier.row.one) may have"
        : "Other preferences weighed more"
      return TableModel.Row(
        HTML.escape(town),
        [
          .number(words.people(people)), .html(groups.map(words.link).joined(separator: ", ")),
          .text(why),
        ])
    }
    guard !rows.isEmpty else { return nil }
    return TableModel(
      caption: "Towns in more than one \(tier.row.one)",
      columns: [("Town", false), ("People", true), (tier.row.name, false), ("Why", false)],
      rows: rows)
  }

  // MARK: What was preferred

  /// What was asked for, why, and how far it was met.
  func preferences(_ tier: GroupingTier, _ words: ClusterWords) -> ClusterPageModel.Part {
    var part = ClusterPageModel.Part("What was asked for")
    part.text = [
      "Size is a rule: \(words.band). "
        + (tier.row.count.isEmpty
          ? "How many was left to the search. "
          : "How many is a rule as well: \(words.figure(tier.row.count, isTagged: true)). ")
        + "Everything else is weighed. A weight says how many kilometres further from the middle of "
        + "their \(HTML.escape(tier.row.one)) all people together would be, on average, rather than "
        + "have the wish wholly unmet. <strong>The weights are assumptions of this plan</strong>; "
        + "nobody published any."
    ]
    let terms = tier.judgement.terms
    let rows = reading.plan.groupings.preferences.filter { $0.grouping == tier.row.id }.map { row in
      let wish = Wish(rawValue: row.preference.rawValue)
      let term = terms.first { $0.wish == wish }
      return TableModel.Row(
        HTML.escape(wish.map(ClusterWords.name) ?? row.preference.rawValue),
        [
          .text(row.weight.map(Self.weight) ?? "a rule"),
          .text(term.map(words.unmet) ?? (row.weight == nil ? "kept" : "not asked for")),
          .text(term.map { "\(PlainNumber.text($0.cost, 3)) km" } ?? "nothing"), .text(row.reason),
        ])
    }
    part.tables = [
      TableModel(
        caption: "Preferences for \(words.many): weight, how far unmet, what that costs",
        columns: [
          ("Preference", false), ("Weight", false), ("How far unmet", false), ("Cost", false),
          ("Why this weight (assumption)", false),
        ], rows: rows)
    ]
    return part
  }

  private static func weight(_ kilometres: Double) -> String {
    "\(PlainNumber.text(kilometres, kilometres == kilometres.rounded() ? 0 : 1)) km"
  }

  /// How it was worked out and what that leaves out.
  func method(_ tier: GroupingTier, _ words: ClusterWords) -> ClusterPageModel.Part {
    var part = ClusterPageModel.Part("How sure this is, and what it leaves out")
    part.text = [
      HTML.escape(words.proof),
      "People are residents of 2017, because no list of the practices of 2016-17 with their patients "
        + "could be read; the open lists are of 2021, when practices had merged. The neighbourhoods are "
        + "the statistical areas that the office for national statistics calls MSOAs. Which town each "
        + "is part of is an estimate. To group practices instead, run "
        + "<code>weald cluster</code> on a list of practices with their patients and places.",
      "The search begins from seed \(tier.row.seed) and gives the same answer every time. Positions are "
        + "turned into kilometres on a plane with the width of a degree at the middle latitude. "
        + "Distances are straight lines and not journeys by road.",
    ]
    return part
  }
}
