// SPDX-License-Identifier: Apache-2.0

import Foundation

extension Linter {
  /// Documents that state one measure differently for the same time, or for a time that one of
  /// them does not make clear.
  static func differingSources(_ input: LintInput) -> [Finding] {
    let stated = input.graph.facts.filter { !$0.citations.isEmpty }
    let groups = Dictionary(grouping: stated, by: \.measure)
    return groups.keys.sorted().compactMap { measure in
      let facts = groups[measure] ?? []
      let rivals = facts.filter { fact in facts.contains { conflict(fact, $0) } }
      guard rivals.count > 1 else { return nil }
      return differingSource(measure, rivals, input)
    }
  }

  /// Whether two facts state the same thing differently.
  static func conflict(_ left: Fact, _ right: Fact) -> Bool {
    guard left.id != right.id, let first = comparable(left), let second = comparable(right),
      first.unit == second.unit, sameTime(left, right)
    else { return false }
    return abs(first.value - second.value) > max(first.tolerance, second.tolerance)
  }

  private static func sameTime(_ left: Fact, _ right: Fact) -> Bool {
    guard let first = left.period, let second = right.period else { return true }
    return first.overlaps(second) || !first.isStated || !second.isStated
  }

  /// A value and its rounding in a common unit: all money in pounds.
  private static func comparable(
    _ fact: Fact
  ) -> (value: Decimal, tolerance: Decimal, unit: String)? {
    let quantity = fact.quantity
    let tolerance =
      fact.qualifier == .exactly ? quantity.roundingTolerance : quantity.looseTolerance
    guard let pounds = quantity.unit.pounds else {
      return (quantity.value, tolerance, quantity.unit.name)
    }
    let scale = Decimal(pounds)
    return (quantity.value * scale, tolerance * scale, "GBP")
  }

  private static func differingSource(
    _ measure: String, _ facts: [Fact], _ input: LintInput
  ) -> Finding {
    let claims = facts.map { fact in
      let sources = fact.citations.map { "“\(input.title(of: $0.source))”" }
      let period = fact.period.map { " for \($0.plainEnglish)" } ?? ""
      return "\(Set(sources).sorted().joined(separator: " and ")) says "
        + "\(fact.figureText)\(period) (\(fact.label))"
    }
    let values = facts.map(\.figureText)
    return Finding(
      rule: "sources-differ", subject: measure, severity: .warning,
      title: "Sources differ: \(values.joined(separator: " against "))",
      explanation: claims.joined(separator: "; ") + ". They may be about different times, "
        + "places or definitions. Both are kept; say which one the plan relies on and why.",
      facts: facts.map(\.id), places: input.places(of: facts))
  }

  /// One figure that documents state with different certainty.
  static func differingWords(_ input: LintInput) -> [Finding] {
    input.graph.facts.compactMap { fact in
      let qualifiers = Set(fact.citations.map(\.qualifier))
      guard qualifiers.count > 1 else { return nil }
      let said = Qualifier.allCases.filter(qualifiers.contains).map { qualifier in
        "“\(qualifier.words)\(fact.quantity.plainEnglish)”"
      }
      return Finding(
        rule: "wording-differs", subject: fact.id.rawValue, severity: .note,
        title: "\(fact.label): said with different certainty",
        explanation: "The documents say \(said.joined(separator: " and ")). The same number "
          + "sounds firmer in one place than in another. Say how sure the plan is, and from "
          + "which year's data.",
        facts: [fact.id], places: input.places(of: [fact]))
    }
  }

  /// One figure printed in many places, so that a change has to reach all of them.
  static func repeatedFigures(_ input: LintInput) -> [Finding] {
    input.graph.facts.filter { $0.citations.count >= 3 }.map { fact in
      let documents = Set(fact.citations.map(\.source)).sorted()
      let titles = documents.map { "“\(input.title(of: $0))”" }.joined(separator: ", ")
      return Finding(
        rule: "many-places", subject: fact.id.rawValue, severity: .note,
        title: "\(fact.label) is printed in \(fact.citations.count) places",
        explanation: "It stands in \(titles). It is held once here, with every place listed, "
          + "so that a correction reaches all of them.",
        facts: [fact.id], places: input.places(of: [fact]))
    }
  }

  /// Documents that list the members of the same thing differently.
  static func differingLists(_ input: LintInput) -> [Finding] {
    let groups = Dictionary(grouping: input.lists, by: \.list)
    return groups.keys.sorted().compactMap { list in
      let claims = (groups[list] ?? []).sorted { $0.source < $1.source }
      guard let first = claims.first, Set(claims.map { Set($0.ids) }).count > 1 else { return nil }
      let common = claims.dropFirst().reduce(Set(first.ids)) { $0.intersection($1.ids) }
      let differences = claims.map { claim in
        let own = claim.items.filter { !common.contains($0.id) }.map(\.label)
        let names = own.isEmpty ? "no others" : own.joined(separator: ", ")
        return "“\(input.title(of: claim.source))” lists \(claim.items.count): besides the "
          + "\(common.count) in common, \(names)"
      }
      return Finding(
        rule: "lists-differ", subject: list, severity: .warning,
        title: "\(first.label): documents list different members",
        explanation: differences.joined(separator: ". ") + ".", places: claims.map(\.place))
    }
  }

  /// Documents that date one milestone differently.
  static func differingDates(_ input: LintInput) -> [Finding] {
    let groups = Dictionary(grouping: input.dates, by: \.milestone)
    return groups.keys.sorted().compactMap { milestone in
      let claims = (groups[milestone] ?? []).sorted { $0.when.firstDay < $1.when.firstDay }
      // "November" and "23 November" agree; only dates with no day in common have moved.
      let moved = claims.contains { claim in claims.contains { !$0.when.overlaps(claim.when) } }
      let documents = Set(claims.map(\.source))
      guard let first = claims.first, moved, documents.count > 1 else { return nil }
      let said = claims.map { "“\(input.title(of: $0.source))” says \($0.when.plainEnglish)" }
      return Finding(
        rule: "dates-differ", subject: milestone, severity: .warning,
        title: "\(first.label): the date moved",
        explanation: said.joined(separator: "; ") + ". Every date that was ever given is kept, "
          + "so that the slip can be seen.",
        places: claims.map(\.place))
    }
  }
}
