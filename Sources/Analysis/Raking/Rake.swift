// SPDX-License-Identifier: Apache-2.0

extension RakedWeights {
  /// Weights respondents so that each dimension has the population's shares.
  ///
  /// It scales the weights to one dimension after another, round and round, until every share
  /// holds at once (Deming and Stephan, 1940). With a cap, each round ends by cutting weights above
  /// it and sharing the excess among the others in proportion, and the rounds go on. Where the cap
  /// keeps the shares from being met, the weights obey the cap and `marginsMet` is false.
  ///
  /// The same input always gives the same weights.
  ///
  /// - Throws: ``RakingError``, which names the dimension and the cell at fault.
  public init(
    margins: [RakingMargin], settings: RakingSettings = RakingSettings()
  ) throws(RakingError) {
    let shares = try Self.checked(margins, settings)
    var weights = Array(repeating: 1.0, count: margins[0].respondents.count)
    var round = 0
    var worst = Self.largestGap(shares, weights)
    repeat {
      round += 1
      let before = weights
      for margin in shares { margin.adjust(&weights) }
      Self.scaleToMeanOne(&weights)
      if let cap = settings.cap { Self.trim(&weights, to: cap) }
      worst = Self.largestGap(shares, weights)
      // Weights that no longer move leave a gap that the cap, or the margins, will not let close.
      if worst.gap > settings.tolerance, Self.largestChange(before, weights) < 1e-10 { break }
    } while worst.gap > settings.tolerance && round < settings.maximumIterations

    let isMet = worst.gap <= settings.tolerance
    guard isMet || settings.cap != nil else {
      throw .notConverged(
        margin: worst.margin, cell: worst.cell, gap: worst.gap, iterations: round)
    }
    self.weights = weights
    iterations = round
    largestGap = worst.gap
    marginsMet = isMet
    atCap = settings.cap.map { cap in weights.count { $0 >= cap * (1 - 1e-9) } } ?? 0
  }

  private static func checked(
    _ margins: [RakingMargin], _ settings: RakingSettings
  ) throws(RakingError) -> [MarginShares] {
    guard settings.cap.map({ $0 > 1 }) ?? true, settings.tolerance > 0,
      settings.maximumIterations > 0
    else { throw .badSettings }
    guard let first = margins.first else { throw .noMargins }
    guard !first.respondents.isEmpty else { throw .noRespondents }
    var shares: [MarginShares] = []
    for margin in margins {
      guard margin.respondents.count == first.respondents.count else {
        throw .respondentCount(
          margin: margin.name, found: margin.respondents.count,
          expected: first.respondents.count)
      }
      shares.append(try MarginShares(margin))
    }
    return shares
  }

  private static func largestGap(
    _ margins: [MarginShares], _ weights: [Double]
  ) -> (margin: String, cell: String, gap: Double) {
    var worst = (margin: "", cell: "", gap: 0.0)
    for margin in margins {
      let found = margin.largestGap(weights)
      if found.gap > worst.gap { worst = (margin.name, margin.cells[found.cell], found.gap) }
    }
    return worst
  }

  private static func largestChange(_ before: [Double], _ after: [Double]) -> Double {
    zip(before, after).reduce(0) { max($0, abs($1.0 - $1.1)) }
  }

  private static func scaleToMeanOne(_ weights: inout [Double]) {
    let factor = Double(weights.count) / weights.reduce(0, +)
    for place in weights.indices { weights[place] *= factor }
  }

  /// Cuts weights above the cap and shares the excess, until none is above.
  ///
  /// The mean stays 1.
  private static func trim(_ weights: inout [Double], to cap: Double) {
    var isCut = Array(repeating: false, count: weights.count)
    while true {
      var hasCut = false
      for place in weights.indices where !isCut[place] && weights[place] > cap {
        isCut[place] = true
        weights[place] = cap
        hasCut = true
      }
      guard hasCut else { return }
      let cut = Double(isCut.count { $0 }) * cap
      let rest = weights.indices.reduce(0.0) { $0 + (isCut[$1] ? 0 : weights[$1]) }
      guard rest > 0 else { return }
      let factor = (Double(weights.count) - cut) / rest
      for place in weights.indices where !isCut[place] { weights[place] *= factor }
    }
  }
}
