// SPDX-License-Identifier: Apache-2.0
import Appraisal
import Testing

@Suite struct `Criteria that change after scores were seen` {
  /// P is best on care, Q on minutes, and cost is alike.
  private let scores = [
    ScoreEntry("P", "care", .number(1)), ScoreEntry("P", "minutes", .number(40)),
    ScoreEntry("P", "cost", .number(0.5)), ScoreEntry("Q", "care", .number(0.4)),
    ScoreEntry("Q", "minutes", .number(20)), ScoreEntry("Q", "cost", .number(0.5)),
  ]

  private let minutes = Scale.measured(.linear(worst: 60, best: 20, outside: .refused))

  private func version(
    _ id: VersionID, _ day: Int, _ criteria: [Criterion], scores: [ScoreEntry] = []
  ) throws -> CriteriaVersion {
    CriteriaVersion(
      id: id, label: id.text, date: try Day(year: 2018, month: 9, day: day), criteria: criteria,
      groups: [], weighting: .flat, scores: scores)
  }

  /// A history with the scores on the criteria that some version has.
  private func history(
    _ versions: [CriteriaVersion], seen day: Int = 10
  ) throws -> CriteriaHistory {
    let used = Set(versions.flatMap(\.criteria).map(\.id))
    return try history(versions, scores.filter { used.contains($0.cell.criterion) }, seen: day)
  }

  private func history(
    _ versions: [CriteriaVersion], _ scores: [ScoreEntry], seen day: Int = 10
  ) throws -> CriteriaHistory {
    try CriteriaHistory(
      options: options(["P", "Q"]), scores: scores, versions: versions,
      scoresSeen: try Day(year: 2018, month: 9, day: day))
  }

  private func original() throws -> CriteriaVersion {
    try version(
      "published", 1,
      [
        criterion("care", weight: SwingWeight(60)),
        criterion("minutes", weight: SwingWeight(40), scale: minutes),
      ])
  }

  @Test func `a change of weights is flagged with whom it helped`() throws {
    let adjusted = try version(
      "adjusted", 13,
      [
        criterion("care", weight: SwingWeight(20)),
        criterion("minutes", weight: SwingWeight(40), scale: minutes),
      ])

    let history = try history([original(), adjusted])

    // P 0.6 + 0.4 x 0.5 = 0.8, Q 0.24 + 0.4 = 0.64; then P 1/3 + 1/3, Q 0.4/3 + 2/3 = 0.8
    let step = try #require(history.flagged.first)
    #expect(step.timing == .afterScoresWereSeen && step.changedLeaders)
    #expect(step.leadersBefore == ["P"] && step.leadersAfter == ["Q"])
    #expect(step.effects.map(\.rankBefore) == [1, 2] && step.effects.map(\.rankAfter) == [2, 1])
    #expect(
      isClose(step.effects[0].totalBefore, 0.8) && isClose(step.effects[0].totalAfter, 2.0 / 3))
    // Q from 0.16 behind to 2/15 ahead
    #expect(isClose(step.effects[1].gain, 0.16 + 2.0 / 15))
    guard case .reweighted("care", let before, let after, .ownWeight) = step.changes[0],
      case .reweighted("minutes", _, _, .otherWeights) = step.changes[1]
    else {
      Issue.record("two changes of weight")
      return
    }
    #expect(isClose(before, 0.6) && isClose(after, 1.0 / 3))
  }

  @Test func `criteria added, removed, reversed, redefined and renamed are told apart`() throws {
    let reversed = Scale.measured(.linear(worst: 20, best: 60, outside: .refused))
    let stretched = Scale.measured(.linear(worst: 0, best: 2, outside: .refused))
    let first = try original()
    let second = try version(
      "second", 10,
      [
        Criterion(
          id: "minutes", label: "Drive", group: nil, scale: reversed, weight: SwingWeight(40)),
        criterion("cost", weight: SwingWeight(60)),
      ])
    let third = try version(
      "third", 11,
      [
        Criterion(
          id: "minutes", label: "Drive", group: nil, scale: reversed, weight: SwingWeight(40)),
        criterion("cost", weight: SwingWeight(60), scale: stretched),
      ], scores: [ScoreEntry("Q", "cost", .number(1.5))])

    let history = try history([first, second, third])

    #expect(
      history.steps[0].changes == [
        .removed("care", weight: 0.6),
        .relabelled("minutes", before: "minutes", after: "Drive"),
        .directionReversed("minutes", before: minutes, after: reversed),
        .added("cost", weight: 0.6),
      ])
    #expect(history.steps[0].timing == .onTheDay)
    #expect(
      history.steps[1].changes == [
        .redefined("cost", before: unit, after: stretched),
        .rescored(Cell("Q", "cost"), before: .number(0.5), after: .number(1.5)),
      ])
    #expect(history.flagged.count == 2)
    #expect(
      history.versions.map(\.timing) == [.beforeScoresWereSeen, .onTheDay, .afterScoresWereSeen])
  }

  @Test func `changes before the scores were seen and no changes at all are not flagged`() throws {
    let same = try original().criteria
    let other = [criterion("care"), criterion("minutes", scale: minutes)]

    let early = try history([original(), version("b", 5, other)])
    let idle = try history([original(), version("b", 20, same)])

    #expect(early.flagged == [] && early.steps[0].changes.count == 2)
    #expect(idle.flagged == [] && idle.steps[0].timing == .afterScoresWereSeen)
  }

  @Test func `mistakes are named with their version`() throws {
    let first = try original()

    #expect(mistakes { _ = try history([]) }.first == .noVersions)
    #expect(
      mistakes { _ = try history([first, first]) }.contains(.duplicateVersion("published")))
    #expect(
      mistakes {
        _ = try history([version("late", 20, first.criteria + [criterion("cost")]), first])
      } == [.versionsOutOfOrder("published")])
    #expect(
      mistakes {
        _ = try history([
          version(
            "new", 2,
            [
              criterion("beds"), criterion("care"), criterion("cost"),
              criterion("minutes", scale: minutes),
            ])
        ])
      }
        == [
          .inVersion("new", .missingScore(Cell("P", "beds"))),
          .inVersion("new", .missingScore(Cell("Q", "beds"))),
        ])
    #expect(
      mistakes { _ = try history([version("one", 2, [criterion("care")])], scores) }.contains(
        .unknownCriterion("cost")))
  }

  @Test(arguments: [(2018, 2, 29), (2018, 13, 1), (2018, 4, 31), (0, 1, 1), (1900, 2, 29)])
  func `days that don't exist are refused`(year: Int, month: Int, day: Int) {
    #expect(
      mistakes { _ = try Day(year: year, month: month, day: day) } == [
        .noSuchDay(year: year, month: month, day: day)
      ])
  }

  @Test func `days are ordered and written year first`() throws {
    let leap = try Day(year: 2000, month: 2, day: 29)
    let next = try Day(year: 2000, month: 3, day: 1)

    #expect(leap < next && !(next < leap) && leap.description == "2000-02-29")
  }
}
