// SPDX-License-Identifier: Apache-2.0

public import Facts
public import Foundation
import PlanPackage

/// An assessment as other programs read it.
public struct AssessmentDocument: Encodable, Sendable {
  /// The plan that was worked out.
  public let plan: PlanEntry
  /// The version of Weald that made it.
  public let version: String
  /// The scenario, or `central` for the plan as it stands.
  public let scenario: String
  /// The facts concerned.
  public let facts: [FactDocument]
  /// What a careful reader would question, most severe first.
  public let findings: [FindingDocument]
  /// The documents and data sets.
  public let sources: [SourceDocument]

  /// What the plan says about itself.
  public struct PlanEntry: Encodable, Sendable {
    /// The permanent name.
    public let id: String
    /// The title for a reader.
    public let title: String
    /// The place that the plan is for.
    public let area: String
    /// `draft` or `published`.
    public let status: String
    /// The day on which the plan is read.
    public let asOf: String
    /// Whether every figure is made up by a program.
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
  /// The permanent name.
  public let id: String
  /// What is measured.
  public let measure: String
  /// What it is, in plain English.
  public let label: String
  /// The new value.
  public let value: Decimal
  /// What the number counts.
  public let unit: String
  /// The prices that money is in.
  public let priceBase: String?
  /// How exactly it is stated.
  public let qualifier: String?
  /// The period as a plan writes it, without the mark for an inferred one.
  public let period: String?
  /// Whether the document itself gives the period.
  public let periodIsStated: Bool
  /// What kind of statement it is.
  public let basis: String
  /// Who or where it covers.
  public let scope: String
  /// Where it comes from.
  public let origin: OriginDocument
  /// How the plan's authors came to know it.
  public let confidence: String
  /// The figure as a page shows it.
  public let text: String
  /// Anything a reader should know about it.
  public let note: String?

  /// Where a fact comes from, as other programs read it.
  public struct OriginDocument: Encodable, Sendable {
    /// `stated` or `derived`.
    public let kind: String
    /// The places where it is printed; nil for a derived fact.
    public let citations: [CitationDocument]?
    /// The rule as a reader can check it.
    public let rule: String?
    /// The ids of the facts used.
    public let inputs: [String]?
    /// What did the working.
    public let method: String?
  }

  /// A place in a source, as other programs read it.
  public struct CitationDocument: Encodable, Sendable {
    /// The id of the source.
    public let source: String
    /// Page, paragraph or heading.
    public let locator: String
    /// The words as printed.
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
  /// The permanent name.
  public let id: String
  /// The rule as a reader can check it.
  public let rule: String
  /// How much it matters.
  public let severity: String
  /// The title for a reader.
  public let title: String
  /// What it means, in plain English.
  public let explanation: String
  /// The facts concerned.
  public let facts: [String]
  /// Where to look.
  public let places: [String]
  /// Whether the plan answers for it.
  public let acknowledged: Bool
  /// The answer, when there is one.
  public let acknowledgement: AcknowledgementDocument?

  /// A reason on the record, as other programs read it.
  public struct AcknowledgementDocument: Encodable, Sendable {
    /// Why, in words.
    public let reason: String
    /// Who accepted it.
    public let by: String
    /// When.
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
  /// The permanent name.
  public let id: String
  /// The title for a reader.
  public let title: String
  /// Who published it.
  public let publisher: String
  /// When it was published.
  public let published: String?
  /// What kind of thing it is.
  public let kind: String
  /// The terms on which it may be used.
  public let licence: String
  /// A public address, when there is one.
  public let address: String?
  /// Anything a reader should know about it.
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
