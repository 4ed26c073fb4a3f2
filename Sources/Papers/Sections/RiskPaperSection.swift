// SPDX-License-Identifier: Apache-2.0

import Engagement
import Ledger
import PlanPackage
import Programme

/// The risks and issues that weigh most.
struct RiskPaperSection: PaperSection {
  /// How many are shown beside those that are extreme.
  private static let most = 10

  func chapter(_ source: PaperSource) throws -> PaperChapter? {
    guard let record = source.record else { return nil }
    let view = RiskView(
      plan: source.programme.meetings, state: try record.state(RiskState.self),
      texts: RecordTexts(record.ledger), day: source.day)
    let open = view.open.filter {
      source.workstream == nil || $0.record.workstream == source.workstream?.id
    }
    guard !open.isEmpty else { return nil }
    let extreme = open.filter { $0.score?.score.band == .extreme }
    var chapter = PaperChapter(id: "risks", heading: "Risks and issues")
    let shown = open.prefix(max(Self.most, extreme.count))
    chapter.blocks = [.table(table(Array(shown), source))]
    let reds = count("extreme", "Risks and issues in the highest band", extreme, source)
    let all = count("open", "Open risks and issues", open, source)
    let late = open.filter { $0.record.isReviewOverdue(on: source.day) }
    let overdue = count(
      "reviews-overdue", "Risks and issues not looked at by their day", late, source)
    chapter.headlines = [
      PaperHeadline(
        "Risks", extreme.isEmpty ? (late.isEmpty ? .onTrack : .attention) : .late,
        "\(PaperFigure(reds, as: reds.value.tableText)) of \(all.figure) in the highest band; \(PaperFigure(overdue, as: overdue.value.tableText)) not looked at by their day."
      )
    ]
    return chapter
  }

  private func count(
    _ id: String, _ label: String, _ lines: [RiskView.Line], _ source: PaperSource
  ) -> PaperFact {
    let scope = source.workstream.map { "\($0.id)." } ?? ""
    return source.recorded(
      "risks.\(scope)\(id)", label, .count(lines.count, "risks"),
      rule: "counted in the register on the day; the bands are those of the five by five matrix",
      entries: lines.map { $0.score?.entry }, place: "the register of risks")
  }

  private func table(_ lines: [RiskView.Line], _ source: PaperSource) -> PaperTable {
    PaperTable(
      id: "risks", caption: "The highest risks and issues, by score",
      columns: [
        "Risk", "What might happen, or has", "Who answers for it", .number("Score"),
        "Look at it by",
      ],
      rows: lines.map { line in
        PaperRow(
          line.record.id,
          [
            PaperText(name: line.number), text(line, source), PaperText(name: line.owner),
            score(line, source), review(line, source),
          ])
      })
  }

  private func text(_ line: RiskView.Line, _ source: PaperSource) -> PaperText {
    let fact = source.recorded(
      "risk.\(line.number).text", "\(line.number): what might happen", .words(line.text),
      rule: "in the words of the register", entries: [line.record.raised.entry])
    return "\(said: line.text, fact)"
  }

  private func score(_ line: RiskView.Line, _ source: PaperSource) -> PaperText {
    guard let score = line.score else { return "Not scored" }
    let fact = source.recorded(
      "risk.\(line.number).score", "\(line.number): score", .count(score.score.value, "points"),
      rule: "consequence times likelihood, each from one to five", entries: [score.entry])
    return
      "\(PaperFigure(fact, as: fact.value.tableText)) \(name: score.score.band.label.lowercased())"
  }

  private func review(_ line: RiskView.Line, _ source: PaperSource) -> PaperText {
    let fact = source.recorded(
      "risk.\(line.number).review", "\(line.number): day by which it is looked at again",
      .day(line.record.reviewBy.value), rule: "as set last",
      entries: [line.record.reviewBy.entry])
    return line.record.isReviewOverdue(on: source.day)
      ? "\(fact.figure), overdue" : PaperText(fact.figure)
  }
}
