// SPDX-License-Identifier: Apache-2.0

/// Something about a plan's figures that a careful reader would question.
public struct Finding: Hashable, Sendable {
  /// How much a finding matters.
  public enum Severity: String, CaseIterable, Comparable, Sendable {
    /// The plan cannot be defended as it stands.
    case error
    /// A reader could be misled.
    case warning
    /// Worth knowing.
    case note

    /// Orders by the value that each stands for.
    public static func < (left: Severity, right: Severity) -> Bool { left.rank < right.rank }

    private var rank: Int { Severity.allCases.firstIndex(of: self) ?? 0 }
  }

  /// Where in the plan to look.
  public struct Place: Hashable, Sendable, CustomStringConvertible {
    /// The file within the plan folder.
    public let file: String
    /// The line in a page, or the row in a table, both counted from 1 with the header as row 1.
    public let row: Int?

    /// Points at a file, or a row of it.
    public init(file: String, row: Int? = nil) {
      self.file = file
      self.row = row
    }

    /// The value as it is written.
    public var description: String { row.map { "\(file), row \($0)" } ?? file }
  }

  /// A permanent name, `rule:subject`, by which a plan acknowledges the finding.
  public let id: String
  /// The rule that found it.
  public let rule: String
  /// How much it matters.
  public let severity: Severity
  /// The finding in one sentence.
  public let title: String
  /// What it means and what could be done, in plain English.
  public let explanation: String
  /// The facts concerned.
  public let facts: [FactID]
  /// Where to look.
  public let places: [Place]
  /// Why the plan's authors accept it, when they do.
  public internal(set) var acknowledgement: Acknowledgement?

  /// Describes a finding.
  public init(
    rule: String, subject: String, severity: Severity, title: String, explanation: String,
    facts: [FactID] = [], places: [Place] = []
  ) {
    self.id = "\(rule):\(subject)"
    self.rule = rule
    self.severity = severity
    self.title = title
    self.explanation = explanation
    self.facts = facts
    self.places = places
  }
}

/// A reason, on the record, for living with a finding.
public struct Acknowledgement: Hashable, Sendable {
  /// The id of the finding.
  public let finding: String
  /// Why, in words.
  public let reason: String
  /// Who accepted it.
  public let by: String
  /// When.
  public let date: Day?

  /// Records a reason.
  public init(finding: String, reason: String, by: String, date: Day?) {
    self.finding = finding
    self.reason = reason
    self.by = by
    self.date = date
  }
}
