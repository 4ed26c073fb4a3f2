// SPDX-License-Identifier: Apache-2.0

import Engagement
import Ledger
import Programme

/// Actions: overdue first, by owner, and each with its history.
struct ActionPages {
  let record: MeetingsRecord

  init(_ record: MeetingsRecord) { self.record = record }

  func list() throws -> SectionPage {
    let view = try record.actions()
    let open: [SectionPage.Section] = view.byOwner.map { owner, lines in
      SectionPage.Section(
        heading: owner, grids: grid("Open actions: \(owner)", lines))
    }
    return record.page(
      "Actions",
      "\(EventWords.count(view.open.count, "action is", "actions are")) open; "
        + "\(view.overdue.count) of them overdue. \(view.ended.count) ended.",
      [
        SectionPage.Section.listing(
          "Overdue", grid("Overdue actions, the longest first", view.overdue),
          or: "No action is overdue.")
      ] + open + [
        SectionPage.Section.listing(
          "Ended last", grid("The twenty that ended last", Array(view.ended.prefix(20))),
          or: "No action has ended.")
      ])
  }

  func grid(_ caption: String, _ lines: [ActionView.Line]) -> [Grid] {
    Grid.whenAny(
      caption, ["Action", "Owner", "Due", "Standing"],
      lines.map { line in
        let quick = line.record.raised.value.isQuickWin == true ? " (quick win)" : ""
        return [line.text + quick, line.owner, line.record.due.value.text, line.standing]
      }, links: lines.map { record.path("actions", $0.record.id) })
  }

  func page(_ id: String) throws -> SectionPage {
    guard let line = try record.actions().lines(where: { $0.id == id }).first else {
      throw PortalProblem.notFound
    }
    var links: [SectionLink] = []
    if let meeting = line.record.raised.value.meeting {
      links.append(
        SectionLink(text: "Raised at a meeting", href: record.path("meetings", meeting)))
    }
    if let risk = line.record.raised.value.risk {
      links.append(
        SectionLink(text: "The risk that it lessens", href: record.path("risks", risk)))
    }
    return record.page(
      "Action", line.text,
      [
        SectionPage.Section(
          heading: "Where it stands",
          paragraphs: [
            "\(line.standing). Due on \(line.record.due.value.text).", "Owner: \(line.owner).",
          ]),
        history(line.record.history),
      ], links: links)
  }

  func history(_ steps: [ActionRecord.Step]) -> SectionPage.Section {
    SectionPage.Section(
      heading: "History",
      grids: Grid.whenAny(
        "What happened, the first first", ["What", "Recorded", "Note", "Entry#"],
        steps.map {
          let note = record.texts[$0.note]
          return [$0.what, $0.day.text, note.isEmpty ? "None" : note, "\($0.entry)"]
        }))
  }
}
