// SPDX-License-Identifier: Apache-2.0

public import Facts

/// A picture that a page shows.
public struct PictureRow: Sendable {
  /// What is drawn.
  public enum Kind: String, CaseIterable, Sendable {
    /// One bar for each fact of the row.
    case bar
    /// The gap of the finance engine by year, beside what was published.
    case gapByYear = "gap-by-year"
    /// From the gap of the base year to the last year's, by cause.
    case pressures
    /// From do-nothing to do-something in the last year, by scheme.
    case bridge
    /// The gap of each organisation in the last year.
    case gapByOrganisation = "gap-by-organisation"
    /// The sites on a map.
    case sites
    /// The milestones in time.
    case timeline
  }

  /// Permanent name.
  public let id: String
  /// What is drawn.
  public let kind: Kind
  /// What the picture shows, as a sentence; may cite {{fact:id}}.
  public let title: String
  /// What a reader who cannot see it needs to know; may cite {{fact:id}}.
  public let summary: String
  /// For bars and lines: ids of facts, separated by semicolons.
  public let facts: [FactID]
  /// Short names of the facts, in the same order.
  public let labels: [String]
  /// Where the figures come from, in one line.
  public let sourceLine: String
  /// The row of the table, with the header as row 1.
  public let row: Int

  init?(_ row: Row) {
    guard let kind = Kind(rawValue: row["kind"]) else { return nil }
    self.kind = kind
    id = row["id"]
    title = row["title"]
    summary = row["summary"]
    facts = row.list("facts").compactMap { FactID($0) }
    labels = row.list("labels")
    sourceLine = row["source_line"]
    self.row = row.number
  }
}
