// SPDX-License-Identifier: Apache-2.0

import Engagement
import Facts
import PlanPackage

/// The dates that documents give: what has passed without word, and what comes next.
struct MilestonePaperSection: PaperSection {
  /// How many days ahead are shown.
  private static let horizon = 365

  /// An event with the statement about it that counts on the day.
  private struct Milestone {
    let row: MilestoneRow
    let figure: PaperFigure
    var hasHappened: Bool { row.state == "happened" }
  }

  func chapter(_ source: PaperSource) -> PaperChapter? {
    let known = Self.milestones(source)
    guard !known.isEmpty else { return nil }
    let today = source.day.number
    let open = known.filter { !$0.hasHappened }
    let silent = open.filter { $0.row.when.lastDay.number < today }
    let ahead = open.filter {
      (today...(today + Self.horizon)).contains($0.row.when.lastDay.number)
    }
    let recent = known.filter {
      $0.hasHappened
        && ((today - 92)...today).contains($0.row.when.lastDay.number)
    }
    var chapter = PaperChapter(id: "dates", heading: "What happens when")
    chapter.blocks = [
      .table(table("dates-ahead", "Dates in the year ahead", ahead, "No document gives one.")),
      .table(
        table(
          "dates-silent", "Dates that have passed, and no document says that it happened", silent,
          "There are none.")),
      .table(
        table(
          "dates-recent", "What happened in the last three months, as documents say", recent,
          "No document says that anything did.", isTracked: false)),
    ]
    chapter.headlines = headlines(source, ahead, silent)
    return chapter
  }

  private func headlines(
    _ source: PaperSource, _ ahead: [Milestone], _ silent: [Milestone]
  ) -> [PaperHeadline] {
    let late = source.planned(
      "milestones.silent", "Dates that have passed, and no document says that it happened",
      .count(silent.count, "dates"),
      rule: "milestones whose last stated date is before \(source.day.text), and for which no "
        + "document that was public by then says that they happened",
      place: "programme/milestones.csv", inputs: silent.map(\.figure.fact))
    var lines: [PaperHeadline] = []
    if !silent.isEmpty {
      lines.append(
        PaperHeadline("Dates", .attention, "\(late.figure) passed without word that it happened."))
    }
    if let next = ahead.first {
      lines.append(
        PaperHeadline(
          "Next date", .information, "\(name: next.row.label): \(next.figure)."))
    }
    return lines
  }

  private func table(
    _ id: String, _ caption: PaperText, _ milestones: [Milestone], _ whenEmpty: PaperText,
    isTracked: Bool = true
  ) -> PaperTable {
    PaperTable(
      id: id, caption: caption, columns: ["What", "When", "The document says"],
      rows: milestones.map {
        PaperRow(
          $0.row.milestone,
          [
            PaperText(name: $0.row.label), PaperText($0.figure),
            PaperText(name: Self.words($0.row.state)),
          ])
      }, whenEmpty: whenEmpty, isTracked: isTracked)
  }

  private static func words(_ state: String) -> String {
    switch state {
    case "happened": "It happened"
    case "revised": "A later date in place of an earlier one"
    default: "It is to happen"
    }
  }

  /// Each event with the statement that counts: that it happened, or else the latest that was made.
  private static func milestones(_ source: PaperSource) -> [Milestone] {
    let known = source.plan.milestones.filter { source.isPublic($0.source) }
    let events = Dictionary(grouping: known, by: \.milestone)
    let chosen = events.values.compactMap { statements in
      statements.filter { $0.state == "happened" }.max { before(source, $0, $1) }
        ?? statements.max { before(source, $0, $1) }
    }
    return chosen.sorted { ($0.when.lastDay, $0.id) < ($1.when.lastDay, $1.id) }
      .map { Milestone(row: $0, figure: figure($0, source)) }
  }

  private static func before(
    _ source: PaperSource, _ one: MilestoneRow, _ other: MilestoneRow
  ) -> Bool {
    func published(_ row: MilestoneRow) -> Int {
      source.graph.source(row.source)?.published?.firstDay.number ?? 0
    }
    return (published(one), one.row) < (published(other), other.row)
  }

  private static func figure(_ row: MilestoneRow, _ source: PaperSource) -> PaperFigure {
    source.planned(
      "milestone.\(row.milestone)", "When: \(row.label)", .period(row.when),
      rule: "as the latest document that was public by the day says",
      place: "programme/milestones.csv, row \(row.row)",
      quotations: [
        source.quotation(row.source, locator: row.locator, words: row.quotation)
      ].compactMap(\.self)
    ).figure
  }
}
