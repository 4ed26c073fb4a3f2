// SPDX-License-Identifier: Apache-2.0

/// A long-term condition, and the contacts that show that somebody has it.
public struct ConditionRule: Sendable, Hashable {
  /// Its permanent name.
  public let id: String
  /// The group of conditions that it belongs to.
  public let group: String
  /// The codes that contacts for it have.
  public let codes: [String]
  /// How many such contacts are needed.
  public let minimumContacts: Int
  /// Within how many years; nil for any time.
  public let withinYears: Int?

  /// Describes a rule.
  public init(
    id: String, group: String, codes: [String], minimumContacts: Int, withinYears: Int?
  ) {
    self.id = id
    self.group = group
    self.codes = codes
    self.minimumContacts = max(1, minimumContacts)
    self.withinYears = withinYears
  }
}

/// Conditions that are found from contacts, at most 64.
public struct ConditionRules: Sendable {
  /// More conditions than this do not fit.
  public static let most = 64
  /// The rules, in the order of their bits in a set of conditions.
  public let rules: [ConditionRule]
  /// The groups in the order in which rules first name them.
  public let groups: [String]
  /// The group of each rule.
  let groupOfRule: [Int]

  /// Takes rules; nil when there are too many.
  public init?(_ rules: [ConditionRule]) {
    guard rules.count <= ConditionRules.most else { return nil }
    self.rules = rules
    var groups: [String] = []
    for rule in rules where !groups.contains(rule.group) { groups.append(rule.group) }
    self.groups = groups
    groupOfRule = rules.map { rule in groups.firstIndex(of: rule.group) ?? 0 }
  }

  /// The rules that contacts with each code count for, by the numbers of the codes.
  func rules(forCodes codes: [String]) -> [[Int]] {
    codes.map { code in rules.indices.filter { rules[$0].codes.contains(code) } }
  }
}

/// Contacts that speak for a condition that takes more than one to be sure of.
struct ConditionEvidence {
  /// Person, rule and month of each contact, in one number that sorts by them in this order.
  private var contacts: [UInt64] = []

  mutating func add(person: Int, rule: Int, month: UInt16) {
    contacts.append(UInt64(person) << 24 | UInt64(rule) << 16 | UInt64(month))
  }

  /// Notes the conditions of everybody who has contacts enough in time.
  mutating func decide(_ rules: [ConditionRule], _ note: (_ person: Int, _ rule: Int) -> Void) {
    contacts.sort()
    var first = 0
    for place in contacts.indices {
      let about = contacts[place] >> 16
      if contacts[first] >> 16 != about { first = place }
      let rule = rules[Int(about & 0xFF)]
      let earlier = place - rule.minimumContacts + 1
      guard earlier >= first else { continue }
      let span = Int(contacts[place] & 0xFFFF) - Int(contacts[earlier] & 0xFFFF)
      if rule.withinYears.map({ span <= 12 * $0 }) ?? true {
        note(Int(about >> 8), Int(about & 0xFF))
      }
    }
    contacts = []
  }
}
