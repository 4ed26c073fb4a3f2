// SPDX-License-Identifier: Apache-2.0

/// Several servers and a queue with few places: M/M/c/K.
///
/// Who finds no place goes elsewhere. It has an answer for every load, because what cannot be served is turned away.
public struct MMcKQueue: Equatable, Sendable {
  /// The share of arrivals that are turned away.
  public let probabilityOfLoss: Double
  /// The share of those let in who wait.
  public let probabilityOfWaiting: Double
  /// Mean number in the queue.
  public let meanQueue: Double
  /// Mean wait of those let in.
  public let meanWait: Double
  /// The share of servers that are busy.
  public let utilisation: Double

  /// Solves the queue.
  ///
  /// - Parameters:
  ///   - arrivalRate: Arrivals in a unit of time.
  ///   - serviceRate: People whom one server completes in a unit of time.
  ///   - servers: Servers or beds.
  ///   - places: People who can be there at once, in service and in the queue: the K of M/M/c/K.
  /// - Throws: `QueueError` for numbers out of range.
  /// - Complexity: O(places).
  public init(
    arrivalRate: Double, serviceRate: Double, servers: Int, places: Int
  ) throws(QueueError) {
    try Check.positive(arrivalRate, "the rate of arrivals")
    try Check.positive(serviceRate, "the rate of service")
    try Check.servers(servers)
    try Check.count(places, "the number of places", servers...Check.mostPlaces)
    let load = arrivalRate / serviceRate
    try Check.load(load)
    let ratio = load / Double(servers)
    let sums = Self.sums(
      ratio, waitingPlaces: places - servers, below: 1 / ErlangB.chance(load, servers) - 1)
    probabilityOfLoss = sums.last / sums.all
    let letIn = 1 - probabilityOfLoss
    probabilityOfWaiting = letIn > 0 ? (sums.busy - sums.last) / sums.all / letIn : 1
    meanQueue = sums.queue / sums.all
    meanWait = letIn > 0 ? meanQueue / (arrivalRate * letIn) : 0
    utilisation = min(1, ratio * letIn)
  }

  /// Sums of the weights of the states, that of the first state with all servers busy being 1.
  ///
  /// Where the weights grow along the queue they are counted from its end, so that none overflows.
  private static func sums(
    _ ratio: Double, waitingPlaces: Int, below: Double
  ) -> (all: Double, busy: Double, last: Double, queue: Double) {
    var (weight, busy, queue) = (1.0, 0.0, 0.0)
    let step = ratio <= 1 ? ratio : 1 / ratio
    for index in 0...waitingPlaces {
      let place = ratio <= 1 ? index : waitingPlaces - index
      busy += weight
      queue += Double(place) * weight
      if index < waitingPlaces { weight *= step }
    }
    if ratio <= 1 {
      return (below + busy, busy, weight, queue)
    }
    // `weight` is now that of the first busy state; an empty pool before it weighs `below` as much.
    let before = weight == 0 ? 0 : below * weight
    return (before + busy, busy, 1, queue)
  }
}
