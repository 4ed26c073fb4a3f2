// SPDX-License-Identifier: Apache-2.0

/// What one scheme saves in one year of one run, in £ million.
public struct SchemeYear: Hashable, Sendable {
  /// What it claims, after confidence and before overlaps.
  public internal(set) var gross: Double
  /// What it saves once no pound is saved twice.
  public internal(set) var net: Double
  /// The part of the net saving that pays for something else than the gap.
  public internal(set) var reinvested: Double

  init(gross: Double) {
    self.gross = gross
    net = gross
    reinvested = 0
  }

  /// The part of the claim that other schemes save, or that its pool does not hold.
  public var overlapRemoved: Double { gross - net }
}
