// SPDX-License-Identifier: Apache-2.0

/// What a cell is of: one place in a table of people, contacts or money.
public struct CellKey: Hashable, Sendable, Comparable {
  /// The word that stands for a total over a column.
  public static let all = "all"

  /// When.
  public let period: String
  /// Where; `all` for every place.
  public let place: String
  /// How old; `all` for every age.
  public let age: String
  /// The segment, condition or provider; `all` for every one.
  public let group: String
  /// What is counted, such as `people` or `pounds`.
  public let measure: String

  /// Names a cell.
  public init(period: String, place: String, age: String, group: String, measure: String) {
    self.period = period
    self.place = place
    self.age = age
    self.group = group
    self.measure = measure
  }

  /// The names along the three axes of a table.
  var coordinates: [String] { [place, age, group] }

  /// Orders cells by their names, measure first.
  public static func < (first: CellKey, second: CellKey) -> Bool {
    let left = [first.measure, first.period] + first.coordinates
    return left.lexicographicallyPrecedes([second.measure, second.period] + second.coordinates)
  }
}

/// An exact figure that must not leave as it is.
public struct UnsafeCell: Sendable, Hashable {
  /// The table that it is in.
  public let table: String
  /// What it is of.
  public let key: CellKey
  /// The figure, in the smallest units of its quantity: see `Quantity.unit`.
  public let value: Int
  /// How many people it is of.
  public let people: Int
  /// The largest that one person adds to it, in the same units.
  public let largest: Int
  /// The second largest.
  public let second: Int

  /// Describes a figure.
  public init(
    table: String, key: CellKey, value: Int, people: Int, largest: Int = 0, second: Int = 0
  ) {
    self.table = table
    self.key = key
    self.value = value
    self.people = people
    self.largest = largest
    self.second = second
  }
}

/// The kinds of figures, which are rounded in different ways.
public enum Quantity: Sendable, Hashable {
  /// Whole numbers of people or contacts.
  case count
  /// Money in pence.
  case money
  /// Years in hundredths.
  case time

  /// The quantity of a measure, by its name.
  public init(measure: String) {
    switch measure {
    case "pounds": self = .money
    case "person-years": self = .time
    default: self = .count
    }
  }

  /// How many of the smallest units make one of what is shown.
  public var unit: Int { self == .count ? 1 : 100 }
}
