// SPDX-License-Identifier: Apache-2.0

/// How sure a scheme is, in the colours of programme offices.
public enum SavingsConfidence: String, Sendable, CaseIterable, Codable {
  /// Delivered.
  case blue
  /// On track.
  case green
  /// At risk, with something being done.
  case amber
  /// Unlikely as things are.
  case red
  /// A target without a scheme behind it.
  case unidentified
}

/// The share of what is to come that each colour counts for.
///
/// No national weights exist, so these are a choice of whoever runs the programme: they are data,
/// each change is on the record, and the weighted figure always stands beside the unweighted.
public struct SavingsWeights: Sendable, Equatable {
  private let shares: [SavingsConfidence: Double]

  /// Weights by colour; a colour without one counts for nothing.
  ///
  /// - Throws: `SavingsError` when a weight is not from 0 to 1.
  public init(_ shares: [SavingsConfidence: Double]) throws(SavingsError) {
    for colour in SavingsConfidence.allCases {
      guard let share = shares[colour], !(0...1).contains(share) else { continue }
      throw SavingsError(
        "The weight of \(colour.rawValue) is \(share). Give a share from 0 to 1.")
    }
    self.shares = shares
  }

  private init(trusted shares: [SavingsConfidence: Double]) { self.shares = shares }

  /// Where a programme starts until it chooses its own: a convention, and no national rule.
  public static let starting = SavingsWeights(
    trusted: [.blue: 1, .green: 1, .amber: 0.5, .red: 0, .unidentified: 0])

  /// The weight of a colour.
  public func share(_ colour: SavingsConfidence) -> Double { shares[colour] ?? 0 }
}
