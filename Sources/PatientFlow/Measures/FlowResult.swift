// SPDX-License-Identifier: Apache-2.0

/// What one replication found, over the days that are counted.
public struct FlowResult: Hashable, Sendable, Codable {
  /// For each unit, in the order of the network.
  public var units: [UnitResult]
  /// For each class, in the order of the network.
  public var classes: [ClassResult]
  /// Events handled, the warm-up included.
  public var events: Int

  /// A result of its parts.
  public init(units: [UnitResult], classes: [ClassResult], events: Int) {
    self.units = units
    self.classes = classes
    self.events = events
  }
}

/// What one replication found at a unit.
public struct UnitResult: Hashable, Sendable, Codable {
  /// Mean over time of the beds in use (people in care, for units without beds).
  public var meanOccupied = 0.0
  /// Of those, the mean in need of care.
  public var meanNeeded = 0.0
  /// Of those, the mean held up because the next unit is full.
  public var meanBlocked = 0.0
  /// Of those, the mean in transition.
  public var meanTransition = 0.0
  /// Mean over time of the beds staffed; for visits, of the visits that can be made.
  public var meanStaffed = 0.0
  /// Mean over time of the people who wait outside for this unit.
  public var meanQueue = 0.0
  /// Mean over time of the people who wait in another unit for this one.
  public var meanWaitingElsewhere = 0.0
  /// Mean over time of the visits made a day; 0 for other units.
  public var meanVisits = 0.0
  /// People who came, from outside and from other units; not those called off before.
  public var arrivals = 0
  /// Of those, people who found no bed; for visits, people who could not start on the first day that
  /// was considered.
  public var foundFull = 0
  /// People who were admitted.
  public var admissions = 0
  /// People who went elsewhere because it was full or the queue was long.
  public var turnedAway = 0
  /// People who gave up waiting.
  public var reneged = 0
  /// Planned admissions called off, as often as each was.
  public var cancelled = 0
  /// Days waited by those who were admitted, in all.
  public var daysWaited = 0.0
  /// People admitted by whole hours waited: 0 for nobody waited, then up to an hour, and so on; the
  /// last stands for all longer.
  public var waits: [Int] = []
  /// Counts of the daily audit by beds in use: how often so many were in use.
  public var auditOccupied: [Int] = []
  /// Counts of the daily audit by people who wait for the unit, wherever they are.
  public var auditQueue: [Int] = []
  /// Beds in use at each audit, in order; thinned evenly so that no more than 2,000 are kept.
  public var dailyOccupied: [Int32] = []
  /// People who wait for the unit at each audit, wherever they are, likewise.
  public var dailyQueue: [Int32] = []
  /// People held up in the unit at each audit, likewise.
  public var dailyBlocked: [Int32] = []

  /// A result of nothing.
  public init() {}
}

/// What one replication found of a class: of people who came as it, whatever they became later.
public struct ClassResult: Hashable, Sendable, Codable {
  /// People who came from outside.
  public var arrivals = 0
  /// People who left the network after care.
  public var completed = 0
  /// Days from coming to leaving of those who left, in all.
  public var daysInSystem = 0.0
  /// Days waited outside by those admitted, in all.
  public var daysWaited = 0.0
  /// People admitted from outside.
  public var admitted = 0
  /// People who went elsewhere, gave up, or were called off and not booked again.
  public var lost = 0

  /// A result of nothing.
  public init() {}
}
