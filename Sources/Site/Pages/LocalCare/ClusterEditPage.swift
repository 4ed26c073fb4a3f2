// SPDX-License-Identifier: Apache-2.0

import Clusters
import Facts
import Localities
import PlanPackage

extension ClusterPages {
  /// Groups with neighbourhoods moved by hand; all that was moved is in the address.
  func editor(_ query: ClusterQuery) -> ClusterPageModel {
    let tier = reading.tiers[0]
    let (edit, fault) = query.edit(of: reading)
    let unit = tier.problem.units.firstIndex { $0.id == query["unit"] }
    guard let edit else { return unreadable(fault ?? "", tier) }
    let parts = ClusterEditParts(pages: self, edit: edit, unit: unit)
    var page = page(
      "Move a neighbourhood", path: ClusterPaths.edit, answer: parts.answer,
      up: (ClusterPaths.index, tier.row.name))
    page.notices = [
      .init(
        label: "Nothing is saved.",
        text: "What you move is in the address of this page and nowhere else: keep or send the "
          + "address to show it to somebody.")
    ]
    page.parts =
      [parts.chooser, parts.destinations, parts.moves, parts.rules, parts.terms, parts.affected]
      .compactMap { $0 } + [parts.map, parts.files]
    return page
  }

  /// The page for an address that cannot be read: why, and a way to begin again.
  private func unreadable(_ fault: String, _ tier: GroupingTier) -> ClusterPageModel {
    var page = page(
      "These moves cannot be read", path: ClusterPaths.edit,
      answer: HTML.escape(fault), up: (ClusterPaths.index, tier.row.name))
    page.links = [.init(href: address(ClusterPaths.edit), label: "Start again")]
    page.hasLinks = true
    return page
  }

  /// An address with a query, in the scenario of the page.
  func address(_ path: String, _ fields: [(String, String)] = []) -> String {
    let all = fields + scenario.map { ($0.name, $0.value) }
    let query = all.filter { !$0.1.isEmpty }.map { "\($0.0)=\($0.1)" }.joined(separator: "&")
    return query.isEmpty ? path : "\(path)?\(query)"
  }
}

/// The parts of the page on which neighbourhoods are moved.
struct ClusterEditParts {
  let pages: ClusterPages
  let edit: GroupingEdit
  /// The neighbourhood that is looked at, if one was chosen.
  let unit: Int?

  private var tier: GroupingTier { edit.tier }
  private var words: ClusterWords { pages.words(tier) }
  private var list: String { MoveList.text(edit.moves, of: tier) }

  var answer: String {
    let moved = edit.movedUnits.count
    guard moved > 0 else {
      return edit.moves.isEmpty
        ? "Choose a neighbourhood, then one of the \(HTML.escape(words.many)) that it touches. You "
          + "see at once what it does."
        : "Everything is back where it was."
    }
    let change = edit.change
    let what = moved == 1 ? "1 neighbourhood is moved" : "\(moved) neighbourhoods are moved"
    let rules = edit.judgement.brokenRules.count
    let cost =
      abs(change.cost) < 0.000_05
      ? "costs nothing"
      : change.cost > 0
        ? "costs \(words.metres(change.cost)) metres a person"
        : "gains \(words.metres(-change.cost)) metres a person"
    return "\(what): that \(cost) by the preferences and "
      + (rules == 0
        ? "breaks no rule."
        : rules == 1 ? "leaves 1 rule broken." : "leaves \(rules) rules broken.")
  }

  // MARK: Choosing

  var chooser: ClusterPageModel.Part? {
    var part = ClusterPageModel.Part("1. Choose a neighbourhood")
    part.form = .init(
      action: ClusterPaths.edit, label: "Choose a neighbourhood", button: "Look at it",
      hidden: hidden + (list.isEmpty ? [] : [.init(name: "moves", value: list)]),
      chooser: .init(
        id: "unit", name: "unit", label: "Neighbourhood, by its \(tier.row.one) now",
        groups: tier.labels.indices.compactMap(group)))
    return part
  }

  private func group(_ label: Int) -> ClusterPageModel.Chooser.Group? {
    let members = edit.groups.indices.filter { edit.groups[$0] == label }
    guard !members.isEmpty else { return nil }
    return .init(
      label: "\(tier.labels[label]) \(tier.names[label])",
      options: members.map {
        .init(
          value: tier.problem.units[$0].id, label: words.name($0),
          isChosen: $0 == unit)
      })
  }

  var destinations: ClusterPageModel.Part? {
    guard let unit else { return nil }
    let name = words.name(unit)
    let alternatives = edit.alternatives(unit)
    var part = ClusterPageModel.Part("2. Move \(name)")
    guard !alternatives.isEmpty else {
      part.text = [
        "\(HTML.escape(name)) touches no other \(HTML.escape(tier.row.one)). Choose one at an edge."
      ]
      return part
    }
    guard edit.moves.count < GroupingEdit.most else {
      part.text = ["One address holds \(GroupingEdit.most) moves at most. Undo one first."]
      return part
    }
    part.moves = .init(
      caption: "Where \(name) could go, and what that would do", action: ClusterPaths.edit,
      hidden: hidden, buttonHeading: "Move it",
      columns: [
        .init(heading: "Cost in metres a person", isNumeric: true),
        .init(heading: "People there then", isNumeric: true),
        .init(heading: "People left behind", isNumeric: true),
        .init(heading: "What would weigh most", isNumeric: false),
        .init(heading: "Rules broken", isNumeric: false),
      ],
      rows: alternatives.map { row(unit, $0) })
    return part
  }

  private func row(
    _ unit: Int, _ move: GroupingEdit.Alternative
  ) -> ClusterPageModel.Moves.Row {
    let left = move.edit.judgement(ofLabelled: edit.groups[unit])?.people
    return .init(
      value: MoveList.text(move.edit.moves, of: tier),
      button: "To \(tier.labels[move.group])",
      cells: [
        .number(words.metres(move.change.cost)),
        .number(
          move.edit.judgement(ofLabelled: move.group).map { words.people($0.people) } ?? "none"),
        .number(left.map(words.people) ?? "none"),
        .text(ClusterPages.heaviest(move.change)),
        .text(move.broken.isEmpty ? "none" : move.broken.joined(separator: " ")),
      ])
  }

  // MARK: What was moved

  var moves: ClusterPageModel.Part? {
    guard !edit.moves.isEmpty else { return nil }
    var part = ClusterPageModel.Part("What you moved")
    part.moves = .init(
      caption: "Moves in order; each can be undone alone", action: ClusterPaths.edit,
      hidden: hidden, buttonHeading: "Undo",
      columns: [
        .init(heading: "Neighbourhood", isNumeric: false),
        .init(heading: "From", isNumeric: false), .init(heading: "To", isNumeric: false),
      ],
      rows: edit.moves.indices.map(undo))
    part.items = [
      "<a href=\"\(HTML.escape(pages.address(ClusterPaths.edit)))\">Start again</a>",
      "<a href=\"\(HTML.escape(pages.address(ClusterPaths.edit, [("moves", list)])))\">"
        + "The address to share</a>",
    ]
    part.hasItems = true
    return part
  }

  private func undo(_ index: Int) -> ClusterPageModel.Moves.Row {
    let move = edit.moves[index]
    let before = GroupingEdit(tier, moves: Array(edit.moves[..<index]))
    var rest = edit.moves
    rest.remove(at: index)
    let name = words.name(move.unit)
    return .init(
      value: MoveList.text(rest, of: tier), button: "Undo \(index + 1)",
      cells: [
        .text(name), .html(words.link(before.groups[move.unit])), .html(words.link(move.group)),
      ])
  }

  private var hidden: [ClusterPageModel.Hidden] { pages.scenario }
}
