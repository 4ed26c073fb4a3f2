// SPDX-License-Identifier: Apache-2.0

/// An amount of one measure: a base by year times growth factors times steps of the plan.
///
/// Every measure is a sum of such products. Cells whose factors are the same share one.
struct DemandProduct: Sendable {
  /// The measure: the quantity × the number of services + the service.
  let measure: Int
  /// Where its base begins, see ``DemandModel/bases``.
  let base: Int
  /// How many values the base has for each year: 1, or one for each knot of health status.
  let knots: Int
  /// The factor of health status, or −1.
  let health: Int
  /// What the population does to it.
  let need: ServiceLine.Growth
  /// The year index in which its service of origin opens, or −1 where it always was.
  let opens: Int
  /// Its growth factors but for health status.
  let growth: [Int]
  /// The steps of the plan, in order.
  let steps: [PlanStep]
  /// The node of its growth factors.
  let growthNode: Int
  /// The node of its steps.
  let planNode: Int
  /// The size of one event of chance behind it, in units of the measure.
  let eventSize: Double
}
