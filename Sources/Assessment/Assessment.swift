// SPDX-License-Identifier: Apache-2.0

public import Facts
public import PlanPackage
public import Pictures

/// A plan worked out: every figure, every finding and every picture, for one scenario.
///
/// The same plan and the same version of Weald give the same assessment on any machine.
public struct Assessment: Sendable {
  /// The plan that was worked out.
  public let plan: Plan
  /// The facts and the links between them.
  public let graph: FactGraph
  /// What a careful reader would question, most severe first.
  public let findings: [Finding]
  /// What the finance engine found; nil for a plan without a finance model.
  public let finance: FinanceFindings?
  /// What was found about each service whose sites have to be chosen.
  public let options: [OptionsFindings]
  /// The pictures in the order of the plan's table.
  public let pictures: [PictureEntry]

  /// A picture with the facts that it shows.
  public struct PictureEntry: Sendable {
    /// The permanent name.
    public let id: String
    /// The drawing with its words and its table.
    public let picture: any Picture
    /// The facts concerned.
    public let facts: [FactID]
  }

  /// Works out a plan as it stands, or under a scenario.
  ///
  /// - Throws: `PlanError` with everything that keeps the plan from being worked out: formulas
  ///   in a circle, facts that do not exist, prose that cites one, engine inputs out of range.
  public init(_ reader: PlanReader, scenario: String? = nil) throws(PlanError) {
    let plan = if let scenario { try reader.plan(scenario: scenario) } else { reader.plan() }
    try self.init(plan)
  }

  init(_ plan: Plan) throws(PlanError) {
    var values = Values(plan: plan)
    values.deriveWhatIsKnown()
    guard values.violations.isEmpty else { throw PlanError(values.violations) }
    let finance = try FinanceAdapter.run(plan, &values)
    let options = try OptionsAdapter.run(plan, &values)
    values.deriveWhatIsKnown()
    try LocalCareAdapter.run(plan, &values)
    values.deriveWhatIsKnown()
    values.reportUnknown()
    guard values.violations.isEmpty else { throw PlanError(values.violations) }
    var graph: FactGraph
    do {
      graph = try FactGraph(facts: Array(values.facts.values), sources: plan.sources)
    } catch {
      throw PlanError(
        error.problems.map { problem in
          Violation(
            file: "facts.csv", found: problem.plainEnglish,
            expected: "figures that lead to sources",
            advice: "Correct the id.")
        })
    }
    let references = ReferenceFinder.violations(in: plan, graph)
    guard references.isEmpty else { throw PlanError(references) }
    let pictures = PictureCatalogue.pictures(of: plan, graph, finance)
    Uses.record(plan, pictures, finance, in: &graph)
    self.plan = plan
    self.graph = graph
    self.finance = finance
    self.options = options
    self.pictures = pictures
    findings =
      Linter.findings(in: LintAdapter.input(plan, graph))
  }

  /// The picture with an id, or nil.
  public func picture(_ id: String) -> PictureEntry? { pictures.first { $0.id == id } }
}
