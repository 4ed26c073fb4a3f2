// SPDX-License-Identifier: Apache-2.0

/// Inputs that were checked and prepared, so that each run is arithmetic on flat arrays.
///
/// ```swift
/// let model = try CapacityModel(inputs)
/// let run = try model.run(activity: activity, bedDays: bedDays)
/// run.required(resource: 0, year: 4, month: 9)
/// ```
public struct CapacityModel: Sendable {
  /// What the model was made from.
  public let inputs: CapacityInputs
  /// Resources in the order in which they are worked out.
  let order: [Int]
  /// By resource.
  let plans: [ResourcePlan]
  /// What there is, by resource, year and month; nil when unknown.
  let available: [[Double]?]
  /// The share of its year in each month by days, for means over a year.
  let dayShares: [Double]
  /// The months of all years.
  let months: Int

  /// Checks and prepares.
  ///
  /// - Parameters:
  ///   - inputs: what to check.
  ///   - largestPool: the mean number in use up to which pools are tabulated; beyond it they are worked out
  ///     one by one, which is slower and gives the same. Nil for twice what there is, and 2,048 at least.
  /// - Throws: `CapacityError` with everything that is wrong.
  public init(_ inputs: CapacityInputs, largestPool: Double? = nil) throws(CapacityError) {
    let problems = inputs.problems()
    guard problems.isEmpty else { throw CapacityError(problems) }
    order = try DependencyOrder.of(inputs)
    self.inputs = inputs
    months = inputs.calendar.years * 12
    let shares = MonthlyShares(inputs)
    dayShares = shares.byDays
    var tables = TableStore(largestPool: largestPool)
    plans = inputs.resources.indices.map { index in
      ResourcePlan(index, inputs, shares, &tables)
    }
    let months = months
    available = inputs.resources.map { resource in
      let given = resource.available
      return given.isEmpty
        ? nil : (0..<months).map { given[given.count == 1 ? 0 : $0 * given.count / months] }
    }
  }
}
