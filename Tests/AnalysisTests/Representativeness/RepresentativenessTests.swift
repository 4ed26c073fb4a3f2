// SPDX-License-Identifier: Apache-2.0

import Analysis
import Testing

@Suite("Who responded and who lives there")
struct RepresentativenessTests {
  static func groups(_ sizes: [(String, Double)]) -> [PopulationGroup] {
    sizes.map { PopulationGroup(name: $0.0, population: $0.1) }
  }

  @Test("the fit of Mendel's peas to 9:3:3:1 is the published 0.47 with three degrees of freedom")
  func peas() throws {
    let profile = try Representativeness(
      respondents: ["a": 315, "b": 108, "c": 101, "d": 32],
      population: Self.groups([("a", 9), ("b", 3), ("c", 3), ("d", 1)]))
    let fit = try #require(profile.fit)
    #expect(abs(fit.statistic - 0.470024) < 1e-6)
    #expect(fit.degreesOfFreedom == 3)
    #expect(abs(fit.pValue - 0.925426) < 1e-6)
    #expect(fit.smallestExpected == 34.75)
    #expect(fit.isReliable)
    #expect(profile.missing.isEmpty)
  }

  @Test("a group far below its share is missing, the furthest below first")
  func missing() throws {
    let profile = try Representativeness(
      respondents: ["young": 10, "middle": 30, "old": 60],
      population: Self.groups([("middle", 50), ("old", 20), ("young", 30)]), notStated: 7)
    #expect(profile.stated == 100)
    #expect(profile.notStated == 7)
    #expect(profile.missing.map(\.name) == ["young", "middle"])
    #expect(abs(profile.missing[0].index - 1.0 / 3) < 1e-12)
    #expect(abs(profile.missing[0].difference + 0.2) < 1e-12)
    // (30 - 10) / 0.7 = 28.6, so 29; (50 - 30) / 0.5 = 40 exactly: (30 + 40) / (100 + 40) = 0.5.
    #expect(profile.missing.map(\.furtherResponses) == [29, 40])
    #expect(profile.groups[1].furtherResponses == 0)
  }

  @Test("a group with nobody is missing once there are enough others")
  func nobody() throws {
    let profile = try Representativeness(
      respondents: ["a": 50], population: Self.groups([("a", 1), ("b", 1)]))
    #expect(profile.missing.map(\.name) == ["b"])
    #expect(profile.missing[0].furtherResponses == 50)
    #expect(profile.missing[0].index == 0)
  }

  @Test("with no respondents there are no shares and no fit")
  func empty() throws {
    let profile = try Representativeness(
      respondents: [:], population: Self.groups([("a", 1), ("b", 1)]))
    #expect(profile.groups.isEmpty)
    #expect(profile.fit == nil)
  }

  static func refusal(
    _ respondents: [String: Int], _ population: [(String, Double)], notStated: Int = 0
  ) -> ProfileError? {
    do {
      _ = try Representativeness(
        respondents: respondents, population: groups(population), notStated: notStated)
      return nil
    } catch { return error }
  }

  @Test("each refusal names the group")
  func refusals() {
    #expect(Self.refusal([:], [("a", 1)]) == .tooFewGroups(found: 1))
    #expect(Self.refusal([:], [("a", 1), ("a", 1)]) == .repeatedGroup(name: "a"))
    #expect(Self.refusal([:], [("a", 1), ("b", 0)]) == .badPopulation(group: "b", population: 0))
    #expect(
      Self.refusal(["a": -1], [("a", 1), ("b", 1)]) == .negativeCount(group: "a", count: -1))
    #expect(
      Self.refusal(["c": 2], [("a", 1), ("b", 1)]) == .unknownGroup(name: "c", respondents: 2))
    #expect(Self.refusal(["c": 0], [("a", 1), ("b", 1)]) == nil)
    #expect(
      Self.refusal([:], [("a", 1), ("b", 1)], notStated: -1)
        == .negativeCount(group: "Not stated", count: -1))
  }
}
