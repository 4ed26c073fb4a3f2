// SPDX-License-Identifier: Apache-2.0

/// Staff who each look after some people, such as care navigators.
public struct CaseLoad: Equatable, Sendable {
  /// People looked after.
  public let people: Double
  /// People whom one whole-time member of staff looks after.
  public let peopleEach: Double

  /// - Throws: `LocalCareError` for fewer than no people or a case load that is not positive.
  public init(people: Double, peopleEach: Double) throws(LocalCareError) {
    try Check.notNegative(people, "the number of people")
    try Check.positive(peopleEach, "the case load of one")
    self.people = people
    self.peopleEach = peopleEach
  }

  /// Whole-time staff.
  public var staff: Double { people / peopleEach }
}

/// Contacts with people at home or in a room.
public struct Contacts: Equatable, Sendable {
  /// Contacts a year.
  public let contacts: Double
  /// Minutes with the person, notes included.
  public let minutes: Double
  /// Minutes of travel for each contact at home.
  public let travel: Double
  /// The share of contacts that take a room and no travel.
  public let inRooms: Double

  /// - Throws: `LocalCareError` for numbers below 0, or a share outside 0 to 1.
  public init(
    contacts: Double, minutes: Double, travel: Double, inRooms: Double
  ) throws(LocalCareError) {
    try Check.notNegative(contacts, "the contacts of a year")
    try Check.positive(minutes, "the minutes of a contact")
    try Check.notNegative(travel, "the minutes of travel")
    try Check.share(inRooms, "the share of contacts in rooms")
    self.contacts = contacts
    self.minutes = minutes
    self.travel = travel
    self.inRooms = inRooms
  }

  /// Hours of work a year, travel included.
  public var hours: Double { contacts * (minutes + travel * (1 - inRooms)) / 60 }
  /// Visits at home a year.
  public var visits: Double { contacts * (1 - inRooms) }
  /// Hours a year in rooms.
  public var roomHours: Double { contacts * inRooms * minutes / 60 }

  /// Whole-time staff.
  public func staff(_ time: WorkingTime) throws(LocalCareError) -> Double {
    hours / (try time.hoursAYear())
  }
}

/// Rooms for contacts: hours wanted over hours that can be used.
public struct Rooms: Equatable, Sendable {
  /// Hours a week in which one can be used.
  public let hours: Double
  /// Weeks a year.
  public let weeks: Double
  /// The share of that time in which it is used.
  public let use: Double

  /// - Throws: `LocalCareError` for numbers that are not positive, or a use above 1.
  public init(hours: Double, weeks: Double, use: Double) throws(LocalCareError) {
    try Check.positive(hours, "the hours of a room")
    try Check.positive(weeks, "the weeks of a room")
    try Check.positive(use, "the use of a room")
    try Check.share(use, "the use of a room")
    self.hours = hours
    self.weeks = weeks
    self.use = use
  }

  /// Rooms for so many hours of contacts a year, not rounded.
  public func needed(forHours contactHours: Double) -> Double {
    contactHours / (hours * weeks * use)
  }
}
