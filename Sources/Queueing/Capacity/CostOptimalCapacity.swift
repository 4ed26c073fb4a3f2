// SPDX-License-Identifier: Apache-2.0

/// The number of beds that costs least, where people who wait cost money and so do empty beds.
///
/// “Zero delays” costs more than it saves: past some number, another bed stands empty so often that
/// it costs more than the waiting it ends. Reference: Wood and others (2023), Applied Health
/// Economics and Health Policy, doi 10.1007/s40258-022-00777-2. The queue is that of `GGcQueue`.
public struct CostOptimalCapacity: Equatable, Sendable {
  /// A number of beds and what it costs in a unit of time.
  public struct Choice: Equatable, Sendable {
    /// Beds.
    public let beds: Int
    /// The share of beds in use.
    public let occupancy: Double
    /// The share of arrivals that wait.
    public let probabilityOfWaiting: Double
    /// Mean number of people who wait.
    public let meanQueue: Double
    /// The cost of all beds, in use or empty.
    public let costOfBeds: Double
    /// The cost of those who wait.
    public let costOfWaiting: Double
    /// Both.
    public var cost: Double { costOfBeds + costOfWaiting }
  }

  /// What is asked.
  public struct Inputs: Equatable, Sendable {
    /// Arrivals in a unit of time.
    public var arrivalRate: Double
    /// Mean stay.
    public var meanStay: Double
    /// Variance of stays over their squared mean.
    public var stayVariation: Double
    /// The same of times between arrivals; 1 when they are Poisson.
    public var arrivalVariation: Double
    /// The cost of a bed in a unit of time, whether it is in use or not.
    public var costOfBed: Double
    /// The cost of a person who waits, in a unit of time.
    public var costOfWaiting: Double

    /// States what is asked.
    public init(
      arrivalRate: Double, meanStay: Double, stayVariation: Double, arrivalVariation: Double = 1,
      costOfBed: Double, costOfWaiting: Double
    ) {
      self.arrivalRate = arrivalRate
      self.meanStay = meanStay
      self.stayVariation = stayVariation
      self.arrivalVariation = arrivalVariation
      self.costOfBed = costOfBed
      self.costOfWaiting = costOfWaiting
    }
  }

  /// The choice that costs least; of two that cost the same, the smaller.
  public let best: Choice
  /// The fewest beds with which at most 1% of arrivals wait.
  public let hardlyAnyWait: Choice
  /// The choices from the first that can keep up to a few beyond the best.
  public let choices: [Choice]

  /// Tries every number of beds.
  ///
  /// The cost is convex in the number of beds (Dyer and Proll 1977, "On the validity of marginal
  /// analysis for allocating servers in M/M/c queues"), so the first rise ends the search.
  /// - Throws: `QueueError` for numbers out of range.
  public init(_ inputs: Inputs) throws(QueueError) {
    try Check.positive(inputs.arrivalRate, "the rate of arrivals")
    try Check.positive(inputs.meanStay, "the mean stay")
    try Check.variation(inputs.stayVariation, "the variation of stays")
    try Check.variation(inputs.arrivalVariation, "the variation of times between arrivals")
    try Check.positive(inputs.costOfBed, "the cost of a bed")
    try Check.amount(inputs.costOfWaiting, "the cost of a person who waits")
    let load = inputs.arrivalRate * inputs.meanStay
    try Check.range(load, "the load", 1e-9...Double(Check.mostServers / 2))
    var (choices, best): ([Choice], Choice?) = ([], nil)
    var beyond = 0
    var beds = Int(load) + 1
    var blocking = ErlangB.chance(load, beds)
    while beds <= Check.mostServers {
      let choice = Self.choice(inputs, load, beds, blocking)
      choices.append(choice)
      if choice.cost < best?.cost ?? .infinity { best = choice } else { beyond += 1 }
      if beyond >= 5 { break }
      beds += 1
      blocking = load * blocking / (Double(beds) + load * blocking)
    }
    guard let best else { throw .notEnough("the pool", most: Check.mostServers) }
    self.best = best
    self.choices = choices
    let enough = try ErlangC.servers(load: load, waiting: 0.01)
    hardlyAnyWait = Self.choice(inputs, load, enough, ErlangB.chance(load, enough))
  }

  private static func choice(
    _ inputs: Inputs, _ load: Double, _ beds: Int, _ blocking: Double
  ) -> Choice {
    let servers = Double(beds)
    let waiting = ErlangC.fromLoss(blocking, load, servers)
    let factor = (inputs.stayVariation + inputs.arrivalVariation) / 2
    let queue = factor * waiting * load / (servers - load)
    return Choice(
      beds: beds, occupancy: load / servers, probabilityOfWaiting: waiting, meanQueue: queue,
      costOfBeds: servers * inputs.costOfBed, costOfWaiting: queue * inputs.costOfWaiting)
  }
}
