// SPDX-License-Identifier: Apache-2.0

/// Contacts in columns: as many as are worked on at a time.
public struct EventBatch: Sendable {
  /// Stands for no condition.
  public static let none = UInt16.max

  /// Who, as a number among the people.
  public private(set) var person: [UInt32] = []
  /// The month, counted from January of year 0.
  public private(set) var month: [UInt16] = []
  /// The number of the kind.
  public private(set) var kind: [UInt16] = []
  /// The number of the provider.
  public private(set) var provider: [UInt16] = []
  /// The number of the code of a condition, or `none`.
  public private(set) var condition: [UInt16] = []
  /// The cost in pence.
  public private(set) var pence: [Int] = []

  /// Makes an empty batch.
  public init() {}

  /// How many there are.
  public var count: Int { person.count }

  /// Adds a contact.
  public mutating func append(
    person: UInt32, month: UInt16, kind: UInt16, provider: UInt16, condition: UInt16, pence: Int
  ) {
    self.person.append(person)
    self.month.append(month)
    self.kind.append(kind)
    self.provider.append(provider)
    self.condition.append(condition)
    self.pence.append(pence)
  }

  /// Takes all contacts away and keeps the memory.
  public mutating func empty() {
    person.removeAll(keepingCapacity: true)
    month.removeAll(keepingCapacity: true)
    kind.removeAll(keepingCapacity: true)
    provider.removeAll(keepingCapacity: true)
    condition.removeAll(keepingCapacity: true)
    pence.removeAll(keepingCapacity: true)
  }

  /// Gives kinds, providers and codes other numbers.
  public mutating func renumber(kinds: [UInt16], providers: [UInt16], conditions: [UInt16]) {
    for index in kind.indices {
      kind[index] = kinds[Int(kind[index])]
      provider[index] = providers[Int(provider[index])]
      if condition[index] != EventBatch.none {
        condition[index] = conditions[Int(condition[index])]
      }
    }
  }
}
