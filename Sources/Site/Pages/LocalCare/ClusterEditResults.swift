// SPDX-License-Identifier: Apache-2.0

import Clusters
import Facts
import Localities
import PlanPackage

// What moves by hand did: rules, preferences, groups, the map and files.
extension ClusterEditParts {
  var rules: ClusterPageModel.Part? {
    let broken = edit.judgement.brokenRules
    let mended = edit.change.mended
    guard !broken.isEmpty || !mended.isEmpty else { return nil }
    let tier = edit.tier
    var part = ClusterPageModel.Part("Rules")
    part.items =
      broken.map { "Broken: \(HTML.escape(GroupingTier.words($0, label: edit.label)))" }
      + mended.map {
        "Kept again: \(HTML.escape(GroupingTier.words($0) { tier.labels[$0] }))"
      }
    part.hasItems = true
    return part
  }

  var terms: ClusterPageModel.Part? {
    guard !edit.movedUnits.isEmpty else { return nil }
    let words = pages.words(edit.tier)
    let change = edit.change
    let rows = zip(change.before.terms, change.after.terms).map { before, after in
      TableModel.Row(
        HTML.escape(ClusterWords.name(before.wish)),
        [
          .text(words.unmet(before)), .text(words.unmet(after)),
          .number(words.metres(after.cost - before.cost)),
        ])
    }
    let total = TableModel.Row(
      "All together",
      [
        .text("\(PlainNumber.text(change.before.cost, 3)) km"),
        .text("\(PlainNumber.text(change.after.cost, 3)) km"), .number(words.metres(change.cost)),
      ])
    var part = ClusterPageModel.Part(
      "What it costs",
      text: [
        "Metres a person: how much further from the middle of their \(HTML.escape(edit.tier.row.one)) "
          + "everybody would be on average, with each preference counted in at its weight. The weights "
          + "are assumptions of the plan."
      ])
    part.tables = [
      TableModel(
        caption: "Each preference before and after",
        columns: [
          ("Preference", false), ("Before", false), ("After", false),
          ("Cost in metres a person", true),
        ], rows: rows + [total])
    ]
    return part
  }

  /// The groups that lost or gained somebody.
  var affected: ClusterPageModel.Part? {
    let tier = edit.tier
    let words = pages.words(tier)
    let labels = Set(
      edit.movedUnits.flatMap { [edit.groups[$0], tier.judgement.grouping.groups[$0]] }
    ).sorted()
    guard !labels.isEmpty else { return nil }
    let rows = labels.map { label in
      let before = tier.judgement.groups[label]
      let after = edit.judgement(ofLabelled: label)
      return TableModel.Row(
        words.link(label),
        [
          .number(words.people(before.people)),
          .number(after.map { words.people($0.people) } ?? "none"),
          .number(words.kilometres(before.meanDistance)),
          .number(after.map { words.kilometres($0.meanDistance) } ?? "none"),
        ])
    }
    var part = ClusterPageModel.Part("\(tier.row.name) that changed")
    part.tables = [
      TableModel(
        caption: "People and distance before and after",
        columns: [
          (tier.row.one.firstUppercased, false), ("People before", true), ("People after", true),
          ("Km to the middle before", true), ("After", true),
        ], rows: rows)
    ]
    return part
  }

  var map: ClusterPageModel.Part {
    var part = ClusterPageModel.Part("The map")
    part.pictures = [
      PictureModel(drawn: ClusterPictures(reading: pages.reading, tier: edit.tier).edited(edit))
    ]
    return part
  }

  var files: ClusterPageModel.Part {
    let list = MoveList.text(edit.moves, of: edit.tier)
    var part = ClusterPageModel.Part(
      "Take it with you",
      text: [
        "The second file has the rows that record the moves in the plan: add to each why, and who "
          + "says so, and put them in <code>local-care/group_changes.csv</code>."
      ])
    part.files = [
      .init(
        href: pages.address(ClusterPaths.edited, [("moves", list)]),
        label: "Every neighbourhood before and after (CSV)"),
      .init(
        href: pages.address(ClusterPaths.changes, [("moves", list)]),
        label: "The moves as rows of the plan (CSV)"),
    ]
    part.hasFiles = true
    return part
  }
}
