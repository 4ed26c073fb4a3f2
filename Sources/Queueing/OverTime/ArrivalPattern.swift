// SPDX-License-Identifier: Apache-2.0

/// How many arrive in a unit of time, as time goes on.
public struct ArrivalPattern: Equatable, Sendable {
  enum Kind: Equatable, Sendable {
    case wave(mean: Double, amplitude: Double, period: Double, peak: Double)
    case table(rates: [Double], step: Double, repeats: Bool)
  }
  let kind: Kind

  private init(_ kind: Kind) { self.kind = kind }

  /// The same rate always.
  public static func constant(_ rate: Double) throws(QueueError) -> ArrivalPattern {
    try wave(mean: rate, amplitude: 0, period: 1, peak: 0)
  }

  /// A rate that rises and falls as a cosine does.
  ///
  /// - Parameters:
  ///   - mean: The mean rate.
  ///   - amplitude: How far it goes above and below the mean, at most the mean itself.
  ///   - period: The time after which it repeats.
  ///   - peak: A time at which it is highest.
  /// - Returns: The pattern.
  /// - Throws: `QueueError` for numbers out of range.
  public static func wave(
    mean: Double, amplitude: Double, period: Double, peak: Double
  ) throws(QueueError) -> ArrivalPattern {
    try Check.positive(mean, "the mean rate of arrivals")
    try Check.range(amplitude, "the amplitude of arrivals", 0...mean)
    try Check.positive(period, "the period of arrivals")
    try Check.range(peak, "the time of the peak", -1e9...1e9)
    return ArrivalPattern(.wave(mean: mean, amplitude: amplitude, period: period, peak: peak))
  }

  /// Rates of equal intervals, the first of which begins at time 0.
  ///
  /// - Parameters:
  ///   - rates: Up to 100,000, not all of them 0.
  ///   - step: The length of an interval.
  ///   - repeats: Whether the table begins anew when it ends, and did so before time 0; otherwise
  ///     nobody comes before it or after it.
  /// - Returns: The pattern.
  /// - Throws: `QueueError` for numbers out of range.
  public static func table(
    _ rates: [Double], step: Double, repeats: Bool
  ) throws(QueueError) -> ArrivalPattern {
    guard !rates.isEmpty else { throw .empty("the table of arrivals") }
    try Check.count(rates.count, "the length of the table of arrivals", 1...100_000)
    for rate in rates { try Check.amount(rate, "a rate of the table of arrivals") }
    try Check.positive(step, "the interval of the table of arrivals")
    try Check.positive(rates.reduce(0, +), "the sum of the table of arrivals")
    return ArrivalPattern(.table(rates: rates, step: step, repeats: repeats))
  }

  /// The rate at a time.
  public func rate(at time: Double) -> Double {
    switch kind {
    case .wave(let mean, let amplitude, let period, let peak):
      guard amplitude > 0 else { return mean }
      return mean + amplitude * Elementary.cosine(2 * Double.pi * (time - peak) / period)
    case .table(let rates, let step, let repeats):
      let length = step * Double(rates.count)
      var place = time
      if repeats { place -= (time / length).rounded(.down) * length }
      guard place >= 0, place < length || repeats else { return 0 }
      return rates[min(rates.count - 1, Int(place / step))]
    }
  }

  /// The mean rate over a period, or over the whole of a table.
  public var meanRate: Double {
    switch kind {
    case .wave(let mean, _, _, _): mean
    case .table(let rates, _, _): rates.reduce(0, +) / Double(rates.count)
    }
  }

  /// The highest rate.
  var highest: Double {
    switch kind {
    case .wave(let mean, let amplitude, _, _): mean + amplitude
    case .table(let rates, _, _): rates.max() ?? 0
    }
  }

  /// The time after which it repeats, or the length of a table.
  var period: Double {
    switch kind {
    case .wave(_, _, let period, _): period
    case .table(let rates, let step, _): step * Double(rates.count)
    }
  }

  var repeats: Bool {
    if case .table(_, _, let repeats) = kind { return repeats }
    return true
  }

  /// Where the rate jumps, from time 0 to below a time.
  func jumps(until end: Double) -> [Double] {
    guard case .table(let rates, let step, let repeats) = kind else { return [] }
    let count = repeats ? Int(min(end / step, 1e7)) + 1 : rates.count + 1
    return (0..<count).map { Double($0) * step }.filter { $0 < end }
  }
}
