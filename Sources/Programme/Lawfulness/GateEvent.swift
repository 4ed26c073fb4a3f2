// SPDX-License-Identifier: Apache-2.0

public import Authority
public import Engagement
public import Ledger

/// What happens at the gates of a change; the id of the change is the subject of the entry.
public enum GateEvent: EventFamily {
  /// The permanent name of the family.
  public static let family = "gate"

  /// Evidence was attached to a criterion.
  case attached(GateAttachment)
  /// Evidence was taken away again.
  case detached(attachment: String, reason: String)
  /// A reviewer gave a verdict on a criterion.
  case judged(GateJudgement)
  /// A body passed a gate.
  case passed(GatePassage)
  /// A gate that was passed was opened again.
  case reopened(gate: String, on: CivilDay, reason: String)
  /// A hold was placed.
  case held(GateHoldPlaced)
  /// A hold was lifted, with what came of it.
  case lifted(hold: String, on: CivilDay, outcome: String)
  /// A step was planned.
  case stepPlanned(GateStepPlan)
  /// A step was begun.
  case stepBegun(step: String, on: CivilDay)
  /// Somebody wanted to begin a step and was refused.
  case stepRefused(step: String, on: CivilDay, reasons: [String])
}

/// Something attached to a criterion.
public struct GateAttachment: Codable, Sendable, Equatable {
  /// The random id.
  public var id: String
  /// The gate.
  public var gate: String
  /// The criterion.
  public var criterion: String
  /// What it is.
  public var kind: GateEvidenceKind
  /// What it is called.
  public var title: String
  /// The id of a fact or a document, or the number of an entry of the record; empty for a text.
  public var reference: String
  /// What it shows, in words that name nobody.
  public var note: String
  /// The last day on which it counts.
  public var validThrough: CivilDay?

  /// Evidence for a criterion.
  public init(
    id: String = RandomID.make(), gate: String, criterion: String, kind: GateEvidenceKind,
    title: String, reference: String = "", note: String = "", validThrough: CivilDay? = nil
  ) {
    self.id = id
    self.gate = gate
    self.criterion = criterion
    self.kind = kind
    self.title = title
    self.reference = reference
    self.note = note
    self.validThrough = validThrough
  }
}

/// A verdict on a criterion.
public struct GateJudgement: Codable, Sendable, Equatable {
  /// The gate.
  public var gate: String
  /// The criterion.
  public var criterion: String
  /// What was found.
  public var outcome: Outcome
  /// Why, in words that name nobody.
  public var reason: String
  /// The body or the role for which it is given.
  public var onBehalfOf: String
  /// The last day on which it counts.
  public var validThrough: CivilDay?

  /// A verdict with its reason.
  public init(
    gate: String, criterion: String, outcome: Outcome, reason: String, onBehalfOf: String,
    validThrough: CivilDay? = nil
  ) {
    self.gate = gate
    self.criterion = criterion
    self.outcome = outcome
    self.reason = reason
    self.onBehalfOf = onBehalfOf
    self.validThrough = validThrough
  }

  /// What a reviewer can find.
  public enum Outcome: String, Codable, Sendable, CaseIterable {
    case met, partly, notMet, notApplicable

    /// The words for it on a page.
    public var label: String {
      switch self {
      case .met: "Met"
      case .partly: "Partly met"
      case .notMet: "Not met"
      case .notApplicable: "Does not apply here"
      }
    }
  }

  var verdict: GateVerdict {
    switch outcome {
    case .met: .met
    case .partly: .partly
    case .notMet: .notMet
    case .notApplicable: .notApplicable(reason: reason)
    }
  }
}

/// The passing of a gate by a body.
public struct GatePassage: Codable, Sendable, Equatable {
  /// The gate.
  public var gate: String
  /// The body that passed it.
  public var body: String
  /// The day.
  public var on: CivilDay
  /// What was missing, who owes it and by when.
  public var conditions: [Condition]
  /// What those who disagreed asked to be recorded, in words that name nobody.
  public var dissent: String

  /// A gate passed by a body on a day.
  public init(
    gate: String, body: String, on: CivilDay, conditions: [Condition] = [], dissent: String = ""
  ) {
    self.gate = gate
    self.body = body
    self.on = on
    self.conditions = conditions
    self.dissent = dissent
  }

  /// Something missing that is to follow.
  public struct Condition: Codable, Sendable, Equatable {
    /// The criterion.
    public var criterion: String
    /// Who owes it.
    public var owner: String
    /// The last day for it.
    public var due: CivilDay

    /// A condition, with who owes it and by when.
    public init(criterion: String, owner: String, due: CivilDay) {
      self.criterion = criterion
      self.owner = owner
      self.due = due
    }
  }
}

/// A hold that was placed.
public struct GateHoldPlaced: Codable, Sendable, Equatable {
  /// The random id.
  public var id: String
  /// What it is.
  public var kind: LegalHoldKind
  /// What it is called.
  public var name: String
  /// The first day on which it can have begun.
  public var earliest: CivilDay
  /// The last day on which it can have begun; the same when the day is known.
  public var latest: CivilDay
  /// What it rests on, in words that name nobody.
  public var ground: String

  /// A hold from a day on.
  public init(
    id: String = RandomID.make(), kind: LegalHoldKind, name: String, earliest: CivilDay,
    latest: CivilDay? = nil, ground: String
  ) {
    self.id = id
    self.kind = kind
    self.name = name
    self.earliest = earliest
    self.latest = latest ?? earliest
    self.ground = ground
  }
}

/// Something that is to be done for a change.
public struct GateStepPlan: Codable, Sendable, Equatable {
  /// The random id.
  public var id: String
  /// What it is.
  public var title: String
  /// Whether it can be undone: preparation, rather than change.
  public var isReversible: Bool
  /// The gates that must be passed before it begins, when it cannot be undone.
  public var gates: [String]
  /// Who does it.
  public var owner: String
  /// The day on which it is to begin.
  public var plannedFor: CivilDay

  /// A step that is planned.
  public init(
    id: String = RandomID.make(), title: String, isReversible: Bool, gates: [String] = [],
    owner: String, plannedFor: CivilDay
  ) {
    self.id = id
    self.title = title
    self.isReversible = isReversible
    self.gates = gates
    self.owner = owner
    self.plannedFor = plannedFor
  }

  var action: GatedAction { GatedAction(id: id, isReversible: isReversible, gates: gates) }
}
