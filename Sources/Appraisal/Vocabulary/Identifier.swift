// SPDX-License-Identifier: Apache-2.0

/// The name by which an appraisal refers to one `Subject`, so that ids of two kinds can't be confused.
///
/// Results keep the order in which the inputs name things; ids are never sorted behind the reader's
/// back, because "the order is not a ranking" must stay visible.
public struct Identifier<Subject>: Hashable, Sendable {
  /// The id as the appraisal writes it.
  public let text: String

  /// Creates an id from the text an appraisal uses.
  public init(_ text: String) { self.text = text }

  /// Whether the id says nothing.
  var isBlank: Bool { text.allSatisfy(\.isWhitespace) }
}

extension Identifier: ExpressibleByStringLiteral, CustomStringConvertible {
  /// Creates an id from a literal.
  public init(stringLiteral value: String) { self.init(value) }

  /// The id as the appraisal writes it.
  public var description: String { text }
}

/// The id of an ``Option``.
public typealias OptionID = Identifier<Option>
/// The id of a ``Criterion``.
public typealias CriterionID = Identifier<Criterion>
/// The id of a ``CriterionGroup``.
public typealias GroupID = Identifier<CriterionGroup>
/// The id of a ``Scenario``.
public typealias ScenarioID = Identifier<Scenario>
/// The id of a ``Hurdle``.
public typealias HurdleID = Identifier<Hurdle>
/// The id of a ``HurdleStage``.
public typealias StageID = Identifier<HurdleStage>
/// The id of a ``CriteriaVersion``.
public typealias VersionID = Identifier<CriteriaVersion>
