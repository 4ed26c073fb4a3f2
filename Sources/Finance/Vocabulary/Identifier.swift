// SPDX-License-Identifier: Apache-2.0

/// The name by which a plan refers to one `Subject`, so that ids of two kinds can't be confused.
///
/// Ids sort by their text; every result is in that order, whatever the order of the inputs.
public struct Identifier<Subject>: Hashable, Sendable {
  /// The id as the plan writes it.
  public let text: String

  /// Creates an id from the text a plan uses.
  public init(_ text: String) { self.text = text }

  /// Whether the id says nothing.
  var isBlank: Bool { text.allSatisfy(\.isWhitespace) }
}

extension Identifier: Comparable {
  /// Whether the left id sorts before the right one, by Unicode scalars.
  public static func < (left: Self, right: Self) -> Bool { left.text < right.text }
}

extension Identifier: ExpressibleByStringLiteral, CustomStringConvertible {
  /// Creates an id from a literal.
  public init(stringLiteral value: String) { self.init(value) }

  /// The id as the plan writes it.
  public var description: String { text }
}

/// The id of an ``Organisation``.
public typealias OrganisationID = Identifier<Organisation>
/// The id of a ``Line``.
public typealias LineID = Identifier<Line>
/// The id of a ``Scheme``.
public typealias SchemeID = Identifier<Scheme>
/// The id of a ``CostPool``.
public typealias PoolID = Identifier<CostPool>
/// The id of the workstream a scheme belongs to; this engine groups by it and knows no more.
public typealias WorkstreamID = Identifier<Workstream>

/// The subject of a ``WorkstreamID``; it has no values.
public enum Workstream: Sendable {}
