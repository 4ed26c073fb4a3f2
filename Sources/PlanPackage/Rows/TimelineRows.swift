// SPDX-License-Identifier: Apache-2.0

public import Facts

/// An activity, a milestone or a gate of the programme.
public struct ActivityRow: Sendable {
  /// What kind of thing it is.
  public enum Kind: String, Sendable { case activity, milestone, gate }

  /// Permanent name.
  public let id: String
  /// The workstream that does it.
  public let workstream: String
  /// What is done, in plain English.
  public let label: String
  /// What kind of thing it is.
  public let kind: Kind
  /// Calendar days when all goes well, most likely, and when much goes wrong.
  public let days: (low: Int, likely: Int, high: Int)
  /// What the length depends on, or empty.
  public let condition: String
  /// The first day on which it may start.
  public let notBefore: Day?
  /// The last day on which it has to be done.
  public let mustBy: Day?
  /// The day by which it was first agreed or published to be done.
  public let agreed: Day?
  /// The day on which it did start.
  public let started: Day?
  /// The day on which it was done.
  public let finished: Day?
  /// The published event that it is, or empty.
  public let milestone: String
  /// Whether a document states it; otherwise the authors of the plan assume it.
  public let isStated: Bool
  /// Why so long, or what a date stands for; may be empty.
  public let reason: String
  /// Where it is stated.
  public let source: String
  /// Page, paragraph or heading.
  public let locator: String
  /// The row of the table, with the header as row 1.
  public let row: Int

  init?(_ row: Row) {
    guard let kind = Kind(rawValue: row["kind"]) else { return nil }
    id = row["id"]
    workstream = row["workstream"]
    label = row["label"]
    self.kind = kind
    days = ActivityRow.days(row)
    condition = row["condition"]
    notBefore = Day(iso: row["not_before"])
    mustBy = Day(iso: row["must_by"])
    agreed = Day(iso: row["agreed"])
    started = Day(iso: row["started"])
    finished = Day(iso: row["finished"])
    milestone = row["milestone"]
    isStated = row["basis"] == "stated"
    reason = row["reason"]
    source = row["source"]
    locator = row["locator"]
    self.row = row.number
  }

  /// The three lengths of a row; a missing low or high is the likely one.
  static func days(_ row: Row) -> (low: Int, likely: Int, high: Int) {
    let likely = Int(row["likely"]) ?? 0
    return (Int(row["low"]) ?? likely, likely, Int(row["high"]) ?? likely)
  }
}

/// A link between two activities of the programme.
public struct ActivityLinkRow: Sendable {
  /// What comes first.
  public let from: String
  /// What waits.
  public let to: String
  /// Which ends are held together: finish-to-start, start-to-start or finish-to-finish.
  public let kind: String
  /// Calendar days between the two.
  public let lag: Int
  /// Whether one workstream gives it to another.
  public let isDependency: Bool
  /// The day by which the getting workstream needs it.
  public let byWhen: Day?
  /// Whether a document states it; otherwise the authors of the plan assume it.
  public let isStated: Bool
  /// Why the one waits for the other; may be empty.
  public let reason: String
  /// Where it is stated.
  public let source: String
  /// Page, paragraph or heading.
  public let locator: String
  /// The row of the table, with the header as row 1.
  public let row: Int

  init(_ row: Row) {
    from = row["from"]
    to = row["to"]
    kind = row["kind"]
    lag = Int(row["lag"]) ?? 0
    isDependency = row["dependency"] == "yes"
    byWhen = Day(iso: row["by_when"])
    isStated = row["basis"] == "stated"
    reason = row["reason"]
    source = row["source"]
    locator = row["locator"]
    self.row = row.number
  }
}

/// A number by which lateness is judged or chance is drawn.
public struct TimelineRuleRow: Sendable {
  /// Which number it is.
  public let rule: String
  /// The number.
  public let value: Int
  /// Why this number.
  public let reason: String
  /// Whose choice it is.
  public let source: String

  init?(_ row: Row) {
    guard let value = Int(row["value"]) else { return nil }
    rule = row["rule"]
    self.value = value
    reason = row["reason"]
    source = row["source"]
  }
}
