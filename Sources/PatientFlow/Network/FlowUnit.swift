// SPDX-License-Identifier: Apache-2.0

/// A place with beds, a service with visits, or care without a limit.
public struct FlowUnit: Hashable, Sendable {
  /// How much of it there is.
  public enum Kind: Hashable, Sendable {
    /// Nobody ever waits.
    case unlimited
    /// Groups of beds with one queue. A patient takes a bed of the first group in the list that takes
    /// the class and has one free: ring-fenced beds first, then the pool.
    case beds([BedGroup])
    /// Visits at home, so many a day for all.
    case visits(HomeVisits)
  }

  /// Who is next when a bed becomes free.
  public enum Order: String, Hashable, Sendable, CaseIterable {
    /// Who has waited longest.
    case firstCome = "first-come"
    /// The lowest number of priority, and of those who has waited longest.
    case priority
  }

  /// What becomes of somebody from outside who finds no bed.
  public enum WhenFull: Hashable, Sendable {
    /// Waits, as long as fewer than this many do; nil for no limit.
    case wait(limit: Int?)
    /// Goes elsewhere.
    case elsewhere
  }

  /// Permanent name.
  public var id: String
  /// Name in plain English.
  public var name: String
  /// How much of it there is.
  public var kind: Kind
  /// Who is next.
  public var order: Order
  /// What becomes of people from outside who find it full.
  ///
  /// People from another unit always wait there, and keep their bed.
  public var whenFull: WhenFull

  /// A unit of its parts.
  public init(
    id: String, name: String, kind: Kind, order: Order = .firstCome,
    whenFull: WhenFull = .wait(limit: nil)
  ) {
    self.id = id
    self.name = name
    self.kind = kind
    self.order = order
    self.whenFull = whenFull
  }
}

/// Beds that some classes may use.
public struct BedGroup: Hashable, Sendable {
  /// Permanent name within the unit.
  public var id: String
  /// The classes that may use it, by their places; nil for all.
  public var classes: [Int]?
  /// How many are staffed, and when.
  public var calendar: BedCalendar

  /// A group of its parts.
  public init(id: String = "beds", classes: [Int]? = nil, calendar: BedCalendar) {
    self.id = id
    self.classes = classes
    self.calendar = calendar
  }
}

/// How many beds are staffed, day by day.
///
/// When fewer are staffed than are in use, beds close as their patients leave.
public struct BedCalendar: Hashable, Sendable {
  /// Beds staffed where nothing else is said.
  public var beds: Int
  /// Beds by day of the week, Monday first; nil when all days are alike.
  public var weekdays: [Int]?
  /// From each day on, so many more or fewer than before; in order of day.
  ///
  /// A closure is a step down and a step up.
  public var steps: [BedStep]
  /// Beds that are opened under pressure.
  public var escalation: [EscalationRule]

  /// A calendar of its parts.
  public init(
    beds: Int, weekdays: [Int]? = nil, steps: [BedStep] = [], escalation: [EscalationRule] = []
  ) {
    self.beds = beds
    self.weekdays = weekdays
    self.steps = steps
    self.escalation = escalation
  }
}

/// A change of the number of beds, from a day on.
public struct BedStep: Hashable, Sendable {
  /// Days after the start.
  public var day: Double
  /// Beds added, or taken away when below 0.
  public var change: Int

  /// A step of its parts.
  public init(day: Double, change: Int) {
    self.day = day
    self.change = change
  }
}

/// Beds that are opened while too many people wait for the unit.
public struct EscalationRule: Hashable, Sendable {
  /// How many are opened.
  public var beds: Int
  /// Opened when at least so many wait for the unit, wherever they are.
  public var opensAtQueue: Int
  /// Closed again when at most so many do.
  public var closesAtQueue: Int
  /// Days from the decision to the opening.
  public var notice: Double

  /// A rule of its parts.
  public init(beds: Int, opensAtQueue: Int, closesAtQueue: Int, notice: Double = 0) {
    self.beds = beds
    self.opensAtQueue = opensAtQueue
    self.closesAtQueue = closesAtQueue
    self.notice = notice
  }
}

/// Visits at people's homes: each patient needs a number a day that falls over the time of care.
///
/// A patient starts on the first day from which all of the visits needed fit; it is decided at the
/// start of each day. The stay is in whole days, at least one, and visits fall in a straight line,
/// rounded. Numbers of visits are drawn within three standard deviations.
public struct HomeVisits: Hashable, Sendable {
  /// Visits that can be made in a day, and when; read as beds are.
  public var calendar: BedCalendar
  /// Visits a day at first: mean and standard deviation of a normal number, rounded, at least 1.
  public var first: (mean: Double, deviation: Double) { (firstMean, firstDeviation) }
  /// Visits a day at last, likewise, at most those at first.
  public var last: (mean: Double, deviation: Double) { (lastMean, lastDeviation) }
  /// Whether somebody who needs fewer visits may start before somebody who waits longer.
  public var overtaking: Bool

  var firstMean: Double
  var firstDeviation: Double
  var lastMean: Double
  var lastDeviation: Double

  /// Visits of their parts.
  public init(
    calendar: BedCalendar, first: (mean: Double, deviation: Double),
    last: (mean: Double, deviation: Double), overtaking: Bool = true
  ) {
    self.calendar = calendar
    (firstMean, firstDeviation) = first
    (lastMean, lastDeviation) = last
    self.overtaking = overtaking
  }
}
