// SPDX-License-Identifier: Apache-2.0

import Facts
public import PlanPackage

/// Local care by area, for another program to read or for a terminal.
public struct LocalCareDocument: Encodable, Sendable {
  /// The id of the plan.
  public let plan: String
  /// The scenario; nil for the plan as it stands.
  public let scenario: String?
  /// The areas.
  public let areas: [Area]
  /// The investment case by year; nil for a plan without one.
  public let investmentCase: [Year]?
  /// What would change the answer of the case: facts of the last year.
  public let answers: [Figure]

  /// A figure with the id under which it explains itself.
  public struct Figure: Encodable, Sendable {
    /// The id of the fact.
    public let id: String
    /// What it is.
    public let label: String
    /// The value in its unit.
    public let value: Double
    /// The unit.
    public let unit: String

    init(_ fact: Fact) {
      id = fact.id.rawValue
      label = fact.label
      value = fact.quantity.value.asDouble
      unit = fact.quantity.unit.name
    }
  }

  /// One area.
  public struct Area: Encodable, Sendable {
    /// The id of the locality.
    public let id: String
    /// Its name.
    public let name: String
    /// Staff and rooms that the core model takes, groups that its people allow, its share of the case.
    public let figures: [Figure]
    /// Where it differs from the core model.
    public let differences: [Difference]
    /// Functions of the core model: in-place, planned or not-stated.
    public let functions: [String: String]
    /// The level of maturity that was published; nil where none was.
    public let maturity: String?
  }

  /// A difference from the core model.
  public struct Difference: Encodable, Sendable {
    /// The element of the core model.
    public let element: String
    /// What about it differs.
    public let aspect: String
    /// What the core model has.
    public let core: String
    /// What the area has.
    public let local: String
    /// Why.
    public let reason: String
    /// The id of the source.
    public let source: String
  }

  /// One year of the case.
  public struct Year: Encodable, Sendable {
    /// The financial year.
    public let year: String
    /// Its figures.
    public let figures: [Figure]
  }

  /// Gathers what an assessment says of local care.
  ///
  /// - Throws: `PlanError` for a plan without localities, or for one that it does not have.
  public init(_ assessment: Assessment, place: String?) throws(PlanError) {
    let rows = assessment.plan.local.localities
    guard !rows.isEmpty else {
      throw PlanError([
        Violation(
          file: "local-care/localities.csv", found: "no localities",
          expected: "a row for each place that adapts the core model",
          advice: "Add them; `weald schema` describes the table.")
      ])
    }
    if let place, !rows.contains(where: { $0.id == place }) {
      let ids = rows.map(\.id)
      throw PlanError([
        Violation(
          file: "local-care/localities.csv", found: "“\(place)” in --place",
          expected: "one of \(ids.joined(separator: ", "))",
          advice: nearest(to: place, in: ids).map { "Did you mean “\($0)”?" }
            ?? "Name an area by its id.")
      ])
    }
    plan = assessment.plan.metadata.id
    scenario = assessment.plan.scenario?.id
    areas = rows.filter { place == nil || $0.id == place }.map { Area($0, assessment) }
    let findings = InvestmentFindings(assessment)
    investmentCase = findings.map { findings in
      findings.years.map { year in
        Year(
          year: Period.financialYear(year).description,
          figures: InvestmentFindings.measures.compactMap { findings.fact($0, year) }
            .compactMap { assessment.graph[$0] }.map(Figure.init))
      }
    }
    answers =
      InvestmentFindings.answers.compactMap { findings?.fact($0) }
      .compactMap { assessment.graph[$0] }.map(Figure.init)
  }
}

extension LocalCareDocument.Area {
  init(_ locality: LocalityRow, _ assessment: Assessment) {
    let model = assessment.plan.careModel
    id = locality.id
    name = locality.name
    let kinds: Set<Substring> = ["team", "rooms", "tier", "case"]
    figures = assessment.graph.facts.filter { fact in
      let parts = fact.id.rawValue.split(separator: ".")
      return parts.first.map(kinds.contains) == true && parts.contains(Substring(locality.id))
    }.map(LocalCareDocument.Figure.init)
    differences = model.differences.filter { $0.locality == locality.id }.map {
      .init(
        element: $0.element, aspect: $0.aspect, core: $0.core, local: $0.local, reason: $0.reason,
        source: $0.source)
    }
    functions = Dictionary(
      model.functions.map { function in
        let found = model.progress.first {
          $0.locality == locality.id && $0.function == function.id
        }
        return (function.id, found.map { $0.isInPlace ? "in-place" : "planned" } ?? "not-stated")
      }, uniquingKeysWith: { first, _ in first })
    maturity = model.maturity.filter { $0.locality == locality.id }.last?.level
  }
}

extension LocalCareDocument {
  /// The same for a terminal.
  public var lines: [String] {
    areas.flatMap(Self.lines)
      + (investmentCase ?? []).flatMap { year in
        ["", "The case, \(year.year)"] + year.figures.map(Self.line)
      } + (answers.isEmpty ? [] : ["", "What would change the answer"] + answers.map(Self.line))
  }

  private static func lines(_ area: Area) -> [String] {
    let published = area.functions.values.filter { $0 != "not-stated" }.count
    return ["", area.name] + area.figures.map(line)
      + (area.differences.isEmpty
        ? ["  No published difference was read; the core model stands."]
        : area.differences.map { "  \($0.aspect): \($0.local). Why: \($0.reason)" })
      + [
        "  Functions published: \(published) of \(area.functions.count); "
          + "maturity: \(area.maturity ?? "not published")"
      ]
  }

  private static func line(_ figure: Figure) -> String {
    let tenths = (figure.value * 10).rounded() / 10
    let number =
      tenths == tenths.rounded() && tenths.magnitude < 1e15
      ? "\(Int(tenths))" : "\(tenths)"
    return "  \(figure.label): \(number) \(figure.unit)"
  }
}
