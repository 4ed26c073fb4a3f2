// SPDX-License-Identifier: Apache-2.0

/// The hat under which large counts are drawn, and the part of it that needs no logarithm.
///
/// The constants are those of Hörmann (1993): algorithm PTRS for Poisson counts and BTRS for
/// binomial counts. The names in the papers stand beside ours.
struct TransformedRejection: Sendable {
  /// `a` of the papers.
  private let curve: Double
  /// `b`.
  private let width: Double
  /// `c`.
  private let centre: Double
  /// `v_r`.
  private let squeeze: Double
  /// `1 / alpha` for Poisson counts; `alpha` for binomial counts.
  let level: Double

  static let unused = TransformedRejection(curve: 0, width: 0, centre: 0, squeeze: 0, level: 0)

  private init(curve: Double, width: Double, centre: Double, squeeze: Double, level: Double) {
    (self.curve, self.width, self.centre) = (curve, width, centre)
    (self.squeeze, self.level) = (squeeze, level)
  }

  init(poisson mean: Double) {
    let width = 0.931 + 2.53 * mean.squareRoot()
    self.init(
      curve: -0.059 + 0.02483 * width, width: width, centre: mean + 0.43,
      squeeze: 0.9277 - 3.6224 / (width - 2), level: 1.1239 + 1.1328 / (width - 3.4))
  }

  init(trials: Double, _ probability: Double) {
    let deviation = (trials * probability * (1 - probability)).squareRoot()
    let width = 1.15 + 2.53 * deviation
    self.init(
      curve: -0.0873 + 0.0248 * width + 0.01 * probability, width: width,
      centre: trials * probability + 0.5, squeeze: 0.92 - 4.2 / width,
      level: (2.83 + 5.1 / width) * deviation)
  }

  /// A count that may be taken, with `us` and `v` of the papers.
  func candidate(
    using stream: inout RandomStream
  ) -> (count: Double, distance: Double, height: Double) {
    let place = stream.unit() - 0.5
    let height = stream.unit()
    let distance = 0.5 - place.magnitude
    let count = ((2 * curve / distance + width) * place + centre).rounded(.down)
    return (count, distance, height)
  }

  /// Whether a candidate is below the curve for certain.
  func isSurelyInside(_ distance: Double, _ height: Double) -> Bool {
    distance >= 0.07 && height <= squeeze
  }

  /// The hat's stretch at a distance from its end.
  func slope(_ distance: Double) -> Double { curve / (distance * distance) + width }
}
