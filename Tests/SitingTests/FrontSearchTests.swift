// SPDX-License-Identifier: Apache-2.0
import Access
import Siting
import Testing

private let threeObjectives = [
  SearchObjective(.units, .minimise), SearchObjective(.meanMinutes, .minimise),
  SearchObjective(.withinFirstAtTarget, .maximise),
]

private func evaluator(
  areas: Int = 120, sites: Int, grain: Grain = .tenths, seed: Int, roles: [SiteRole]? = nil
) throws -> ConfigurationEvaluator {
  let country = try RandomCountry(areas: areas, sites: sites, grain: grain, seed: seed)
  return try ConfigurationEvaluator(
    travel: country.travel, demand: country.demand,
    roles: roles ?? Array(repeating: .optional, count: sites),
    limits: country.limits(openSites: sites / 2))
}

private func values(_ member: ConfigurationMeasures, _ objectives: [SearchObjective]) -> [Double] {
  objectives.map { member[$0.measure] }
}

/// The distinct values on the exact front, from every configuration with an open site.
private func exactFront(
  _ evaluator: ConfigurationEvaluator, _ objectives: [SearchObjective]
) throws -> Set<[Double]> {
  var points: [[Double]] = []
  for bits in 0..<(1 << evaluator.optionalSites.count) {
    var configuration = evaluator.smallestConfiguration
    for (index, site) in evaluator.optionalSites.enumerated() {
      configuration[site] = bits >> index & 1 == 1
    }
    guard configuration.openCount > 0 else { continue }
    points.append(values(try evaluator.measures(of: configuration), objectives))
  }
  let front = try ParetoFront(
    values: points.flatMap { $0 }, directions: objectives.map(\.direction))
  return Set(front.members.map { points[$0] })
}

@Suite struct `Search for the Pareto front` {
  @Test(arguments: 0..<4)
  func `twelve sites: fewer evaluations than configurations find the whole front`(
    seed: Int
  ) throws {
    let evaluator = try evaluator(areas: 600, sites: 12, seed: seed)
    let search = try EvolutionarySearch(
      evaluator, objectives: threeObjectives, evaluationLimit: 4_000, seed: UInt64(seed))

    let result = search.run()

    let found = Set(result.members.map { values($0.measures, threeObjectives) })
    #expect(!result.isComplete)
    let exact = try exactFront(evaluator, threeObjectives)
    #expect(exact.subtracting(found).isEmpty && found.count == exact.count)
  }

  @Test(arguments: Grain.allCases) func `few configurations are all tried`(grain: Grain) throws {
    let roles: [SiteRole] =
      Array(repeating: .optional, count: 8) + [.alwaysOpen, .alwaysClosed, .outside]
    let evaluator = try evaluator(sites: 11, grain: grain, seed: 2, roles: roles)
    let objectives = [
      SearchObjective(.meanMinutes, .minimise), SearchObjective(.smallestUnit, .maximise),
      SearchObjective(.largestToSmallest, .minimise), SearchObjective(.withinSecond, .maximise),
    ]
    let search = try EvolutionarySearch(
      evaluator, objectives: objectives, evaluationLimit: 256, seed: 1)

    let result = search.run()

    #expect(result.isComplete)
    #expect(result.evaluations == 256)
    let found = Set(result.members.map { values($0.measures, objectives) })
    #expect(found == (try exactFront(evaluator, objectives)))
  }

  @Test func `members are measured right, don't dominate each other and are in order`() throws {
    let evaluator = try evaluator(areas: 300, sites: 40, seed: 3)
    let search = try EvolutionarySearch(
      evaluator, objectives: threeObjectives, evaluationLimit: 5_000, seed: 7)

    let members = search.run().members

    for member in members {
      #expect(try evaluator.measures(of: member.configuration) == member.measures)
    }
    let points = members.map { values($0.measures, threeObjectives) }
    let front = try ParetoFront(
      values: points.flatMap { $0 }, directions: threeObjectives.map(\.direction))
    #expect(front.members == Array(points.indices))
    #expect(Set(points).count == points.count)
    #expect(points.map { $0[0] } == points.map { $0[0] }.sorted())
  }

  @Test func `the same seed finds the same and another seed goes another way`() throws {
    let evaluator = try evaluator(areas: 300, sites: 40, seed: 4)
    func run(_ seed: UInt64) throws -> SearchResult {
      try EvolutionarySearch(
        evaluator, objectives: threeObjectives, evaluationLimit: 8_000, seed: seed
      ).run()
    }

    let first = try run(11)

    #expect(try run(11) == first)
    #expect(try run(12) != first)
  }

  @Test(arguments: [1, 2, 50, 4_000]) func `the limit is kept`(limit: Int) throws {
    let search = try EvolutionarySearch(
      try evaluator(sites: 30, seed: 5), objectives: threeObjectives, evaluationLimit: limit,
      seed: 1)

    let result = search.run()

    #expect(result.evaluations == limit)
    #expect(!result.wasStopped)
  }

  @Test func `the caller is told how far it is and may stop`() throws {
    let search = try EvolutionarySearch(
      try evaluator(sites: 30, seed: 5), objectives: threeObjectives, evaluationLimit: 50_000,
      seed: 1)
    var heard: [FrontProgress] = []

    let result = search.run { progress in
      heard.append(progress)
      return heard.count == 3 ? .stop : .goOn
    }

    #expect(heard.map(\.evaluations) == [1_000, 2_000, 3_000])
    #expect(heard.allSatisfy { $0.evaluationLimit == 50_000 && $0.frontSize > 0 })
    #expect(result.wasStopped)
    #expect(result.evaluations == 3_000)
    #expect(result.members.count >= 10)
  }

  @Test(arguments: Measure.allCases) func `one objective: the best value`(measure: Measure) throws {
    let evaluator = try evaluator(sites: 10, seed: 6)
    let objectives = [SearchObjective(measure, measure.usualDirection)]
    let search = try EvolutionarySearch(
      evaluator, objectives: objectives, evaluationLimit: 1_000, seed: 1)

    let result = search.run()

    #expect(result.members.count == 1)
    let found = Set(result.members.map { values($0.measures, objectives) })
    #expect(found == (try exactFront(evaluator, objectives)))
  }

  @Test func `fixed sites keep their roles in every member`() throws {
    var roles = [SiteRole](repeating: .optional, count: 30)
    roles[3] = .alwaysOpen
    roles[4] = .alwaysClosed
    roles[5] = .outside
    let search = try EvolutionarySearch(
      try evaluator(sites: 30, seed: 7, roles: roles), objectives: threeObjectives,
      evaluationLimit: 3_000, seed: 1)

    let members = search.run().members

    #expect(members.allSatisfy { $0.configuration[3] && $0.configuration[5] })
    #expect(members.allSatisfy { !$0.configuration[4] })
  }

  @Test func `a start that nothing dominates is in the front`() throws {
    let evaluator = try evaluator(sites: 30, seed: 8)
    let long = try EvolutionarySearch(
      evaluator, objectives: threeObjectives, evaluationLimit: 20_000, seed: 1
    ).run()
    let starts = long.members.map(\.configuration)

    let short = try EvolutionarySearch(
      evaluator, objectives: threeObjectives, evaluationLimit: starts.count, seed: 1,
      starts: starts
    ).run()

    #expect(short.members == long.members)
  }

  @Test func `nothing to decide has one configuration`() throws {
    let evaluator = try evaluator(sites: 3, seed: 9, roles: [.alwaysOpen, .outside, .alwaysClosed])
    let search = try EvolutionarySearch(
      evaluator, objectives: threeObjectives, evaluationLimit: 10, seed: 1)

    let result = search.run()

    #expect(result.members.map(\.configuration) == [Configuration([true, true, false])])
    #expect(result.isComplete)
  }

  @Test func `mistakes are named`() throws {
    let evaluator = try evaluator(sites: 3, seed: 9)
    let closed = try self.closedEvaluator()
    let units = SearchObjective(.units, .minimise)
    func search(
      _ evaluator: ConfigurationEvaluator, _ objectives: [SearchObjective], limit: Int = 10,
      starts: [Configuration] = []
    ) throws {
      _ = try EvolutionarySearch(
        evaluator, objectives: objectives, evaluationLimit: limit, seed: 1, starts: starts)
    }

    #expect(throws: SearchError.noObjectives) { try search(evaluator, []) }
    #expect(throws: SearchError.repeatedMeasure(.units)) { try search(evaluator, [units, units]) }
    #expect(throws: SearchError.noEvaluations(limit: 0)) {
      try search(evaluator, [units], limit: 0)
    }
    #expect(throws: SearchError.nothingToOpen) { try search(closed, [units]) }
    #expect(throws: SearchError.badStart(position: 1, .wrongSiteCount(found: 2, sites: 3))) {
      let starts = [Configuration(siteCount: 3), Configuration(siteCount: 2)]
      try search(evaluator, [units], starts: starts)
    }
  }

  private func closedEvaluator() throws -> ConfigurationEvaluator {
    try evaluator(sites: 2, seed: 9, roles: [.alwaysClosed, .alwaysClosed])
  }
}
