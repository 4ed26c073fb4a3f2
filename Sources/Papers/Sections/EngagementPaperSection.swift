// SPDX-License-Identifier: Apache-2.0

import Engagement
import Facts
import Foundation
import Ledger
import PlanPackage
import Programme

/// What people were asked, and how many responded.
struct EngagementPaperSection: PaperSection {
  /// One consultation with what the record says of it.
  private struct Asked {
    let row: ConsultationRow
    let phase: ConsultationPhase
    let opened: PaperFact?
    let closes: PaperFact?
    let responses: PaperFact
  }

  func chapter(_ source: PaperSource) throws -> PaperChapter? {
    guard let record = source.record, !source.plan.consultations.isEmpty else { return nil }
    let asked = try consultations(source, record)
    guard !asked.isEmpty else { return nil }
    var chapter = PaperChapter(id: "engagement", heading: "What people were asked")
    chapter.blocks = [.table(table(asked))]
    chapter.headlines = asked.map { headline($0, source) }
    return chapter
  }

  private func headline(_ asked: Asked, _ source: PaperSource) -> PaperHeadline {
    let sentence: PaperText =
      "\(name: asked.row.title): \(asked.responses.figure) received, \(name: asked.phase.label.lowercased())."
    return PaperHeadline("Consultation", .information, sentence)
  }

  private func table(_ asked: [Asked]) -> PaperTable {
    PaperTable(
      id: "consultations", caption: "Consultations and other exercises, as recorded",
      columns: [
        "What is asked", "Where it is", "Opened", "Takes responses until", .number("Responses"),
      ],
      rows: asked.map {
        PaperRow(
          $0.row.id,
          [
            PaperText(name: $0.row.title), PaperText(name: $0.phase.label),
            $0.opened.map { PaperText($0.figure) } ?? "Not yet",
            $0.closes.map { PaperText($0.figure) } ?? "Not set",
            PaperText(PaperFigure($0.responses, as: $0.responses.value.tableText)),
          ])
      })
  }

  /// Those that have opened by the day.
  private func consultations(_ source: PaperSource, _ record: PaperRecord) throws -> [Asked] {
    let state = try record.state(ConsultationState.self)
    let lives = try record.entries(family: ConsultationEvent.family)
    let responses = try record.entries(family: ResponseEvent.family)
      .filter { $0.type == "submitted" }
    let end = LondonTime.moment(source.day.adding(1), minutes: 0)
    return source.plan.consultations.compactMap { row in
      let life = state.record(row.id)
      guard let openedOn = life.openedOn else { return nil }
      let own = lives.filter { $0.subject == row.id }
      let received = responses.filter { $0.subject == row.id }
      return Asked(
        row: row, phase: life.phase(at: end.addingTimeInterval(-1)),
        opened: source.recorded(
          "consultation.\(row.id).opened", "Day on which it opened: \(row.title)",
          .day(CivilDay(openedOn)), rule: "the entry that opened it",
          entries: own.filter { $0.type == "opened" }.map(\.sequence)),
        closes: life.deadline.map {
          source.recorded(
            "consultation.\(row.id).deadline", "Last day for responses: \(row.title)",
            .day(CivilDay($0)), rule: "the deadline after every extension",
            entries: own.filter { ["opened", "extended", "closed"].contains($0.type) }
              .map(\.sequence))
        },
        responses: source.counted(
          "consultation.\(row.id).responses", "Responses received: \(row.title)", "responses",
          received,
          rule:
            "every response that was sent, whatever way it came; one that was sent again counts "
            + "once, and none is left out"))
    }
  }
}
