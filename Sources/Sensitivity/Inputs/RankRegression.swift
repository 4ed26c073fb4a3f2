// SPDX-License-Identifier: Apache-2.0

/// What each input does to a measure over all runs, beside what the others do.
///
/// The ranks of the measure are regressed on the ranks of all inputs (Iman and Conover, 1979, "The
/// use of the rank transform in regression"): right for any effect that goes one way only, however
/// curved.
public struct RankRegression: Hashable, Sendable {
  /// The effect of one input.
  public struct Effect: Hashable, Sendable {
    /// The name of the input.
    public let input: String
    /// How many standard deviations the measure's rank moves with one of the input's.
    public let coefficient: Double
    /// The correlation of measure and input when what the others explain is taken off both.
    public let partialCorrelation: Double
  }

  /// The effects, the largest coefficient first; equals in the order of inputs.
  public let effects: [Effect]
  /// Inputs that say nothing of their own: they never vary, or they follow others exactly.
  public let leftOut: [String]
  /// The share of the variance of ranks that all inputs explain together: near 1, the effects tell
  /// the whole story.
  public let explained: Double

  /// The effects of inputs on a measure.
  /// - Throws: `SensitivityError` for other runs than those of the inputs, for values that are no
  ///   numbers, and for fewer runs than the inputs need.
  public init(_ inputs: DrawnInputs, measure: [Double]) throws(SensitivityError) {
    try inputs.check(measure, "the measure")
    guard let target = StandardisedRanks.of(measure, in: RunOrder.rising(measure)) else {
      (effects, leftOut, explained) = ([], inputs.ids, 0)
      return
    }
    let equations = NormalEquations(inputs.ranks, target)
    let needed = equations.kept.count + 2
    guard equations.kept.isEmpty || measure.count >= needed else {
      throw .tooFewRuns(found: measure.count, needed: needed)
    }
    let found = equations.solution.map {
      Effect(
        input: inputs.ids[$0.place], coefficient: $0.coefficient, partialCorrelation: $0.partial)
    }
    effects = found.enumerated().sorted {
      ($1.element.coefficient.magnitude, $0.offset)
        < ($0.element.coefficient.magnitude, $1.offset)
    }.map(\.element)
    leftOut = inputs.ids.indices.filter { !equations.kept.contains($0) }.map { inputs.ids[$0] }
    explained = equations.explained
  }
}

/// Least squares over columns of length 1, of which those that follow from earlier ones are left out.
private struct NormalEquations {
  /// The places of the columns that are kept.
  private(set) var kept: [Int] = []
  private(set) var explained = 0.0
  /// The lower triangular root of the correlations of the columns kept.
  private var root: [[Double]] = []
  private var correlations: [Double] = []
  private static let tolerance = 1e-9

  init(_ columns: [[Double]?], _ target: [Double]) {
    for (place, column) in columns.enumerated() {
      guard let column else { continue }
      var row: [Double] = []
      for (number, other) in kept.enumerated() {
        var rest = Vector.dot(column, columns[other] ?? [])
        for step in 0..<number { rest -= row[step] * root[number][step] }
        row.append(rest / root[number][number])
      }
      let left = 1 - Vector.dot(row, row)
      guard left > Self.tolerance else { continue }
      root.append(row + [left.squareRoot()])
      kept.append(place)
      correlations.append(Vector.dot(column, target))
    }
    let half = forwards(correlations)
    explained = min(Vector.dot(half, half), 1)
  }

  /// For each column kept, its coefficient and its partial correlation with the target.
  var solution: [(place: Int, coefficient: Double, partial: Double)] {
    let coefficients = backwards(forwards(correlations))
    let left = max(1 - explained, 0)
    return kept.indices.map { number in
      // The diagonal of the inverse is the squared length of a column of the inverse root.
      let unit = kept.indices.map { $0 == number ? 1.0 : 0 }
      let column = forwards(unit)
      let inverse = Vector.dot(column, column)
      let coefficient = coefficients[number]
      let scale = (coefficient * coefficient + left * inverse).squareRoot()
      return (kept[number], coefficient, scale > 0 ? coefficient / scale : 0)
    }
  }

  private func forwards(_ values: [Double]) -> [Double] {
    var found: [Double] = []
    for (number, row) in root.enumerated() {
      var rest = values[number]
      for step in 0..<number { rest -= row[step] * found[step] }
      found.append(rest / row[number])
    }
    return found
  }

  private func backwards(_ values: [Double]) -> [Double] {
    var found = values
    for number in root.indices.reversed() {
      for step in (number + 1)..<max(root.count, number + 1) {
        found[number] -= root[step][number] * found[step]
      }
      found[number] /= root[number][number]
    }
    return found
  }
}
