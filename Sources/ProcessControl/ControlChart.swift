// SPDX-License-Identifier: Apache-2.0

/// What a series shows: limits by phase, what each point means, and the two verdicts.
public struct ControlChart: Equatable, Sendable {
  /// A stretch of the series with limits of its own.
  public struct Phase: Equatable, Sendable {
    /// Its places in the series.
    public let places: Range<Int>
    /// How many points count.
    public let count: Int
    /// Its limits, or nil when there are too few points.
    public let limits: ControlLimits?
  }

  /// What a point means.
  public enum Cause: String, Sendable, CaseIterable {
    /// The usual variation.
    case common
    /// Something changed, for the better.
    case improving
    /// Something changed, for the worse.
    case concerning
    /// Something changed upwards, and neither way is better.
    case high
    /// Something changed downwards, and neither way is better.
    case low
    /// Left out by a recorded decision.
    case ghosted
    /// Nothing was measured.
    case missing
    /// Its phase has too few points.
    case unjudged
  }

  /// One place of the series.
  public struct Point: Equatable, Sendable {
    /// What was measured.
    public let value: Double?
    /// How far it is from the last point before it that counts, in its phase.
    public let movingRange: Double?
    /// The rules that it fulfils.
    public let rules: [ControlRule]
    /// What it means.
    public let cause: Cause
  }

  /// What the latest point that counts says of the process.
  public enum Variation: String, Sendable, CaseIterable {
    /// Special cause, for the better.
    case improving
    /// Special cause, for the worse.
    case concerning
    /// Special cause upwards, and neither way is better.
    case high
    /// Special cause downwards, and neither way is better.
    case low
    /// Common cause: no rule is fulfilled.
    case common
    /// The latest phase has too few points.
    case tooFewPoints = "too-few-points"
  }

  /// Whether the process as it is will reach its target.
  public enum Assurance: String, Sendable, CaseIterable {
    /// Usual variation alone does not miss the target.
    case consistentlyHits = "consistently-hits"
    /// The target lies within the limits: chance decides.
    case hitAndMiss = "hit-and-miss"
    /// Usual variation alone does not reach the target.
    case consistentlyFails = "consistently-fails"
    /// There is no target, or neither way is better.
    case noTarget = "no-target"
    /// The latest phase has too few points.
    case tooFewPoints = "too-few-points"
  }

  /// The phases in order.
  public let phases: [Phase]
  /// One point for each place.
  public let points: [Point]
  /// What the latest point says.
  public let variation: Variation
  /// Whether the target will be reached.
  public let assurance: Assurance

  /// The limits of the latest phase, if it has enough points.
  public var latest: ControlLimits? { phases.last?.limits }

  /// The phase of a place.
  public func phase(of place: Int) -> Phase? { phases.first { $0.places.contains(place) } }

  /// Judges a series.
  ///
  /// Missing and ghosted places are passed over: a moving range and a run go on from the last point
  /// that counts, within the phase.
  /// - Throws: `ProcessControlError` when a value is no number, or a rebase is at no place.
  public init(_ series: ControlSeries) throws(ProcessControlError) {
    try Self.check(series)
    let starts = [0] + Set(series.rebasedAt).sorted().filter { $0 > 0 }
    let ends = Array(starts.dropFirst()) + [series.places.count]
    var phases: [Phase] = []
    var points: [Point] = []
    for (start, end) in zip(starts, ends) where start < end {
      let (phase, judged) = Self.judge(start..<end, of: series)
      phases.append(phase)
      points += judged
    }
    self.phases = phases
    self.points = points
    variation = Self.variation(phases.last, points)
    assurance = Self.assurance(series, phases.last)
  }

  private static func check(_ series: ControlSeries) throws(ProcessControlError) {
    for (place, value) in series.places.map(\.value).enumerated() {
      guard let value, !value.isFinite else { continue }
      throw ProcessControlError(
        "The value at place \(place + 1) is \(value). Give a number, or leave the place empty.")
    }
    if let target = series.target, !target.isFinite {
      throw ProcessControlError("The target is \(target). Give a number, or no target.")
    }
    for start in series.rebasedAt where !series.places.indices.contains(start) {
      throw ProcessControlError(
        "Limits are to start anew at place \(start + 1), and there are \(series.places.count). "
          + "Give a place of the series.")
    }
    if series.minimumPoints < 2 {
      throw ProcessControlError(
        "A chart from \(series.minimumPoints) points has no moving range. Ask for at least 2.")
    }
  }

  private static func judge(
    _ places: Range<Int>, of series: ControlSeries
  ) -> (Phase, [Point]) {
    let values = places.compactMap { series.places[$0].counted }
    let isEnough = values.count >= series.minimumPoints
    let limits =
      isEnough ? ControlLimits(values: values, screening: series.screensRanges) : nil
    let rules = limits.map { ControlRuleFinder.rules(of: values, $0) }
    var points: [Point] = []
    var next = 0
    for place in places.map({ series.places[$0] }) {
      guard let value = place.counted else {
        let cause: Cause = place.value == nil ? .missing : .ghosted
        points.append(Point(value: place.value, movingRange: nil, rules: [], cause: cause))
        continue
      }
      let found = rules?[next] ?? []
      points.append(
        Point(
          value: value, movingRange: next == 0 ? nil : abs(value - values[next - 1]), rules: found,
          cause: limits.map { cause(value, at: next, values, found, $0, series.better) }
            ?? .unjudged))
      next += 1
    }
    return (Phase(places: places, count: values.count, limits: limits), points)
  }

  /// The side of the mean says whether a special cause is for the better; on the mean, the step
  /// from the point before does.
  private static func cause(
    _ value: Double, at place: Int, _ values: [Double], _ rules: [ControlRule],
    _ limits: ControlLimits, _ better: BetterDirection
  ) -> Cause {
    if rules.isEmpty { return .common }
    var side = limits.side(value)
    if side == 0 {
      let (from, to) = place == 0 ? (values[0], values[1]) : (values[place - 1], value)
      side = to > from ? 1 : -1
    }
    switch better {
    case .neither: return side > 0 ? .high : .low
    case .higher: return side > 0 ? .improving : .concerning
    case .lower: return side < 0 ? .improving : .concerning
    }
  }

  private static func variation(_ phase: Phase?, _ points: [Point]) -> Variation {
    guard let phase, phase.limits != nil else { return .tooFewPoints }
    let last = points[phase.places].last { $0.cause != .missing && $0.cause != .ghosted }
    switch last?.cause {
    case .improving: return .improving
    case .concerning: return .concerning
    case .high: return .high
    case .low: return .low
    case .common, .ghosted, .missing, .unjudged, nil: return .common
    }
  }

  private static func assurance(_ series: ControlSeries, _ phase: Phase?) -> Assurance {
    guard let target = series.target, series.better != .neither else { return .noTarget }
    guard let limits = phase?.limits else { return .tooFewPoints }
    let isHigherBetter = series.better == .higher
    if target > limits.upper + limits.tolerance {
      return isHigherBetter ? .consistentlyFails : .consistentlyHits
    }
    if target < limits.lower - limits.tolerance {
      return isHigherBetter ? .consistentlyHits : .consistentlyFails
    }
    return .hitAndMiss
  }
}
