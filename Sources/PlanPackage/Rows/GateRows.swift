// SPDX-License-Identifier: Apache-2.0

public import Facts

/// The labels with which rows about gates say how they came to be known.
enum GateConfidence {
  static let all = Confidence.allCases.map(\.rawValue)
}

/// A change to a service that goes through the stage gates.
public struct ServiceChangeRow: Sendable {
  /// Permanent name.
  public let id: String
  /// Name, for a reader.
  public let name: String
  /// What would change.
  public let summary: String
  /// The service whose sites are chosen, or empty.
  public let service: String
  /// The public consultation on it, or empty.
  public let consultation: String
  /// Where it is described.
  public let source: String
  /// Page, paragraph or heading.
  public let locator: String
  /// Anything a reader should know.
  public let note: String

  init(_ row: Row) {
    id = row["id"]
    name = row["name"]
    summary = row["summary"]
    service = row["service"]
    consultation = row["consultation"]
    source = row["source"]
    locator = row["locator"]
    note = row["note"]
  }
}

/// A gate that a service change passes.
public struct GateRow: Sendable {
  /// Permanent name.
  public let id: String
  /// Name, for a reader.
  public let name: String
  /// What the gate is for.
  public let summary: String
  /// Gates that come first.
  public let after: [String]
  /// Who passes it.
  public let passedBy: String
  /// The law or guidance that asks for it, or empty.
  public let basis: String
  /// Where it is described.
  public let source: String
  /// Page, paragraph or heading.
  public let locator: String
  /// How the plan's authors came to know it.
  public let confidence: Confidence
  /// Anything a reader should know.
  public let note: String

  init?(_ row: Row) {
    guard let confidence = Confidence(rawValue: row["confidence"]) else { return nil }
    self.confidence = confidence
    id = row["id"]
    name = row["name"]
    summary = row["summary"]
    after = row.list("after")
    passedBy = row["passed_by"]
    basis = row["basis"]
    source = row["source"]
    locator = row["locator"]
    note = row["note"]
  }
}

/// One thing that has to be shown at a gate.
public struct GateCriterionRow: Sendable {
  /// The gate.
  public let gate: String
  /// Permanent name, unique within the gate.
  public let id: String
  /// What has to be shown.
  public let text: String
  /// Who has to show it.
  public let owner: String
  /// Whether the gate waits for it.
  public let isRequired: Bool
  /// The kinds of evidence that count.
  public let evidence: [String]
  /// The test that it is a part of, or empty.
  public let test: String
  /// The condition of that test, or empty.
  public let condition: String
  /// The fewest days that it takes; 0 when nothing says so.
  public let leadDays: Int
  /// What the record of the consultation shows by itself, or empty.
  public let automatic: String
  /// The one change that it is for, or empty for every change.
  public let change: String
  /// Where it is asked for.
  public let source: String
  /// Page, paragraph or heading.
  public let locator: String
  /// How the plan's authors came to know it.
  public let confidence: Confidence
  /// Anything a reader should know.
  public let note: String

  init?(_ row: Row) {
    guard let confidence = Confidence(rawValue: row["confidence"]) else { return nil }
    self.confidence = confidence
    gate = row["gate"]
    id = row["id"]
    text = row["text"]
    owner = row["owner"]
    isRequired = row["required"] == "yes"
    evidence = row.list("evidence")
    test = row["test"]
    condition = row["condition"]
    leadDays = Int(row["lead_days"]) ?? 0
    automatic = row["automatic"]
    change = row["change"]
    source = row["source"]
    locator = row["locator"]
    note = row["note"]
  }
}

/// One thing that happened to a service change, with its day.
public struct GateEventRow: Sendable {
  /// What kind of thing it is.
  public enum Kind: String, CaseIterable, Sendable {
    case happened
    case passed
    case holdBegins = "hold-begins"
    case holdEnds = "hold-ends"
    case plannedStep = "planned-step"
    case otherChange = "other-change"
  }

  /// Permanent name.
  public let id: String
  /// The service change.
  public let change: String
  /// The day, or the days between which it lies.
  public let when: Period
  /// What kind of thing it is.
  public let kind: Kind
  /// What happened.
  public let text: String
  /// The gate that it belongs to, or empty.
  public let gate: String
  /// The criterion for which it is evidence, or empty.
  public let criterion: String
  /// Whether the event is by itself what that criterion asks for.
  public let meetsCriterion: Bool
  /// The hold that begins or ends, or empty.
  public let hold: String
  /// What the hold is, or empty.
  public let holdKind: String
  /// The name of the hold for a reader, or empty.
  public let holdName: String
  /// Whether a planned step can be undone; nil when that is not said.
  public let isReversible: Bool?
  /// The row of programme/milestones.csv that states the date, or empty.
  public let milestone: String
  /// Where it is stated.
  public let source: String
  /// Page, paragraph or heading.
  public let locator: String
  /// How the plan's authors came to know it.
  public let confidence: Confidence
  /// Anything a reader should know.
  public let note: String

  init?(_ row: Row) {
    guard let when = Period(row["when"]), let kind = Kind(rawValue: row["kind"]),
      let confidence = Confidence(rawValue: row["confidence"])
    else { return nil }
    self.when = when
    self.kind = kind
    self.confidence = confidence
    id = row["id"]
    change = row["change"]
    text = row["text"]
    gate = row["gate"]
    criterion = row["criterion"]
    meetsCriterion = row["meets"] == "yes"
    hold = row["hold"]
    holdKind = row["hold_kind"]
    holdName = row["hold_name"]
    isReversible = ["yes": true, "no": false][row["reversible"]]
    milestone = row["milestone"]
    source = row["source"]
    locator = row["locator"]
    note = row["note"]
  }
}
