// SPDX-License-Identifier: Apache-2.0

import Sampling

/// Makes the records that a source keeps of a person, with its omissions and mistakes.
struct Recording {
  let region: SyntheticRegion
  let source: RegionSource
  let rates: ErrorRates
  private let place: Int

  // As many records of a person as a source can keep.
  static let mostRecords = 4

  init(_ source: RegionSource, of region: SyntheticRegion) {
    self.region = region
    self.source = source
    rates = source.errors
    place = source.place
  }

  /// The records of a person, none for most; they hang on the person's number and the source alone.
  ///
  /// The NHS number of a housemate can be taken by mistake.
  func records(of person: Person, housemate: Int) -> [SourceRecord] {
    var stream = RandomStream(region.recordKey, index: person.number, item: place)
    guard stream.happens(source.coverage(age: Double(person.age))) else { return [] }
    var count = 1
    while count < Self.mostRecords, stream.happens(source.secondRecords) { count += 1 }
    return (0..<count).map { copy in
      record(of: person, copy, housemate: housemate, using: &stream)
    }
  }

  private func record(
    of person: Person, _ copy: Int, housemate: Int, using stream: inout RandomStream
  ) -> SourceRecord {
    let factor =
      person.ethnicity.errorFactor * (1.3 - 0.06 * Double(person.address.deprivation - 1))
    let isOld = stream.happens(rates.outOfDate)
    let address = isOld ? person.formerAddress ?? person.address : person.address
    let number = number(of: person, housemate, factor, using: &stream)
    let names = names(of: person, factor, using: &stream)
    let birth = birth(of: person, factor, using: &stream)
    let postcode = postcode(address, factor, using: &stream)
    let isFemale = stream.happens(0.001 * factor) ? !person.isFemale : person.isFemale
    let letter = UInt8(ascii: isFemale ? "f" : "m")
    let missing = rates.detailMissing
    return SourceRecord(
      id: region.recordIds(person.number * Self.mostRecords + copy), person: person.number,
      number: number, givenName: names.given, surname: names.surname,
      sex: stream.happens(0.002) ? [] : [letter], birth: birth, address: address,
      postcode: postcode, hasProperty: !postcode.isEmpty && !stream.happens(missing),
      practice: stream.happens(source == .gp ? 0 : missing)
        ? [] : Practice.bytes(address, person.practice),
      ethnicity: stream.happens(missing * factor) ? [] : person.ethnicity.bytes)
  }

  private func number(
    of person: Person, _ housemate: Int, _ factor: Double, using stream: inout RandomStream
  ) -> [UInt8] {
    // The newborn have none yet more often than others.
    let babies = person.age == 0 ? 3.0 : 1
    if stream.happens(rates.numberMissing * min(2, factor) * babies) { return [] }
    guard stream.happens(rates.numberWrong * factor) else {
      return region.numbers.digits(of: person.number)
    }
    if stream.happens(0.3) { return region.numbers.digits(of: housemate) }
    var digits = region.numbers.digits(of: person.number)
    // The first three digits stay, so that no wrong number is one that somebody could have.
    let place = 3 + stream.below(7)
    digits[place] = Mistake.otherDigit(than: digits[place], using: &stream)
    return digits
  }

  private func names(
    of person: Person, _ factor: Double, using stream: inout RandomStream
  ) -> (given: [UInt8], surname: [UInt8]) {
    var given = person.givenName
    var surname = person.surname
    let former = person.hasJustMarried ? rates.outOfDate * 1.5 : 0.008
    if let name = person.formerSurname, stream.happens(former) { surname = name }
    if stream.happens(rates.nickname) { given = Mistake.shortForm(of: given, using: &stream) }
    if stream.happens(rates.typo * factor) { given = Mistake.misspelling(given, using: &stream) }
    if stream.happens(rates.typo * factor) {
      surname = Mistake.misspelling(surname, using: &stream)
    }
    if stream.happens(0.002 * factor) { swap(&given, &surname) }
    if person.age == 0, stream.happens(0.08) { given = Array("baby".utf8) }
    if stream.happens(rates.nameMissing * factor) { given = [] }
    if stream.happens(rates.nameMissing * factor * 0.3) { surname = [] }
    return (written(given), written(surname))
  }

  /// Two sources write names in capitals.
  private func written(_ name: [UInt8]) -> [UInt8] {
    source == .ambulance || source == .outOfHours ? name.capitals : name.titled
  }

  private func birth(
    of person: Person, _ factor: Double, using stream: inout RandomStream
  ) -> [UInt8] {
    if stream.happens(rates.dateMissing * factor) { return [] }
    var date = person.birth.date
    if stream.happens(rates.dateWrong * factor) {
      date = Mistake.date(date, using: &stream)
    }
    var bytes: [UInt8] = []
    bytes.appendDate(date.year, date.month, date.day)
    return bytes
  }

  private func postcode(
    _ address: Address, _ factor: Double, using stream: inout RandomStream
  ) -> [UInt8] {
    if stream.happens(rates.postcodeMissing * factor) { return [] }
    guard stream.happens(rates.postcodeWrong * factor) else { return address.postcode }
    return Mistake.postcode(address.postcode, using: &stream)
  }
}
