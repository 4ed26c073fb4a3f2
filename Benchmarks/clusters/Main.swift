// SPDX-License-Identifier: Apache-2.0

import Clusters
import Foundation

// Times the search for clusters.
// Usage: clusters-bench export UNITS                                   units as id,people,east,north
//        clusters-bench areas UNITS LINKS FLOOR CEILING COUNT EFFORT   real areas; quick or standard
//        clusters-bench country AREAS CLUSTERS                         a made-up country, one start

@main struct ClustersBenchmark {
  static func main() throws {
    let arguments = Array(CommandLine.arguments.dropFirst())
    switch (arguments.first, arguments.count) {
    case ("export", 2): try export(AreaFiles.units(arguments[1]))
    case ("areas", 7): try areas(arguments)
    case ("country", 3):
      guard let areas = Int(arguments[1]), let clusters = Int(arguments[2]) else { usage() }
      try report(
        MadeUpCountry.problem(areas: areas, clusters: clusters),
        ClusterEffort(starts: 1, stepsPerUnit: 2_000))
    default: usage()
    }
  }

  private static func usage() -> Never {
    fatalError(
      "usage: clusters-bench export UNITS | areas UNITS LINKS FLOOR CEILING COUNT EFFORT | country AREAS CLUSTERS"
    )
  }

  private static func export(_ units: [Clusters.Unit]) {
    print("id,people,east,north")
    for unit in units { print("\(unit.id),\(unit.people),\(unit.east),\(unit.north)") }
  }

  private static func areas(_ arguments: [String]) throws {
    let numbers = arguments[3...5].compactMap { Int($0) }
    guard numbers.count == 3 else { usage() }
    let units = try AreaFiles.units(arguments[1])
    let problem = try ClusterProblem(
      units: units, links: AreaFiles.links(arguments[2], units),
      band: PeopleBand(floor: numbers[0], ceiling: numbers[1]), count: numbers[2])
    try report(problem, arguments[6] == "quick" ? .quick : .standard)
  }

  private static func report(_ problem: ClusterProblem, _ effort: ClusterEffort) throws {
    let start = processorSeconds
    let solution = problem.solve(effort: effort)
    print("seconds", processorSeconds - start)
    let judgement = solution.judgement
    print("groups", judgement.groups.count)
    print("in-band", judgement.groupsInBand)
    print("in-one-piece", judgement.groupsInOnePiece)
    print("mean-km", judgement.meanDistance)
    print("bound-km", solution.bound)
  }

  /// Processor seconds, which the load of others hardly disturbs.
  private static var processorSeconds: Double {
    var time = timespec()
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }
}
