// SPDX-License-Identifier: Apache-2.0
import Access
import Options
import TestKit
import Testing

@Suite(.enabled(if: SharedData.isThere, "the shared data folder isn't there"))
struct `Every subset of the Kent candidates` {
  private static let acute = [
    "DA28DA", "ME169QQ", "ME75NY", "TN24QJ", "CT13NG", "TN240LZ", "CT94AN",
  ]

  private func calibrated() throws -> (kent: Kent, every: EverySubset) {
    let kent = try Kent.calibrated()
    #expect(Array(kent.travel.sites.prefix(7)) == Self.acute)
    return (kent, try EverySubset(kent.problem(Array(0..<7))))
  }

  @Test func `the best three for each aim`() throws {
    let (kent, every) = try calibrated()
    let three = try SubsetFilter(candidates: 7, openCounts: 3...3)
    let expected = try kent.subset(["ME169QQ", "TN240LZ", "CT94AN"])

    let median = try three.best(SubsetObjective(.lowest, every.column(.weightedMean)))
    let centre = try three.best(SubsetObjective(.lowest, every.column(.largestMinutes)))
    let cover = try three.best(SubsetObjective(.highest, every.column(.shareWithin(0))))

    #expect(three.count == 35)
    #expect(median == expected && cover == expected)
    #expect(try centre.map { try every.row($0).largestMinutes } == 44.5)
    let row = try every.row(expected)
    #expect((row.weightedMean - 23.3422).magnitude < 5e-5)
    #expect(row.largestMinutes == 44.5)
    #expect((row.shareWithin(0) - 0.79184).magnitude < 5e-6)
  }

  @Test func `the plan that was chosen`() throws {
    let (kent, every) = try calibrated()

    let row = try every.row(kent.subset(["DA28DA", "ME169QQ", "TN240LZ"]))

    #expect((row.weightedMean - 26.750).magnitude < 5e-4)
    #expect(row.largestMinutes == 59.5)
    #expect((row.shareWithin(0) - 0.664).magnitude < 5e-4)
    #expect((row.shareWithin(1) - 0.895).magnitude < 5e-4)
    #expect(row.shareWithin(2) == 1)
    #expect(row.smallestUnit.rounded() == 515 && row.largestUnit.rounded() == 1108)
  }

  @Test func `all seven open have no unit of 500`() throws {
    let (_, every) = try calibrated()

    let row = try every.row(.all(7))

    #expect((row.weightedMean - 17.692).magnitude < 5e-4)
    #expect(row.largestUnit.rounded() == 416)
    #expect(row.shareInTargetUnits == 0)
    #expect(every.isExact)
  }

  @Test func `fewest units within 45 and 60 minutes`() throws {
    let (_, every) = try calibrated()
    let largest = try every.column(.largestMinutes)

    for (minutes, units) in [(45.0, 3), (60.0, 2)] {
      let within = SubsetBound(largest, atMost: minutes)
      #expect(
        try SubsetFilter(candidates: 7, bounds: [within], openCounts: units...units).count > 0)
      #expect(
        try SubsetFilter(candidates: 7, bounds: [within], openCounts: 1...(units - 1)).count == 0)
    }
  }

  @Test(arguments: [false, true]) func `all 127 agree with plain evaluation`(outside: Bool) throws {
    let kent = try Kent.calibrated()
    var instance = try Instance([[1]], weights: [1], thresholds: [30, 45, 60], target: 600)
    instance.travel = kent.travel
    instance.weights = kent.weights
    instance.candidates = Array(0..<7)
    instance.outside = outside ? Array(7..<13) : []
    let every = try instance.every()

    for mask in 1..<UInt32(128) {
      let plain = PlainMeasures(instance, open: Subset(mask: mask))
      let row = try every.row(Subset(mask: mask))
      for measure in every.measures {
        #expect(isClose(row[measure], try #require(plain.values[measure])))
      }
    }
  }
}

/// Options considered for Kent and Medway, with whole minutes by Routino.
struct RoutinoOption: Sendable, CustomTestStringConvertible {
  var name: String
  var sites: [String]
  var mean: Double
  var largest: Double
  /// Within 30, 45 and 60 minutes, in percent.
  var within: [Double]
  /// Strokes a year, in the order of `sites`.
  var volumes: [Double]

  var testDescription: String { name }

  static let all = [
    RoutinoOption(
      name: "7 sites",
      sites: ["DA28DA", "ME75NY", "ME169QQ", "TN24QJ", "TN240LZ", "CT94AN", "CT13NG"],
      mean: 11.17, largest: 32, within: [99.76, 100, 100],
      volumes: [376, 418, 309, 238, 379, 335, 394]),
    RoutinoOption(
      name: "6 sites", sites: ["DA28DA", "ME75NY", "ME169QQ", "TN24QJ", "TN240LZ", "CT94AN"],
      mean: 12.71, largest: 32, within: [99.76, 100, 100],
      volumes: [376, 469, 309, 238, 515, 542]),
    RoutinoOption(
      name: "A", sites: ["DA28DA", "ME75NY", "TN240LZ"], mean: 21.90, largest: 55,
      within: [75.88, 91.10, 100], volumes: [622, 984, 844]),
    RoutinoOption(
      name: "B", sites: ["DA28DA", "ME169QQ", "TN240LZ"], mean: 21.18, largest: 57,
      within: [78.99, 90.34, 100], volumes: [468, 904, 1078]),
    RoutinoOption(
      name: "C", sites: ["ME169QQ", "ME75NY", "TN240LZ"], mean: 21.51, largest: 55,
      within: [79.85, 91.10, 100], volumes: [773, 879, 799]),
    RoutinoOption(
      name: "D", sites: ["TN24QJ", "ME75NY", "TN240LZ"], mean: 21.85, largest: 55,
      within: [80.22, 91.10, 100], volumes: [420, 1214, 815]),
    RoutinoOption(
      name: "E", sites: ["DA28DA", "TN24QJ", "TN240LZ"], mean: 22.71, largest: 57,
      within: [76.48, 90.34, 100], volumes: [891, 363, 1197]),
    RoutinoOption(
      name: "P1", sites: ["DA28DA", "TN240LZ", "CT94AN"], mean: 18.74, largest: 44,
      within: [92.05, 100, 100], volumes: [1214, 688, 548]),
    RoutinoOption(
      name: "P2", sites: ["ME169QQ", "ME75NY", "CT94AN"], mean: 18.36, largest: 49,
      within: [88.49, 99.65, 100], volumes: [1138, 644, 668]),
    RoutinoOption(
      name: "P4", sites: ["DA28DA", "ME75NY", "CT94AN"], mean: 20.21, largest: 59,
      within: [78.53, 97.78, 100], volumes: [622, 1105, 723]),
    RoutinoOption(
      name: "as in 2021/22", sites: ["DA28DA", "ME169QQ", "CT13NG"], mean: 17.56, largest: 45,
      within: [94.22, 100, 100], volumes: [468, 1019, 964]),
  ]
}

@Suite(.enabled(if: SharedData.isThere, "the shared data folder isn't there"))
struct `Options for Kent by whole minutes` {
  @Test(arguments: RoutinoOption.all) func `an option has its known values`(
    option: RoutinoOption
  ) throws {
    let kent = try Kent.routino()
    // whole minutes tie often; the known volumes give ties to the first site of the option
    let sites = option.sites.compactMap { kent.travel.sites.firstIndex(of: $0) }
    let others = kent.travel.sites.indices.filter { !sites.contains($0) }
    let every = try EverySubset(kent.problem(sites + others))
    let row = try every.row(.all(sites.count))
    let volumes = try every.problem.evaluate(row.subset).candidateVolumes

    #expect((row.weightedMean - option.mean).magnitude < 5.01e-3)
    #expect(row.largestMinutes == option.largest)
    for (index, percent) in option.within.enumerated() {
      #expect((100 * row.shareWithin(index) - percent).magnitude < 5.01e-3)
    }
    for (position, volume) in option.volumes.enumerated() {
      #expect((try #require(volumes[position]) - volume).magnitude < 0.501)
    }
    #expect(every.isExact && every.problem.totalWeight.rounded() == 2450)
  }

  @Test func `B has the lowest mean of the sets with William Harvey and two in the west`() throws {
    let kent = try Kent.routino()
    let every = try EverySubset(kent.problem(Array(0..<7)))
    let means = try every.column(.weightedMean)
    let three = try SubsetFilter(
      candidates: 7, openCounts: 3...3, mustOpen: kent.subset(["TN240LZ"]),
      mustClose: kent.subset(["CT94AN", "CT13NG"]))

    let ranked = try three.nearBest(SubsetObjective(.lowest, means), within: .absolute(60))

    let expected = [
      ["DA28DA", "ME169QQ"], ["ME169QQ", "ME75NY"], ["ME169QQ", "TN24QJ"], ["TN24QJ", "ME75NY"],
      ["DA28DA", "ME75NY"], ["DA28DA", "TN24QJ"],
    ]
    #expect(ranked == (try expected.map { try kent.subset($0 + ["TN240LZ"]) }))
    let unlisted = try every.row(kent.subset(["ME169QQ", "TN24QJ", "TN240LZ"]))
    #expect((unlisted.weightedMean - 21.78).magnitude < 5.01e-3 && unlisted.largestMinutes == 57)
  }

  @Test func `eleven of twelve sets with one site in the far east beat B on the mean`() throws {
    let kent = try Kent.routino()
    let every = try EverySubset(kent.problem(Array(0..<7)))
    let means = try every.column(.weightedMean)
    let three = try SubsetFilter(candidates: 7, openCounts: 3...3)
    let east = try kent.subset(["CT94AN", "CT13NG"])
    let west = try kent.subset(["DA28DA", "ME75NY", "ME169QQ", "TN24QJ"])

    let oneEast = three.subsets.filter {
      $0.intersection(east).count == 1 && $0.intersection(west).count == 2
    }

    #expect(three.count == 35 && oneEast.count == 12)
    let mean = means[try kent.subset(["DA28DA", "ME169QQ", "TN240LZ"]).row]
    let slower = oneEast.filter { means[$0.row] >= mean }
    #expect(slower == [try kent.subset(["DA28DA", "TN24QJ", "CT94AN"])])
  }

  @Test
  func `with the factor fitted to the published longest journey 98 percent are within an hour`()
    throws
  {
    let kent = try Kent.routino()
    let factor = 63.0 / 57
    let stretched = try EnumerationProblem(
      travel: TravelMatrix(
        areas: kent.travel.areas, sites: kent.travel.sites,
        minutes: kent.travel.minutes.map { $0 * factor }),
      weights: kent.weights, candidates: Array(0..<7), thresholds: [60])
    let b = try stretched.evaluate(kent.subset(["DA28DA", "ME169QQ", "TN240LZ"]))
    #expect((try #require(b.value(.largestMinutes)) - 63).magnitude < 1e-9)
    #expect((100 * (try #require(b.value(.shareWithin(0)))) - 98.24).magnitude < 5.01e-3)
  }
}
