// SPDX-License-Identifier: Apache-2.0

import Demand

/// The parts of an acute trust's activity, each a service.
enum AcutePart: Int, CaseIterable, Sendable {
  case emergency
  case elective
  case dayCase
  case maternity
  case outpatientFirst
  case outpatientFollowUp
  case outpatientProcedure
  case major
  case minor

  /// The first part of the service's name in files.
  var name: String {
    switch self {
    case .major: "major-emergency-department"
    case .minor: "minor-emergency-department"
    default: kind.rawValue
    }
  }

  var kind: ServiceKind {
    switch self {
    case .emergency: .emergency
    case .elective: .elective
    case .dayCase: .dayCase
    case .maternity: .maternity
    case .outpatientFirst: .outpatientFirst
    case .outpatientFollowUp: .outpatientFollowUp
    case .outpatientProcedure: .outpatientProcedure
    case .major, .minor: .emergencyDepartment
    }
  }

  var label: String {
    switch self {
    case .emergency: "Emergency admissions"
    case .elective: "Planned admissions with a stay"
    case .dayCase: "Day cases"
    case .maternity: "Maternity admissions"
    case .outpatientFirst: "First outpatient appointments"
    case .outpatientFollowUp: "Follow-up outpatient appointments"
    case .outpatientProcedure: "Outpatient procedures"
    case .major: "Major A&E attendances"
    case .minor: "Minor A&E attendances"
    }
  }

  var unit: String {
    switch self {
    case .emergency, .elective, .dayCase, .maternity: "admissions"
    case .outpatientFirst, .outpatientFollowUp: "appointments"
    case .outpatientProcedure: "procedures"
    case .major, .minor: "attendances"
    }
  }

  /// The groups of the published national ranges of growth that population does not explain.
  var growthGroup: String {
    switch self {
    case .emergency: "non-elective"
    case .elective, .dayCase: "elective"
    case .maternity: "maternity"
    case .outpatientFirst, .outpatientFollowUp, .outpatientProcedure: "outpatients"
    case .major, .minor: "emergency-department"
    }
  }

  var season: Season {
    switch self {
    case .emergency: .winterPeak
    case .major, .minor: .summerPeak
    case .maternity: .level
    default: .workingDays
    }
  }
}
