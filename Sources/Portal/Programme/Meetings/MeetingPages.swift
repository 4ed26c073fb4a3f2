// SPDX-License-Identifier: Apache-2.0

import Engagement
import Foundation
import Ledger
import Programme

/// Meetings, coming and held, and each with its agenda and minutes.
struct MeetingPages {
  let record: MeetingsRecord

  init(_ record: MeetingsRecord) { self.record = record }

  func list() throws -> SectionPage {
    let view = try record.meetings()
    return record.page(
      "Meetings",
      "Each agenda is made from the record. Minutes are shown once the body has agreed them.",
      [
        .listing("Coming", coming(view.coming), or: "No meeting is called."),
        .listing("Held", try held(view.held), or: "No meeting was held by this day."),
      ])
  }

  private func coming(_ lines: [MeetingView.Line]) -> [Grid] {
    Grid.whenAny(
      "Meetings to come", ["Meeting", "Day", "Time"],
      lines.map {
        [
          $0.body.name, $0.record.on.value.longText,
          LondonTime.clock($0.record.called.value.start),
        ]
      }, links: lines.map { record.path("meetings", $0.record.id) })
  }

  private func held(_ lines: [MeetingView.Line]) throws -> [Grid] {
    let updates = try record.state(UpdateState.self)
    return Grid.whenAny(
      "Meetings held", ["Meeting", "Body", "Voting seats taken", "Minutes", "Public update"],
      lines.map { line in
        [
          line.record.on.value.text, line.body.name,
          line.record.attendance == nil
            ? "Not recorded" : "\(line.quorum.taken) of \(line.quorum.seats)",
          line.record.stage.label,
          updates[line.record.id]?.published == nil ? "Not published" : "Published",
        ]
      }, links: lines.map { record.path("meetings", $0.record.id) })
  }

  func page(_ id: String) throws -> SectionPage {
    let line = try record.meeting(id)
    let when = line.record.on.value.longText
    var links = [SectionLink(text: line.body.name, href: record.path("bodies", line.body.id))]
    if !record.isDesk, try record.state(UpdateState.self)[id]?.published != nil {
      links.append(
        SectionLink(text: "The public update", href: record.path("updates", id)))
    }
    return record.page(
      line.title,
      "\(when) at \(LondonTime.clock(line.record.called.value.start))"
        + (line.place.isEmpty ? "." : ", \(line.place)."),
      [standing(line)] + line.items.enumerated().map { agenda($0.offset + 1, $0.element, line) }
        + [attendance(line), try actions(line)], links: links)
  }

  private func standing(_ line: MeetingView.Line) -> SectionPage.Section {
    let meeting = line.record
    var section = SectionPage.Section(heading: "Where it stands")
    if let reason = meeting.cancelled {
      section.paragraphs = ["It was cancelled. \(record.texts[reason.value])"]
      return section
    }
    section.paragraphs = [meeting.stage.label + "."]
    if meeting.attendance != nil { section.paragraphs.append(line.quorum.text) }
    if let signed = meeting.signed {
      let seat = line.body.seats.first { $0.id == signed.value }
      section.paragraphs.append(
        "Signed by: \(seat?.role ?? signed.value), on \(signed.day.text) (entry \(signed.entry) of "
          + "the record).")
    }
    if meeting.stage == .drafted {
      section.paragraphs.append(
        "The draft is with the members. The minutes are shown here once they are agreed.")
    }
    return section
  }

  private func agenda(
    _ number: Int, _ item: MeetingView.Item, _ line: MeetingView.Line
  ) -> SectionPage.Section {
    var section = SectionPage.Section(heading: "\(number). \(item.title)")
    section.paragraphs = [item.record.item.purpose.label + "."]
    section.items = item.papers.map {
      SectionPage.Item(
        link: SectionLink(text: $0.title, href: $0.address), text: "", tag: "Paper")
    }
    section.items += item.declarations.map {
      SectionPage.Item(
        text: "\($0.role): \($0.text) \($0.handling).", tag: "Interest declared")
    }
    let isShown = record.isDesk || line.record.stage.isPublic
    if isShown, let outcome = item.record.outcome {
      section.paragraphs += EventText.paragraphs(item.minute)
      section.paragraphs.append(
        "\(outcome.value.label). Entry \(outcome.entry) of the record.")
      if item.quorum != line.quorum { section.paragraphs.append(item.quorum.text) }
    }
    section.paragraphs += item.corrections.map { "Correction: \($0)" }
    return section
  }

  private func attendance(_ line: MeetingView.Line) -> SectionPage.Section {
    let came = Dictionary(
      (line.record.attendance?.value ?? []).map { ($0.seat, $0.presence) },
      uniquingKeysWith: { first, _ in first })
    let seats = came.isEmpty ? [] : line.body.seats(on: line.record.on.value)
    let grids = Grid.whenAny(
      "Who came, by seat", ["Seat", "Standing", "Attendance"],
      seats.map {
        [
          $0.role, $0.standing.label,
          (came[$0.id] ?? SeatAttendance.Presence.absent).label,
        ]
      })
    return .listing("Attendance", grids, or: "It is not recorded yet who came.")
  }

  private func actions(_ line: MeetingView.Line) throws -> SectionPage.Section {
    let raised = try record.actions().lines { $0.raised.value.meeting == line.record.id }
    return .listing(
      "Actions", ActionPages(record).grid("Actions raised at this meeting", raised),
      or: "No action was raised at this meeting.")
  }
}
