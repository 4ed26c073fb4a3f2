// SPDX-License-Identifier: Apache-2.0

/// How long a run lasts and what of it is counted.
public struct FlowHorizon: Hashable, Sendable {
  /// Days that are run first and not counted.
  public var warmUp: Double
  /// Days that are counted.
  public var length: Double
  /// When beds are counted each day, as a share of the day: 0 is midnight.
  public var auditTime: Double
  /// The weekday of the first day of the run: 0 is Monday.
  public var firstWeekday: Int

  /// A horizon of its parts.
  public init(warmUp: Double, length: Double, auditTime: Double = 0, firstWeekday: Int = 0) {
    self.warmUp = warmUp
    self.length = length
    self.auditTime = auditTime
    self.firstWeekday = firstWeekday
  }
}
