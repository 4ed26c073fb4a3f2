// SPDX-License-Identifier: Apache-2.0

extension GrowthFactor {
  /// By year from the base year: how many years it has grown, or the share of it that works.
  func timings(baseYear: Int, years: Int) -> [Double] {
    if kind == .healthStatus, let gain = lifeExpectancyGain { return gain }
    let stated = from ?? (kind == .baseline ? baseYear : baseYear + 1)
    // The growth of the base year is in its activity already.
    let start = timing == .perYear ? max(stated, baseYear + 1) : stated
    return (0..<years).map { index in
      let year = baseYear + index
      guard year >= start else { return 0 }
      switch timing {
      case .perYear: return Double(max(min(year, to ?? year) - start + 1, 0))
      case .once:
        guard year <= to ?? year else { return 0 }
        return ramp.isEmpty ? 1 : ramp[min(year - start, ramp.count - 1)]
      }
    }
  }
}

extension Mitigator {
  /// By year from the base year: the share of its effect that works.
  func timings(baseYear: Int, years: Int) -> [Double] {
    let start = from ?? baseYear + 1
    return (0..<years).map { index in
      let year = baseYear + index
      guard year >= start else { return 0 }
      return ramp.isEmpty ? 1 : ramp[min(year - start, ramp.count - 1)]
    }
  }
}

extension DemandInputs {
  /// How many values a run needs at least.
  var valuesNeeded: Int {
    let parameters = growth.map(\.amount) + mitigators.flatMap { [$0.reach, $0.effect] }
    return parameters.compactMap(\.input).map { $0 + 1 }.max() ?? 0
  }
}
