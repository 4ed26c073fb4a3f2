// SPDX-License-Identifier: Apache-2.0

/// Projects the activity and the bed days of a whole system of services by year, run after run.
///
/// Every figure is a sum of products: the activity of some people in the base year, times the growth
/// of their number, times each growth factor, times what each mitigator leaves or takes. The people
/// of a service who share their factors are summed once, when the model is made, so that a run costs
/// no more than its different products. What is drawn anew in each run comes in as `values`.
///
/// ```swift
/// let model = try DemandModel(inputs)
/// let run = try model.run(values: sampler.draw(run: 7), variant: 0)
/// run.amount(.bedDays, service: 3, year: 2020, .withPlan)
/// ```
public struct DemandModel: Sendable {
  /// What the model was made from.
  public let inputs: DemandInputs
  /// What can change a measure, in the order in which shares of a change are given.
  public let factors: [DemandFactor]
  /// How many years a run has, the base year among them.
  public var yearCount: Int { inputs.lastYear - inputs.baseYear + 1 }
  /// How many services there are.
  public var serviceCount: Int { inputs.services.count }

  /// Sums of base activity: for each product and variant a row without growth of need and one for
  /// each year with it.
  let bases: [Double]
  /// The products of do nothing.
  let doNothing: [DemandProduct]
  /// The products with the plan.
  let withPlan: [DemandProduct]
  /// The same products and factors, as runs go through them.
  let plan: RunPlan
  let growthTree: FactorTree
  let planTree: FactorTree
  /// By growth factor and year: years of growth, or the share of the amount that works.
  let growthTiming: [[Double]]
  /// By mitigator and year: the share of its effect that works.
  let planTiming: [[Double]]
  /// By mitigator: units and bed days of the destination for each that leaves.
  let moves: [(units: Double, bedDays: Double)]
  /// How many values a run needs.
  let valuesNeeded: Int

  /// Checks the inputs and makes a model of them.
  ///
  /// - Throws: `DemandError` with everything that is wrong, in the order of the inputs.
  public init(_ inputs: DemandInputs) throws(DemandError) {
    let problems = InputCheck(inputs).problems
    guard problems.isEmpty else { throw DemandError(problems) }
    self.inputs = inputs
    var draft = ModelDraft(inputs)
    try draft.addServices()
    doNothing = draft.products(.doNothing)
    withPlan = draft.products(.withPlan)
    bases = draft.bases
    plan = RunPlan(
      inputs, years: inputs.lastYear - inputs.baseYear + 1, doNothing: doNothing,
      withPlan: withPlan)
    growthTree = draft.growthTree
    planTree = draft.planTree
    let years = inputs.lastYear - inputs.baseYear + 1
    growthTiming = inputs.growth.map { $0.timings(baseYear: inputs.baseYear, years: years) }
    planTiming = inputs.mitigators.map { $0.timings(baseYear: inputs.baseYear, years: years) }
    moves = draft.moves
    valuesNeeded = inputs.valuesNeeded
    factors = inputs.factors
  }

  /// How many different products a run works out; what it costs is in proportion to them.
  public var productCount: Int { doNothing.count + withPlan.count }

  /// The position of a service.
  public func service(_ id: String) -> Int? { inputs.services.firstIndex { $0.id == id } }

  /// The positions of the services of a scope, such as those of a provider; sex and ages are not
  /// asked.
  public func services(_ scope: ActivityScope) -> [Int] {
    inputs.services.indices.filter { scope.matches(inputs.services[$0]) }
  }
}
