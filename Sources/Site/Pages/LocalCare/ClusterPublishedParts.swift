// SPDX-License-Identifier: Apache-2.0

import Facts
import Localities
import PlanPackage

extension ClusterPages {
  /// What others published, beside what was worked out.
  func published(_ tier: GroupingTier) -> [ClusterPageModel.Part] {
    let comparisons = PublishedComparison.all(reading).filter { $0.tier.row.id == tier.row.id }
    guard !comparisons.isEmpty else { return [] }
    var part = ClusterPageModel.Part("Beside what was published")
    part.text =
      [
        "Published groups are known by their number and some names, and not by their practices. Where "
          + "one is named after a town, it is <strong>estimated</strong> here as the neighbourhoods of "
          + "that town; that is not its boundary."
      ] + comparisons.map { sentence($0, words(tier)) }
    part.tables = comparisons.filter { !$0.entries.isEmpty }.map { table($0, words(tier)) }
    return [part]
  }

  private func sentence(_ comparison: PublishedComparison, _ words: ClusterWords) -> String {
    let row = comparison.row
    let source = view.graph.source(row.source)
    let title = HTML.escape(source?.title ?? row.source)
    let place =
      row.locality.isEmpty ? "in all" : "mostly in \(HTML.escape(words.locality(row.locality)))"
    return "<strong>\(HTML.escape(row.name))</strong>: \(words.figure(row.count, isTagged: true)) "
      + "(\(Self.evidence(row.evidence)), <a href=\"/sources/\(row.source)\">\(title)</a>, "
      + "\(HTML.escape(source?.published?.plainEnglish ?? "no date"))); worked out here: "
      + "\(HTML.escape(words.counted(comparison.found.count))) \(place). \(HTML.escape(row.note))"
  }

  private static func evidence(_ word: String) -> String {
    switch word {
    case "news": "a news report"
    case "excerpt": "an excerpt, not the whole document"
    default: "read in full"
    }
  }

  private func table(
    _ comparison: PublishedComparison, _ words: ClusterWords
  ) -> TableModel {
    TableModel(
      caption: "\(comparison.row.name), and where the same towns are here",
      columns: [
        ("Published name", false), ("How many", true), ("People each, as published", true),
        ("Neighbourhoods (estimated)", true), ("Here they are in", false), ("Result", false),
      ],
      rows: comparison.entries.map { entry in
        TableModel.Row(
          HTML.escape(entry.row.name),
          [
            .number("\(entry.row.groups)"),
            .number(entry.row.people.isEmpty ? "not stated" : words.figure(entry.row.people)),
            .number(entry.neighbourhoods.isEmpty ? "not known" : "\(entry.neighbourhoods.count)"),
            .html(whereabouts(entry, words)), .html(result(entry, words)),
          ])
      })
  }

  private func whereabouts(_ entry: PublishedComparison.Entry, _ words: ClusterWords) -> String {
    entry.groups.isEmpty
      ? "not known"
      : entry.groups.map { "\(words.link($0.group)) (\(words.people($0.people)) people)" }
        .joined(separator: ", ")
  }

  private func result(_ entry: PublishedComparison.Entry, _ words: ClusterWords) -> String {
    var text: String
    switch entry.agrees {
    case nil: text = "Cannot be compared."
    case true?: text = "As many as published."
    case false?: text = "\(HTML.escape(words.counted(entry.groups.count).firstUppercased)) here."
    }
    if !entry.row.note.isEmpty { text += " \(HTML.escape(entry.row.note))" }
    return text
  }
}
