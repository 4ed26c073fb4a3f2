// SPDX-License-Identifier: Apache-2.0

extension Ensemble {
  /// In how many runs a promise is kept; nil for a measure or year that is not there.
  public func chance(
    of promise: ProjectionPromise, _ future: ProjectionCase = .withPlan
  ) -> PromiseChance? {
    nil
  }

  /// How much each assumption that varies moves a measure, most first.
  public func influences(
    _ measure: String, _ year: Int, _ future: ProjectionCase = .withPlan
  ) -> [InputInfluence] {
    []
  }
}
