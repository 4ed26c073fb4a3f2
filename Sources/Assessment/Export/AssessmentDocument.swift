// SPDX-License-Identifier: Apache-2.0

public import Facts
public import Foundation
import PlanPackage

/// An assessment as other programs read it.
public struct AssessmentDocument: Encodable, Sendable {
  public let plan: PlanEntry
  /// The version of Weald that made it.
  public let version: String
  /// The scenario, or `central` for the plan as it stands.
  public let scenario: String
  public let facts: [FactDocument]
  public let findings: [FindingDocument]
  public let sources: [SourceDocument]

  /// What the plan says about itself.
  public struct PlanEntry: Encodable, Sendable {
    public let id: String
    public let title: String
    public let area: String
    public let status: String
    public let asOf: String
    public let synthetic: Bool
  }

  /// Describes an assessment.
  public init(_ assessment: Assessment) {
    let about = assessment.plan.metadata
    plan = PlanEntry(
      id: about.id, title: about.title, area: about.area, status: about.status,
      asOf: about.asOf.iso, synthetic: about.isSynthetic)
    version = WealdVersion.current
    scenario = assessment.plan.scenario?.id ?? "central"
    facts = assessment.graph.facts.map(FactDocument.init)
    findings = assessment.findings.map(FindingDocument.init)
    sources = assessment.graph.sources.map(SourceDocument.init)
  }

  /// The document as JSON with sorted keys; the same assessment always gives the same bytes.
  public func json() throws -> [UInt8] { try JSONEncoder.readable(self) }
}

/// A fact as other programs read it.
public struct FactDocument: Encodable, Sendable {
  public let id: String
  public let measure: String
  public let label: String
  public let value: Decimal
  public let unit: String
  public let priceBase: String?
  public let qualifier: String?
  /// The period as a plan writes it, without the mark for an inferred one.
  public let period: String?
  public let periodIsStated: Bool
  public let basis: String
  public let scope: String
  public let origin: OriginDocument
  public let confidence: String
  /// The figure as a page shows it.
  public let text: String
  public let note: String?

  /// Where a fact comes from, as other programs read it.
  public struct OriginDocument: Encodable, Sendable {
    /// `stated` or `derived`.
    public let kind: String
    public let citations: [CitationDocument]?
    public let rule: String?
    public let inputs: [String]?
    public let method: String?
  }

  /// A place in a source, as other programs read it.
  public struct CitationDocument: Encodable, Sendable {
    public let source: String
    public let locator: String
    public let quotation: String
  }

  /// Describes a fact.
  public init(_ fact: Fact) {
    id = fact.id.rawValue
    measure = fact.measure
    label = fact.label
    value = fact.quantity.value
    unit = fact.quantity.unit.name
    priceBase = fact.quantity.priceBase
    qualifier = fact.qualifier == .exactly ? nil : fact.qualifier.rawValue
    period = fact.period.map { Period(from: $0.start, through: $0.end).description }
    periodIsStated = fact.period?.isStated ?? false
    basis = fact.basis.rawValue
    scope = fact.scope
    confidence = fact.confidence.rawValue
    text = fact.figureText
    note = fact.note.isEmpty ? nil : fact.note
    switch fact.origin {
    case .stated(let citations):
      origin = OriginDocument(
        kind: "stated",
        citations: citations.map {
          CitationDocument(source: $0.source, locator: $0.locator, quotation: $0.quotation)
        }, rule: nil, inputs: nil, method: nil)
    case .derived(let derivation):
      origin = OriginDocument(
        kind: "derived", citations: nil, rule: derivation.rule,
        inputs: derivation.inputs.map(\.rawValue), method: derivation.method)
    }
  }

  /// The fact alone as JSON.
  public func json() throws -> [UInt8] { try JSONEncoder.readable(self) }

  /// The columns of `csvLine`.
  public static let csvHeader = CSVRecords.line([
    "id", "label", "value", "unit", "qualifier", "period", "period_is_stated", "basis", "scope",
    "price_base", "origin", "source_or_rule", "text",
  ])

  /// The fact as a line of CSV.
  public var csvLine: String {
    let detail =
      origin.rule
      ?? (origin.citations ?? []).map { "\($0.source): \($0.quotation)" }.joined(separator: " | ")
    return CSVRecords.line([
      id, label, NSDecimalNumber(decimal: value).description(withLocale: nil), unit,
      qualifier ?? "", period ?? "", periodIsStated ? "yes" : "no", basis, scope,
      priceBase ?? "", origin.kind, detail, text,
    ])
  }
}

/// A finding of the linter as other programs read it.
public struct FindingDocument: Encodable, Sendable {
  public let id: String
  public let rule: String
  public let severity: String
  public let title: String
  public let explanation: String
  public let facts: [String]
  public let places: [String]
  public let acknowledged: Bool
  public let acknowledgement: AcknowledgementDocument?

  /// A reason on the record, as other programs read it.
  public struct AcknowledgementDocument: Encodable, Sendable {
    public let reason: String
    public let by: String
    public let date: String?
  }

  /// Describes a finding.
  public init(_ finding: Finding) {
    id = finding.id
    rule = finding.rule
    severity = finding.severity.rawValue
    title = finding.title
    explanation = finding.explanation
    facts = finding.facts.map(\.rawValue)
    places = finding.places.map(\.description)
    acknowledged = finding.acknowledgement != nil
    acknowledgement = finding.acknowledgement.map {
      AcknowledgementDocument(reason: $0.reason, by: $0.by, date: $0.date?.iso)
    }
  }
}

/// A source as other programs read it.
public struct SourceDocument: Encodable, Sendable {
  public let id: String
  public let title: String
  public let publisher: String
  public let published: String?
  public let kind: String
  public let licence: String
  public let address: String?
  public let note: String?

  /// Describes a source.
  public init(_ source: Source) {
    id = source.id
    title = source.title
    publisher = source.publisher
    published = source.published?.description
    kind = source.kind
    licence = source.licence
    address = source.address.isEmpty ? nil : source.address
    note = source.note.isEmpty ? nil : source.note
  }
}
