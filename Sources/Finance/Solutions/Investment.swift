// SPDX-License-Identifier: Apache-2.0

/// What a scheme must spend to save, in the prices of the year of spending.
///
/// It is spent outside the system by the scheme's organisation, and is never weighted by
/// confidence: the money goes whether or not the saving comes.
public struct Investment: Hashable, Sendable {
  /// New running costs by the year they start, each lasting from that year on.
  public let recurrent: [Year: MillionPounds]
  /// One-off costs by the year they fall in.
  public let nonRecurrent: [Year: MillionPounds]

  /// States the investment of a scheme; without arguments, none.
  public init(
    recurrent: [Year: MillionPounds] = [:], nonRecurrent: [Year: MillionPounds] = [:]
  ) {
    self.recurrent = recurrent
    self.nonRecurrent = nonRecurrent
  }

  /// The running cost in `year`: every step that has started by then, the earliest first.
  func running(in year: Year) -> MillionPounds {
    recurrent.keys.sorted().filter { $0 <= year }.sum { recurrent[$0] ?? 0 }
  }
}
