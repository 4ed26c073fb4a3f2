// SPDX-License-Identifier: Apache-2.0

import Sampling

/// A household in the making: whose name it bears and where it is.
struct Family {
  private let origin: NameOrigin
  private let surname: [UInt8]
  private let home: Address
  private let practice: Int

  init(origin: NameOrigin, at home: Address, using stream: inout RandomStream) {
    self.origin = origin
    self.home = home
    surname = Self.surname(of: origin, using: &stream)
    practice = stream.early(of: Practice.perOutcode, steepness: 1.4)
  }

  /// An adult of the household's name.
  mutating func adult(age: Int, female: Bool? = nil, using stream: inout RandomStream) -> Person {
    let isFemale = female ?? stream.happens(0.5 + Double(max(0, age - 60)) * 0.006)
    return member(born: Self.birth(age: age, using: &stream), isFemale, using: &stream)
  }

  /// Two adults; most share a surname, and one of them had another before the marriage.
  mutating func couple(age: Int, using stream: inout RandomStream) -> [Person] {
    let firstIsFemale = stream.happens(0.25)
    let sameSex = stream.happens(0.02)
    let first = adult(age: age, female: firstIsFemale, using: &stream)
    var second = adult(
      age: max(18, age - 5 + stream.below(8)), female: firstIsFemale == sameSex, using: &stream)
    let other = Self.surname(of: origin, using: &stream)
    if stream.happens(age < 35 ? 0.5 : 0.82) {
      second.formerSurname = other
      second.hasJustMarried = stream.happens(age < 45 ? 0.2 : 0.02)
      if stream.happens(0.03) { second.surname = other + [UInt8(ascii: "-")] + surname }
    } else {
      second.surname = other
    }
    return [first, second]
  }

  /// Children of a parent of this age; a few are twins, and a few bear a parent's name.
  mutating func children(of age: Int, using stream: inout RandomStream) -> [Person] {
    var children: [Person] = []
    var childAge = max(0, age - 22 - stream.early(of: 16, steepness: 1))
    for _ in 0..<(1 + stream.early(of: 4, steepness: 1.6)) {
      guard childAge >= 0, childAge < 30 else { break }
      var child = member(
        born: Self.birth(age: childAge, using: &stream), stream.happens(0.49), using: &stream)
      if let twin = children.last, stream.happens(0.03) { child.birth = twin.birth }
      while children.contains(where: { $0.givenName == child.givenName }) {
        child.givenName = Self.givenName(
          origin, isFemale: child.isFemale, born: child.birth, using: &stream)
      }
      children.append(child)
      childAge -= 1 + stream.below(4)
    }
    return children
  }

  private func member(
    born birth: Day, _ isFemale: Bool, using stream: inout RandomStream
  ) -> Person {
    var ethnicity = Ethnicity(origin)
    if stream.happens(0.025) { ethnicity = .mixed }
    let age = Double(RegionTime.end.number - birth.number) / 365.25
    // Gompertz's law (1825): the chance of death doubles about every eight years.
    let risk = min(0.9, 0.000_03 * Elementary.exponential(0.09 * age) * RegionTime.years)
    let dies = stream.happens(risk)
    let day = RegionTime.start.number + stream.below(1_096)
    return Person(
      number: 0, isFemale: isFemale,
      givenName: Self.givenName(origin, isFemale: isFemale, born: birth, using: &stream),
      surname: surname, birth: birth, death: dies && day > birth.number ? Day(day) : nil,
      ethnicity: ethnicity, address: home, practice: practice)
  }

  private static func birth(age: Int, using stream: inout RandomStream) -> Day {
    Day(RegionTime.end.number - Int(Double(age) * 365.25) - stream.below(365))
  }

  private static func surname(
    of origin: NameOrigin, using stream: inout RandomStream
  ) -> [UInt8] {
    guard stream.happens(origin.shareListed) else {
      return SurnameMaker.surname(of: origin, using: &stream)
    }
    return stream.early(of: origin.surnames, steepness: 1.5)
  }

  private static func givenName(
    _ origin: NameOrigin, isFemale: Bool, born birth: Day, using stream: inout RandomStream
  ) -> [UInt8] {
    // A tenth of the other origins have a British given name, and some Britons have another's.
    let british = origin == .british || stream.happens(0.1)
    guard british else {
      return stream.early(of: isFemale ? origin.women : origin.men, steepness: 1.4)
    }
    let year = birth.date.year
    let names =
      if year < 1950 {
        isFemale ? GivenNames.oldWomen : GivenNames.oldMen
      } else if year < 1980 {
        isFemale ? GivenNames.middleWomen : GivenNames.middleMen
      } else {
        isFemale ? GivenNames.youngWomen : GivenNames.youngMen
      }
    return stream.early(of: names, steepness: 1.5)
  }
}
