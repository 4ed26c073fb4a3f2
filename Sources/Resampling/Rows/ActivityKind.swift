// SPDX-License-Identifier: Apache-2.0

/// A kind of hospital activity that is modelled row by row.
public enum ActivityKind: String, CaseIterable, Sendable, Hashable {
  /// Inpatient spells, with a length of stay.
  case spells
  /// Outpatient attendances, in person or remote.
  case outpatients
  /// Arrivals at an emergency department.
  case emergency
}

/// What is counted in a result.
public enum Measure: String, CaseIterable, Sendable, Hashable {
  /// Inpatient admissions.
  case admissions
  /// Days in bed of those admissions.
  case bedDays = "bed-days"
  /// Outpatient attendances in person.
  case attendances
  /// Outpatient attendances by telephone or video.
  case remoteAttendances = "remote-attendances"
  /// Arrivals at an emergency department.
  case arrivals

  /// The kind of activity that it belongs to.
  public var kind: ActivityKind {
    switch self {
    case .admissions, .bedDays: .spells
    case .attendances, .remoteAttendances: .outpatients
    case .arrivals: .emergency
    }
  }
}

/// Sex as the record has it; people of unknown sex follow the population as a whole.
public enum Sex: UInt8, CaseIterable, Sendable, Hashable {
  /// Not known or not stated.
  case unknown = 0
  /// Male.
  case male = 1
  /// Female.
  case female = 2

  /// The name in results.
  public var name: String {
    switch self {
    case .unknown: "unknown"
    case .male: "male"
    case .female: "female"
    }
  }
}

/// Bands of age in which results are shown.
public enum AgeGroup {
  /// The names of the bands, youngest first.
  public static let names = [
    "0", "1-4", "5-9", "10-15", "16-17", "18-34", "35-49", "50-64", "65-74", "75-84", "85+",
  ]
  private static let starts = [0, 1, 5, 10, 16, 18, 35, 50, 65, 75, 85]

  /// The place of the band of an age in `names`.
  public static func place(of age: Int) -> Int {
    starts.lastIndex { $0 <= age } ?? 0
  }
}
