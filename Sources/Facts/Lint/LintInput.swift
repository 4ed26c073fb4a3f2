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

  public let id: String
  public let kind: Kind
  /// The stated fact that is checked.
  public let fact: FactID
  public let formula: Formula
  /// How many years a rate runs for.
  public let years: Int?
  /// What the reader should know about the check.
  public let note: String
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
  public let label: String
  public let source: String
  /// Ids and printed names of the members, in the document's order.
  public let items: [(id: String, label: String)]
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

  public static func == (left: ListClaim, right: ListClaim) -> Bool {
    left.list == right.list && left.source == right.source && left.ids == right.ids
  }

  public func hash(into hasher: inout Hasher) {
    hasher.combine(list)
    hasher.combine(source)
    hasher.combine(ids)
  }

  var ids: [String] { items.map(\.id) }
}

/// A date that one document gives for a milestone.
public struct DateClaim: Hashable, Sendable {
  public let milestone: String
  public let label: String
  public let when: Period
  public let source: String
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
  public let id: String
  public let label: String
  public let owner: String
  public let reviewBy: Day
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
  public let text: String
  public let place: Finding.Place

  /// Describes a line of prose.
  public init(text: String, place: Finding.Place) {
    self.text = text
    self.place = place
  }
}

/// Everything that the rules look at.
public struct LintInput: Sendable {
  public var graph: FactGraph
  public var relations: [Relation] = []
  public var lists: [ListClaim] = []
  public var dates: [DateClaim] = []
  public var reviews: [ReviewDate] = []
  public var passages: [Passage] = []
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
