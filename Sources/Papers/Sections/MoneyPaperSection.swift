// SPDX-License-Identifier: Apache-2.0

import Facts
import PlanPackage
import Programme

/// The money as the plan tells it: the gap, and the figures of the plan's page on money.
struct MoneyPaperSection: PaperSection {
  func chapter(_ source: PaperSource) -> PaperChapter? {
    let prose = PaperProse(source: source)
    let figures = prose.figures(page: "money").filter {
      if case .number(let quantity) = $0.fact.value { quantity.unit.isMoney } else { false }
    }
    guard !figures.isEmpty else { return nil }
    var chapter = PaperChapter(id: "money", heading: "The money")
    if source.kind == .scrutiny { chapter.blocks = prose.blocks(page: "money") }
    chapter.blocks.append(.table(table(figures)))
    if let gap = source.plan.metadata.finance?.publishedGap,
      let figure = source.figure(gap.rawValue)
    {
      chapter.headlines = [
        PaperHeadline(
          "Gap", .information, "The published gap, if nothing changes, is \(figure).")
      ]
    }
    return chapter
  }

  private func table(_ figures: [PaperFigure]) -> PaperTable {
    PaperTable(
      id: "money", caption: "Money, as documents state it or as it follows from what they state",
      columns: ["What", .number("Amount"), "How it is known"],
      rows: figures.map { figure in
        PaperRow(
          figure.fact.id,
          [
            PaperText(name: figure.fact.label), PaperText(figure),
            figure.fact.evidence.rule == nil ? "Stated in a document" : "Worked out",
          ])
      })
  }
}
