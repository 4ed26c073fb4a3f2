// SPDX-License-Identifier: Apache-2.0

public import Engagement
public import Foundation

/// One thing that happens in a made-up programme, at a time.
///
/// A family lists its steps; they are done in the order of time, over all families, with the clock
/// of the demonstration set to the time of each. A step uses the rules of its family.
public struct DemonstrationStep: Sendable {
  /// When it happens.
  public let time: Date
  /// Does it.
  public let act: @Sendable () async throws -> Void

  /// Something that happens on a day, some minutes after midnight.
  public init(
    _ day: CivilDay, minutes: Int = 600, _ act: @escaping @Sendable () async throws -> Void
  ) {
    time = LondonTime.moment(day, minutes: minutes)
    self.act = act
  }
}
