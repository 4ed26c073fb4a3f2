// SPDX-License-Identifier: Apache-2.0

/// Several servers and a queue from which people go away when their patience ends: Erlang A,
/// M/M/c+M.
///
/// Patience is exponential. It has an answer for every load. References: Palm, C. (1957), "Research
/// on telephone traffic carried by full availability groups"; Garnett, Mandelbaum and Reiman
/// (2002), "Designing a call center with impatient customers", section 2.
public struct ErlangAQueue: Equatable, Sendable {
  /// The share of arrivals that find all servers busy.
  public let probabilityOfWaiting: Double
  /// The share of arrivals that go away unserved.
  public let probabilityOfAbandoning: Double
  /// Mean number in the queue.
  public let meanQueue: Double
  /// Mean wait of everybody, whether it ended in service or not.
  public let meanWait: Double
  /// The share of servers that are busy.
  public let utilisation: Double

  /// States of the queue that are added up at most.
  private static let mostStates = 20_000_000

  /// Solves the queue.
  ///
  /// - Parameters:
  ///   - arrivalRate: Arrivals in a unit of time.
  ///   - serviceRate: People whom one server completes in a unit of time.
  ///   - servers: Servers or beds.
  ///   - patienceRate: The rate at which each of those who wait goes away: 1 over mean patience.
  /// - Throws: `QueueError` for numbers out of range, and `tooMuchWork` when the queue would be
  ///   tens of millions long.
  /// - Complexity: O(servers + length of the queue).
  public init(
    arrivalRate: Double, serviceRate: Double, servers: Int, patienceRate: Double
  ) throws(QueueError) {
    try Check.positive(arrivalRate, "the rate of arrivals")
    try Check.positive(serviceRate, "the rate of service")
    try Check.servers(servers)
    try Check.positive(patienceRate, "the rate at which people go away")
    let load = arrivalRate / serviceRate
    try Check.load(load)
    let capacity = serviceRate * Double(servers)
    var busy = 1.0
    var queue = 0.0
    var weight = 1.0
    // The states with a free server, relative to the first busy one.
    var below = 1 / ErlangB.chance(load, servers) - 1
    var length = 0
    while true {
      length += 1
      guard length <= Self.mostStates else {
        throw .tooMuchWork(
          "a queue of more than \(Self.mostStates) people",
          advice: "Patience is too long beside the load: leave abandonment out, or add servers.")
      }
      let ratio = arrivalRate / (capacity + Double(length) * patienceRate)
      weight *= ratio
      busy += weight
      queue += Double(length) * weight
      if weight > 1e200 {
        (weight, busy, queue, below) = (
          weight * 1e-200, busy * 1e-200, queue * 1e-200, below * 1e-200
        )
      }
      if ratio < 1, weight * Double(length + 1) / (1 - ratio) <= 1e-17 * busy { break }
    }
    let all = below + busy
    probabilityOfWaiting = busy / all
    meanQueue = queue / all
    meanWait = meanQueue / arrivalRate
    probabilityOfAbandoning = min(1, patienceRate * meanWait)
    utilisation = min(1, load * (1 - probabilityOfAbandoning) / Double(servers))
  }

  /// The fewest servers with which at most a share of arrivals goes away unserved.
  public static func servers(
    arrivalRate: Double, serviceRate: Double, patienceRate: Double, abandoning: Double
  ) throws(QueueError) -> Int {
    try Check.chance(abandoning, "the share that goes away")
    var (low, high) = (0, 1)
    func isEnough(_ servers: Int) throws(QueueError) -> Bool {
      try ErlangAQueue(
        arrivalRate: arrivalRate, serviceRate: serviceRate, servers: servers,
        patienceRate: patienceRate
      ).probabilityOfAbandoning <= abandoning
    }
    while try !isEnough(high) {
      guard high < Check.mostServers else {
        throw .notEnough("the pool", most: Check.mostServers)
      }
      (low, high) = (high, min(high * 2, Check.mostServers))
    }
    while high - low > 1 {
      let middle = (low + high) / 2
      if try isEnough(middle) { high = middle } else { low = middle }
    }
    return high
  }
}
