// SPDX-License-Identifier: Apache-2.0

/// A row of the made-up system: some activity of one service for people of one age and sex.
public protocol SyntheticRow: Sendable {
  /// The names of the columns that this kind of row adds to those that every row has.
  static var columns: [String] { get }
  /// What every row has.
  var head: RowHead { get }
  /// How much was done, in the unit of the service.
  var activity: Int { get }
  /// Nights in a bed.
  var bedDays: Int { get }
  /// The cells of `columns`.
  var cells: [String] { get }
}

/// What every row has: where, when and for whom.
public struct RowHead: Sendable, Hashable {
  /// The place of the service in `SyntheticService.all`.
  public let service: Int
  /// The site, or the provider where sites are not modelled.
  public let site: String
  /// The month, 1 January to 12 December; April to December are of the first calendar year.
  public let month: Int
  /// Age in years; 90 stands for 90 and over.
  public let age: Int
  /// The sex of the patients.
  public let sex: Sex
}

/// The sex of a patient, as rows have it.
public enum Sex: String, Sendable, CaseIterable, Hashable {
  case female
  case male
}

/// One stay in an acute hospital, or one day case.
public struct InpatientSpell: SyntheticRow, Hashable {
  /// The columns beside those that every row has.
  public static let columns = ["admission", "specialty", "length_of_stay"]
  /// Where, when and for whom.
  public let head: RowHead
  /// How the patient came to be admitted.
  public let admission: AdmissionMethod
  /// The specialty that looked after the patient.
  public let specialty: Specialty
  /// Nights in hospital; 0 for who leaves on the day.
  public let nights: Int
  /// How much was done, in the unit of the service.
  public var activity: Int { 1 }
  /// Nights in a bed.
  public var bedDays: Int { nights }
  /// The cells of `columns`.
  public var cells: [String] { [admission.rawValue, specialty.rawValue, String(nights)] }
}

/// How a patient came to be admitted.
public enum AdmissionMethod: String, Sendable, CaseIterable, Hashable {
  case waitingList = "waiting-list"
  case booked
  case planned
  case emergencyDepartment = "emergency-department"
  case generalPractice = "general-practice"
  case otherEmergency = "other-emergency"
  case maternity
}

/// Appointments in one clinic of people who are alike.
public struct OutpatientAppointments: SyntheticRow, Hashable {
  /// The columns beside those that every row has.
  public static let columns = ["specialty", "attendances", "remote_attendances"]
  /// Where, when and for whom.
  public let head: RowHead
  /// The specialty of the clinic.
  public let specialty: Specialty
  /// How many appointments in person were kept.
  public let attendances: Int
  /// How many were by telephone or video; a row has one sort or the other.
  public let remoteAttendances: Int
  /// How much was done, in the unit of the service.
  public var activity: Int { attendances + remoteAttendances }
  /// Nights in a bed.
  public var bedDays: Int { 0 }
  /// The cells of `columns`.
  public var cells: [String] {
    [specialty.rawValue, String(attendances), String(remoteAttendances)]
  }
}

/// Arrivals at one A&E department of people who are alike.
public struct EmergencyArrivals: SyntheticRow, Hashable {
  /// The columns beside those that every row has.
  public static let columns = ["acuity", "ambulance", "arrivals"]
  /// Where, when and for whom.
  public let head: RowHead
  /// How urgent their need was.
  public let acuity: Acuity
  /// Whether they came by ambulance.
  public let isByAmbulance: Bool
  /// How many came.
  public let arrivals: Int
  /// How much was done, in the unit of the service.
  public var activity: Int { arrivals }
  /// Nights in a bed.
  public var bedDays: Int { 0 }
  /// The cells of `columns`.
  public var cells: [String] { [acuity.rawValue, isByAmbulance ? "yes" : "no", String(arrivals)] }
}

/// How urgent the need of who comes to A&E is.
public enum Acuity: String, Sendable, CaseIterable, Hashable {
  case resuscitation
  case veryUrgent = "very-urgent"
  case urgent
  case standard
  case nonUrgent = "non-urgent"
}

/// Activity outside the acute hospitals in one month, of people of one age and sex.
public struct OtherCareCount: SyntheticRow, Hashable {
  /// The columns beside those that every row has.
  public static let columns = ["activity", "nights"]
  /// Where, when and for whom.
  public let head: RowHead
  /// How much was done, in the unit of the service.
  public let activity: Int
  /// Nights in a bed, for services that have beds.
  public let nights: Int
  /// Nights in a bed.
  public var bedDays: Int { nights }
  /// The cells of `columns`.
  public var cells: [String] { [String(activity), String(nights)] }
}
