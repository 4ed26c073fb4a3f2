// SPDX-License-Identifier: Apache-2.0

/// What one unit of a service's activity is; the raw values are those of plan tables.
public enum ServiceKind: String, CaseIterable, Sendable, Hashable {
  /// An emergency admission.
  case emergency
  /// A planned admission with a night in hospital.
  case elective
  /// A planned admission without a night.
  case dayCase = "day-case"
  /// A maternity admission.
  case maternity
  /// A first outpatient attendance.
  case outpatientFirst = "outpatient-first"
  /// An outpatient attendance that follows another.
  case outpatientFollowUp = "outpatient-follow-up"
  /// A procedure in an outpatient clinic.
  case outpatientProcedure = "outpatient-procedure"
  /// An attendance at an emergency department.
  case emergencyDepartment = "emergency-department"
  /// A case of same-day emergency care.
  case sameDay = "same-day"
  /// A diagnostic test.
  case test
  /// A contact in the community, in a clinic or by telephone.
  case contact
  /// A visit at home.
  case visit
  /// A person on a caseload.
  case caseload
  /// An appointment in general practice.
  case appointment
  /// A stay in a bed outside a general hospital.
  case bed
  /// A placement in a care home.
  case placement

  /// Whether people of this kind of service lie in beds, so that bed days can move here.
  public var usesBeds: Bool {
    switch self {
    case .emergency, .elective, .maternity, .bed, .placement: true
    default: false
    }
  }
}
