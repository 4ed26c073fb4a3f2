// SPDX-License-Identifier: Apache-2.0

public import Engagement
public import Facts
import Foundation
public import Ledger

/// A figure as it is shown, and the fact that it shows.
public struct PaperFigure: Sendable, Hashable {
  /// The figure as it is read, such as `£190 million`.
  public var text: String
  /// What it shows, with where it comes from.
  public var fact: PaperFact

  /// A fact shown in its usual words.
  public init(_ fact: PaperFact) {
    text = fact.value.text
    self.fact = fact
  }

  /// A fact shown in words of the reader, such as "three" or "by 12 days".
  public init(_ fact: PaperFact, as text: String) {
    self.text = text
    self.fact = fact
  }
}

/// What a figure of a paper rests on.
public struct PaperFact: Sendable, Hashable {
  /// The permanent name, unique in a paper: that of the plan's fact, or one that begins with
  /// `record.`.
  public var id: String
  /// What it is, in plain English, understandable alone.
  public var label: String
  /// The value.
  public var value: PaperValue
  /// Where it comes from.
  public var evidence: PaperEvidence

  /// A fact with its evidence.
  public init(id: String, label: String, value: PaperValue, evidence: PaperEvidence) {
    self.id = id
    self.label = label
    self.value = value
    self.evidence = evidence
  }

  /// The fact, shown in its usual words.
  public var figure: PaperFigure { PaperFigure(self) }

  /// Two facts are one when they have one name and one value.
  public static func == (one: PaperFact, other: PaperFact) -> Bool {
    one.id == other.id && one.value == other.value
  }

  /// Mixes in the name and the value.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(id)
    hasher.combine(value)
  }
}

/// What a fact of a paper says.
public enum PaperValue: Sendable, Hashable {
  /// A number in a unit of the plan, with as many decimals as are worth showing.
  case number(Quantity)
  /// A day.
  case day(CivilDay)
  /// A period as a document gives it.
  case period(Period)
  /// Words, such as a verdict.
  case words(String)

  /// A count of things, named in the plural.
  public static func count(_ number: Int, _ things: String) -> PaperValue {
    .number(Quantity(value: Decimal(number), decimals: 0, unit: Facts.Unit(things)))
  }

  /// A number that was worked out.
  public static func computed(
    _ value: Double, decimals: Int = 0, _ unit: Facts.Unit
  ) -> PaperValue {
    .number(Quantity(computed: value, decimals: decimals, unit: unit))
  }

  /// Pounds as a reader takes them in: in millions from a million up, else in whole pounds.
  public static func pounds(_ value: Double) -> PaperValue {
    abs(value) >= 1e6
      ? .computed(value / 1e6, decimals: 1, .millionPounds)
      : .computed(value, decimals: 0, .pounds)
  }

  /// The value as it is read.
  public var text: String {
    switch self {
    case .number(let quantity): quantity.plainEnglish
    case .day(let day): day.text
    case .period(let period): period.plainEnglish
    case .words(let words): words
    }
  }

  /// The number alone, for a table whose heading has the unit.
  public var tableText: String {
    if case .number(let quantity) = self { quantity.tableText } else { text }
  }

  /// The number, when it is one.
  public var amount: Double? {
    if case .number(let quantity) = self { quantity.value.asPlainDouble } else { nil }
  }

  /// The unit, when it is a number.
  public var unit: String? {
    if case .number(let quantity) = self { quantity.unit.name } else { nil }
  }
}

extension Decimal {
  fileprivate var asPlainDouble: Double { NSDecimalNumber(decimal: self).doubleValue }
}

/// Where a fact of a paper comes from.
public struct PaperEvidence: Sendable {
  /// How it was worked out, in words; nil for what is only quoted.
  public var rule: String?
  /// The places where it is printed.
  public var quotations: [PaperQuotation] = []
  /// The entries of the record that it was worked out from.
  public var entries: [PaperEntry] = []
  /// How many further entries there are, when they are too many to list.
  public var furtherEntries = 0
  /// The facts that it was worked out from.
  public var inputs: [PaperFact] = []
  /// How many further facts of the plan there are, when they are too many to list.
  public var furtherInputs = 0
  /// The fact of the plan, which has a page of its own on the plan's site.
  public var planFact: FactID?
  /// A file of the plan, and the row in it.
  public var place: String?

  /// No evidence yet.
  public init(rule: String? = nil) { self.rule = rule }

  /// Whether it leads anywhere: to a source, to entries, to other facts or to a place in the plan.
  public var isGiven: Bool {
    !quotations.isEmpty || !entries.isEmpty || !inputs.isEmpty || place != nil || rule != nil
  }
}

/// A place in a document where a figure is printed.
public struct PaperQuotation: Sendable, Hashable {
  /// The title of the document.
  public var title: String
  /// Who published it.
  public var publisher: String
  /// What kind of document it is.
  public var kind: String
  /// Page, paragraph or heading.
  public var locator: String
  /// The words, as printed.
  public var words: String
  /// A public address, or empty.
  public var address: String
}

/// An entry of the record.
public struct PaperEntry: Sendable, Hashable {
  /// The place in the chain.
  public var sequence: Int64
  /// What happened, such as "response submitted".
  public var what: String
  /// When it was recorded, in London.
  public var day: CivilDay
  /// The digest of the entry.
  public var digest: String

  /// What a paper says of an entry.
  public init(_ entry: Entry) {
    sequence = entry.sequence
    what = entry.family + " " + entry.type
    day = CivilDay(entry.time)
    digest = entry.digest
  }

  /// The first digits of the digest.
  public var shortDigest: String { String(digest.prefix(12)) }
}
