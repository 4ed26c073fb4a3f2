// SPDX-License-Identifier: Apache-2.0

public import Authority
public import Engagement
import Facts
public import PlanPackage

/// The gates of service change, their evidence, and what stops work by law.
public struct GatePlan: Sendable {
  /// The changes that go through the gates.
  public var changes: [GateChange] = []
  /// Figures that can be evidence: name and page.
  public var facts: [NamedThing] = []
  /// Publications that can be evidence: name and page.
  public var documents: [NamedThing] = []

  /// Nothing is defined.
  public init() {}

  /// What a plan defines.
  public init(_ plan: Plan) {
    let reading = GateReading(plan)
    changes = plan.serviceChanges.map(reading.change)
    facts =
      plan.facts.map { NamedThing(id: "\($0.id)", name: $0.label, path: "/facts/\($0.id)") }
      + plan.derived.map { NamedThing(id: "\($0.id)", name: $0.label, path: "/facts/\($0.id)") }
    documents = plan.documents.map {
      NamedThing(id: $0.id, name: $0.title, path: "/documents/\($0.id)")
    }
  }

  /// A change by its id.
  public func change(_ id: String) -> GateChange? { changes.first { $0.id == id } }
}

/// A change to a service, with the gates that it passes and the published record of it.
public struct GateChange: Sendable {
  /// The permanent name.
  public var id: String
  /// The name, for a reader.
  public var name: String
  /// What would change.
  public var summary: String
  /// The public consultation on it.
  public var consultation: String?
  /// The gates, in order.
  public var gates: [GateDefinition]
  /// What happened, by the documents, in the order of the plan.
  public var record: [GateRecordedEvent]

  /// A change with its gates.
  public init(
    id: String, name: String, summary: String, consultation: String? = nil,
    gates: [GateDefinition], record: [GateRecordedEvent] = []
  ) {
    self.id = id
    self.name = name
    self.summary = summary
    self.consultation = consultation
    self.gates = gates
    self.record = record
  }

  /// A gate by its id.
  public func gate(_ id: String) -> GateDefinition? { gates.first { $0.id == id } }

  /// The gates in the terms of the engine.
  ///
  /// - Throws: `AuthorityError` when they wait for each other, which a plan that was read cannot.
  public func ladder() throws(AuthorityError) -> GateLadder { try GateLadder(gates.map(\.gate)) }
}

/// A gate as the plan defines it.
public struct GateDefinition: Sendable {
  /// The permanent name.
  public var id: String
  /// The name, for a reader.
  public var name: String
  /// What it is for.
  public var summary: String
  /// The gates that come first.
  public var prerequisites: [String]
  /// Who passes it.
  public var passedBy: String
  /// The law or guidance that asks for it, or empty.
  public var basis: String
  /// Where it is described.
  public var citation: GateCitation?
  /// Anything a reader should know, or empty.
  public var note: String
  /// The checklist.
  public var criteria: [GateCriterionDefinition]

  /// A gate with its checklist.
  public init(
    id: String, name: String, summary: String = "", prerequisites: [String] = [],
    passedBy: String, basis: String = "", citation: GateCitation? = nil, note: String = "",
    criteria: [GateCriterionDefinition]
  ) {
    self.id = id
    self.name = name
    self.summary = summary
    self.prerequisites = prerequisites
    self.passedBy = passedBy
    self.basis = basis
    self.citation = citation
    self.note = note
    self.criteria = criteria
  }

  /// A criterion by its id.
  public func criterion(_ id: String) -> GateCriterionDefinition? {
    criteria.first { $0.criterion.id == id }
  }

  var gate: Gate {
    Gate(id: id, prerequisites: prerequisites, criteria: criteria.map(\.criterion))
  }
}

/// A criterion as the plan defines it.
public struct GateCriterionDefinition: Sendable {
  /// The criterion in the terms of the engine.
  public var criterion: GateCriterion
  /// What has to be shown.
  public var text: String
  /// What the record of the consultation shows by itself: "opened", "closed" or a duty's id.
  public var automatic: String?
  /// Where it is asked for.
  public var citation: GateCitation?
  /// Anything a reader should know, or empty.
  public var note: String

  /// A criterion with its words.
  public init(
    _ criterion: GateCriterion, text: String, automatic: String? = nil,
    citation: GateCitation? = nil, note: String = ""
  ) {
    self.criterion = criterion
    self.text = text
    self.automatic = automatic
    self.citation = citation
    self.note = note
  }
}

/// Where something is stated, and how sure that is.
public struct GateCitation: Sendable, Equatable {
  /// The source's id.
  public var source: String
  /// Its title.
  public var title: String
  /// Page, paragraph or heading.
  public var locator: String
  /// Such as "read in the document", or that it is a news report.
  public var confidence: String
  /// Whether a newspaper or broadcaster reported it.
  public var isNews: Bool

  /// A citation of a source.
  public init(
    source: String, title: String, locator: String = "", confidence: String, isNews: Bool = false
  ) {
    self.source = source
    self.title = title
    self.locator = locator
    self.confidence = confidence
    self.isNews = isNews
  }

  /// The page of the source.
  public var path: String { "/sources/\(source)" }
}

/// One thing in the published record of a change.
public struct GateRecordedEvent: Sendable {
  /// What kind of thing.
  public typealias Kind = GateEventRow.Kind

  /// The permanent name.
  public var id: String
  /// What kind of thing.
  public var kind: Kind
  /// The first day on which it can have been.
  public var first: CivilDay
  /// The last day on which it can have been.
  public var last: CivilDay
  /// The day in words, with how sure it is.
  public var when: String
  /// What happened.
  public var text: String
  /// The gate that it belongs to.
  public var gate: String?
  /// The criterion for which it is evidence.
  public var criterion: String?
  /// Whether it is by itself what that criterion asks for.
  public var meetsCriterion = false
  /// The hold that begins or ends.
  public var hold: String?
  /// What that hold is.
  public var holdKind: LegalHoldKind?
  /// The name of that hold.
  public var holdName = ""
  /// Whether a planned step can be undone.
  public var isReversible: Bool?
  /// Where it is stated.
  public var citation: GateCitation?
  /// Anything a reader should know, or empty.
  public var note = ""

  /// Something that happened on a day, or between two.
  public init(
    id: String, kind: Kind, first: CivilDay, last: CivilDay, when: String, text: String
  ) {
    self.id = id
    self.kind = kind
    self.first = first
    self.last = last
    self.when = when
    self.text = text
  }
}
