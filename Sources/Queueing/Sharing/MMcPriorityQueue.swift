// SPDX-License-Identifier: Apache-2.0

/// Several servers and classes of people of whom the more urgent go first, but nobody is
/// interrupted: M/M/c with non-preemptive priorities.
///
/// All classes have one distribution of service time. Reference: Cobham, A. (1954), "Priority
/// assignment in waiting line problems", Operations Research 2, 70-76.
public struct MMcPriorityQueue: Equatable, Sendable {
  /// The share of arrivals that wait; it is the same for every class.
  public let probabilityOfWaiting: Double
  /// The share of servers that are busy.
  public let utilisation: Double
  /// Mean wait of each class, the most urgent first.
  public let meanWaits: [Double]
  /// Mean number of each class in the queue.
  public let meanQueues: [Double]

  /// Solves the queue.
  ///
  /// - Parameters:
  ///   - arrivalRates: Arrivals of each class in a unit of time, the most urgent first.
  ///   - serviceRate: People whom one server completes in a unit of time.
  ///   - servers: Servers or beds.
  /// - Throws: `QueueError.unstable`, and errors about numbers out of range.
  public init(arrivalRates: [Double], serviceRate: Double, servers: Int) throws(QueueError) {
    try PriorityWaits.check(arrivalRates.count)
    for rate in arrivalRates { try Check.positive(rate, "the rate of arrivals of a class") }
    let all = try MMcQueue(
      arrivalRate: arrivalRates.reduce(0, +), serviceRate: serviceRate, servers: servers)
    let capacity = serviceRate * Double(servers)
    probabilityOfWaiting = all.probabilityOfWaiting
    utilisation = all.utilisation
    meanWaits = PriorityWaits.waits(
      loads: arrivalRates.map { $0 / capacity }, untilFree: all.probabilityOfWaiting / capacity)
    meanQueues = zip(arrivalRates, meanWaits).map { $0 * $1 }
  }
}

/// One server and classes of people of whom the more urgent go first, but nobody is interrupted:
/// M/G/1 with non-preemptive priorities.
///
/// Reference: Cobham (1954), as for `MMcPriorityQueue`.
public struct MG1PriorityQueue: Equatable, Sendable {
  /// People of one urgency.
  public struct Class: Equatable, Sendable {
    /// Arrivals in a unit of time.
    public let arrivalRate: Double
    /// Mean service time.
    public let meanService: Double
    /// Variance of service time over its squared mean.
    public let serviceVariation: Double

    /// Describes a class.
    public init(arrivalRate: Double, meanService: Double, serviceVariation: Double) {
      self.arrivalRate = arrivalRate
      self.meanService = meanService
      self.serviceVariation = serviceVariation
    }
  }

  /// The share of time that the server is busy.
  public let utilisation: Double
  /// Mean wait of each class, the most urgent first.
  public let meanWaits: [Double]
  /// Mean number of each class in the queue.
  public let meanQueues: [Double]

  /// Solves the queue.
  ///
  /// - Parameter classes: The most urgent first.
  /// - Throws: `QueueError.unstable` with the growth of the queue, which is one of the least urgent
  ///   classes, and errors about numbers out of range.
  public init(_ classes: [Class]) throws(QueueError) {
    try PriorityWaits.check(classes.count)
    for item in classes {
      try Check.positive(item.arrivalRate, "the rate of arrivals of a class")
      try Check.positive(item.meanService, "the mean service time of a class")
      try Check.variation(item.serviceVariation, "the variation of service times of a class")
    }
    let loads = classes.map { $0.arrivalRate * $0.meanService }
    utilisation = loads.reduce(0, +)
    guard utilisation < 1 else { throw .unstable([.init(growth: Self.growth(classes, loads))]) }
    let residual = zip(classes, loads).reduce(0) { sum, pair in
      sum + pair.1 * pair.0.meanService * (1 + pair.0.serviceVariation) / 2
    }
    meanWaits = PriorityWaits.waits(loads: loads, untilFree: residual)
    meanQueues = zip(classes, meanWaits).map { $0.arrivalRate * $1 }
  }

  /// What the more urgent leave of the server is shared by the others in turn; the rest queues.
  private static func growth(_ classes: [Class], _ loads: [Double]) -> Double {
    var spare = 1.0
    var growth = 0.0
    for (item, load) in zip(classes, loads) {
      growth += max(0, load - spare) / item.meanService
      spare = max(0, spare - load)
    }
    return growth
  }
}

/// What both kinds of priority queue share.
enum PriorityWaits {
  static func check(_ classes: Int) throws(QueueError) {
    guard classes > 0 else { throw .empty("the list of classes") }
    try Check.count(classes, "the number of classes", 1...10_000)
  }

  /// Cobham's waits: the time until a server is free, over the shares of time that the more
  /// urgent leave before and after the class has been added to them.
  static func waits(loads: [Double], untilFree: Double) -> [Double] {
    var before = 1.0
    return loads.map { load in
      // Rounding must not make a wait negative when the last class only just fits.
      let after = max(before - load, Double.ulpOfOne)
      defer { before = after }
      return untilFree / (before * after)
    }
  }
}
