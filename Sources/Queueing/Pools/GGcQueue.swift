// SPDX-License-Identifier: Apache-2.0

/// Several servers, with arrivals and service times of any regularity: the approximation of Allen
/// and Cunneen for G/G/c, and for M/G/c when arrivals are Poisson.
///
/// The wait of M/M/c, times the mean of the two variations. It is exact for M/M/c and M/G/1 and an
/// approximation elsewhere. Reference: Allen, A. O. (1990), "Probability, statistics, and queueing
/// theory", 2nd edition, section 5.
public struct GGcQueue: Equatable, Sendable {
  /// The queue with the same rates, but Poisson arrivals and exponential service.
  public let markovian: MMcQueue
  /// The factor by which the wait is longer than there.
  public let factor: Double

  /// Solves the queue.
  ///
  /// - Parameters:
  ///   - arrivalRate: Arrivals in a unit of time.
  ///   - meanService: Mean service time.
  ///   - servers: Servers or beds.
  ///   - serviceVariation: Variance of service time over its squared mean; 1 when exponential.
  ///   - arrivalVariation: The same of the time between arrivals; 1 when arrivals are Poisson.
  /// - Throws: `QueueError.unstable`, and errors about numbers out of range.
  public init(
    arrivalRate: Double, meanService: Double, servers: Int, serviceVariation: Double,
    arrivalVariation: Double = 1
  ) throws(QueueError) {
    try Check.positive(meanService, "the mean service time")
    try Check.variation(serviceVariation, "the variation of service times")
    try Check.variation(arrivalVariation, "the variation of times between arrivals")
    markovian = try MMcQueue(
      arrivalRate: arrivalRate, serviceRate: 1 / meanService, servers: servers)
    factor = (serviceVariation + arrivalVariation) / 2
  }

  /// The share of arrivals that wait, as in M/M/c.
  public var probabilityOfWaiting: Double { markovian.probabilityOfWaiting }
  /// The share of servers that are busy.
  public var utilisation: Double { markovian.utilisation }
  /// Mean wait of everybody, approximately.
  public var meanWait: Double { factor * markovian.meanWait }
  /// Mean number in the queue, approximately.
  public var meanQueue: Double { factor * markovian.meanQueue }
}
