// SPDX-License-Identifier: Apache-2.0

/// When an item finishes with the shortest, the likely and the longest durations.
public struct FinishRange: Hashable, Sendable {
  /// The finish when everything takes its shortest time.
  public let earliest: Double
  /// The finish when everything takes its likely time.
  public let likely: Double
  /// The finish when everything takes its longest time.
  public let latest: Double

  /// A range of days.
  public init(earliest: Double, likely: Double, latest: Double) {
    self.earliest = earliest
    self.likely = likely
    self.latest = latest
  }
}

extension WorkNetwork {
  /// The range of the finish of each item, in the order of the network: three passes.
  ///
  /// All durations are at their ends together, so that the range is wider than chance would make
  /// it; a simulation says how likely what lies between is.
  public func finishRanges(origin: Double = 0) -> [FinishRange] {
    let passes = DurationEstimate.allCases.map { WorkSchedule(self, $0, origin: origin).items }
    return items.indices.map { place in
      FinishRange(
        earliest: passes[0][place].earlyFinish, likely: passes[1][place].earlyFinish,
        latest: passes[2][place].earlyFinish)
    }
  }
}
