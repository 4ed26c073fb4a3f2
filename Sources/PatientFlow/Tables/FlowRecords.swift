// SPDX-License-Identifier: Apache-2.0

import Sampling

// Plain records that the kernel copies at the start of a replication and then changes in place.

/// A unit: what it is, who is in it, and what was found.
struct UnitRecord: BitwiseCopyable, Sendable {
  enum Kind: UInt8, BitwiseCopyable, Sendable { case unlimited, beds, visits }

  var kind: Kind
  /// Whether beds of it may wait for each other in a circle.
  var isOnCycle = false
  var hasEscalation = false
  var overtaking = false
  /// How many may wait outside.
  var queueLimit: Int
  var firstGroup: Int
  var groupCount: Int
  var firstLane: Int
  var laneCount: Int

  var occupied = 0
  var blocked = 0
  var inTransition = 0
  var queue = 0
  var waitingElsewhere = 0
  var staffed = 0

  // Integrals over the counted days: each change counts for all the time that is left.
  var occupiedDays = 0.0
  var blockedDays = 0.0
  var transitionDays = 0.0
  var queueDays = 0.0
  var elsewhereDays = 0.0
  var staffedDays = 0.0

  var arrivals = 0
  var foundFull = 0
  var admissions = 0
  var turnedAway = 0
  var reneged = 0
  var cancelled = 0
  var daysWaited = 0.0
  var visits = 0
  var visitCapacity = 0
  var visitDays = 0

  /// People who wait for it, wherever they are.
  var waiting: Int { queue &+ waitingElsewhere }
}

/// Beds that some classes may use.
struct GroupRecord: BitwiseCopyable, Sendable {
  var unit: Int
  /// The place in the unit, as one bit.
  var bit: UInt64
  var inUse = 0
  var staffed = 0
  /// Beds that the calendar and escalation add up to; may be below 0.
  var planned = 0
  /// Beds opened under pressure.
  var escalated = 0
  /// Whether it is to be looked at, because a bed may be free.
  var isListed = false
  /// Steps of the calendar that were taken.
  var nextStep = 0
}

/// People of a unit who may use the same groups and have the same priority.
struct LaneRecord: BitwiseCopyable, Sendable {
  var rank: Int
  /// The groups that take them, as bits.
  var groups: UInt64
  var head: Int32 = -1
  var tail: Int32 = -1
}

/// A class: what it does when it has to wait, and what was found.
struct ClassRecord: BitwiseCopyable, Sendable {
  var patience: StayCode
  /// The queue at which it does not join.
  var balksAtQueue: Int
  /// Called off at so many free beds; below 0 for never.
  var cancelsAtFreeBeds: Int
  /// Days until it is booked again; below 0 for never.
  var rebookedAfter: Double

  var arrivals = 0
  var completed = 0
  var daysInSystem = 0.0
  var daysWaited = 0.0
  var admitted = 0
  var lost = 0
}

/// Where patients come from, and their luck: a stream, or an entry of the census.
struct SourceRecord: Sendable {
  var key: StreamKey
  var patientClass: Int
  var unit: Int
  /// People who came so far.
  var number: UInt32 = 0
}

/// When the next patient of a stream comes.
struct StreamRecord: Sendable {
  var key: StreamKey
  /// Days between two patients, where the rate is always the same; below 0 where it is not.
  var interval: Double
  var perDay: Double
  /// Whether there are shares by hour, and where they begin.
  var hours: Int
  /// Where factors by weekday and by day begin, and how many of the latter; below 0 for none.
  var weekdays: Int
  var days: Int
  var dayCount: Int

  var draws: UInt32 = 0
  var spare = 0.0
  var last = 0.0
  /// The day of the last patient, and patients expected from its start until then.
  var day = 0
  var expected = 0.0
}

/// The routes of a class at a unit.
struct JourneyRecord: BitwiseCopyable, Sendable {
  var firstRoute: Int
  var count: Int
}

/// A way on.
struct RouteRecord: BitwiseCopyable, Sendable {
  /// The share of patients who take this route or one before.
  var cumulative: Double
  /// The next unit; below 0 for leaving.
  var unit: Int
  /// The class afterwards; below 0 for the same.
  var becomes: Int
  var stay: StayCode
  var transition: StayCode
}
