// SPDX-License-Identifier: Apache-2.0

/// Why what waits does so.
enum ResourceExplanation {
  static func waiting(_ starts: [Int?], _ model: ResourceModel) -> [ResourceWait] {
    let used = ResourceShift.used(starts, model).flatMap { $0 }
    let free = zip(model.capacity, used).map { $0 - $1 }
    return starts.indices.filter { starts[$0] == nil }.map { request in
      ResourceWait(
        id: model.problem.requests[request].id, reason: reason(request, starts, free, model))
    }
  }

  private static func reason(
    _ request: Int, _ starts: [Int?], _ free: [Double], _ model: ResourceModel
  ) -> ResourceWait.Reason {
    let requests = model.problem.requests
    guard let window = model.starts[request] else { return .tooLong }
    if let rival = model.rivals[request].first(where: { starts[$0] != nil }) {
      return .exclusive(with: requests[rival].id)
    }
    var first = window.lowerBound
    for needed in model.prerequisites[request] {
      guard let start = starts[needed], start + model.length(needed) <= window.upperBound else {
        return .prerequisite(requests[needed].id)
      }
      first = max(first, start + model.length(needed))
    }
    return shortage(request, first...window.upperBound, free, model)
  }

  /// The start at which the fewest person-days are missing, and what is missing most there.
  private static func shortage(
    _ request: Int, _ window: ClosedRange<Int>, _ free: [Double], _ model: ResourceModel
  ) -> ResourceWait.Reason {
    var least: (total: Double, reason: ResourceWait.Reason)?
    for start in window {
      var total = 0.0
      var worst: (role: Int, month: Int, short: Double)?
      for load in model.loads[request] {
        let month = start + load.month
        let short = load.days - free[month * model.roles + load.role]
        guard short > ResourceModel.slack else { continue }
        total += short
        if short > worst?.short ?? 0 { worst = (load.role, month, short) }
      }
      guard let worst else { return .worthless }
      if total < least?.total ?? .infinity {
        least = (
          total,
          .role(
            model.problem.roles[worst.role], month: worst.month, short: worst.short, start: start)
        )
      }
    }
    return least?.reason ?? .tooLong
  }
}
