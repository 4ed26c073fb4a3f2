// SPDX-License-Identifier: Apache-2.0

/// Several servers and one queue, first come, first served: M/M/c.
///
/// Poisson arrivals, exponential service times, nobody goes away. Times are in the unit of the
/// rates.
public struct MMcQueue: Equatable, Sendable {
  /// Arrivals in a unit of time.
  public let arrivalRate: Double
  /// People whom one server completes in a unit of time.
  public let serviceRate: Double
  /// Servers or beds.
  public let servers: Int
  /// The share of arrivals that wait.
  public let probabilityOfWaiting: Double

  /// Solves the queue.
  ///
  /// - Throws: `QueueError.unstable` when more arrives than can be served, and errors about
  ///   numbers out of range.
  public init(arrivalRate: Double, serviceRate: Double, servers: Int) throws(QueueError) {
    try Check.positive(arrivalRate, "the rate of arrivals")
    try Check.positive(serviceRate, "the rate of service")
    try Check.servers(servers)
    try Check.stable(arrivals: arrivalRate, capacity: serviceRate * Double(servers))
    self.arrivalRate = arrivalRate
    self.serviceRate = serviceRate
    self.servers = servers
    probabilityOfWaiting = ErlangC.chance(arrivalRate / serviceRate, servers)
  }

  /// Mean number of busy servers.
  public var load: Double { arrivalRate / serviceRate }
  /// The share of servers that are busy.
  public var utilisation: Double { load / Double(servers) }
  /// Mean wait of everybody, those who do not wait among them.
  public var meanWait: Double { probabilityOfWaiting / spareRate }
  /// Mean wait of those who wait.
  public var meanWaitOfThoseWhoWait: Double { 1 / spareRate }
  /// Mean number in the queue (Little 1961).
  public var meanQueue: Double { arrivalRate * meanWait }
  /// Mean number in the queue and in service.
  public var meanPresent: Double { meanQueue + load }
  /// Mean time from arrival to the end of service.
  public var meanTime: Double { meanWait + 1 / serviceRate }

  /// The share of arrivals that wait longer than a time.
  public func probabilityOfWaiting(longerThan time: Double) -> Double {
    guard time >= 0 else { return 1 }
    return probabilityOfWaiting * Elementary.exponential(-spareRate * time)
  }

  /// The wait that a share of arrivals does not exceed; 0 when so many do not wait at all.
  ///
  /// - Parameter share: Such as 0.95.
  /// - Returns: A time.
  /// - Throws: `QueueError` for numbers out of range.
  public func wait(notExceededBy share: Double) throws(QueueError) -> Double {
    try Check.chance(share, "the share of arrivals")
    guard probabilityOfWaiting > 1 - share else { return 0 }
    return Elementary.logarithm(probabilityOfWaiting / (1 - share)) / spareRate
  }

  private var spareRate: Double { serviceRate * Double(servers) - arrivalRate }
}
