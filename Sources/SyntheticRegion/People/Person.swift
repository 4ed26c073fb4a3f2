// SPDX-License-Identifier: Apache-2.0

/// A made-up person as they are: what is true of them, before anybody records it.
struct Person {
  /// The number, from 0, that is the same in a region of any size.
  var number: Int
  var isFemale: Bool
  var givenName: [UInt8]
  var surname: [UInt8]
  /// The surname before a marriage.
  var formerSurname: [UInt8]?
  /// Whether the marriage was in the last years, so that some sources have the former surname.
  var hasJustMarried = false
  var birth: Day
  var death: Day?
  var ethnicity: Ethnicity
  var address: Address
  /// Where they lived before a move in the last years.
  var formerAddress: Address?
  /// The place of the practice among those of its outcode.
  var practice: Int
  /// Which of `LongTermCondition.all` they have, as bits.
  var conditions: UInt32 = 0

  /// Whole years at the end of the region's time, or at death.
  var age: Int {
    let (end, start) = (min(RegionTime.end, death ?? RegionTime.end).date, birth.date)
    return end.year - start.year - ((end.month, end.day) < (start.month, start.day) ? 1 : 0)
  }
}

/// The years that events are of: three financial years.
public enum RegionTime {
  /// The first day, 1 April 2023.
  static let start = Day(year: 2023, month: 4, day: 1)
  /// The last day, 31 March 2026.
  static let end = Day(year: 2026, month: 3, day: 31)
  /// How many years.
  static let years = 3.0
  /// The first and the last day in words.
  public static let description = "1 April 2023 to 31 March 2026"
}

/// The ethnic group that a person gives.
public enum Ethnicity: String, CaseIterable, Sendable {
  case whiteBritish = "white-british"
  case whiteOther = "white-other"
  case asian
  case black
  case mixed
  case other

  /// That of a household whose names are of an origin.
  init(_ origin: NameOrigin) {
    switch origin {
    case .british: self = .whiteBritish
    case .easternEuropean: self = .whiteOther
    case .southAsian, .eastAsian: self = .asian
    case .westAfrican: self = .black
    case .middleEastern: self = .other
    }
  }

  /// How many times more often than for the first group something is recorded wrongly: an assumption,
  /// made so that linkage errors differ and have to be found.
  public var errorFactor: Double {
    switch self {
    case .whiteBritish: 1
    case .whiteOther: 1.5
    case .asian: 1.7
    case .black: 1.6
    case .mixed: 1.2
    case .other: 1.8
    }
  }

  var bytes: [UInt8] { Self.written[self] ?? [] }
  private static let written = Dictionary(
    uniqueKeysWithValues: allCases.map { ($0, Array($0.rawValue.utf8)) })
}
