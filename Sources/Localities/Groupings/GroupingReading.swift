// SPDX-License-Identifier: Apache-2.0

public import Assessment
public import Clusters
public import PlanPackage

/// The tiers of groups of an assessed plan, each worked out from the one below.
///
/// The same plan always gives the same groups. Nothing of this runs in an assessment.
public struct GroupingReading: Sendable {
  /// The tiers, lowest first.
  public let tiers: [GroupingTier]
  /// The neighbourhoods, in the order of their table.
  public let neighbourhoods: [Unit]
  /// Where each neighbourhood is.
  public let areas: [AreaRow]
  /// The plan.
  public let plan: Plan
  private let plane: LocalPlane

  /// Whether a plan has tiers to work out.
  public static func exists(in plan: Plan) -> Bool {
    !plan.groupings.tiers.isEmpty && !plan.local.neighbourhoods.isEmpty
  }

  /// Reads and solves every tier.
  ///
  /// - Throws: `PlanError` when a tier cannot be put as a problem, or when a change by hand is not
  ///   to a group that its neighbourhood touches.
  public init(_ assessment: Assessment, effort: ClusterEffort = .standard) throws(PlanError) {
    try self.init(assessment, effort: effort) { row throws(PlanError) in
      try GroupingSettings(row, in: assessment)
    }
  }

  /// Reads and solves the tiers with other settings than those of the plan.
  ///
  /// - Throws: `PlanError` as the other initialiser does, and what `settings` throws.
  public init(
    _ assessment: Assessment, effort: ClusterEffort,
    asking settings: (GroupingRow) throws(PlanError) -> GroupingSettings
  ) throws(PlanError) {
    let plan = assessment.plan
    let base = NeighbourhoodUnits(plan)
    let areas = Dictionary(plan.areas.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    var tiers: [GroupingTier] = []
    for row in plan.groupings.tiers {
      let below = tiers.first { $0.row.id == row.madeOf }
      tiers.append(
        try TierSolver(
          row: row, settings: settings(row), base: base, below: below,
          districts: base.units.map { areas[$0.id]?.district ?? "" },
          changes: plan.groupings.changes.filter { $0.grouping == row.id }
        ).tier(effort: effort))
    }
    self.tiers = tiers
    neighbourhoods = base.units
    self.areas = base.units.compactMap { areas[$0.id] }
    self.plan = plan
    plane = base.plane
  }

  /// The tier of a name.
  public func tier(_ id: String) -> GroupingTier? { tiers.first { $0.row.id == id } }

  /// The tiers that are made of groups of a tier.
  public func tiersAbove(_ tier: GroupingTier) -> [GroupingTier] {
    tiers.filter { $0.row.madeOf == tier.row.id }
  }

  /// Degrees of the middle of a group.
  public func place(of group: GroupJudgement) -> (latitude: Double, longitude: Double) {
    plane.degrees(east: group.centre.east, north: group.centre.north)
  }
}
