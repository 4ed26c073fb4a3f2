// SPDX-License-Identifier: Apache-2.0

import Analysis
import Testing

@Suite("Raking")
struct RakingTests {
  static func margin(
    _ name: String, _ cells: [(String, Double)], _ respondents: [String?]
  ) -> RakingMargin {
    RakingMargin(
      name: name, cells: cells.map { PopulationGroup(name: $0.0, population: $0.1) },
      respondents: respondents)
  }

  static let sixAndTwo = margin(
    "sex", [("women", 500), ("men", 500)],
    Array(repeating: "women", count: 6) + ["men", "men"])

  /// Half of 8 over 6 women is 2/3; over 2 men is 2.
  ///
  /// The squares add to 6 x 4/9 + 2 x 4 = 32/3, so the effective size is 64 / (32/3) = 6 and the
  /// design effect 8/6.
  @Test("one dimension is weighted exactly, with Kish's effective size")
  func oneDimension() throws {
    let raked = try RakedWeights(margins: [Self.sixAndTwo])
    for weight in raked.weights.prefix(6) { #expect(abs(weight - 2.0 / 3) < 1e-12) }
    for weight in raked.weights.suffix(2) { #expect(abs(weight - 2) < 1e-12) }
    #expect(abs(raked.effectiveSampleSize - 6) < 1e-12)
    #expect(abs(raked.designEffect - 8.0 / 6) < 1e-12)
    #expect(raked.marginsMet)
  }

  /// Four women say yes and two no; one man says yes and one no: 5 of 8 without weights, and
  /// (4 x 2/3 + 2) / 8 = 7/12 with them.
  @Test("weighted shares stand beside unweighted, with the wider interval")
  func shares() throws {
    let raked = try RakedWeights(margins: [Self.sixAndTwo])
    let rows = try #require(raked.shares(ofAnswers: [0, 0, 0, 0, 1, 1, 0, 1], optionCount: 2))
    #expect(rows.map(\.count) == [5, 3])
    #expect(rows[0].unweighted.share == 0.625)
    #expect(abs(rows[0].weighted.share - 7.0 / 12) < 1e-12)
    let expected = try #require(ProportionInterval(share: 7.0 / 12, base: 6))
    #expect(abs(rows[0].weighted.lower - expected.lower) < 1e-12)
    #expect(raked.shares(ofAnswers: Array(repeating: nil, count: 8), optionCount: 2) == nil)
    #expect(raked.shares(ofAnswers: [0], optionCount: 2) == nil)
    let some = try #require(
      raked.shares(ofAnswers: [0, nil, nil, nil, nil, nil, nil, 1], optionCount: 2))
    #expect(abs(some[1].weighted.share - 0.75) < 1e-12)
  }

  static func twoDimensions(seed: UInt64, count: Int) -> [RakingMargin] {
    var numbers = SeededNumbers(seed: seed)
    var ages: [String?] = ["young", "middle", "old"]
    var areas: [String?] = ["coast", "inland", "town"]
    for _ in 3..<count {
      ages.append(["young", "middle", "old", "old", "old"].randomElement(using: &numbers) ?? "old")
      areas.append(["coast", "inland", "inland", "town"].randomElement(using: &numbers) ?? "town")
    }
    return [
      margin("age", [("young", 300), ("middle", 400), ("old", 300)], ages),
      margin("area", [("coast", 25), ("inland", 35), ("town", 40)], areas),
    ]
  }

  static func weightedCount(_ weights: [Double], _ margins: [RakingMargin], _ cell: [String])
    -> Double
  {
    weights.indices.reduce(0) { sum, place in
      let matches = margins.indices.allSatisfy { margins[$0].respondents[place] == cell[$0] }
      return sum + (matches ? weights[place] : 0)
    }
  }

  @Test("two dimensions hold at once and the odds within the sample are kept", arguments: [1, 2])
  func twoDimensionsHold(seed: UInt64) throws {
    let margins = Self.twoDimensions(seed: seed, count: 200)
    let raked = try RakedWeights(margins: margins, settings: RakingSettings(tolerance: 1e-12))
    let old = raked.weights.indices.filter { margins[0].respondents[$0] == "old" }
    #expect(abs(old.reduce(0) { $0 + raked.weights[$1] } / 200 - 0.3) < 1e-9)
    let coast = raked.weights.indices.filter { margins[1].respondents[$0] == "coast" }
    #expect(abs(coast.reduce(0) { $0 + raked.weights[$1] } / 200 - 0.25) < 1e-9)
    let ones = Array(repeating: 1.0, count: 200)
    func odds(_ weights: [Double]) -> Double {
      Self.weightedCount(weights, margins, ["young", "coast"])
        * Self.weightedCount(weights, margins, ["old", "town"])
        / Self.weightedCount(weights, margins, ["young", "town"])
        / Self.weightedCount(weights, margins, ["old", "coast"])
    }
    #expect(abs(odds(raked.weights) / odds(ones) - 1) < 1e-9)
    #expect(try RakedWeights(margins: margins, settings: RakingSettings(tolerance: 1e-12)) == raked)
  }

  /// Men would weigh 2.
  ///
  /// Held to 1.5 they are 3 of 8, an eighth short of a half.
  @Test("a cap that keeps the shares from being met says so")
  func capTooTight() throws {
    let raked = try RakedWeights(margins: [Self.sixAndTwo], settings: RakingSettings(cap: 1.5))
    #expect(!raked.marginsMet)
    #expect(raked.atCap == 2)
    #expect(abs(raked.largestGap - 0.125) < 1e-12)
    #expect(abs(raked.weights[0] - 5.0 / 6) < 1e-12)
    #expect(abs(raked.weights[7] - 1.5) < 1e-12)
  }

  @Test("a cap that leaves room is obeyed and the shares still hold")
  func capWithRoom() throws {
    let margins = Self.twoDimensions(seed: 5, count: 300)
    let free = try RakedWeights(margins: margins)
    let largest = try #require(free.weights.max())
    let cap = largest * 0.9
    let raked = try RakedWeights(margins: margins, settings: RakingSettings(cap: cap))
    #expect(raked.marginsMet)
    #expect(raked.atCap > 0)
    #expect(raked.weights.allSatisfy { $0 <= cap + 1e-9 })
    #expect(abs(raked.weights.reduce(0, +) - 300) < 1e-6)
  }

  @Test("those who did not say keep weight and leave the others in proportion")
  func notStated() throws {
    let raked = try RakedWeights(margins: [
      Self.margin("sex", [("women", 1), ("men", 1)], ["women", "women", "women", "men", nil])
    ])
    #expect(abs(raked.weights[4] - 1) < 1e-12)
    #expect(abs(raked.weights[0] - 2.0 / 3) < 1e-12)
    #expect(abs(raked.weights[3] - 2) < 1e-12)
  }

  static func refusal(
    _ margins: [RakingMargin], _ settings: RakingSettings = RakingSettings()
  ) -> RakingError? {
    do {
      _ = try RakedWeights(margins: margins, settings: settings)
      return nil
    } catch { return error }
  }

  @Test("each refusal names the dimension and the cell")
  func refusals() {
    let sexes = [("women", 5.0), ("men", 5.0)]
    #expect(Self.refusal([]) == .noMargins)
    #expect(Self.refusal([Self.margin("sex", sexes, [])]) == .noRespondents)
    #expect(
      Self.refusal([Self.margin("sex", sexes, ["women"])])
        == .emptyCell(margin: "sex", cell: "men", population: 5))
    #expect(
      Self.refusal([Self.margin("sex", sexes, ["women", "men", "other"])])
        == .unknownCell(margin: "sex", cell: "other", respondent: 2))
    #expect(
      Self.refusal([Self.margin("sex", [("women", 5), ("men", 0)], ["women", "men"])])
        == .unpopulatedCell(margin: "sex", cell: "men", respondents: 1))
    #expect(
      Self.refusal([Self.margin("sex", sexes + sexes, ["women", "men"])])
        == .repeatedCell(margin: "sex", cell: "women"))
    #expect(
      Self.refusal([Self.margin("sex", [("women", -1)], ["women"])])
        == .badPopulation(margin: "sex", cell: "women", population: -1))
    #expect(
      Self.refusal([Self.sixAndTwo, Self.margin("age", sexes, ["women"])])
        == .respondentCount(margin: "age", found: 1, expected: 8))
    #expect(Self.refusal([Self.sixAndTwo], RakingSettings(cap: 1)) == .badSettings)
  }

  @Test("dimensions that contradict each other are refused")
  func contradiction() {
    let error = Self.refusal([
      Self.margin("first", [("a", 1), ("b", 1)], ["a", "a", "b"]),
      Self.margin("second", [("c", 9), ("d", 1)], ["c", "c", "d"]),
    ])
    guard case .notConverged(_, _, let gap, _) = error else {
      Issue.record("expected no convergence, found \(String(describing: error))")
      return
    }
    #expect(gap > 0.1)
  }
}
