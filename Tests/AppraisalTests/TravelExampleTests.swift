// SPDX-License-Identifier: Apache-2.0
import Appraisal
import Testing

/// Five three-site options of a stroke review, judged by travel alone.
///
/// Mean minutes and the share of people within 30 minutes in per cent are both computed from open
/// data; the scales run from the worst to the best of the five.
@Suite struct `Five options by two measures of travel` {
  private func model() throws -> AppraisalModel {
    let mean = Scale.measured(.linear(worst: 22.71, best: 21.18, outside: .refused))
    let share = Scale.measured(.linear(worst: 75.88, best: 80.22, outside: .refused))
    let table: [(OptionID, Double, Double)] = [
      ("A", 21.90, 75.88), ("B", 21.18, 78.99), ("C", 21.51, 79.85), ("D", 21.85, 80.22),
      ("E", 22.71, 76.48),
    ]
    return try AppraisalModel(
      inputs(
        [
          criterion("mean minutes", scale: mean),
          criterion("within 30 minutes", scale: share),
        ],
        table.flatMap {
          [
            ScoreEntry($0.0, "mean minutes", .number($0.1)),
            ScoreEntry($0.0, "within 30 minutes", .number($0.2)),
          ]
        }, options: table.map(\.0)))
  }

  /// Where B and C are equal: C is 0.33 / 1.53 behind on the mean and 0.86 / 4.34 ahead on the share.
  private let overtakesC = (0.86 / 4.34) / (0.86 / 4.34 + 0.33 / 1.53)
  /// Where C and D are equal: D is 0.34 / 1.53 behind and 0.37 / 4.34 ahead.
  private let overtakesD = (0.37 / 4.34) / (0.37 / 4.34 + 0.34 / 1.53)

  @Test func `A and E can't lead by travel whatever the weights`() throws {
    let model = try model()

    #expect(model.dominance().front == ["B", "C", "D"])
    let proof = try model.conditionsToLead("A", measuring: .total, within: .all).allWeights
    guard case .impossible(let reason) = proof else {
      Issue.record("A is behind B and C on both")
      return
    }
    #expect(reason.mixture.count == 1)
  }

  @Test func `B leads unless the mean has less than 48 per cent of the weight`() throws {
    let sensitivity = try model().weightSensitivity(of: .criterion("mean minutes"))

    #expect(sensitivity.segments.map(\.leaders) == [["D"], ["C"], ["B"]])
    #expect(isClose(sensitivity.segments[1].low, overtakesD))
    #expect(isClose(sensitivity.segments[1].high, overtakesC))
    #expect(isClose(overtakesC, 0.4788, within: 5e-5) && isClose(overtakesD, 0.2773, within: 5e-5))
  }

  @Test func `what would have to be true for C`() throws {
    let conditions = try model().conditionsToLead("C", measuring: .total, within: .all)

    guard case .change(let nearest) = conditions.allWeights else {
      Issue.record("C leads with some weights")
      return
    }
    #expect(isClose(nearest.distance, 2 * (0.5 - overtakesC)))
    #expect(nearest.sharesLeadWith == ["B"] && conditions.canLeadAlone)
    // half of the gap in value falls on each criterion, so the mean must fall by twice the gap
    guard case .change(.number(let minutes), _, _) = conditions.scores[0].answer else {
      Issue.record("the scale has room")
      return
    }
    #expect(isClose(minutes, 21.51 - 1.53 * (0.33 / 1.53 - 0.86 / 4.34)))
  }

  @Test func `acceptabilities are the lengths of the three intervals`() throws {
    let exact = try model().exactRankAcceptability(within: .all, over: [])

    let first = exact.options.map(\.first.value)
    let expected = [0, 1 - overtakesC, overtakesC - overtakesD, overtakesD, 0]
    #expect(zip(first, expected).allSatisfy { isClose($0, $1) })
  }
}
