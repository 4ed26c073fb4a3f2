// SPDX-License-Identifier: Apache-2.0

import Identifiers
import Sampling
import Testing

@testable import SyntheticRegion

@Suite struct `numbers of a region` {
  @Test func `give everybody an NHS number of their own with a right check digit`() {
    let numbers = HealthNumbers(seed: 9)
    var seen: Set<[UInt8]> = []
    for person in Array(0..<20_000) + Array(895_000..<905_000) {
      let digits = numbers.digits(of: person)
      #expect(seen.insert(digits).inserted)
      let number = digits.reduce(0) { $0 * 10 + Int($1 - 48) }
      #expect(HealthNumbers.checkDigit(number / 10) == number % 10)
      let text = String(decoding: digits, as: UTF8.self)
      #expect(NHSNumber(text)?.isForTests == (person < 900_000))
      #expect((number >= 9_990_000_000) == (person < 900_000))
    }
    #expect(HealthNumbers.capacity >= SyntheticRegion.mostPeople)
  }

  @Test func `know a published check digit`() {
    // 943 476 5919 is the example of the NHS Data Model and Dictionary.
    #expect(HealthNumbers.checkDigit(943_476_591) == 9)
  }

  @Test(arguments: [1, 2, 3, 10, 1_000, 4_097])
  func `are scrambled one to one`(limit: Int) {
    let scramble = Scramble(below: limit, seed: 7, purpose: "test")
    #expect(Set((0..<limit).map { scramble($0) }) == Set(0..<limit))
  }

  @Test func `count days as the calendar does`() {
    #expect(Day(year: 1970, month: 1, day: 1).number == 0)
    #expect(Day(year: 2000, month: 3, day: 1).number == 11_017)
    for number in stride(from: -40_000, to: 40_000, by: 7) {
      let (year, month, day) = Day(number).date
      #expect(Day(year: year, month: month, day: day).number == number)
      #expect((1...Day.days(inMonth: month, of: year)).contains(day))
    }
  }
}

@Suite struct `people of a region` {
  private static let people = Result {
    let region = try SyntheticRegion(seed: 1, people: 20_000)
    return (0..<200).flatMap { Neighbourhood($0, of: region).people }
  }

  @Test func `are numbered in their order`() throws {
    #expect(try Self.people.get().map(\.number) == Array(0..<20_000))
  }

  @Test func `include twins with other names`() throws {
    let children = try Self.people.get().filter { $0.age < 30 }
    let twins = Dictionary(grouping: children) { "\($0.address.property) \($0.birth.number)" }
      .values.filter { $0.count > 1 && Set($0.map(\.surname)).count == 1 }

    #expect(twins.count > 20)
    #expect(twins.allSatisfy { Set($0.map(\.givenName)).count == $0.count })
  }

  @Test func `share surnames in households and come in plausible ages`() throws {
    let people = try Self.people.get()
    let homes = Dictionary(grouping: people, by: \.address.property).values
    let shared = homes.filter { $0.count > 1 }.count { Set($0.map(\.surname)).count < $0.count }
    let mean = people.reduce(0) { $0 + Double($1.age) } / Double(people.count)

    #expect(Double(shared) / Double(homes.count { $0.count > 1 }) > 0.6)
    #expect((36...46).contains(mean))
    #expect((1.9...2.6).contains(Double(people.count) / Double(homes.count)))
    #expect(people.allSatisfy { (0...110).contains($0.age) })
    #expect((0.002...0.05).contains(Double(people.count { $0.death != nil }) / 20_000))
  }

  @Test func `are in places that no postcode of the country begins with`() throws {
    #expect(RegionPlace.outcodes.count == 48)
    #expect(Set(RegionPlace.outcodes.map(\.place)).count == 10)
    #expect(Set(RegionPlace.outcodes.map(\.deprivation)).count == 10)
  }
}
