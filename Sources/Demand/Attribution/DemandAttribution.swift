// SPDX-License-Identifier: Apache-2.0

/// The change of each measure between the base year and another year of a run, shared out among
/// factors.
///
/// For every measure the shares and the interaction sum to projected less baseline, to rounding.
public struct DemandAttribution: Sendable, Equatable {
  /// What the change is put down to, in the order of the shares.
  public let factors: [DemandFactor]
  /// The year to which it changed.
  public let year: Int
  /// Which future it is.
  public let future: DemandCase
  /// How many services there are.
  public let serviceCount: Int
  /// Amounts in the base year as stated, new services at nothing: activity of each service, then bed
  /// days.
  public internal(set) var baseline: [Double]
  /// Amounts in the year, in the same order.
  public internal(set) var projected: [Double]
  /// What the factors do together beyond what each does alone, in the same order; 0 where shares sum
  /// to the change.
  public internal(set) var interaction: [Double]
  /// Shares by measure, then factor.
  public internal(set) var shares: [Double]

  init(_ factors: [DemandFactor], year: Int, _ future: DemandCase, serviceCount: Int) {
    self.factors = factors
    self.year = year
    self.future = future
    self.serviceCount = serviceCount
    baseline = Array(repeating: 0, count: 2 * serviceCount)
    projected = baseline
    interaction = baseline
    shares = Array(repeating: 0, count: 2 * serviceCount * factors.count)
  }

  /// The shares of one service, by factor.
  public func shares(_ quantity: DemandQuantity, service: Int) -> ArraySlice<Double> {
    let measure = quantity.rawValue * serviceCount + service
    return shares[measure * factors.count..<(measure + 1) * factors.count]
  }

  /// The shares of the change of a sum over services, by factor: shares of sums are sums of shares.
  public func shares(_ quantity: DemandQuantity, services: some Sequence<Int>) -> [Double] {
    var sums = [Double](repeating: 0, count: factors.count)
    for service in services {
      for (index, share) in shares(quantity, service: service).enumerated() { sums[index] += share }
    }
    return sums
  }

  /// The share of one factor in the change of a sum over services.
  public func share(
    of factor: DemandFactor, _ quantity: DemandQuantity, services: some Sequence<Int>
  ) -> Double {
    guard let place = factors.firstIndex(of: factor) else { return 0 }
    return services.reduce(0) { sum, service in
      let slice = shares(quantity, service: service)
      return sum + slice[slice.startIndex + place]
    }
  }

  /// The change of a sum over services.
  public func change(_ quantity: DemandQuantity, services: some Sequence<Int>) -> Double {
    services.reduce(0) { sum, service in
      let measure = quantity.rawValue * serviceCount + service
      return sum + projected[measure] - baseline[measure]
    }
  }

  /// The interaction in the change of a sum over services.
  public func interaction(_ quantity: DemandQuantity, services: some Sequence<Int>) -> Double {
    services.reduce(0) { $0 + interaction[quantity.rawValue * serviceCount + $1] }
  }
}
