// SPDX-License-Identifier: Apache-2.0

/// A system that keeps records of people and of their contacts.
public enum RegionSource: String, CaseIterable, Sendable {
  case gp
  case acute
  case community
  case mentalHealth = "mental-health"
  case ambulance
  case outOfHours = "out-of-hours"
  case publicHealth = "public-health"
  case socialCare = "social-care"

  /// Its place in the order of all.
  var place: Int { Self.allCases.firstIndex(of: self) ?? 0 }

  /// The share of people of an age whom it knows: assumptions.
  func coverage(age: Double) -> Double {
    switch self {
    case .gp: 0.975
    case .acute: min(0.9, 0.22 + 0.008 * age)
    case .community: min(0.6, age < 5 ? 0.5 : 0.05 + 0.000_055 * age * age)
    case .mentalHealth: age < 10 ? 0.02 : 0.08
    case .ambulance: min(0.5, 0.03 + 0.000_045 * age * age)
    case .outOfHours: age < 6 ? 0.35 : 0.15
    case .publicHealth: age < 18 ? 0.25 : 0.12
    case .socialCare: min(0.5, 0.01 + 0.000_000_4 * age * age * age)
    }
  }

  /// The share of those whom it knows that it keeps a second record of, and of these a third.
  var secondRecords: Double {
    switch self {
    case .gp: 0.012
    case .acute: 0.1
    case .community, .mentalHealth, .publicHealth, .socialCare: 0.06
    case .ambulance, .outOfHours: 0.2
    }
  }

  /// How often it gets what wrong.
  public var errors: ErrorRates {
    switch self {
    case .gp:
      ErrorRates(
        numberMissing: 0.004, numberWrong: 0.0005, nameMissing: 0.0005, typo: 0.006,
        nickname: 0.015, dateMissing: 0.0005, dateWrong: 0.003, postcodeMissing: 0.002,
        postcodeWrong: 0.004, outOfDate: 0.12, detailMissing: 0.04)
    case .acute:
      ErrorRates(
        numberMissing: 0.03, numberWrong: 0.002, nameMissing: 0.002, typo: 0.015, nickname: 0.02,
        dateMissing: 0.001, dateWrong: 0.007, postcodeMissing: 0.008, postcodeWrong: 0.01,
        outOfDate: 0.3, detailMissing: 0.1)
    case .community:
      ErrorRates(
        numberMissing: 0.05, numberWrong: 0.002, nameMissing: 0.003, typo: 0.02, nickname: 0.04,
        dateMissing: 0.002, dateWrong: 0.008, postcodeMissing: 0.01, postcodeWrong: 0.012,
        outOfDate: 0.3, detailMissing: 0.15)
    case .mentalHealth:
      ErrorRates(
        numberMissing: 0.06, numberWrong: 0.003, nameMissing: 0.002, typo: 0.02, nickname: 0.06,
        dateMissing: 0.002, dateWrong: 0.008, postcodeMissing: 0.03, postcodeWrong: 0.012,
        outOfDate: 0.4, detailMissing: 0.12)
    case .ambulance:
      ErrorRates(
        numberMissing: 0.45, numberWrong: 0.004, nameMissing: 0.03, typo: 0.05, nickname: 0.07,
        dateMissing: 0.03, dateWrong: 0.02, postcodeMissing: 0.05, postcodeWrong: 0.03,
        outOfDate: 0.15, detailMissing: 0.4)
    case .outOfHours:
      ErrorRates(
        numberMissing: 0.15, numberWrong: 0.003, nameMissing: 0.005, typo: 0.03, nickname: 0.06,
        dateMissing: 0.005, dateWrong: 0.012, postcodeMissing: 0.02, postcodeWrong: 0.02,
        outOfDate: 0.2, detailMissing: 0.3)
    case .publicHealth:
      ErrorRates(
        numberMissing: 0.3, numberWrong: 0.003, nameMissing: 0.01, typo: 0.03, nickname: 0.08,
        dateMissing: 0.01, dateWrong: 0.012, postcodeMissing: 0.04, postcodeWrong: 0.02,
        outOfDate: 0.3, detailMissing: 0.25)
    case .socialCare:
      ErrorRates(
        numberMissing: 0.35, numberWrong: 0.003, nameMissing: 0.003, typo: 0.025, nickname: 0.06,
        dateMissing: 0.008, dateWrong: 0.012, postcodeMissing: 0.01, postcodeWrong: 0.015,
        outOfDate: 0.25, detailMissing: 0.2)
    }
  }
}

/// The share of records of a source in which something is missing or wrong, for people of the group
/// and places where least goes wrong; every one is an assumption.
public struct ErrorRates: Sendable, Hashable {
  /// No NHS number.
  public let numberMissing: Double
  /// A digit of the NHS number is wrong, or it is that of somebody of the same household.
  public let numberWrong: Double
  /// A name is missing; each of both names for itself.
  public let nameMissing: Double
  /// A name is misspelt; each of both names for itself.
  public let typo: Double
  /// A short form or an initial stands for the given name.
  public let nickname: Double
  /// No date of birth.
  public let dateMissing: Double
  /// Day and month are exchanged, or a part of the date of birth is wrong.
  public let dateWrong: Double
  /// No postcode.
  public let postcodeMissing: Double
  /// A character of the postcode is wrong.
  public let postcodeWrong: Double
  /// Of people who moved or married in the last years, those that it has the old address or name of.
  public let outOfDate: Double
  /// No ethnicity, practice or property reference; each for itself.
  public let detailMissing: Double
}
