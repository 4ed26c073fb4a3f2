// SPDX-License-Identifier: Apache-2.0

public import Foundation

/// A stated figure beside what other figures make it.
public struct RelationCheck: Hashable, Sendable {
  /// The stated figure.
  public let fact: Fact
  /// The figures that the formula names.
  public let parts: [Fact]
  /// What the formula gives.
  public let computed: Decimal
  /// The largest difference that rounding explains, in the unit of the stated figure.
  public let tolerance: Decimal

  /// Works a relation out; nil for a rate, or when the formula has no value.
  ///
  /// A restatement is allowed the rounding of the stated figure alone: that is what its printed
  /// precision claims. A total is allowed the rounding of each part as well, because a sum of
  /// rounded parts is rounded many times; but things that are counted one by one add up exactly.
  public init?(_ relation: Relation, in graph: FactGraph) {
    guard relation.kind != .rate, let fact = graph[relation.fact],
      let computed = try? relation.formula.value(of: { graph[$0]?.quantity.value })
    else { return nil }
    self.fact = fact
    self.computed = computed
    parts = relation.formula.references.compactMap { graph[$0] }
    guard relation.kind == .total else {
      tolerance = RelationCheck.precision(of: fact)
      return
    }
    tolerance =
      RelationCheck.precisionInTotal(of: fact)
      + RelationCheck.rounding(of: relation.formula, parts, computed)
  }

  /// Whether rounding explains the difference.
  public var holds: Bool { abs(fact.quantity.value - computed) <= tolerance }

  /// Half of one in the last place printed, or in the last that is not zero for "about" and "over".
  private static func precision(of fact: Fact) -> Decimal {
    fact.qualifier == .exactly ? fact.quantity.roundingTolerance : fact.quantity.looseTolerance
  }

  private static func precisionInTotal(of fact: Fact) -> Decimal {
    let unit = fact.quantity.unit
    let isCounted = !unit.isMoney && !unit.isPercentage && fact.quantity.decimals == 0
    return isCounted && fact.qualifier == .exactly ? 0 : precision(of: fact)
  }

  /// How far the rounding of its parts can move a formula: each part is moved by its
  /// precision, and what that does to the result is added up.
  private static func rounding(
    of formula: Formula, _ parts: [Fact], _ computed: Decimal
  ) -> Decimal {
    let values = Dictionary(
      parts.map { ($0.id, $0.quantity.value) }, uniquingKeysWith: { a, _ in a })
    return parts.reduce(0) { sum, part in
      var moved = values
      moved[part.id] = part.quantity.value + precisionInTotal(of: part)
      let result = (try? formula.value(of: { moved[$0] })) ?? computed
      return sum + abs(result - computed)
    }
  }
}
