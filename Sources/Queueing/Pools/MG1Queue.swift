// SPDX-License-Identifier: Apache-2.0

/// One server, Poisson arrivals and any distribution of service time: M/G/1.
///
/// Pollaczek (1930) and Khinchine (1932): the wait hangs on the mean and the variance of service
/// time only.
public struct MG1Queue: Equatable, Sendable {
  /// The share of time that the server is busy, which is the share of arrivals that wait.
  public let utilisation: Double
  /// Mean wait of everybody.
  public let meanWait: Double
  /// Mean number in the queue.
  public let meanQueue: Double

  /// Solves the queue.
  ///
  /// - Parameters:
  ///   - arrivalRate: Arrivals in a unit of time.
  ///   - meanService: Mean service time.
  ///   - serviceVariation: Variance of service time over its squared mean: 0 when all take the
  ///     same time, 1 when it is exponential.
  /// - Throws: `QueueError.unstable`, and errors about numbers out of range.
  public init(
    arrivalRate: Double, meanService: Double, serviceVariation: Double
  ) throws(QueueError) {
    try Check.positive(arrivalRate, "the rate of arrivals")
    try Check.positive(meanService, "the mean service time")
    try Check.variation(serviceVariation, "the variation of service times")
    try Check.stable(arrivals: arrivalRate, capacity: 1 / meanService)
    utilisation = arrivalRate * meanService
    meanWait = utilisation * meanService * (1 + serviceVariation) / 2 / (1 - utilisation)
    meanQueue = arrivalRate * meanWait
  }

  /// The share of arrivals that wait.
  public var probabilityOfWaiting: Double { utilisation }
}
