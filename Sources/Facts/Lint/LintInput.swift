// SPDX-License-Identifier: Apache-2.0

/// A claim that one stated figure follows from others.
public struct Relation: Hashable, Sendable {
  /// How the figure is meant to follow.
  public enum Kind: String, CaseIterable, Sendable {
    /// The stated figure ought to equal the formula.
    case restates
    /// The stated figure ought to equal a sum of printed parts.
    case total
    /// The stated figure is a change over some years, and the formula the yearly rate.
    case rate
  }

  /// The permanent name.
  public let id: String
  /// What kind of thing it is.
  public let kind: Kind
  /// The stated fact that is checked.
  public let fact: FactID
  /// The rule.
  public let formula: Formula
  /// How many years a rate runs for.
  public let years: Int?
  /// What the reader should know about the check.
  public let note: String
  /// Where it is written.
  public let place: Finding.Place

  /// Describes a relation.
  public init(
    id: String, kind: Kind, fact: FactID, formula: Formula, years: Int?, note: String,
    place: Finding.Place
  ) {
    self.id = id
    self.kind = kind
    self.fact = fact
    self.formula = formula
    self.years = years
    self.note = note
    self.place = place
  }
}

/// A list as one document prints it, so that documents can be compared.
public struct ListClaim: Hashable, Sendable {
  /// What is listed.
  public let list: String
  /// What it is, in plain English.
  public let label: String
  /// The id of the source.
  public let source: String
  /// Ids and printed names of the members, in the document's order.
  public let items: [(id: String, label: String)]
  /// Where it is written.
  public let place: Finding.Place

  /// Describes a list.
  public init(
    list: String, label: String, source: String, items: [(id: String, label: String)],
    place: Finding.Place
  ) {
    self.list = list
    self.label = label
    self.source = source
    self.items = items
    self.place = place
  }

  /// Whether both name the same members of the same list in the same document.
  public static func == (left: ListClaim, right: ListClaim) -> Bool {
    left.list == right.list && left.source == right.source && left.ids == right.ids
  }

  /// Feeds what `==` compares.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(list)
    hasher.combine(source)
    hasher.combine(ids)
  }

  var ids: [String] { items.map(\.id) }
}

/// A date that one document gives for a milestone.
public struct DateClaim: Hashable, Sendable {
  /// The event.
  public let milestone: String
  /// What it is, in plain English.
  public let label: String
  /// The date that the document gives.
  public let when: Period
  /// The id of the source.
  public let source: String
  /// Where it is written.
  public let place: Finding.Place

  /// Describes a dated statement.
  public init(
    milestone: String, label: String, when: Period, source: String, place: Finding.Place
  ) {
    self.milestone = milestone
    self.label = label
    self.when = when
    self.source = source
    self.place = place
  }
}

/// Something that has to be looked at again by a day.
public struct ReviewDate: Hashable, Sendable {
  /// The permanent name.
  public let id: String
  /// What it is, in plain English.
  public let label: String
  /// Who answers for it.
  public let owner: String
  /// The day by which it has to be looked at again.
  public let reviewBy: Day
  /// Where it is written.
  public let place: Finding.Place

  /// Describes a review.
  public init(id: String, label: String, owner: String, reviewBy: Day, place: Finding.Place) {
    self.id = id
    self.label = label
    self.owner = owner
    self.reviewBy = reviewBy
    self.place = place
  }
}

/// One line of the plan's own prose.
public struct Passage: Hashable, Sendable {
  /// The words.
  public let text: String
  /// Where it is written.
  public let place: Finding.Place

  /// Describes a line of prose.
  public init(text: String, place: Finding.Place) {
    self.text = text
    self.place = place
  }
}

/// Everything that the rules look at.
public struct LintInput: Sendable {
  /// The facts and the links between them.
  public var graph: FactGraph
  /// The checks that figures follow from others.
  public var relations: [Relation] = []
  /// The lists as documents print them.
  public var lists: [ListClaim] = []
  /// The dates as documents give them.
  public var dates: [DateClaim] = []
  /// What has to be looked at again.
  public var reviews: [ReviewDate] = []
  /// What the plan claims, beside what others achieved.
  public var claims: [ClaimCheck] = []
  /// The plan's own prose, line by line.
  public var passages: [Passage] = []
  /// The reasons that are on the record.
  public var acknowledgements: [Acknowledgement] = []
  /// Where each fact is written.
  public var places: [FactID: Finding.Place] = [:]
  /// The day on which the plan is read; reviews due before it are late.
  public var asOf: Day

  /// Starts with the facts alone.
  public init(graph: FactGraph, asOf: Day) {
    self.graph = graph
    self.asOf = asOf
  }

  func places(of facts: [Fact]) -> [Finding.Place] { facts.compactMap { places[$0.id] } }

  func title(of source: String) -> String { graph.source(source)?.title ?? source }
}
