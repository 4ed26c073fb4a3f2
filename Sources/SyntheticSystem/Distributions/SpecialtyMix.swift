// SPDX-License-Identifier: Apache-2.0

/// A specialty, in plain words.
public enum Specialty: String, Sendable, CaseIterable, Hashable {
  case generalSurgery = "general-surgery"
  case orthopaedics
  case urology
  case earNoseAndThroat = "ear-nose-and-throat"
  case eyes
  case gynaecology
  case maternity
  case generalMedicine = "general-medicine"
  case gastroenterology
  case cardiology
  case respiratory
  case neurology
  case rheumatology
  case skin
  case cancer
  case olderPeople = "older-people"
  case children
}

/// The shares of specialties in a kind of activity; written by hand.
struct SpecialtyMix: Sendable {
  private let specialties: [Specialty]
  private let shares: Shares

  private init(_ parts: [(Specialty, Double)]) {
    specialties = parts.map(\.0)
    shares = Shares(parts.map(\.1))
  }

  /// The specialty at a point from 0 to below 1.
  func pick(_ point: Double) -> Specialty { specialties[shares.pick(point)] }

  /// The mix for a part of the activity and an age.
  static func of(_ part: AcutePart, age: Int) -> SpecialtyMix {
    switch part {
    case .maternity: mothers
    case .emergency: age < 17 ? emergencyChildren : age < 75 ? emergencyAdults : emergencyOlder
    default: age < 17 ? plannedChildren : plannedAdults
    }
  }

  private static let mothers = SpecialtyMix([(.maternity, 1)])
  private static let emergencyChildren = SpecialtyMix([
    (.children, 82), (.orthopaedics, 9), (.generalSurgery, 7), (.earNoseAndThroat, 2),
  ])
  private static let emergencyAdults = SpecialtyMix([
    (.generalMedicine, 46), (.generalSurgery, 20), (.orthopaedics, 9), (.cardiology, 7),
    (.respiratory, 5), (.gastroenterology, 4), (.urology, 4), (.gynaecology, 4), (.neurology, 1),
  ])
  private static let emergencyOlder = SpecialtyMix([
    (.generalMedicine, 38), (.olderPeople, 30), (.orthopaedics, 10), (.generalSurgery, 9),
    (.cardiology, 6), (.respiratory, 5), (.urology, 2),
  ])
  private static let plannedChildren = SpecialtyMix([
    (.children, 40), (.earNoseAndThroat, 24), (.orthopaedics, 14), (.generalSurgery, 12),
    (.eyes, 10),
  ])
  private static let plannedAdults = SpecialtyMix([
    (.generalSurgery, 16), (.orthopaedics, 17), (.urology, 9), (.earNoseAndThroat, 4), (.eyes, 13),
    (.gynaecology, 8), (.gastroenterology, 13), (.cardiology, 6), (.respiratory, 2),
    (.rheumatology, 3), (.skin, 3), (.cancer, 6),
  ])
}
