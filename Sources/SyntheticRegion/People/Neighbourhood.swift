// SPDX-License-Identifier: Apache-2.0

import Sampling

/// A hundred people in households who live near one another.
///
/// People come in hundreds so that somebody's number alone says which stream of chance they are of: person
/// 17 is the same whether the region has a hundred people or two million.
struct Neighbourhood {
  static let size = 100

  /// The people, in the order of their numbers.
  let people: [Person]

  init(_ number: Int, of region: SyntheticRegion) {
    var builder = NeighbourhoodBuilder(number, of: region)
    people = builder.build()
  }
}

/// Fills a neighbourhood with households.
struct NeighbourhoodBuilder {
  var stream: RandomStream
  private let first: Int
  private let properties: Scramble
  private var addresses = 0
  private let outcode: Int
  private let postcodes: [[UInt8]]
  private var people: [Person] = []

  // At most as many households as people, and as many former addresses of each.
  private static let addressesEach = 256

  init(_ number: Int, of region: SyntheticRegion) {
    stream = RandomStream(region.peopleKey, index: number)
    first = number * Neighbourhood.size
    properties = region.properties
    let outcode = stream.below(RegionPlace.outcodes.count)
    self.outcode = outcode
    var postcodes: [[UInt8]] = []
    for _ in 0..<3 { postcodes.append(Address.postcode(of: outcode, using: &stream)) }
    self.postcodes = postcodes
    addresses = number * Self.addressesEach
  }

  /// The most neighbourhoods whose properties have numbers of their own.
  static func properties(neighbourhoods: Int) -> Int { neighbourhoods * addressesEach }

  mutating func build() -> [Person] {
    if stream.happens(0.05) { addCareHome() }
    while people.count < Neighbourhood.size { addHousehold() }
    people.removeLast(people.count - Neighbourhood.size)
    for place in people.indices { finish(place) }
    return people
  }

  private mutating func addCareHome() {
    let home = here()
    for _ in 0..<stream.whole(16...34) {
      var family = Family(origin: origin(), at: home, using: &stream)
      people.append(family.adult(age: 76 + stream.below(22), using: &stream))
    }
  }

  private mutating func addHousehold() {
    let kind = HouseholdKind.allCases[stream.place(of: HouseholdKind.shares)]
    let age = kind.age(using: &stream)
    let home = here()
    var family = Family(origin: origin(), at: home, using: &stream)
    let before = people.count
    switch kind {
    case .oneYounger, .oneOlder: people.append(family.adult(age: age, using: &stream))
    case .couple: people += family.couple(age: age, using: &stream)
    case .family, .adultChildren:
      people += family.couple(age: age, using: &stream)
      people += family.children(of: age, using: &stream)
    case .loneParent:
      people.append(family.adult(age: age, female: stream.happens(0.86), using: &stream))
      people += family.children(of: age, using: &stream)
    case .threeGenerations:
      people += family.couple(age: age, using: &stream)
      people += family.children(of: age, using: &stream)
      people.append(family.adult(age: age + 26 + stream.below(10), using: &stream))
    case .sharers:
      for _ in 0..<stream.whole(3...5) {
        var one = Family(origin: origin(), at: home, using: &stream)
        people.append(one.adult(age: age + stream.below(5), using: &stream))
      }
    }
    move(people.indices.suffix(people.count - before), age: age)
  }

  /// A household that moved did so together; single adults also came from homes of their own.
  private mutating func move(_ members: Range<Int>, age: Int) {
    let share = age < 35 ? 0.4 : age < 65 ? 0.2 : 0.08
    if stream.happens(share) {
      let former = elsewhere()
      for member in members { people[member].formerAddress = former }
    } else {
      for member in members where people[member].formerAddress == nil {
        let grownUp = people[member].age >= 18 && people[member].age < 40
        if stream.happens(grownUp ? 0.12 : 0.02) { people[member].formerAddress = elsewhere() }
      }
    }
  }

  private mutating func here() -> Address {
    Address(
      outcode: outcode, postcode: stream.one(of: postcodes), property: nextProperty(),
      deprivation: Address.deprivation(of: outcode, using: &stream))
  }

  private mutating func elsewhere() -> Address {
    let near = stream.happens(0.7)
    let code = near ? stream.one(of: RegionPlace.siblings[outcode]) : stream.below(48)
    return Address(
      outcode: code, postcode: Address.postcode(of: code, using: &stream),
      property: nextProperty(), deprivation: Address.deprivation(of: code, using: &stream))
  }

  private mutating func nextProperty() -> Int {
    defer { addresses += 1 }
    return 1_000_000_000 + properties(addresses)
  }

  private mutating func origin() -> NameOrigin {
    let place = stream.place(of: RegionPlace.origins(of: outcode))
    return NameOrigin(rawValue: place) ?? .british
  }

  private mutating func finish(_ place: Int) {
    people[place].number = first + place
    people[place].conditions = LongTermCondition.drawn(for: people[place], using: &stream)
  }
}
