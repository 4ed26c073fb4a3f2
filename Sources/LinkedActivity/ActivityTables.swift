// SPDX-License-Identifier: Apache-2.0

/// The tables of a period: segments, conditions, kinds of contact, flows to providers, households.
///
/// They hold exact figures of few people, and are not safe to release.
public struct ActivityTables: Sendable {
  /// All rows, table by table.
  public let rows: [UnsafeRow]

  /// Adds up the parts of all the people.
  ///
  /// `kinds` and `providers` are the names of the numbers of the contacts; `months` is how long the
  /// period is, and `year` that in which ages are taken, at its end.
  public init(
    _ parts: [ActivityTally], of people: LinkedPeople, rules: ConditionRules,
    segmentation: Segmentation, ages: AgeBands,
    kinds: [String], providers: [String], months: Int, year: Int
  ) {
    var whole = PartTables(people, rules, segmentation, ages, kinds, providers)
    for part in parts {
      var tables = PartTables(people, rules, segmentation, ages, kinds, providers)
      tables.add(part, people, rules, ages, months, year)
      whole.merge(tables)
    }
    let unknownPlace = people.place.contains(0) ? [] : [people.places.first ?? ""]
    let isAgeKnown = !people.yearOfBirth.contains(LinkedPeople.unknownYear)
    let dropped = Set(unknownPlace + (isAgeKnown ? [AgeBands.unknown] : []))
    rows = (whole.rows + HouseholdTable(people).rows).filter {
      !dropped.contains($0.place) && !dropped.contains($0.age)
    }
  }
}

/// The tables of some of the people.
private struct PartTables {
  private static let total = "all"
  var people: Cube
  var years: Cube
  var contacts: Cube
  var pounds: Cube
  var conditions: Cube
  var conditionPounds: Cube
  var kindPeople: Cube
  var kindContacts: Cube
  var kindPounds: Cube
  var flowPeople: Cube
  var flowContacts: Cube
  private let segmentation: Segmentation
  private let kinds: Int
  private let providers: Int

  init(
    _ everybody: LinkedPeople, _ rules: ConditionRules, _ segmentation: Segmentation,
    _ ages: AgeBands, _ kinds: [String],
    _ providers: [String]
  ) {
    let places = everybody.places
    let segments = Cube(
      places: places, ages: ages.names, groups: segmentation.names)
    self.segmentation = segmentation
    let ofConditions = Cube(places: places, ages: ages.names, groups: rules.rules.map(\.id))
    let ofKinds = Cube(places: places, ages: [Self.total], groups: kinds + [Self.total])
    let ofProviders = Cube(places: places, ages: [Self.total], groups: providers + [Self.total])
    (people, years, contacts, pounds) = (segments, segments, segments, segments)
    (conditions, conditionPounds) = (ofConditions, ofConditions)
    (kindPeople, kindContacts, kindPounds) = (ofKinds, ofKinds, ofKinds)
    (flowPeople, flowContacts) = (ofProviders, ofProviders)
    self.kinds = kinds.count
    self.providers = providers.count
  }

  mutating func add(
    _ part: ActivityTally, _ everybody: LinkedPeople, _ rules: ConditionRules, _ ages: AgeBands,
    _ months: Int, _ year: Int
  ) {
    let unknownAge = ages.names.count - 1
    for here in 0..<part.people.count {
      let person = part.people.lowerBound + here
      let place = Int(everybody.place[person])
      let born = everybody.yearOfBirth[person]
      let age =
        born == LinkedPeople.unknownYear ? unknownAge : ages.band(age: max(0, year - Int(born)))
      let held = part.conditions[here]
      let cell = people.index(place, age, segmentation.segment(age: age, held: held))
      people.add(1, at: cell)
      let registered = everybody.monthsRegistered.map { Int($0[person]) } ?? months
      years.add((registered * 100 + 6) / 12, at: cell)
      let sums = addKinds(part, here, place)
      if sums.contacts > 0 { contacts.add(sums.contacts, at: cell) }
      if sums.pence > 0 { pounds.add(sums.pence, at: cell) }
      for rule in rules.rules.indices where held & 1 << UInt64(rule) != 0 {
        conditions.add(1, at: conditions.index(place, age, rule))
        if sums.pence > 0 {
          conditionPounds.add(sums.pence, at: conditions.index(place, age, rule))
        }
      }
    }
    addFlows(part, everybody)
  }

  private mutating func addKinds(
    _ part: ActivityTally, _ here: Int, _ place: Int
  ) -> (contacts: Int, pence: Int) {
    var sums = (contacts: 0, pence: 0)
    for kind in 0..<kinds {
      let from = here * ActivityTally.mostKinds + kind
      let count = Int(part.contacts[from])
      guard count > 0 else { continue }
      addKind(kindPeople.index(place, 0, kind), count, part.pence[from])
      sums.contacts += count
      sums.pence += part.pence[from]
    }
    if sums.contacts > 0 { addKind(kindPeople.index(place, 0, kinds), sums.contacts, sums.pence) }
    return sums
  }

  private mutating func addKind(_ cell: Int, _ count: Int, _ pence: Int) {
    kindPeople.add(1, at: cell)
    kindContacts.add(count, at: cell)
    if pence > 0 { kindPounds.add(pence, at: cell) }
  }

  private mutating func addFlows(_ part: ActivityTally, _ everybody: LinkedPeople) {
    for (provider, bits) in part.met.enumerated() {
      for (word, value) in bits.enumerated() where value != 0 {
        for bit in 0..<64 where value & 1 << UInt64(bit) != 0 {
          let place = Int(everybody.place[part.people.lowerBound + word * 64 + bit])
          flowPeople.add(1, at: flowPeople.index(place, 0, provider))
        }
      }
      for place in everybody.places.indices {
        putFlow(flowContacts.index(place, 0, provider), part.flow[provider][place])
      }
    }
    for place in everybody.places.indices {
      let all = kindContacts.cells[kindContacts.index(place, 0, kinds)]
      flowContacts.put(all, at: flowContacts.index(place, 0, providers))
      flowPeople.put(
        kindPeople.cells[kindPeople.index(place, 0, kinds)],
        at: flowPeople.index(place, 0, providers))
    }
  }

  private mutating func putFlow(_ cell: Int, _ contacts: Int) {
    var amount = Contribution()
    amount.value = contacts
    amount.people = flowPeople.cells[cell].people
    flowContacts.put(amount, at: cell)
  }

  mutating func merge(_ other: PartTables) {
    people.merge(other.people)
    years.merge(other.years)
    contacts.merge(other.contacts)
    pounds.merge(other.pounds)
    conditions.merge(other.conditions)
    conditionPounds.merge(other.conditionPounds)
    kindPeople.merge(other.kindPeople)
    kindContacts.merge(other.kindContacts)
    kindPounds.merge(other.kindPounds)
    flowPeople.merge(other.flowPeople)
    flowContacts.merge(other.flowContacts)
  }

  var rows: [UnsafeRow] {
    let all = [true, true, true]
    let places = [true, false, false]
    var rows = people.rows("segments", "people", totals: all)
    rows += years.rows("segments", "person-years", totals: all)
    rows += contacts.rows("segments", "contacts", totals: all)
    rows += pounds.rows("segments", "pounds", totals: all)
    rows += conditions.rows("conditions", "people", totals: [true, true, false])
    rows += conditionPounds.rows("conditions", "pounds", totals: [true, true, false])
    rows += kindPeople.rows("kinds", "people-in-contact", totals: places)
    rows += kindContacts.rows("kinds", "contacts", totals: places)
    rows += kindPounds.rows("kinds", "pounds", totals: places)
    rows += flowPeople.rows("flows", "people-in-contact", totals: places)
    rows += flowContacts.rows("flows", "contacts", totals: places)
    return rows
  }
}
