// SPDX-License-Identifier: Apache-2.0

/// Several servers who share one queue, from which nobody goes away: M/M/c.
///
/// Arrivals are random (Poisson) and times of service exponential. Reference: Erlang, A. K. (1917),
/// "Solution of some problems in the theory of probabilities of significance in automatic
/// telephone exchanges".
public struct Waiting: Equatable, Sendable {
  /// Mean number of servers busy: arrivals an hour times hours of service.
  public let load: Double
  /// Mean time of service, in any unit; waits are in the same.
  public let serviceTime: Double

  /// The most servers that are tried.
  static let mostServers = 100_000

  /// - Throws: `LocalCareError` for a load below 0 or a time of service that is not positive.
  public init(load: Double, serviceTime: Double) throws(LocalCareError) {
    try Check.notNegative(load, "the load")
    try Check.positive(serviceTime, "the time of service")
    self.load = load
    self.serviceTime = serviceTime
  }

  /// The chance that an arrival finds every server busy; 1 when they cannot keep up.
  ///
  /// Erlang's C by his recursion for B: B(0) = 1, B(k) = A B(k-1) / (k + A B(k-1)),
  /// C = B / (1 - (A / c) (1 - B)).
  public func chanceOfWaiting(servers: Int) -> Double {
    guard servers > 0, load < Double(servers) else { return load == 0 ? 0 : 1 }
    var lost = 1.0
    for count in 1...servers { lost = load * lost / (Double(count) + load * lost) }
    return lost / (1 - load / Double(servers) * (1 - lost))
  }

  /// The share of arrivals whose service begins within a time.
  ///
  /// 1 - C exp(-(c - A) t / s).
  public func shareWithin(_ time: Double, servers: Int) -> Double {
    guard load < Double(servers) else { return load == 0 ? 1 : 0 }
    let exponent = -(Double(servers) - load) * time / serviceTime
    return 1 - chanceOfWaiting(servers: servers) * Elementary.exponential(exponent)
  }

  /// The fewest servers with whom a share of arrivals begins within a time.
  ///
  /// - Throws: `LocalCareError` for a share that is not below 1, or more servers than are tried.
  public func servers(within time: Double, share: Double) throws(LocalCareError) -> Int {
    try Check.shareBelowOne(share, "the share that has to begin in time")
    try Check.notNegative(time, "the time within which it has to begin")
    guard load < Double(Self.mostServers) else {
      throw .tooMany(what: "the queue", most: Self.mostServers)
    }
    // One who is there is the least: somebody has to answer.
    var count = max(1, Int(load) + 1)
    while shareWithin(time, servers: count) < share {
      count += 1
      guard count <= Self.mostServers else {
        throw .tooMany(what: "the queue", most: Self.mostServers)
      }
    }
    return count
  }
}
