// SPDX-License-Identifier: Apache-2.0

/// What registers say of one place: people by age, and people with each condition.
///
/// One person may be on several registers, and the registers do not say who.
public struct RegisterMargins: Sendable, Hashable {
  /// The place.
  public let place: String
  /// People on the list by band of age.
  public let people: [Int]
  /// People on the register of each condition.
  public let registers: [Int]
  /// Whether people of an age can have a condition: by condition and then by age.
  public let canHave: [[Bool]]

  /// People on the list.
  public var list: Int { people.reduce(0, +) }

  /// Checks the margins for what no people could have.
  ///
  /// - Throws: `SegmentError` for the first register that is larger than the list or than the
  ///   people of an age to be on it, and for numbers below zero.
  public init(
    place: String, people: [Int], registers: [Int], canHave: [[Bool]], conditions: [String]
  ) throws(SegmentError) {
    let list = people.reduce(0, +)
    for count in people + registers where count < 0 {
      throw .impossibleNumber(place: place, what: "people", value: "\(count)")
    }
    guard registers.count == conditions.count, canHave.count == conditions.count,
      canHave.allSatisfy({ $0.count == people.count })
    else {
      throw .impossibleNumber(place: place, what: "registers", value: "\(registers.count)")
    }
    for (condition, register) in registers.enumerated() {
      guard register <= list else {
        throw .registerAboveList(
          place: place, condition: conditions[condition], register: register, list: list)
      }
      let eligible = zip(people, canHave[condition]).reduce(0) { $0 + ($1.1 ? $1.0 : 0) }
      guard register <= eligible else {
        throw .registerAboveEligible(
          place: place, condition: conditions[condition], register: register, eligible: eligible)
      }
    }
    self.place = place
    self.people = people
    self.registers = registers
    self.canHave = canHave
  }

  /// People of an age to have a condition.
  func eligible(_ condition: Int) -> Int {
    zip(people, canHave[condition]).reduce(0) { $0 + ($1.1 ? $1.0 : 0) }
  }
}
