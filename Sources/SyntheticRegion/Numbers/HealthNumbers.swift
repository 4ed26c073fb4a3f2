// SPDX-License-Identifier: Apache-2.0

import Sampling

/// Made-up NHS numbers, all of them with a right check digit.
///
/// The first 900,000 people have one from 999 000 0000 to 999 999 9999, which is set aside for tests.
/// More people than that have one that begins with 9 and another two digits than 99: numbers that we do
/// not know to be given to people, though no source was found that rules it out.
struct HealthNumbers {
  /// How many people can have a number of their own.
  static let capacity = testRange + otherRanges * perPrefix

  // Of the ten digits before the check digit's place nine at least have one: the weighted sum of a
  // number must not leave 1 over 11, and the last digit, with weight 2, decides that at most once.
  private static let perPrefix = 900_000
  private static let testRange = perPrefix
  private static let otherRanges = 99

  private let scramble: Scramble

  init(seed: UInt64) {
    scramble = Scramble(below: Self.perPrefix, seed: seed, purpose: "health numbers")
  }

  /// The ten digits of a person.
  func digits(of person: Int) -> [UInt8] {
    let (round, within) = person.quotientAndRemainder(dividingBy: Self.perPrefix)
    let prefix = round == 0 ? 999 : 899 + round
    let (middle, choice) = scramble(within).quotientAndRemainder(dividingBy: 9)
    let start = prefix * 100_000 + middle
    var valid = -1
    for last in 0..<10 {
      let nine = start * 10 + last
      guard let check = Self.checkDigit(nine) else { continue }
      valid += 1
      if valid == choice { return decimal(nine * 10 + check, width: 10) }
    }
    return decimal(start * 100, width: 10)
  }

  /// The check digit of the first nine digits; nil when there is none.
  ///
  /// Weights 10 to 2; 11 less what the sum leaves over 11, where 11 is written 0 and 10 is none.
  static func checkDigit(_ nine: Int) -> Int? {
    var rest = nine
    var sum = 0
    for weight in 2...10 {
      sum += weight * (rest % 10)
      rest /= 10
    }
    let check = 11 - sum % 11
    return check == 10 ? nil : check % 11
  }
}
