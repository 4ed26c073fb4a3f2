// SPDX-License-Identifier: Apache-2.0

import Pictures

extension Sample {
  static let matrices = [
    Sample("matrix-risks", matrix((1...30).map { entry($0) })),
    Sample("matrix-empty", matrix([])),
  ]

  static func matrix(_ entries: [RiskMatrix.Entry]) -> RiskMatrix {
    RiskMatrix(
      caption: caption("risks", "Risks by score"),
      consequences: ["1 Negligible", "2 Minor", "3 Moderate", "4 Major", "5 Catastrophic"],
      likelihoods: ["1 Rare", "2 Unlikely", "3 Possible", "4 Likely", "5 Almost certain"],
      entries: entries)
  }

  /// One of many risks, most of them in the middle.
  private static func entry(_ number: Int) -> RiskMatrix.Entry {
    RiskMatrix.Entry(
      "R\(number)", consequence: number % 3 + 2, likelihood: number * number % 4 + 2)
  }
}
