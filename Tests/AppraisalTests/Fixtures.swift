// SPDX-License-Identifier: Apache-2.0
import Appraisal

/// Builders with defaults, so that a test shows only the values that matter to it.
func options(_ ids: [OptionID]) -> [Option] { ids.map { Option(id: $0, label: $0.text) } }

func criterion(
  _ id: CriterionID, weight: SwingWeight = SwingWeight(1), scale: Scale = unit,
  group: GroupID? = nil
) -> Criterion {
  Criterion(id: id, label: id.text, group: group, scale: scale, weight: weight)
}

/// A scale on which the score is the value.
let unit = Scale.measured(.linear(worst: 0, best: 1, outside: .refused))

func inputs(
  _ criteria: [Criterion], _ scores: [ScoreEntry], options ids: [OptionID],
  groups: [CriterionGroup] = [], weighting: Weighting = .flat
) -> AppraisalInputs {
  AppraisalInputs(
    options: options(ids), criteria: criteria, groups: groups, weighting: weighting,
    scores: scores)
}

/// A model whose scores are values, with criteria `c1`, `c2` and so on.
func unitModel(
  _ rows: [(OptionID, [Double])], weights: [Double]
) throws -> AppraisalModel {
  let criteria = weights.enumerated().map {
    criterion(CriterionID("c\($0.offset + 1)"), weight: SwingWeight($0.element))
  }
  let scores = rows.flatMap { row in
    zip(criteria, row.1).map { ScoreEntry(row.0, $0.id, .number($1)) }
  }
  return try AppraisalModel(inputs(criteria, scores, options: rows.map(\.0)))
}

/// The worked example used across suites.
///
///     weights   quality 0.5   access 0.3      cost 0.2     total
///     A         ++  1         40 min  0.5     100  0       0.650
///     B         +   0.75      20 min  1        50  0.5     0.775
///     C         -   0.25      30 min  0.75      0  1       0.550
func workedInputs(
  quality: SwingWeight = SwingWeight(50), scoreRange: (Score?, Score?) = (nil, nil)
) -> AppraisalInputs {
  inputs(
    [
      criterion("quality", weight: quality, scale: .symbols(.fiveSteps)),
      criterion(
        "access", weight: SwingWeight(30),
        scale: .measured(.linear(worst: 60, best: 20, outside: .refused))),
      criterion(
        "cost", weight: SwingWeight(20),
        scale: .measured(.linear(worst: 100, best: 0, outside: .refused))),
    ],
    [
      ScoreEntry("A", "quality", .symbol("++")), ScoreEntry("A", "access", .number(40)),
      ScoreEntry("A", "cost", .number(100)), ScoreEntry("B", "quality", .symbol("+")),
      ScoreEntry("B", "access", .number(20), low: scoreRange.0, high: scoreRange.1),
      ScoreEntry("B", "cost", .number(50)), ScoreEntry("C", "quality", .symbol("-")),
      ScoreEntry("C", "access", .number(30)), ScoreEntry("C", "cost", .number(0)),
    ], options: ["A", "B", "C"])
}

func worked() throws -> AppraisalModel { try AppraisalModel(workedInputs()) }

/// Two opposites and an option between them on two criteria of equal weight.
func opposites(between: Double) throws -> AppraisalModel {
  try unitModel([("X", [between, between]), ("Y", [1, 0]), ("Z", [0, 1])], weights: [1, 1])
}

func isClose(_ left: Double, _ right: Double, within tolerance: Double = 1e-9) -> Bool {
  (left - right).magnitude <= tolerance
}

/// The errors that a piece of work throws; none if it doesn't.
func mistakes(_ work: () throws -> Void) -> [AppraisalError] {
  do {
    try work()
    return []
  } catch let errors as AppraisalErrors {
    return errors.all
  } catch {
    return []
  }
}

/// A small generator for test cases, apart from that of the engine.
struct CaseGenerator {
  private var state: UInt64

  init(seed: Int) { state = UInt64(seed) &* 2_654_435_761 &+ 12_345 }

  /// A whole number from 0 up to but without `bound`.
  mutating func below(_ bound: Int) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int((state >> 33) % UInt64(bound))
  }

  /// A multiple of 1/20 from 0 to 1, so that ties and equal values occur.
  mutating func twentieth() -> Double { Double(below(21)) / 20 }
}

/// A random model of a few options and criteria.
func randomModel(
  seed: Int, options count: Int? = nil, criteria width: Int? = nil
) throws -> AppraisalModel {
  var generator = CaseGenerator(seed: seed)
  let rows = count ?? 2 + generator.below(5)
  let columns = width ?? 1 + generator.below(5)
  let weights = (0..<columns).map { _ in Double(1 + generator.below(9)) }
  let table = (0..<rows).map { row in
    (OptionID("o\(row + 1)"), (0..<columns).map { _ in generator.twentieth() })
  }
  return try unitModel(table, weights: weights)
}

/// The same model with other weights of the criteria, as points.
func reweighted(_ model: AppraisalModel, _ weights: [Double]) throws -> AppraisalModel {
  var changed = model.inputs
  changed.criteria = zip(changed.criteria, weights).map {
    Criterion(
      id: $0.id, label: $0.label, group: $0.group, scale: $0.scale, weight: SwingWeight($1))
  }
  return try AppraisalModel(changed)
}
