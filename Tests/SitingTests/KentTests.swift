// SPDX-License-Identifier: Apache-2.0
import Access
import Siting
import TestKit
import Testing

/// The stroke data of Kent and Medway.
private enum Kent {
  /// The seven acute sites and every small area, with the admissions of 2017 to 2019 a year.
  static func evaluator() throws -> ConfigurationEvaluator {
    let units = try SharedData.table("stroke/kent/kent_units.csv")
    let sites = units.filter { $0["role"] == "candidate" }.compactMap { $0["postcode"] }
    let times = try SharedData.table("stroke/kent/kent_time.csv")
    let areas = try SharedData.table("stroke/kent/kent_lsoa.csv")
    let travel = try TravelMatrix(
      areas: areas.compactMap { $0["lsoa_code"] }, sites: sites,
      minutes: times.flatMap { row in sites.map { Double(row[$0] ?? "") ?? .nan } })
    return try ConfigurationEvaluator(
      travel: travel, demand: areas.map { Double($0["adm_2017_19"] ?? "") ?? 0 },
      limits: .strokeUnits)
  }
}

@Suite(.enabled(if: SharedData.isThere, "there is no shared data folder"))
struct `Kent and Medway` {
  private func open(_ sites: [String], _ evaluator: ConfigurationEvaluator) -> Configuration {
    Configuration(evaluator.sites.map { sites.contains($0) })
  }

  @Test func `all seven sites`() throws {
    let evaluator = try Kent.evaluator()

    let measures = try evaluator.measures(of: Configuration(siteCount: 7, open: 0..<7))

    #expect(evaluator.areas.count == 1_065)
    #expect((measures.meanMinutes - 17.692).magnitude < 0.0005)
    #expect(measures.largestUnit.rounded() == 416)
    #expect(measures.atTarget == 0)
  }

  @Test func `Dartford, Maidstone and Ashford, the option chosen in 2018`() throws {
    let evaluator = try Kent.evaluator()

    let measures = try evaluator.measures(
      of: open(["DA28DA", "ME169QQ", "TN240LZ"], evaluator))

    #expect((measures.meanMinutes - 26.750).magnitude < 0.0005)
    #expect(measures.maximumMinutes == 59.5)
    #expect(measures.smallestUnit.rounded() == 515)
    #expect(measures.largestUnit.rounded() == 1_108)
    #expect((measures.withinFirst - 0.664).magnitude < 0.0005)
    #expect((measures.withinSecond - 0.895).magnitude < 0.0005)
    #expect(measures.withinThird == 1)
  }

  @Test func `three sites: the best mean, longest time and share within 30 minutes`() throws {
    let search = try EvolutionarySearch(
      try Kent.evaluator(),
      objectives: [
        SearchObjective(.units, .minimise), SearchObjective(.meanMinutes, .minimise),
        SearchObjective(.maximumMinutes, .minimise), SearchObjective(.withinFirst, .maximise),
      ], evaluationLimit: 128, seed: 1)

    let three = search.run().members.map(\.measures).filter { $0.units == 3 }

    // one plan is best in all of them
    #expect(three.count == 1)
    let best = try #require(three.first)
    #expect((best.meanMinutes - 23.3422).magnitude < 0.00005)
    #expect(best.maximumMinutes == 44.5)
    #expect((best.withinFirst - 0.79184).magnitude < 0.000005)
  }
}
