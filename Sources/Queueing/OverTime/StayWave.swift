// SPDX-License-Identifier: Apache-2.0

/// The integrals of the share still there times a cosine and a sine of a frequency.
struct StayWave {
  private(set) var cosine = 0.0
  private(set) var sine = 0.0

  /// Integrates from 0 up to a time, which may be infinite.
  init(_ stay: Stay, frequency: Double, upTo limit: Double) {
    switch stay {
    case .exponential(let mean): exponential(1 / mean, frequency, limit)
    case .fixed(let stay): block(min(stay, limit), frequency)
    case .lognormal(let location, let scale): lognormal(stay, location, scale, frequency, limit)
    }
  }

  /// Everybody is there until an end.
  private mutating func block(_ end: Double, _ frequency: Double) {
    let half = Elementary.sine(frequency * end / 2)
    cosine += Elementary.sine(frequency * end) / frequency
    sine += 2 * half * half / frequency
  }

  private mutating func exponential(_ rate: Double, _ frequency: Double, _ limit: Double) {
    let scale = rate * rate + frequency * frequency
    let left = limit.isFinite ? Elementary.exponential(-rate * limit) : 0
    let (c, s) =
      limit.isFinite
      ? (Elementary.cosine(frequency * limit), Elementary.sine(frequency * limit)) : (0, 0)
    cosine = (rate - left * (rate * c - frequency * s)) / scale
    sine = (frequency - left * (frequency * c + rate * s)) / scale
  }

  /// By panels that are short beside both the wave and the spread of the distribution, each with
  /// Gauss and Legendre's rule, and integration by parts for what is left beyond them.
  private mutating func lognormal(
    _ stay: Stay, _ location: Double, _ scale: Double, _ frequency: Double, _ limit: Double
  ) {
    let tolerance = 1e-13 * stay.mean
    var z = -8.5
    var start = Elementary.exponential(location + scale * z)
    block(min(start, limit), frequency)
    while start < limit, z < 12 {
      z += 0.5
      let end = min(limit, Elementary.exponential(location + scale * z))
      let pieces = max(1, Int(min(200_000, (end - start) * frequency / 1.5)))
      let width = (end - start) / Double(pieces)
      for piece in 0..<pieces {
        panel(stay, frequency, from: start + Double(piece) * width, width: width)
      }
      start = end
      guard z > 1, start < limit else { continue }
      // Beyond here the share still there hardly changes within a wave.
      let share = stay.share(longerThan: start)
      let steepness = (z / scale + 1) / start
      let density = share * z / scale / start
      if density * steepness / (frequency * frequency * frequency) < tolerance {
        if !limit.isFinite { tail(location, scale, z, share, frequency, from: start) }
        return
      }
    }
  }

  private mutating func tail(
    _ location: Double, _ scale: Double, _ z: Double, _ share: Double, _ frequency: Double,
    from start: Double
  ) {
    let density =
      Elementary.exponential(-z * z / 2) / ((2 * Double.pi).squareRoot() * scale * start)
    let (c, s) = (Elementary.cosine(frequency * start), Elementary.sine(frequency * start))
    cosine += -share * s / frequency + density * c / (frequency * frequency)
    sine += share * c / frequency + density * s / (frequency * frequency)
  }

  /// The positive nodes and the weights of the rule with eight points on -1...1 (Abramowitz and
  /// Stegun 1964, table 25.4).
  private static let rule: [(node: Double, weight: Double)] = [
    (0.183434642495649805, 0.362683783378361983), (0.525532409916328986, 0.313706645877887287),
    (0.796666477413626740, 0.222381034453374471), (0.960289856497536232, 0.101228536290376259),
  ]

  private mutating func panel(
    _ stay: Stay, _ frequency: Double, from start: Double, width: Double
  ) {
    for (node, weight) in Self.rule {
      for sign in [-1.0, 1.0] {
        let time = start + width / 2 * (1 + sign * node)
        let share = stay.share(longerThan: time) * weight * width / 2
        cosine += share * Elementary.cosine(frequency * time)
        sine += share * Elementary.sine(frequency * time)
      }
    }
  }
}
