// SPDX-License-Identifier: Apache-2.0

import Engagement
import Facts
import Programme

/// Benefits beside what was measured of them, and those of which nothing was.
struct BenefitPaperSection: PaperSection {
  func chapter(_ source: PaperSource) throws -> PaperChapter? {
    let state = try source.record?.state(BenefitState.self) ?? BenefitState()
    let planned = source.programme.savings.benefits.filter { state.benefit($0.id) == nil }
    let benefits = planned.map { BenefitRecord($0) } + state.benefits.filter(\.isLive)
    guard !benefits.isEmpty else { return nil }
    let unmeasured = benefits.filter { $0.latest == nil }
    var chapter = PaperChapter(id: "benefits", heading: "Benefits")
    chapter.blocks = [.table(table(benefits, source))]
    let count = source.recorded(
      "benefits.unmeasured", "Benefits of which nothing was measured",
      .count(unmeasured.count, "benefits"), rule: "counted in the register on the day",
      entries: unmeasured.map { $0.termsEntry }, place: Self.place)
    let all = source.recorded(
      "benefits.all", "Benefits in the register", .count(benefits.count, "benefits"),
      rule: "counted on the day", entries: benefits.map { $0.termsEntry }, place: Self.place)
    chapter.headlines = [
      PaperHeadline(
        "Benefits", unmeasured.isEmpty ? .onTrack : .attention,
        "\(PaperFigure(count, as: count.value.tableText)) of \(all.figure) have never been measured."
      )
    ]
    return chapter
  }

  private static let place = "delivery/benefits.csv"

  private func table(_ benefits: [BenefitRecord], _ source: PaperSource) -> PaperTable {
    PaperTable(
      id: "benefits", caption: "Benefits, and what was measured of them",
      columns: ["Benefit", "Whom it helps", "Owner", "Baseline and target", "Measured last"],
      rows: benefits.map { benefit in
        PaperRow(
          benefit.id,
          [
            PaperText(name: benefit.terms.description),
            PaperText(name: benefit.terms.category.label),
            benefit.terms.owner.isEmpty ? "Nobody" : PaperText(name: benefit.terms.owner),
            aim(benefit, source), measured(benefit, source),
          ])
      })
  }

  private func aim(_ benefit: BenefitRecord, _ source: PaperSource) -> PaperText {
    let words = [benefit.terms.baseline, benefit.terms.target].filter { !$0.isEmpty }
    guard !words.isEmpty else { return "Not said" }
    let fact = source.recorded(
      "benefit.\(benefit.id).aim", "Baseline and target: \(benefit.terms.description)",
      .words(words.joined(separator: " to ")), rule: "as registered",
      entries: [benefit.termsEntry], place: Self.place)
    return PaperText(fact.figure)
  }

  private func measured(_ benefit: BenefitRecord, _ source: PaperSource) -> PaperText {
    guard let latest = benefit.latest else { return "Never" }
    let value = source.recorded(
      "benefit.\(benefit.id).value", "Measured last: \(benefit.terms.description)",
      .computed(latest.value.value, decimals: 1, Facts.Unit(benefit.terms.measure)),
      rule: "as recorded", entries: [latest.entry])
    let day = source.recorded(
      "benefit.\(benefit.id).day", "Day of the last measurement: \(benefit.terms.description)",
      .day(latest.value.on), rule: "as recorded", entries: [latest.entry])
    return "\(PaperFigure(value, as: value.value.tableText)) on \(day.figure)"
  }
}
