// SPDX-License-Identifier: Apache-2.0

/// What contacts add up to for each of some of the people.
///
/// People are split into parts, so that each part can be worked on by itself. All sums are of whole
/// numbers: neither the order of the contacts nor the number of parts changes them.
public struct ActivityTally: Sendable {
  /// More kinds of contact than this do not fit.
  public static let mostKinds = 16
  /// More providers than this do not fit.
  public static let mostProviders = 4096

  /// The people of this part.
  public let people: Range<Int>
  /// The months that are counted; others only tell of conditions.
  public let period: ClosedRange<UInt16>
  private let rules: ConditionRules
  /// The rules that contacts with each code count for.
  private var rulesOfCode: [[Int]] = []
  private var evidence = ConditionEvidence()

  /// Contacts by person and kind.
  var contacts: [UInt32]
  /// Pence by person and kind.
  var pence: [Int]
  /// The conditions of each person, a bit a rule.
  var conditions: [UInt64]
  /// Contacts by provider and place.
  private(set) var flow: [[Int]] = []
  /// Who has been in contact with each provider, a bit a person.
  private(set) var met: [[UInt64]] = []
  private let placeCount: Int
  /// Contacts within the period.
  public private(set) var used = 0
  /// Contacts outside it.
  public private(set) var outside = 0
  /// Pence within the period.
  public private(set) var penceUsed = 0
  /// Pence outside it.
  public private(set) var penceOutside = 0

  /// Makes a part without contacts.
  public init(
    people: Range<Int>, of everybody: LinkedPeople, rules: ConditionRules,
    period: ClosedRange<UInt16>
  ) {
    self.people = people
    self.period = period
    self.rules = rules
    placeCount = everybody.places.count
    contacts = [UInt32](repeating: 0, count: people.count * ActivityTally.mostKinds)
    pence = [Int](repeating: 0, count: people.count * ActivityTally.mostKinds)
    conditions = [UInt64](repeating: 0, count: people.count)
  }

  /// Takes note of the names that numbers stand for, of which there are more from time to time.
  public mutating func learn(codes: [String], providers: Int) {
    rulesOfCode = rules.rules(forCodes: codes)
    while flow.count < providers {
      flow.append([Int](repeating: 0, count: placeCount))
      met.append([UInt64](repeating: 0, count: (people.count + 63) / 64))
    }
  }

  /// Adds the contacts of a batch that are of people of this part.
  public mutating func add(_ batch: EventBatch, of everybody: LinkedPeople) {
    for index in 0..<batch.count {
      let person = Int(batch.person[index])
      guard people.contains(person) else { continue }
      let here = person - people.lowerBound
      let month = batch.month[index]
      if batch.condition[index] != EventBatch.none, month <= period.upperBound {
        noteCondition(Int(batch.condition[index]), here, month)
      }
      guard period.contains(month) else {
        outside += 1
        penceOutside += batch.pence[index]
        continue
      }
      let cell = here * ActivityTally.mostKinds + Int(batch.kind[index])
      contacts[cell] += 1
      pence[cell] += batch.pence[index]
      penceUsed += batch.pence[index]
      used += 1
      let provider = Int(batch.provider[index])
      flow[provider][Int(everybody.place[person])] += 1
      met[provider][here >> 6] |= 1 << UInt64(here & 63)
    }
  }

  private mutating func noteCondition(_ code: Int, _ person: Int, _ month: UInt16) {
    for rule in rulesOfCode[code] where conditions[person] & 1 << UInt64(rule) == 0 {
      if rules.rules[rule].minimumContacts == 1 {
        conditions[person] |= 1 << UInt64(rule)
      } else {
        evidence.add(person: person, rule: rule, month: month)
      }
    }
  }

  /// Decides who has which condition, when all contacts are in.
  public mutating func close() {
    var found = conditions
    evidence.decide(rules.rules) { person, rule in found[person] |= 1 << UInt64(rule) }
    conditions = found
  }
}
