// SPDX-License-Identifier: Apache-2.0
import Access
import Options
import TestKit
import Testing

@Suite struct `Every subset by hand` {
  /// Two areas of weight 3 and 1 at 10/40 and 50/20 minutes of two sites.
  private func pair() throws -> Instance {
    try Instance([[10, 40], [50, 20]], weights: [3, 1], thresholds: [20, 40], target: 3)
  }

  @Test func `the mean is to the nearest open site`() throws {
    let every = try pair().every()

    // first only: (30 + 50) / 4; second only: (120 + 20) / 4; both: (30 + 20) / 4
    #expect(try every.column(.weightedMean) == [.infinity, 20, 35, 12.5])
    #expect(try every.column(.largestMinutes) == [.infinity, 50, 40, 20])
  }

  @Test func `a time equal to the threshold is within it`() throws {
    let every = try pair().every()

    #expect(try every.column(.shareWithin(0)) == [0, 0.75, 0.25, 1])
    #expect(try every.column(.shareWithin(1)) == [0, 0.75, 1, 1])
  }

  @Test func `a volume equal to the target is large enough`() throws {
    let every = try pair().every()

    #expect(try every.column(.smallestUnit) == [0, 4, 4, 1])
    #expect(try every.column(.largestUnit) == [0, 4, 4, 3])
    #expect(try every.column(.shareInTargetUnits) == [0, 1, 1, 0.75])
    #expect(try every.column(.shareInTargetUnitsWithin(0)) == [0, 0.75, 0.25, 0.75])
  }

  @Test func `a tie goes to the candidate named first`() throws {
    var instance = try Instance([[5, 5, 5]], weights: [2])

    #expect(try instance.problem().evaluate(Subset([0, 1, 2])).candidateVolumes == [2, 0, 0])
    instance.candidates = [2, 0, 1]
    #expect(try instance.problem().evaluate(Subset([1, 2])).candidateVolumes == [nil, 2, 0])
  }

  @Test func `a candidate wins a tie against a site always open`() throws {
    var instance = try Instance([[5, 5]], weights: [2])
    instance.candidates = [1]
    instance.alwaysOpen = [0]

    let evaluation = try instance.problem().evaluate(Subset([0]))

    #expect(evaluation.candidateVolumes == [2])
    #expect(evaluation.alwaysOpenVolumes == [0])
  }

  @Test func `an area without a route is left out of the mean and stated`() throws {
    let every = try Instance([[10, 30], [.infinity, 20]], weights: [3, 1]).every()

    #expect(try every.column(.weightedMean) == [.infinity, 10, 27.5, 12.5])
    #expect(try every.column(.shareUnreachable) == [1, 0.25, 0, 0])
    #expect(try every.column(.largestMinutes) == [.infinity, .infinity, 30, 20])
    #expect(try every.column(.smallestUnit) == [0, 3, 4, 1])
  }

  @Test func `an area without weight still counts for the largest time`() throws {
    let every = try Instance([[10], [70]], weights: [1, 0]).every()

    #expect(try every.row(Subset([0])).largestMinutes == 70)
    #expect(try every.row(Subset([0])).weightedMean == 10)
  }

  @Test func `a site always open is judged like a candidate`() throws {
    var instance = try Instance([[10, 40], [50, 20]], weights: [3, 1], target: 3)
    instance.candidates = [0]
    instance.alwaysOpen = [1]
    let every = try instance.every()

    #expect(try every.column(.weightedMean) == [35, 12.5])
    #expect(try every.column(.smallestUnit) == [4, 1])
    #expect(try every.column(.shareInTargetUnits) == [1, 0.75])
    #expect(try every.row(Subset([0])).unitCount == 2)
  }

  @Test func `an outside unit takes in areas but isn't judged`() throws {
    var instance = try Instance([[10, 40], [50, 20]], weights: [3, 1], target: 1)
    instance.candidates = [0]
    instance.outside = [1]
    let every = try instance.every()

    #expect(try every.column(.weightedMean) == [35, 12.5])
    #expect(try every.column(.shareOutside) == [1, 0.25])
    #expect(try every.column(.smallestUnit) == [0, 3])
    #expect(try every.column(.shareInTargetUnits) == [0, 0.75])
    #expect(try instance.problem().evaluate(Subset([0])).outsideVolumes == [1])
  }

  @Test func `thirds sum without rounding`() throws {
    let every = try Instance(
      Array(repeating: [7.1], count: 9), weights: Array(repeating: 1.0 / 3, count: 9), target: 3
    ).every()

    #expect(every.isExact)
    #expect(try every.row(Subset([0])).largestUnit == 3)
    #expect(try every.row(Subset([0])).shareInTargetUnits == 1)
    #expect(try every.row(Subset([0])).weightedMean == 7.1)
  }

  @Test func `a measure without a column is worked out`() throws {
    let every = try pair().every([.largestMinutes])

    #expect(try every.row(Subset([0, 1])).weightedMean == 12.5)
    #expect(try every.row(Subset([0])).shareInTargetUnitsWithin(0) == 0.75)
    #expect(try every.row(Subset([0])).shareWithin(7).isNaN)
    #expect(throws: EnumerationError.columnNotKept(.weightedMean)) {
      try every.column(.weightedMean)
    }
  }
}

@Suite struct `Every subset against plain evaluation` {
  @Test(arguments: 0..<300) func `all columns of random instances agree`(seed: Int) throws {
    let instance = try Instance.random(seed: seed)
    let every = try instance.every()

    for mask in 0..<every.problem.subsetCount {
      let subset = Subset(mask: UInt32(mask))
      let plain = PlainMeasures(instance, open: subset)
      let evaluation = try every.problem.evaluate(subset)
      for (measure, column) in zip(every.measures, every.columns) {
        let expected = try #require(plain.values[measure])
        #expect(isClose(column[mask], expected), "\(measure) of \(subset.positions)")
        #expect(column[mask] == evaluation.value(measure), "\(measure) of \(subset.positions)")
      }
    }
  }

  @Test(arguments: 0..<60) func `the volume of every unit agrees`(seed: Int) throws {
    let instance = try Instance.random(seed: seed)
    let problem = try instance.problem()
    let judged = instance.candidates + instance.alwaysOpen
    let columns = try judged.indices.map { try problem.volumes(ofUnit: $0) }

    for mask in 0..<problem.subsetCount {
      let subset = Subset(mask: UInt32(mask))
      let plain = PlainMeasures(instance, open: subset)
      let evaluation = try problem.evaluate(subset)
      for (unit, site) in judged.enumerated() {
        #expect(isClose(columns[unit][mask], plain.volumes[site]))
      }
      #expect(
        evaluation.candidateVolumes.map { $0 ?? 0 } + evaluation.alwaysOpenVolumes
          == columns.map { $0[mask] })
      for (unit, site) in instance.outside.enumerated() {
        #expect(isClose(evaluation.outsideVolumes[unit], plain.volumes[site]))
      }
    }
  }

  @Test(arguments: 0..<24) func `the size of the blocks changes no bit`(seed: Int) throws {
    let problem = try Instance.random(seed: seed, candidates: 9).problem()
    let whole = try enumerate(problem, blockBits: 9)

    for bits in [0, 1, 2, 5, 8] { #expect(try enumerate(problem, blockBits: bits) == whole) }
  }

  @Test(arguments: [3, 4]) func `more candidates than a block agree`(seed: Int) throws {
    let instance = try Instance.random(seed: seed, candidates: 15, areas: 60)
    let every = try instance.every()
    var draws = SeededDraws(seed: seed)

    for _ in 0..<100 {
      let subset = Subset(mask: UInt32(draws.below(1 << 15)))
      let plain = PlainMeasures(instance, open: subset)
      let row = try every.row(subset)
      for measure in every.measures {
        #expect(isClose(row[measure], try #require(plain.values[measure])))
      }
    }
  }

  @Test(arguments: [3, 4]) func `blocks give the columns piece by piece`(seed: Int) throws {
    let instance = try Instance.random(seed: seed, candidates: 14, areas: 30)
    let every = try instance.every()
    var joined = every.measures.map { _ in [Double]() }
    var kept: [SubsetBlock] = []

    try every.problem.forEachBlock(every.measures) { block in
      #expect(Int(block.firstMask) == joined[0].count)
      for index in joined.indices { joined[index] += block.columns[index] }
      kept.append(block)
    }

    #expect(joined == every.columns)
    #expect(kept.count == 4 && kept[1].subset(5).mask == 4096 + 5)
    #expect(kept[1][.largestMinutes] == Array(try every.column(.largestMinutes)[4096..<8192]))
  }

  @Test(arguments: 0..<20) func `the order of the areas changes no bit`(seed: Int) throws {
    let instance = try Instance.random(seed: seed, candidates: 5, areas: 20)
    var reversed = instance
    let sites = instance.travel.sites.count
    reversed.weights.reverse()
    reversed.travel = try TravelMatrix(
      areas: instance.travel.areas.reversed(), sites: instance.travel.sites,
      minutes: (0..<20).reversed().flatMap { area in
        (0..<sites).map { instance.travel[area, $0] }
      })
    reversed.targetVolume = instance.targetVolume

    #expect(try instance.every().columns == reversed.every().columns)
  }

  private func enumerate(_ problem: EnumerationProblem, blockBits: Int) throws -> [[Double]] {
    try EverySubset(problem, measures: nil, bytesAllowed: 1 << 30, blockBits: blockBits).columns
  }
}

/// Equal to 1e-9 of the larger value's size, or of 1.
func isClose(_ one: Double, _ other: Double) -> Bool {
  if one == other { return true }
  return (one - other).magnitude <= 1e-9 * max(1, one.magnitude, other.magnitude)
}
