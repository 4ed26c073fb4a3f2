// SPDX-License-Identifier: Apache-2.0

/// Acute beds that are kept by people who wait to leave for the community: a finite Markov chain,
/// solved exactly.
///
/// People arrive (Poisson) and wait in one queue for an acute bed, where they stay an exponential
/// time. A share of them then needs a community bed or place and keeps the acute bed until there
/// is one (blocking after service, first blocked, first moved); the others go home. Who finds the
/// queue full is turned away.
///
/// The state is the number of people at the acute hospital (in beds and in the queue) and the
/// number who are in the community or blocked. By levels of the first number the chain is block
/// tridiagonal, and block elimination (Gaver, Jacobs and Latouche 1984, "Finite birth-and-death
/// models in randomly changing environments") solves it with no iteration.
public struct BlockingChain: Equatable, Sendable {
  /// What is asked.
  public struct Inputs: Equatable, Sendable {
    /// Arrivals in a unit of time.
    public var arrivalRate: Double
    /// Mean stay in an acute bed until ready to leave.
    public var acuteStay: Double
    /// Acute beds.
    public var acuteBeds: Int
    /// The share of people who need the community after it.
    public var communityShare: Double
    /// Mean stay in the community.
    public var communityStay: Double
    /// Community beds or places.
    public var communityBeds: Int
    /// People who can wait for an acute bed.
    public var queueLimit: Int

    /// States what is asked.
    public init(
      arrivalRate: Double, acuteStay: Double, acuteBeds: Int, communityShare: Double,
      communityStay: Double, communityBeds: Int, queueLimit: Int
    ) {
      self.arrivalRate = arrivalRate
      self.acuteStay = acuteStay
      self.acuteBeds = acuteBeds
      self.communityShare = communityShare
      self.communityStay = communityStay
      self.communityBeds = communityBeds
      self.queueLimit = queueLimit
    }
  }

  /// What to do when more arrives than both can clear.
  public enum Overload: Equatable, Sendable {
    /// No answer: the queue would grow without end were it not for its limit.
    case refuse
    /// The limit of the queue is real, and who finds it full goes elsewhere.
    case turnAway
  }

  /// Mean number of people in acute beds who still need them.
  public let acuteActive: Double
  /// Mean number of people in acute beds who wait to leave.
  public let blocked: Double
  /// Mean number of community beds in use.
  public let communityOccupied: Double
  /// The share of arrivals who find no free acute bed, those turned away among them.
  public let probabilityOfWaiting: Double
  /// Mean number in the queue.
  public let meanQueue: Double
  /// Mean wait for an acute bed of those who are let in.
  public let meanWait: Double
  /// The share of arrivals who find the queue full.
  public let probabilityOfLoss: Double
  /// Mean time for which somebody who needs the community keeps an acute bed for nothing.
  public let meanDelay: Double
  /// The number of states of the chain.
  public let states: Int
  /// The largest rate at which flow into a state and out of it differ, over the arrivals: 0 but
  /// for rounding.
  public let residual: Double
  /// The most arrivals in a unit of time that the beds can clear.
  public let capacity: Double

  /// Mean number of acute beds in use, for treatment or not.
  public var acuteOccupied: Double { acuteActive + blocked }
  /// The share of acute beds in use whose people wait to leave.
  public var shareBlocked: Double { acuteOccupied > 0 ? blocked / acuteOccupied : 0 }

  /// Solves the chain.
  ///
  /// - Throws: `QueueError.unstable` when the beds cannot clear what arrives, unless told that
  ///   people are turned away; `tooMuchWork` when the chain is too large; and errors about numbers
  ///   out of range.
  /// - Complexity: O(levels × width³), where there are as many levels as people at the acute
  ///   hospital and the width is as many as there are in the community or blocked.
  public init(_ inputs: Inputs, overload: Overload = .refuse) throws(QueueError) {
    try BlockingCheck.check(inputs)
    let rates = BlockingRates(inputs)
    capacity = rates.saturatedThroughput
    if overload == .refuse { try Check.stable(arrivals: rates.arrival, capacity: capacity) }
    let chain = LevelChain(rates)
    let means = BlockingMeans(rates, chain.levels)
    acuteActive = means.active
    blocked = means.blocked
    communityOccupied = means.community
    probabilityOfWaiting = means.noBed
    meanQueue = means.queue
    probabilityOfLoss = means.lost
    let letIn = rates.arrival * (1 - means.lost)
    meanWait = letIn > 0 ? means.queue / letIn : 0
    let moved = means.community * rates.community
    meanDelay = moved > 0 ? means.blocked / moved : 0
    states = chain.levels.reduce(0) { $0 + $1.count }
    let imbalance = rates.residual(chain.levels)
    residual = imbalance / rates.arrival
    // Rates that differ by many orders of magnitude can use up all digits.
    guard imbalance <= 1e-8 * max(rates.arrival, capacity) else {
      throw .didNotSettle("The chain of beds", change: residual)
    }
  }
}

/// What the inputs of the chain must be.
enum BlockingCheck {
  /// Multiplications of a solution, about ten seconds of them.
  static let mostWork: Double = 1e10

  static func check(_ inputs: BlockingChain.Inputs) throws(QueueError) {
    try Check.positive(inputs.arrivalRate, "the rate of arrivals")
    try Check.positive(inputs.acuteStay, "the acute stay")
    try Check.positive(inputs.communityStay, "the community stay")
    try Check.share(inputs.communityShare, "the share who need the community")
    try Check.servers(inputs.acuteBeds, "the number of acute beds")
    try Check.servers(inputs.communityBeds, "the number of community beds")
    try Check.count(inputs.queueLimit, "the limit of the queue", 0...Check.mostPlaces)
    let width = Double(inputs.acuteBeds + inputs.communityBeds + 1)
    let levels = Double(inputs.acuteBeds + inputs.queueLimit + 1)
    guard levels * width * width * width <= mostWork else {
      throw .tooMuchWork(
        "a chain of about \(Int(levels * width)) states",
        advice: "Take a smaller limit of the queue, look at one hospital at a time, or simulate.")
    }
  }
}
