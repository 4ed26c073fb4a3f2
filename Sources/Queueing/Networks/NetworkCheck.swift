// SPDX-License-Identifier: Apache-2.0

/// What the description of a network must be.
enum NetworkCheck {
  static let mostStations: Int = 500
  /// Shares that were rounded to a few decimals are accepted.
  static let tolerance: Double = 1e-6

  static func check(
    _ stations: [JacksonNetwork.Station], _ routing: [[Double]], _ leaving: [Double]
  ) throws(QueueError) {
    guard !stations.isEmpty else { throw .empty("the list of stations") }
    try Check.count(stations.count, "the number of stations", 1...mostStations)
    guard routing.count == stations.count else {
      throw .lengthsDiffer("stations", stations.count, "rows of routing", routing.count)
    }
    guard leaving.count == stations.count else {
      throw .lengthsDiffer("stations", stations.count, "shares who leave", leaving.count)
    }
    var names: Set<String> = []
    for (index, station) in stations.enumerated() {
      guard names.insert(station.name).inserted else { throw .stationTwice(station.name) }
      try numbers(station)
      try shares(station.name, routing[index], leaving[index], of: stations.count)
    }
    guard stations.contains(where: { $0.arrivalRate > 0 }) else {
      throw .unreached(station: stations[0].name)
    }
    try everybodyComes(stations, routing)
    try everybodyLeaves(stations, routing, leaving)
  }

  private static func numbers(_ station: JacksonNetwork.Station) throws(QueueError) {
    try Check.amount(station.arrivalRate, "the rate of arrivals of “\(station.name)”")
    try Check.positive(station.serviceRate, "the rate of service of “\(station.name)”")
    if let servers = station.servers {
      try Check.servers(servers, "the number of servers of “\(station.name)”")
    }
  }

  private static func shares(
    _ name: String, _ row: [Double], _ leaving: Double, of count: Int
  ) throws(QueueError) {
    guard row.count == count else {
      throw .lengthsDiffer("stations", count, "routing from “\(name)”", row.count)
    }
    for share in row + [leaving] {
      try Check.share(share, "a share of those who go on from “\(name)”")
    }
    let sum = row.reduce(leaving, +)
    guard (sum - 1).magnitude <= tolerance else { throw .routingSum(station: name, sum: sum) }
  }

  private static func everybodyComes(
    _ stations: [JacksonNetwork.Station], _ routing: [[Double]]
  ) throws(QueueError) {
    let starts = stations.indices.filter { stations[$0].arrivalRate > 0 }
    let reached = spread(from: starts, count: stations.count) { routing[$0][$1] > 0 }
    if let missed = reached.firstIndex(of: false) {
      throw .unreached(station: stations[missed].name)
    }
  }

  private static func everybodyLeaves(
    _ stations: [JacksonNetwork.Station], _ routing: [[Double]], _ leaving: [Double]
  ) throws(QueueError) {
    let ends = stations.indices.filter { leaving[$0] > 0 }
    let leave = spread(from: ends, count: stations.count) { routing[$1][$0] > 0 }
    if let trapped = leave.firstIndex(of: false) {
      throw .neverLeaves(station: stations[trapped].name)
    }
  }

  /// Which places can be reached from some of them.
  private static func spread(
    from starts: [Int], count: Int, _ isLinked: (Int, Int) -> Bool
  ) -> [Bool] {
    var reached = [Bool](repeating: false, count: count)
    for start in starts { reached[start] = true }
    var waiting = starts
    while let place = waiting.popLast() {
      for next in 0..<count where !reached[next] && isLinked(place, next) {
        reached[next] = true
        waiting.append(next)
      }
    }
    return reached
  }
}
