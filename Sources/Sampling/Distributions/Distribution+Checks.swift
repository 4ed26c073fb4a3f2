// SPDX-License-Identifier: Apache-2.0

extension Distribution {
  static func check(_ shape: Shape) throws(SamplingError) {
    switch shape {
    case .fixed(let value): try finite([value])
    case .uniform(let low, let high): try ordered(low, high)
    case .triangular(let low, let mode, let high):
      try ordered(low, high)
      guard mode >= low, mode <= high else {
        throw .modeOutside(low: low, mode: mode, high: high)
      }
    case .normal(let mean, let deviation):
      try finite([mean, deviation])
      guard deviation >= 0 else { throw .negativeDeviation(deviation) }
    case .interval(let low, let high, let within):
      try ordered(low, high)
      guard within.lowerBound <= low, high <= within.upperBound else {
        throw .outsideRange(low: low, high: high, range: within)
      }
    }
  }

  private static func ordered(_ low: Double, _ high: Double) throws(SamplingError) {
    try finite([low, high])
    guard low <= high else { throw .lowAboveHigh(low: low, high: high) }
    // A width that overflows would make every draw infinite.
    try finite([high - low])
  }

  private static func finite(_ values: [Double]) throws(SamplingError) {
    for value in values where !value.isFinite { throw .notANumber(value) }
  }
}
