// SPDX-License-Identifier: Apache-2.0

import Sampling

/// A long-term condition of the made-up region and how common it is by age: assumptions, no statistics.
public struct LongTermCondition: Sendable, Hashable {
  /// Such as `diabetes`.
  public let id: String
  /// Its name.
  public let name: String
  /// The group that it belongs to.
  public let group: String
  /// The codes that contacts carry.
  public let codes: [String]
  /// Contacts with a code that make a case.
  public let minimumContacts: Int
  /// Within how many years.
  public let withinYears: Int
  /// The share at age 20 and at age 80, joined by a straight line and no lower than 0.
  let young: Double
  let old: Double

  /// All of them, in a fixed order.
  public static let all: [LongTermCondition] = [
    make("hypertension", "High blood pressure", "circulation", "HTN", 0.02, 0.5),
    make("coronary-disease", "Coronary heart disease", "circulation", "CHD", -0.04, 0.16, 1),
    make("heart-failure", "Heart failure", "circulation", "HFA", -0.03, 0.08, 1),
    make("atrial-fibrillation", "Atrial fibrillation", "circulation", "AFI", -0.03, 0.12, 1),
    make("stroke", "Stroke", "circulation", "STR", -0.02, 0.09, 1),
    make("diabetes", "Diabetes", "metabolic", "DIA", 0.01, 0.18),
    make("kidney-disease", "Chronic kidney disease", "metabolic", "CKD", -0.03, 0.17),
    make("asthma", "Asthma", "breathing", "AST", 0.07, 0.06),
    make("copd", "Chronic obstructive pulmonary disease", "breathing", "COP", -0.02, 0.07),
    make("cancer", "Cancer", "cancer", "CAN", -0.01, 0.14, 1),
    make("depression", "Depression", "mind", "DEP", 0.11, 0.1),
    make("anxiety", "Anxiety", "mind", "ANX", 0.09, 0.05),
    make("severe-mental-illness", "Severe mental illness", "mind", "SMI", 0.008, 0.01, 1),
    make("dementia", "Dementia", "frailty", "DEM", -0.08, 0.1, 1),
    make("frailty", "Frailty", "frailty", "FRA", -0.15, 0.25),
    make("falls", "Falls", "frailty", "FAL", -0.06, 0.12, 1),
    make("arthritis", "Arthritis", "joints", "ART", -0.01, 0.22),
    make("epilepsy", "Epilepsy", "nerves", "EPI", 0.008, 0.012, 1),
    make("parkinsons", "Parkinson's disease", "nerves", "PAR", -0.01, 0.015, 1),
    make("learning-disability", "Learning disability", "nerves", "LDI", 0.006, 0.004, 1),
  ]

  private static func make(
    _ id: String, _ name: String, _ group: String, _ code: String, _ young: Double, _ old: Double,
    _ contacts: Int = 2
  ) -> LongTermCondition {
    LongTermCondition(
      id: id, name: name, group: group, codes: ["\(code)-1", "\(code)-2"],
      minimumContacts: contacts, withinYears: 3, young: young, old: old)
  }

  /// The codes as bytes, two to a condition.
  static let codeBytes: [[UInt8]] = all.flatMap { $0.codes.map { Array($0.utf8) } }

  /// Which conditions a person has, as bits.
  static func drawn(for person: Person, using stream: inout RandomStream) -> UInt32 {
    let age = Double(person.age)
    let deprived = 1.25 - 0.05 * Double(person.address.deprivation - 1)
    var bits: UInt32 = 0
    for (place, condition) in all.enumerated() {
      let slope = (condition.old - condition.young) / 60
      let share = age < 5 ? 0 : condition.young + slope * (age - 20)
      if stream.happens(min(0.9, max(0, share * deprived))) { bits |= 1 << UInt32(place) }
    }
    return bits
  }
}
