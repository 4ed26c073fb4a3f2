// SPDX-License-Identifier: Apache-2.0

/// People who come at a rate that changes and stay as long as they need: M_t/G/infinity.
///
/// The number present at any time is Poisson (a sum of a Poisson and a binomial number when some
/// were there at the start); its mean is the integral of the rate of arrivals times the share still
/// there. Reference: Eick, Massey and Whitt (1993), "The physics of the M_t/G/∞ queue", Operations
/// Research 41, 731-742, theorem 1.
public struct InfiniteServersOverTime: Equatable, Sendable {
  /// Arrivals as time goes on.
  public let arrivals: ArrivalPattern
  /// How long people stay.
  public let stay: Stay

  /// People who are there at time 0.
  public struct PeopleAtStart: Equatable, Sendable {
    /// What is known of how long they have been there.
    public enum Elapsed: Equatable, Sendable {
      /// They have just come.
      case justArrived
      /// They are a census of a long steady state, in which long stays are found more often: the
      /// stay that is left has the equilibrium distribution.
      case census
    }
    /// How many; a mean when it is not known exactly.
    public let count: Double
    /// How long they have been there.
    public let elapsed: Elapsed

    /// Describes people who are there at time 0.
    public init(count: Double, elapsed: Elapsed) {
      self.count = count
      self.elapsed = elapsed
    }
  }

  /// Terms of a sum over intervals of a table.
  private static let mostTerms: Double = 5_000_000
  /// People by which a mean may be wrong because very long stays were taken at the mean rate.
  private static let tolerance: Double = 1e-10

  /// Describes arrivals and stays.
  ///
  /// - Throws: `QueueError` for stays out of range, and for stays of more than 10,000 periods of a
  ///   wave, of which nobody would notice the wave.
  public init(arrivals: ArrivalPattern, stay: Stay) throws(QueueError) {
    try stay.check()
    if case .wave(_, let amplitude, let period, _) = arrivals.kind, amplitude > 0 {
      guard stay.mean <= 10_000 * period else {
        throw .tooMuchWork(
          "a stay of more than 10,000 periods of the arrivals",
          advice: "Take the mean rate: the wave makes no difference.")
      }
    }
    self.arrivals = arrivals
    self.stay = stay
  }

  /// The mean number of people at a time, with arrivals that have always followed their pattern.
  public func mean(at time: Double) throws(QueueError) -> Double {
    try Check.range(time, "the time", -1e9...1e9)
    guard arrivals.repeats else { return try mean(at: time, startingWith: []) }
    return try mean(at: time, since: -.infinity)
  }

  /// The mean number of people at a time, with those at time 0 and all who came since.
  ///
  /// - Parameters:
  ///   - time: 0 or later.
  ///   - people: Those who are there at time 0.
  /// - Returns: People.
  /// - Throws: `QueueError` for numbers out of range.
  public func mean(
    at time: Double, startingWith people: [PeopleAtStart]
  ) throws(QueueError) -> Double {
    try Check.amount(time, "the time")
    var total = try mean(at: time, since: 0)
    for group in people {
      try Check.amount(group.count, "the number of people at the start")
      switch group.elapsed {
      case .justArrived: total += group.count * stay.share(longerThan: time)
      case .census: total += group.count * max(0, 1 - stay.mean(upTo: time) / stay.mean)
      }
    }
    return total
  }

  private func mean(at time: Double, since start: Double) throws(QueueError) -> Double {
    let span = time - start
    switch arrivals.kind {
    case .wave(let mean, let amplitude, let period, let peak):
      let level = mean * (span.isFinite ? stay.mean(upTo: span) : stay.mean)
      guard amplitude > 0 else { return level }
      let frequency = 2 * Double.pi / period
      let wave = StayWave(stay, frequency: frequency, upTo: span)
      let phase = frequency * (time - peak)
      return level + amplitude
        * (Elementary.cosine(phase) * wave.cosine + Elementary.sine(phase) * wave.sine)
    case .table(let rates, let step, _):
      return try sum(rates, step, time, span)
    }
  }

  /// Adds up intervals backwards from a time: those who came in each, times the share still there.
  private func sum(
    _ rates: [Double], _ step: Double, _ time: Double, _ span: Double
  ) throws(QueueError) -> Double {
    let spread = (rates.max() ?? 0) - (rates.min() ?? 0)
    var index = (time / step).rounded(.down)
    var (total, before, age) = (0.0, 0.0, 0.0)
    var terms = 0.0
    while age < span {
      age = min(span, time - index * step)
      let now = stay.mean(upTo: age)
      total += arrivals.rate(at: (index + 0.5) * step) * (now - before)
      (before, index, terms) = (now, index - 1, terms + 1)
      let left = stay.share(longerThan: age)
      if left == 0 { return total }
      // What is older hardly changes within a period: it counts at the mean rate.
      if !span.isFinite, spread * arrivals.period * left < Self.tolerance {
        return total + arrivals.meanRate * max(0, stay.mean - now)
      }
      guard terms < Self.mostTerms else {
        throw .tooMuchWork(
          "a table of arrivals whose interval is very short beside the stay",
          advice: "Take longer intervals, or the mean rate.")
      }
    }
    return total
  }
}
