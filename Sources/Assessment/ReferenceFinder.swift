// SPDX-License-Identifier: Apache-2.0

import Facts
import PlanPackage

/// Finds facts and pictures that are named and do not exist.
enum ReferenceFinder {
  /// Everything that pages, pictures and checks name in vain.
  static func violations(in plan: Plan, _ graph: FactGraph) -> [Violation] {
    pageViolations(plan, graph) + pictureViolations(plan, graph) + relationViolations(plan, graph)
      + strayPages(plan) + uselessRelations(plan, graph) + settingViolations(plan, graph)
      + assumptionViolations(plan)
  }

  /// Checks that can never be worked out: a rate without its years, a formula without a value.
  private static func uselessRelations(_ plan: Plan, _ graph: FactGraph) -> [Violation] {
    plan.relations.compactMap { relation -> Violation? in
      if relation.kind == .rate && relation.years == nil {
        return Violation(
          file: "relations.csv", row: relation.place.row, column: "years",
          found: "an empty cell", expected: "how many years the rate runs",
          advice: "A check of kind rate needs its years.")
      }
      return formulaProblem(relation, graph).map { problem in
        Violation(
          file: "relations.csv", row: relation.place.row, column: "formula",
          found: "“\(relation.formula.text)”", expected: "a formula with a value",
          advice: "\(problem.plainEnglish).")
      }
    }
  }

  /// Why a formula has no value; an unknown fact is reported by its own check.
  private static func formulaProblem(_ relation: Relation, _ graph: FactGraph) -> FormulaError? {
    do throws(FormulaError) {
      _ = try relation.formula.value(of: { graph[$0]?.quantity.value })
      return nil
    } catch {
      if case .unknownFact = error { return nil }
      return error
    }
  }

  private static func settingViolations(_ plan: Plan, _ graph: FactGraph) -> [Violation] {
    guard let id = plan.metadata.finance?.publishedGap else { return [] }
    let lastYear = plan.metadata.finance?.lastYear
    if let fact = graph[id], fact.quantity.unit.isMoney {
      guard fact.period?.firstFinancialYear != lastYear else { return [] }
      return [
        Violation(
          file: "plan.yaml", column: "published_gap",
          found: "“\(id)”, for \(fact.period?.plainEnglish ?? "no year")",
          expected: "a figure for the model's last year",
          advice: "Compare the model with a figure of the same year, or change last_year.")
      ]
    }
    return [
      Violation(
        file: "plan.yaml", column: "published_gap", found: "“\(id)”",
        expected: "the id of a fact in money", advice: "Correct the id, or add the fact.")
    ]
  }

  private static func assumptionViolations(_ plan: Plan) -> [Violation] {
    plan.assumptions.filter { row in
      guard let low = row.low, let high = row.high else { return false }
      return low.value > high.value
    }.map { row in
      Violation(
        file: "assumptions.csv", row: row.row, column: "low",
        found: "\(row.low?.plainEnglish ?? ""), above the high end",
        expected: "a low end that is not above the high end", advice: "Change the two over.")
    }
  }

  /// Pages of workstreams that there are not.
  private static func strayPages(_ plan: Plan) -> [Violation] {
    let known = Set(plan.workstreams.map { "workstreams/\($0.id)" })
    return plan.pages.filter { $0.name.hasPrefix("workstreams/") && !known.contains($0.name) }
      .map { page in
        Violation(
          file: page.file, found: "a page of a workstream that does not exist",
          expected: "the id of a row of programme/workstreams.csv",
          advice: "Rename the file, or add the workstream.")
      }
  }

  private static func pageViolations(_ plan: Plan, _ graph: FactGraph) -> [Violation] {
    let pictures = Set(plan.pictures.map(\.id))
    return plan.pages.flatMap { page in
      page.tags.compactMap { tag -> Violation? in
        switch tag.kind {
        case .fact:
          if FactID(tag.name).flatMap({ graph[$0] }) != nil { return nil }
          return Violation(
            file: page.file, row: tag.line, column: "\(tag.column)",
            found: "“{{fact:\(tag.name)}}”", expected: "the id of a fact of the plan",
            advice: "The page “\(page.title)” cites a figure that does not exist, on line "
              + "\(tag.line). Correct the id, or add the fact.")
        case .picture:
          if pictures.contains(tag.name) { return nil }
          return Violation(
            file: page.file, row: tag.line, column: "\(tag.column)",
            found: "“{{picture:\(tag.name)}}”", expected: "the id of a row of pictures.csv",
            advice: "Correct the id, or add the picture.")
        }
      }
    }
  }

  private static func pictureViolations(_ plan: Plan, _ graph: FactGraph) -> [Violation] {
    plan.pictures.flatMap { picture in
      tagViolations(picture, graph) + unitViolations(picture, graph)
        + picture.facts.filter { graph[$0] == nil }.map { id in
          Violation(
            file: "pictures.csv", row: picture.row, column: "facts", found: "“\(id)”",
            expected: "the id of a fact of the plan", advice: "Correct the id, or add the fact.")
        }
    }
  }

  /// Figures that one axis cannot show together: money of two scales, money beside a share.
  private static func unitViolations(_ picture: PictureRow, _ graph: FactGraph) -> [Violation] {
    let units = picture.facts.compactMap { graph[$0]?.quantity.unit }
    let kinds = Set(
      units.map { unit in
        unit.pounds.map { "money in \($0)" } ?? (unit.isPercentage ? "shares" : "counts")
      })
    let isFine = picture.kind == .bar ? kinds.count <= 1 : units.allSatisfy(\.isMoney)
    return isFine
      ? []
      : [
        Violation(
          file: "pictures.csv", row: picture.row, column: "facts",
          found: units.map(\.name).joined(separator: ", "),
          expected: picture.kind == .bar ? "figures in one kind of unit" : "figures in money",
          advice: "One axis cannot show them together; make two pictures.")
      ]
  }

  /// Tags in the words of a picture that name no fact.
  private static func tagViolations(_ picture: PictureRow, _ graph: FactGraph) -> [Violation] {
    [("title", picture.title), ("summary", picture.summary)].flatMap { column, text in
      PageText.pieces(of: text).compactMap { piece -> Violation? in
        guard case .tag(let tag, _) = piece else { return nil }
        let id = tag.hasPrefix("fact:") ? FactID(String(tag.dropFirst("fact:".count))) : nil
        guard id.flatMap({ graph[$0] }) == nil else { return nil }
        return Violation(
          file: "pictures.csv", row: picture.row, column: column, found: "“{{\(tag)}}”",
          expected: "{{fact:id}} with the id of a fact of the plan", advice: "Correct the id.")
      }
    }
  }

  private static func relationViolations(_ plan: Plan, _ graph: FactGraph) -> [Violation] {
    plan.relations.flatMap { relation in
      ([relation.fact] + relation.formula.references).filter { graph[$0] == nil }.map { id in
        Violation(
          file: "relations.csv", row: relation.place.row,
          column: id == relation.fact ? "fact" : "formula", found: "“\(id)”",
          expected: "the id of a fact of the plan", advice: "Correct the id, or add the fact.")
      }
    }
  }
}
