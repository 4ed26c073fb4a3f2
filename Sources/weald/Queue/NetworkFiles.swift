// SPDX-License-Identifier: Apache-2.0

import PlanPackage
import Queueing

/// A network of queues as two CSV files.
struct NetworkFiles {
  private let stationsFile: String
  private let routingFile: String
  private var stations: [(row: Int, station: JacksonNetwork.Station)] = []
  private var routes: [(row: Int, from: Int, to: Int?, share: Double)] = []
  private var violations: [Violation] = []

  init(stations: [UInt8], named stationsFile: String, routing: [UInt8], named routingFile: String) {
    self.stationsFile = stationsFile
    self.routingFile = routingFile
    for (row, cells) in table(
      stations, stationsFile, ["station", "arrivals", "service", "servers"])
    {
      readStation(row, cells)
    }
    for (row, cells) in table(routing, routingFile, ["from", "to", "share"]) {
      readRoute(row, cells)
    }
  }

  /// Solves the network.
  ///
  /// - Throws: `PlanError` with file and row for everything that is wrong, and `QueueError` when
  ///   the network has no steady state.
  func network() throws -> JacksonNetwork {
    guard violations.isEmpty else { throw PlanError(violations) }
    var routing = stations.map { _ in stations.map { _ in 0.0 } }
    var leaving = stations.map { _ in 0.0 }
    for route in routes {
      if let to = route.to {
        routing[route.from][to] += route.share
      } else {
        leaving[route.from] += route.share
      }
    }
    do {
      return try JacksonNetwork(
        stations: stations.map(\.station), routing: routing, leaving: leaving)
    } catch {
      let placed = placed(error)
      throw placed ?? error
    }
  }

  /// The row that a problem of the network as a whole is about.
  private func placed(_ problem: QueueError) -> (any Error)? {
    switch problem {
    case .routingSum(let name, let sum):
      let last = routes.last { stations[$0.from].station.name == name }
      return PlanError([
        Violation(
          file: routingFile, row: last?.row, column: "share",
          found: "ways out of “\(name)” that add up to \(sum)", expected: "1 in all",
          advice: "Correct the shares, or add the row of those who leave: to “out”.")
      ])
    case .neverLeaves(let name), .unreached(let name):
      return PlanError([
        Violation(
          file: stationsFile, row: stations.first { $0.station.name == name }?.row,
          column: "station", found: "“\(name)”", expected: "people who come and leave again",
          advice: problem.description)
      ])
    default: return nil
    }
  }

  private mutating func table(
    _ bytes: [UInt8], _ file: String, _ columns: [String]
  ) -> [(row: Int, cells: [String])] {
    let csv = CSVRecords(bytes: bytes, file: file)
    violations += csv.violations
    guard csv.violations.isEmpty else { return [] }
    guard let header = csv.records.first?.cells, header == columns else {
      violations.append(
        Violation(
          file: file, row: 1, found: csv.records.first?.cells.joined(separator: ",") ?? "nothing",
          expected: columns.joined(separator: ","), advice: "Start the file with this header."))
      return []
    }
    var rows: [(row: Int, cells: [String])] = []
    for record in csv.records.dropFirst() {
      guard record.cells.count == columns.count else {
        report(file, record.row, nil, "\(record.cells.count) cells", "\(columns.count) cells")
        continue
      }
      rows.append(record)
    }
    if rows.isEmpty { report(file, 2, nil, "no row", "at least one") }
    return rows
  }

  private mutating func readStation(_ row: Int, _ cells: [String]) {
    let name = cells[0]
    if name.isEmpty || name == "out" {
      report(stationsFile, row, "station", "“\(name)”", "a name other than “out”")
    }
    if let earlier = stations.first(where: { $0.station.name == name }) {
      report(stationsFile, row, "station", "“\(name)” again, as in row \(earlier.row)", "it once")
    }
    let arrivals = number(cells[1], stationsFile, row, "arrivals", 0...1e9)
    let service = number(cells[2], stationsFile, row, "service", 1e-9...1e9)
    var servers: Int?
    if !cells[3].isEmpty {
      servers = Int(cells[3])
      if !(1...100_000).contains(servers ?? 0) {
        report(
          stationsFile, row, "servers", "“\(cells[3])”",
          "a whole number from 1 to 100000, or nothing")
      }
    }
    stations.append(
      (
        row,
        JacksonNetwork.Station(
          name: name, arrivalRate: arrivals, serviceRate: service, servers: servers)
      ))
  }

  private mutating func readRoute(_ row: Int, _ cells: [String]) {
    let from = index(cells[0], row, "from")
    let to = cells[1] == "out" ? nil : index(cells[1], row, "to")
    let share = number(cells[2], routingFile, row, "share", 0...1)
    if let from { routes.append((row, from, to, share)) }
  }

  private mutating func index(_ name: String, _ row: Int, _ column: String) -> Int? {
    let index = stations.firstIndex { $0.station.name == name }
    if index == nil {
      report(routingFile, row, column, "“\(name)”", "the name of a station in \(stationsFile)")
    }
    return index
  }

  private mutating func number(
    _ cell: String, _ file: String, _ row: Int, _ column: String, _ range: ClosedRange<Double>
  ) -> Double {
    guard let value = Double(cell), range.contains(value) else {
      report(
        file, row, column, "“\(cell)”", "a number from \(range.lowerBound) to \(range.upperBound)")
      return range.lowerBound
    }
    return value
  }

  private mutating func report(
    _ file: String, _ row: Int, _ column: String?, _ found: String, _ expected: String
  ) {
    violations.append(
      Violation(
        file: file, row: row, column: column, found: found, expected: expected,
        advice: "Correct the row."))
  }
}
