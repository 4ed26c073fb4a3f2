// SPDX-License-Identifier: Apache-2.0

import Foundation

extension Linter {
  /// Stated figures that other figures contradict beyond the precision they are printed with.
  static func mismatches(_ input: LintInput) -> [Finding] { check(.restates, input) }

  /// Totals that their parts do not add up to, allowing for the rounding of each part.
  static func totals(_ input: LintInput) -> [Finding] { check(.total, input) }

  private static func check(_ kind: Relation.Kind, _ input: LintInput) -> [Finding] {
    input.relations.filter { $0.kind == kind }.compactMap { relation in
      guard let check = RelationCheck(relation, in: input.graph), !check.holds else { return nil }
      return contradiction(relation, check.fact, check.parts, check.computed, input)
    }
  }

  private static func contradiction(
    _ relation: Relation, _ fact: Fact, _ parts: [Fact], _ computed: Decimal, _ input: LintInput
  ) -> Finding {
    let worked = Quantity(
      value: computed, decimals: fact.quantity.decimals + 2, unit: fact.quantity.unit)
    let used = parts.map { "\($0.figureText) (\($0.label))" }.joined(separator: "; ")
    let isTotal = relation.kind == .total
    return Finding(
      rule: isTotal ? "total" : "mismatch", subject: relation.id,
      severity: .warning,
      title: "\(fact.label): stated as \(fact.figureText), "
        + "\(isTotal ? "but its parts add up to" : "but works out at") \(worked.plainEnglish)",
      explanation: "Worked out from \(used). The rule is \(relation.formula.text). The "
        + "difference is more than rounding explains. \(relation.note)",
      facts: [fact.id] + parts.map(\.id), places: input.places(of: [fact]) + [relation.place])
  }

  /// A change over some years printed with a yearly rate, where adding and compounding the
  /// rate give different totals.
  static func ambiguousRates(_ input: LintInput) -> [Finding] {
    input.relations.filter { $0.kind == .rate }.compactMap { relation in
      guard let fact = input.graph[relation.fact], let years = relation.years, years > 1,
        let rate = try? relation.formula.value(of: { input.graph[$0]?.quantity.value })
      else { return nil }
      return ambiguousRate(relation, fact, rate, years, input)
    }
  }

  private static func ambiguousRate(
    _ relation: Relation, _ fact: Fact, _ rate: Decimal, _ years: Int, _ input: LintInput
  ) -> Finding? {
    let sign: Decimal = isFall(fact) ? -1 : 1
    // A fall may be printed as a negative figure or named in words: sizes are compared.
    let yearly = abs(rate)
    let simple = yearly * Decimal(years)
    var factor = Decimal(1)
    for _ in 0..<years { factor *= 1 + sign * yearly / 100 }
    let compound = abs(factor - 1) * 100
    let digits = fact.quantity.decimals + 1
    guard simple.rounded(to: digits) != compound.rounded(to: digits) else { return nil }
    let fits = [simple, compound].map {
      abs($0 - abs(fact.quantity.value)) <= fact.quantity.roundingTolerance
    }
    let verdict =
      switch (fits[0], fits[1]) {
      case (true, true): "Both round to the printed figure, so the document does not settle it."
      case (true, false): "Only adding fits the printed figure."
      case (false, true): "Only compounding fits the printed figure."
      case (false, false): "Neither fits the printed figure."
      }
    func shown(_ value: Decimal) -> String {
      Quantity(value: value, decimals: digits, unit: .percent).plainEnglish
    }
    return Finding(
      rule: "rate", subject: relation.id,
      severity: fits[0] || fits[1] ? .note : .warning,
      title: "\(fact.label): \(fact.figureText) over \(years) years is not the same added and "
        + "compounded",
      explanation: "A yearly \(shown(yearly)) makes \(shown(simple)) over \(years) years when the "
        + "years are added and \(shown(compound)) when each year starts from the last. "
        + "\(verdict) \(relation.note)",
      facts: [fact.id] + relation.formula.references,
      places: input.places(of: [fact]) + [relation.place])
  }

  private static func isFall(_ fact: Fact) -> Bool {
    // Beginnings of words, so that acute care and an executive are no cuts.
    let words = (fact.label + " " + fact.citations.map(\.quotation).joined(separator: " "))
      .lowercased().split { !$0.isLetter }
    let beginnings = ["declin", "fall", "cut", "reduc", "fewer", "drop"]
    return fact.quantity.value < 0
      || words.contains { word in beginnings.contains { word.hasPrefix($0) } }
  }
}
