// SPDX-License-Identifier: Apache-2.0

/// Stations with queues between which people move by chance: a Jackson network.
///
/// Each station behaves as if it were alone with the arrivals that the traffic equations give it.
/// Reference: Jackson, J. R. (1957), "Networks of waiting lines", Operations Research 5, 518-521.
public struct JacksonNetwork: Equatable, Sendable {
  /// A station as it is described.
  public struct Station: Equatable, Sendable {
    /// A name that no other station has.
    public let name: String
    /// People who come from outside in a unit of time; may be 0.
    public let arrivalRate: Double
    /// People whom one server completes in a unit of time.
    public let serviceRate: Double
    /// Servers or beds; nil where nobody ever waits.
    public let servers: Int?

    /// Describes a station.
    public init(name: String, arrivalRate: Double, serviceRate: Double, servers: Int?) {
      self.name = name
      self.arrivalRate = arrivalRate
      self.serviceRate = serviceRate
      self.servers = servers
    }
  }

  /// What a station comes to.
  public struct Result: Equatable, Sendable {
    /// Its name.
    public let name: String
    /// All who come in a unit of time, from outside and from other stations.
    public let arrivalRate: Double
    /// The share of servers that are busy; 0 where nobody ever waits.
    public let utilisation: Double
    /// The share of arrivals that wait.
    public let probabilityOfWaiting: Double
    /// Mean number in the queue.
    public let meanQueue: Double
    /// Mean wait.
    public let meanWait: Double
    /// Mean number in the queue and in service.
    public let meanPresent: Double
  }

  /// The stations, in the order in which they were described.
  public let stations: [Result]
  /// Mean time from the first arrival to leaving the network.
  public let meanTime: Double

  /// Solves the network.
  ///
  /// - Parameters:
  ///   - stations: Up to 500.
  ///   - routing: For each station, the share of those served there who go next to each station.
  ///   - leaving: For each station, the share who leave the network; with the row of `routing` it
  ///     adds up to 1.
  /// - Throws: `QueueError.unstable` with every station whose queue grows and by how much, counting
  ///   that a station which cannot keep up sends on only what it completes (Goodman and Massey
  ///   1984, "The non-ergodic Jackson network"); errors that name a station whose routing does not
  ///   add up, that nobody reaches or that nobody leaves; and errors about numbers out of range.
  public init(
    stations: [Station], routing: [[Double]], leaving: [Double]
  ) throws(QueueError) {
    try NetworkCheck.check(stations, routing, leaving)
    let capacities = stations.map { station in
      station.servers.map { Double($0) * station.serviceRate } ?? .infinity
    }
    let rates = Traffic.rates(stations.map(\.arrivalRate), routing, capacities)
    for (index, rate) in rates.enumerated() where !(rate > 1e-12) {
      throw .unreached(station: stations[index].name)
    }
    let overloads = stations.indices.filter { rates[$0] >= capacities[$0] }.map {
      QueueError.Overload(station: stations[$0].name, growth: rates[$0] - capacities[$0])
    }
    guard overloads.isEmpty else { throw .unstable(overloads) }
    var results: [Result] = []
    for (station, rate) in zip(stations, rates) { results.append(try Self.solve(station, rate)) }
    self.stations = results
    let outside = stations.reduce(0) { $0 + $1.arrivalRate }
    meanTime = results.reduce(0) { $0 + $1.meanPresent } / outside
  }

  private static func solve(_ station: Station, _ rate: Double) throws(QueueError) -> Result {
    guard let servers = station.servers else {
      return Result(
        name: station.name, arrivalRate: rate, utilisation: 0, probabilityOfWaiting: 0,
        meanQueue: 0, meanWait: 0, meanPresent: rate / station.serviceRate)
    }
    let queue = try MMcQueue(
      arrivalRate: rate, serviceRate: station.serviceRate, servers: servers)
    return Result(
      name: station.name, arrivalRate: rate, utilisation: queue.utilisation,
      probabilityOfWaiting: queue.probabilityOfWaiting, meanQueue: queue.meanQueue,
      meanWait: queue.meanWait, meanPresent: queue.meanPresent)
  }
}
