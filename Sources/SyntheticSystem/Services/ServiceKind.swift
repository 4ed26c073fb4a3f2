// SPDX-License-Identifier: Apache-2.0

/// What a service does, in the words of the plan's table of services.
public enum ServiceKind: String, Sendable, CaseIterable, Hashable {
  case emergency
  case elective
  case dayCase = "day-case"
  case maternity
  case outpatientFirst = "outpatient-first"
  case outpatientFollowUp = "outpatient-follow-up"
  case outpatientProcedure = "outpatient-procedure"
  case emergencyDepartment = "emergency-department"
  case contact
  case visit
  case caseload
  case appointment
  case bed
  case placement
}

/// Where care is given.
public enum CareSetting: String, Sendable, CaseIterable, Hashable {
  case acute
  case community
  case primary
  case mentalHealth = "mental-health"
  case socialCare = "social-care"
  case ambulance
}
