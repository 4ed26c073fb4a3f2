// SPDX-License-Identifier: Apache-2.0

// Written by hand, by the age of the patient.

extension StayShape {
  /// Nights after an emergency admission: longer with age.
  static func emergency(age: Int) -> StayShape { emergencyByAge[ageStep(age)] }

  /// Nights after a planned admission.
  static func elective(age: Int) -> StayShape { electiveByAge[ageStep(age)] }

  /// Nights of a mother.
  static let maternity = StayShape(sameDay: 0.34, short: 1.9, long: 5, longShare: 0.16)

  private static let emergencyByAge = [
    StayShape(sameDay: 0.44, short: 1.8, long: 9, longShare: 0.07),
    StayShape(sameDay: 0.34, short: 3.0, long: 18, longShare: 0.18),
    StayShape(sameDay: 0.24, short: 4.4, long: 23, longShare: 0.28),
    StayShape(sameDay: 0.16, short: 5.4, long: 26, longShare: 0.36),
    StayShape(sameDay: 0.11, short: 6.0, long: 28, longShare: 0.43),
  ]
  private static let electiveByAge = [
    StayShape(sameDay: 0.16, short: 1.5, long: 6, longShare: 0.05),
    StayShape(sameDay: 0.13, short: 2.0, long: 8, longShare: 0.10),
    StayShape(sameDay: 0.11, short: 2.6, long: 10, longShare: 0.15),
    StayShape(sameDay: 0.10, short: 3.2, long: 12, longShare: 0.18),
    StayShape(sameDay: 0.09, short: 4.0, long: 14, longShare: 0.22),
  ]

  /// Children, adults, and the three ages of old age.
  private static func ageStep(_ age: Int) -> Int {
    switch age {
    case ..<18: 0
    case ..<65: 1
    case ..<75: 2
    case ..<85: 3
    default: 4
    }
  }
}
