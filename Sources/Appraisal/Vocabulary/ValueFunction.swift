// SPDX-License-Identifier: Apache-2.0

/// How a measured number becomes a value from 0 to 1: straight lines through stated points.
public struct ValueFunction: Hashable, Sendable {
  /// The points, by rising score; between two points the value runs in a straight line.
  public let points: [Point]
  /// What becomes of a score beyond the first or last point.
  public let outside: Outside

  /// A score whose value is stated.
  public struct Point: Hashable, Sendable {
    /// The score, in the unit of the criterion.
    public let score: Double
    /// Its value, from 0 to 1.
    public let value: Double

    /// States the value of a score.
    public init(score: Double, value: Double) {
      self.score = score
      self.value = value
    }
  }

  /// What becomes of a score beyond the stated points.
  public enum Outside: Hashable, Sendable {
    /// It has the value of the nearest end; results say that it was clipped.
    case clipped
    /// It is a mistake in the inputs.
    case refused
  }

  /// Which way of the score is better.
  public enum Direction: Hashable, Sendable {
    /// A higher score never has a lower value.
    case higherIsBetter
    /// A lower score never has a lower value.
    case lowerIsBetter
    /// The value both rises and falls, as when a size in the middle is best.
    case neither
  }

  /// Creates a function through points by rising score.
  public init(_ points: [Point], outside: Outside) {
    self.points = points
    self.outside = outside
  }

  /// A straight line from value 0 at `worst` to value 1 at `best`; less is better if best is lower.
  public static func linear(worst: Double, best: Double, outside: Outside) -> Self {
    let ends = [Point(score: worst, value: 0), Point(score: best, value: 1)]
    return Self(worst < best ? ends : ends.reversed(), outside: outside)
  }

  /// Which way of the score is better.
  public var direction: Direction {
    let steps = zip(points, points.dropFirst()).map { $1.value - $0.value }
    if steps.allSatisfy({ $0 >= 0 }) { return .higherIsBetter }
    return steps.allSatisfy { $0 <= 0 } ? .lowerIsBetter : .neither
  }

  /// The value at a score, which must be finite; beyond the ends it is the value of the end.
  func value(at score: Double) -> Double {
    guard let first = points.first, let last = points.last else { return 0 }
    if score <= first.score { return first.value }
    if score >= last.score { return last.value }
    let upper = points.firstIndex { $0.score >= score } ?? points.count - 1
    let (a, b) = (points[upper - 1], points[upper])
    if score == b.score { return b.value }
    return a.value + (b.value - a.value) * ((score - a.score) / (b.score - a.score))
  }

  /// Whether a score lies beyond the stated points.
  func isOutside(_ score: Double) -> Bool {
    guard let first = points.first, let last = points.last else { return true }
    return score < first.score || score > last.score
  }

  /// The score closest to `origin`, within the points, whose value is at least `value`.
  ///
  /// Nil if no score reaches it. Each segment is a straight line, so the part of it that reaches
  /// the value is an interval whose ends are a point or a crossing.
  func nearestScore(to origin: Double, reaching value: Double) -> Double? {
    var nearest: Double?
    for (a, b) in zip(points, points.dropFirst()) {
      guard let part = reachingPart(a, b, value) else { continue }
      let candidate = min(max(origin, part.lowerBound), part.upperBound)
      let isCloser = nearest.map { (candidate - origin).magnitude < ($0 - origin).magnitude }
      if isCloser ?? true { nearest = candidate }
    }
    return nearest
  }

  private func reachingPart(_ a: Point, _ b: Point, _ value: Double) -> ClosedRange<Double>? {
    switch (a.value >= value, b.value >= value) {
    case (true, true): return a.score...b.score
    case (false, false): return nil
    case (true, false): return a.score...crossing(a, b, value)
    case (false, true): return crossing(a, b, value)...b.score
    }
  }

  private func crossing(_ a: Point, _ b: Point, _ value: Double) -> Double {
    let share = (value - a.value) / (b.value - a.value)
    return min(max(a.score + (b.score - a.score) * share, a.score), b.score)
  }
}
