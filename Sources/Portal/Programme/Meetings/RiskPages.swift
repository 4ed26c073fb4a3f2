// SPDX-License-Identifier: Apache-2.0

import Engagement
import Ledger
import Pictures
import Programme

/// The register of risks: the matrix, the list, what moved, and each with its history.
struct RiskPages {
  let record: MeetingsRecord

  init(_ record: MeetingsRecord) { self.record = record }

  func list() throws -> SectionPage {
    let view = try record.risks()
    return record.page(
      "Risks",
      "\(view.open.count) stand in the register; \(view.extreme.count) in the highest band; "
        + "\(EventWords.count(view.reviewsOverdue.count, "review is", "reviews are")) overdue.",
      [matrix(view), movements(view)]
        + RiskKind.allCases.map { kind in
          let lines = view.open.filter { $0.record.raised.value.kind == kind }
          return .listing(
            "\(kind.label): open", grid("Open: \(kind.label.lowercased()), highest first", lines),
            or: "There is none.")
        } + [
          .listing(
            "Closed", grid("Closed, the last first", view.closed), or: "None is closed.")
        ])
  }

  private func matrix(_ view: RiskView) -> SectionPage.Section {
    var section = SectionPage.Section(heading: "The matrix")
    section.paragraphs = [
      "Score: consequence times likelihood, each from 1 to 5, after the risk matrix of the "
        + "National Patient Safety Agency of 2008. Bands: low 1 to 3, moderate 4 to 6, high 8 to "
        + "12, extreme 15 to 25."
    ]
    let entries = view.open.compactMap { line in
      line.score.map {
        RiskMatrix.Entry(
          line.number, consequence: $0.score.consequence, likelihood: $0.score.likelihood)
      }
    }
    let title = "\(entries.count) risks, assumptions, issues and dependencies by score"
    let picture = RiskMatrix(
      caption: Caption(
        id: "risk-matrix", title: title,
        summary: "A square of five rows for consequence and five columns for likelihood. "
          + "\(view.extreme.count) of \(entries.count) are in the extreme band."),
      consequences: RiskScore.consequences, likelihoods: RiskScore.likelihoods, entries: entries)
    let table = picture.table
    section.drawings = [
      DrawingModel(
        id: "risk-matrix", title: title, wide: picture.svg(.wide), narrow: picture.svg(.narrow),
        table: Grid("The matrix as a table", table.columns.map(\.heading), table.rows))
    ]
    return section
  }

  private func movements(_ view: RiskView) -> SectionPage.Section {
    let since = CivilDay(record.request.query["since"]) ?? record.day.adding(-31)
    let moved = view.movements(since: since)
    let grids = Grid.whenAny(
      "What moved since \(since.text)", ["Number", "What", "Risk", "Before", "Now"],
      moved.map {
        [
          $0.line.number, $0.what.label, $0.line.text, $0.from?.text ?? "None",
          $0.to?.text ?? "None",
        ]
      }, links: moved.map { record.path("risks", $0.line.record.id) })
    var section = SectionPage.Section.listing(
      "What moved", grids, or: "Nothing moved since \(since.text).")
    section.forms = [MeetingsSearch.since(since, record)]
    return section
  }

  func grid(_ caption: String, _ lines: [RiskView.Line]) -> [Grid] {
    Grid.whenAny(
      caption, ["Number", "What might happen", "Score now", "Target", "Owner", "Review by"],
      lines.map { line in
        [
          line.number, line.text + (line.body.map { " Escalated to: \($0)." } ?? ""),
          line.score?.score.text ?? "None",
          line.record.score(.target)?.score.text ?? "None", line.owner,
          line.record.reviewBy.value.text
            + (line.record.isReviewOverdue(on: record.day) ? ", overdue" : ""),
        ]
      }, links: lines.map { record.path("risks", $0.record.id) })
  }

  func page(_ id: String) throws -> SectionPage {
    guard let line = try record.risks()[id] else { throw PortalProblem.notFound }
    let risk = line.record
    return record.page(
      "\(risk.raised.value.kind.label) \(line.number)", line.text,
      [standing(line), scores(risk), mitigations(risk), ActionPages(record).history(risk.history)],
      links: line.assumption.map {
        [SectionLink(text: "It bears on the assumption: \($0.name)", href: $0.path ?? "/facts")]
      } ?? [])
  }

  private func standing(_ line: RiskView.Line) -> SectionPage.Section {
    let risk = line.record
    var section = SectionPage.Section(heading: "Where it stands")
    section.paragraphs = ["Owner: \(line.owner)."]
    if let closed = risk.closed {
      section.paragraphs.append("Closed on \(closed.day.text). \(record.texts[closed.value])")
    } else {
      section.paragraphs.append(
        "To be looked at again by \(risk.reviewBy.value.text)"
          + (risk.isReviewOverdue(on: record.day) ? "; that day has passed." : "."))
    }
    if let body = line.body { section.paragraphs.append("Escalated to: \(body).") }
    if let day = risk.occurred { section.paragraphs.append("It happened on \(day.value.text).") }
    return section
  }

  private func scores(_ risk: RiskRecord) -> SectionPage.Section {
    SectionPage.Section(
      heading: "Scores",
      grids: Grid.whenAny(
        "Every score, the first first", ["Stage", "Score", "Set on", "Entry#"],
        risk.scores.map { [$0.stage.label, $0.score.text, $0.day.text, "\($0.entry)"] }))
  }

  private func mitigations(_ risk: RiskRecord) -> SectionPage.Section {
    let grids = Grid.whenAny(
      "What is done about it", ["Measure", "Owner", "By", "Done"],
      risk.mitigations.map { line in
        [
          record.texts[line.mitigation.text], record.plan.name(of: line.mitigation.owner),
          line.mitigation.by?.text ?? "No day set", line.done?.text ?? "Not yet",
        ]
      })
    return .listing("Measures", grids, or: "Nothing is recorded that is done about it.")
  }
}
