// SPDX-License-Identifier: Apache-2.0

/// What becomes of one item when others are late.
public struct TracedSlip: Hashable, Sendable {
  /// The item that was asked about.
  public let id: String
  /// The day of its finish without the delay.
  public let before: Double
  /// The day of its finish with the delay.
  public let after: Double
  /// The path by which the delay reaches it, from the late item on; empty when it does not.
  public let path: [PathStep]

  /// Days by which it is later.
  public var days: Double { after - before }
}

extension WorkSchedule {
  /// What becomes of some items when others finish some days later than in this schedule.
  ///
  /// Each late item finishes no earlier than its date here and its delay: delays of items that wait
  /// for each other do not add up. What has finished cannot be late, and is left out.
  /// - Throws: `ScheduleError.unknown`.
  public func slips(
    of targets: [String], when delays: [String: Double], origin: Double = 0
  ) throws(ScheduleError) -> [TracedSlip] {
    var delayed = network.items
    for (id, days) in delays {
      let place = try network.place(of: id)
      guard delayed[place].finished == nil, days > 0 else { continue }
      delayed[place].finishNotBefore = max(
        delayed[place].finishNotBefore ?? -.infinity, items[place].earlyFinish + days)
    }
    let after = rescheduled(delayed, origin)
    var slips: [TracedSlip] = []
    for id in targets {
      let place = try network.place(of: id)
      let moved = after.items[place].earlyFinish - items[place].earlyFinish
      let path = moved > ForwardPass.tolerance ? after.path(to: place, along: hasMoved(after)) : []
      slips.append(
        TracedSlip(
          id: id, before: items[place].earlyFinish, after: after.items[place].earlyFinish,
          path: path))
    }
    return slips
  }

  /// The schedule of the same durations over other constraints.
  private func rescheduled(_ items: [WorkItem], _ origin: Double) -> WorkSchedule {
    WorkSchedule(network.replacing(items), origin: origin)
  }

  private func hasMoved(_ after: WorkSchedule) -> (Int) -> Bool {
    { place in
      after.items[place].earlyFinish - self.items[place].earlyFinish > ForwardPass.tolerance
        || after.items[place].earlyStart - self.items[place].earlyStart > ForwardPass.tolerance
    }
  }
}
