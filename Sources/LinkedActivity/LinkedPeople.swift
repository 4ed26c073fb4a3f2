// SPDX-License-Identifier: Apache-2.0

/// People as linkage found them, in columns.
public struct LinkedPeople: Sendable {
  /// Stands for an unknown year of birth.
  public static let unknownYear: Int16 = 0

  /// The names of places; the first is that of people whose place is unknown.
  public let places: [String]
  /// The place of each person, as a number among the places.
  public let place: [UInt16]
  /// The year of birth of each.
  public let yearOfBirth: [Int16]
  /// The household of each, counted from 1; 0 where it is unknown.
  public let household: [UInt32]
  /// For how many months of the period each is registered; nil for all of it.
  public let monthsRegistered: [UInt16]?

  /// Describes people.
  public init(
    places: [String], place: [UInt16], yearOfBirth: [Int16], household: [UInt32],
    monthsRegistered: [UInt16]? = nil
  ) {
    self.places = places
    self.place = place
    self.yearOfBirth = yearOfBirth
    self.household = household
    self.monthsRegistered = monthsRegistered
  }

  /// How many there are.
  public var count: Int { place.count }
}

/// Bands of age.
public struct AgeBands: Sendable, Hashable {
  /// The band of people whose year of birth is unknown.
  public static let unknown = "unknown"
  /// The first year of each band.
  public let starts: [Int]

  /// The bands that are used when none are given.
  public static let standard = AgeBands(starts: [0, 18, 50, 65, 75, 85])

  /// Makes bands of the first year of each, which must begin with 0 and rise.
  public init(starts: [Int]) { self.starts = starts }

  /// Their names, such as 0-17 and 85+, and then that of the unknown.
  public var names: [String] {
    starts.indices.map { band in
      band + 1 < starts.count ? "\(starts[band])-\(starts[band + 1] - 1)" : "\(starts[band])+"
    } + [AgeBands.unknown]
  }

  /// The band of an age.
  func band(age: Int) -> Int { (starts.lastIndex { $0 <= age }) ?? 0 }
}
