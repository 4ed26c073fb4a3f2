// SPDX-License-Identifier: Apache-2.0

/// A made-up year of health and social care for a system of the size of Kent and Medway.
///
/// About 300,000 stays and day cases, 1.5 million outpatient appointments and 600,000 attendances at
/// A&E over real providers, and care outside hospitals besides. No figure comes from a record of a
/// patient: ages, nights, months, specialties and shares are distributions written by hand in this
/// target. A row depends on the seed, its file and its number alone, so that any part of a file can
/// be made by itself, in any order, on any number of threads.
public struct SyntheticSystem: Sendable {
  /// The same seed makes the same rows.
  public let seed: UInt64
  /// The size of the system: 1 is that of Kent and Medway.
  public let scale: Double

  /// Describes a system.
  ///
  /// - Throws: `SyntheticSystemError` when the scale is not a number above 0 and up to 100.
  public init(seed: UInt64 = 2016, scale: Double = 1) throws(SyntheticSystemError) {
    guard scale > 0 && scale <= 100 else { throw .scale(scale) }
    self.seed = seed
    self.scale = scale
  }

  /// Stays and day cases.
  public var spells: SpellRows { SpellRows(self) }
  /// Outpatient appointments.
  public var outpatients: OutpatientRows { OutpatientRows(self) }
  /// Arrivals at A&E.
  public var arrivals: EmergencyRows { EmergencyRows(self) }
  /// Care outside the acute hospitals.
  public var otherCare: OtherCareRows { OtherCareRows(self) }

  /// A number of rows at this scale.
  func scaled(_ rows: Int) -> Int { Int((Double(rows) * scale).rounded()) }
}

/// A system that cannot be made.
public enum SyntheticSystemError: Error, Hashable, Sendable, CustomStringConvertible {
  /// The scale is 0, below 0, too large or no number.
  case scale(Double)

  /// The problem, and what to do.
  public var description: String {
    switch self {
    case .scale(let scale):
      "The scale is \(scale). Give a number above 0 and up to 100; 1 is the size of Kent and Medway."
    }
  }
}

/// Rows that can be made one by one, each by its number.
public protocol SyntheticRows: Sendable {
  /// What a row is.
  associatedtype Row: SyntheticRow
  /// The file that holds them.
  var file: SyntheticFile { get }
  /// How many there are.
  var count: Int { get }
  /// A row by its number, from 0 to below `count`.
  func row(_ number: Int) -> Row
}

/// The files of a made-up system.
public enum SyntheticFile: String, Sendable, CaseIterable, Hashable {
  case spells
  case outpatients
  case emergency
  case otherCare = "other-care"

  /// The file's place in the folder.
  public var name: String { rawValue + ".csv" }

  /// What the file holds, in plain words.
  public var meaning: String {
    switch self {
    case .spells: "Stays in acute hospitals and day cases, a row each"
    case .outpatients: "Outpatient appointments, a row for some people who are alike"
    case .emergency: "Arrivals at A&E, a row for some people who are alike"
    case .otherCare:
      "Care outside the acute hospitals, a row for a service, a month, an age and a sex"
    }
  }
}
