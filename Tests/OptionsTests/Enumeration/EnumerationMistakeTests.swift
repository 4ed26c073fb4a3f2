// SPDX-License-Identifier: Apache-2.0
import Access
import Options
import Testing

@Suite struct `Mistakes in a request for every subset` {
  /// One broken request and its error.
  struct Mistake: Sendable, CustomTestStringConvertible {
    var error: EnumerationError
    var spoil: @Sendable (inout Instance) -> Void

    var testDescription: String { error.description }
  }

  static let mistakes = [
    Mistake(error: .noCandidates) { $0.candidates = [] },
    Mistake(error: .siteOutside(found: 2, sites: 2)) { $0.candidates = [0, 2] },
    Mistake(error: .siteOutside(found: -1, sites: 2)) { $0.outside = [-1] },
    Mistake(error: .repeatedSite(0)) { $0.candidates = [0, 0] },
    Mistake(error: .repeatedSite(1)) { $0.alwaysOpen = [1] },
    Mistake(error: .weightCount(found: 1, areas: 2)) { $0.weights = [1] },
    Mistake(error: .impossibleWeight(area: "area 1", weight: -1)) { $0.weights[1] = -1 },
    Mistake(error: .impossibleWeight(area: "area 0", weight: .infinity)) {
      $0.weights[0] = .infinity
    },
    Mistake(error: .impossibleTotalWeight(0)) { $0.weights = [0, 0] },
    Mistake(error: .impossibleTotalWeight(.infinity)) {
      $0.weights = [.greatestFiniteMagnitude, .greatestFiniteMagnitude]
    },
    Mistake(error: .impossibleThreshold(-1)) { $0.thresholds = [30, -1] },
    Mistake(error: .impossibleTarget(-5)) { $0.targetVolume = -5 },
  ]

  @Test(arguments: mistakes) func `is refused`(mistake: Mistake) throws {
    var instance = try Instance([[1, 2], [3, 4]], weights: [1, 2])
    mistake.spoil(&instance)

    #expect(throws: mistake.error) { try instance.every() }
  }

  @Test func `numbers that are not numbers are refused`() throws {
    var instance = try Instance([[1, 2]], weights: [1])
    instance.targetVolume = .nan
    #expect(throws: EnumerationError.self) { try instance.every() }
    instance.targetVolume = 1
    instance.thresholds = [.nan]
    #expect(throws: EnumerationError.self) { try instance.every() }
    instance.thresholds = []
    instance.weights = [.nan]
    #expect(throws: EnumerationError.self) { try instance.every() }
  }

  @Test func `a huge time is not a missing route`() throws {
    #expect(throws: EnumerationError.impossibleTime(minutes: 9_999_999)) {
      try Instance([[9_999_999, 1]], weights: [1]).every()
    }
  }

  @Test func `a matrix without areas is refused`() throws {
    let travel = try TravelMatrix(areas: [], sites: ["a"], minutes: [])

    #expect(throws: EnumerationError.noAreas) {
      try EverySubset(travel: travel, weights: [], candidates: [0])
    }
  }

  @Test func `too many columns are refused with the memory they need`() throws {
    let problem = try Instance([(0..<26).map(Double.init)], weights: [1]).problem()

    // seven measures and two for the one threshold: 9 columns of 2^26 numbers of eight bytes
    #expect(
      throws: EnumerationError.tooMuchMemory(
        candidates: 26, bytesNeeded: 9 * 8 << 26, bytesAllowed: 3 << 30)
    ) { try EverySubset(problem) }
    #expect(throws: EnumerationError.self) { try problem.volumes(ofUnit: 0, bytesAllowed: 1000) }
  }

  @Test func `more candidates than any form takes are refused`() throws {
    #expect(throws: EnumerationError.tooManyCandidates(found: 31, limit: 30)) {
      try Instance([(0..<31).map(Double.init)], weights: [1]).problem()
    }
  }

  @Test func `a threshold or a member that isn't there is refused`() throws {
    let problem = try Instance([[1, 2]], weights: [1]).problem()

    #expect(throws: EnumerationError.thresholdOutside(found: 1, thresholds: 1)) {
      try EverySubset(problem, measures: [.shareWithin(1)])
    }
    #expect(throws: EnumerationError.thresholdOutside(found: -1, thresholds: 1)) {
      try problem.forEachBlock([.shareInTargetUnitsWithin(-1)]) { _ in }
    }
    #expect(throws: EnumerationError.positionOutside(found: 2, candidates: 2)) {
      try problem.evaluate(Subset([2]))
    }
    #expect(throws: EnumerationError.positionOutside(found: 2, candidates: 2)) {
      try EverySubset(problem).row(Subset([0, 2]))
    }
    #expect(throws: EnumerationError.positionOutside(found: 2, candidates: 2)) {
      try problem.volumes(ofUnit: 2)
    }
  }

  @Test func `every mistake has words`() {
    let errors =
      Self.mistakes.map(\.error) + [
        .noAreas, .tooManyCandidates(found: 31, limit: 30), .impossibleTime(minutes: 1e7),
        .thresholdOutside(found: 1, thresholds: 1), .columnNotKept(.weightedMean),
        .tooMuchMemory(candidates: 26, bytesNeeded: 2, bytesAllowed: 1),
        .columnLength(found: 1, expected: 2), .positionOutside(found: 2, candidates: 2),
        .impossibleMargin(-1), .objectiveCount(found: 5),
      ]

    #expect(errors.allSatisfy { $0.description.contains(" ") })
  }
}
