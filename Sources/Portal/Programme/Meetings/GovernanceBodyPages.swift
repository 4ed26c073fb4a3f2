// SPDX-License-Identifier: Apache-2.0

import Engagement
import Ledger
import PlanPackage
import Programme

/// Boards and groups: what each is for, who has a seat, and what interests they have.
struct GovernanceBodyPages {
  let record: MeetingsRecord

  init(_ record: MeetingsRecord) { self.record = record }

  func list() throws -> SectionPage {
    var section = SectionPage.Section()
    section.items = record.plan.bodies.map {
      SectionPage.Item(
        link: SectionLink(text: $0.name, href: record.path("bodies", $0.id)), text: $0.purpose)
    }
    if section.items.isEmpty { section.paragraphs = ["The plan names no board or group."] }
    return record.page(
      "Boards and groups", "Who steers the programme, who advises it, and who has a seat.",
      [section])
  }

  func page(_ id: String) throws -> SectionPage {
    guard let body = record.plan.body(id) else { throw PortalProblem.notFound }
    return record.page(
      body.name, body.purpose,
      [terms(body), seats(body), try interests(body), try meetings(body)],
      links: [
        SectionLink(text: "Source: \(record.source(body.source))", href: "/sources/\(body.source)")
      ])
  }

  private func terms(_ body: GovernanceBody) -> SectionPage.Section {
    let unknown = "not published in what was read"
    let rows = [
      ["Terms of reference", body.terms.isEmpty ? unknown : body.terms],
      ["Chair", body.chairRule.isEmpty ? unknown : body.chairRule],
      ["Meets", body.meets.isEmpty ? unknown : body.meets],
      [
        "Quorum",
        body.quorum.map { EventWords.count($0, "voting seat", "voting seats") } ?? unknown,
      ],
      ["May the public attend?", body.isPublic.map { $0 ? "Yes" : "No" } ?? unknown],
    ]
    return SectionPage.Section(
      heading: "Terms of reference", paragraphs: body.note.isEmpty ? [] : [body.note],
      grids: [Grid("How \(body.name) works", ["Matter", "What is known"], rows)])
  }

  private func seats(_ body: GovernanceBody) -> SectionPage.Section {
    let seats = body.seats(on: record.day)
    let counted = seats.count { $0.isCounted }
    let notes = Set(seats.map(\.note)).filter { !$0.isEmpty }.sorted()
    let grids = Grid.whenAny(
      "Seats on \(record.day.text)", ["Seat", "Standing", "Published holder", "Source"],
      seats.map {
        [$0.role, $0.standing.label, $0.person ?? "Not published", record.source($0.source)]
      })
    return .listing(
      "Seats",
      saying: seats.isEmpty
        ? []
        : [
          "\(EventWords.count(counted, "seat counts", "seats count")) towards a quorum; "
            + "\(EventWords.count(seats.count - counted, "is an observer’s", "are observers’"))."
        ] + notes, grids, or: "No seat is known on this day.")
  }

  private func interests(_ body: GovernanceBody) throws -> SectionPage.Section {
    let lines = try record.state(InterestState.self).register(of: body.id)
      .filter { $0.to.map { record.day <= $0 } ?? true }
    let grids = Grid.whenAny(
      "Interests that stand", ["Seat", "Kind", "Interest", "Since"],
      lines.map { line in
        let interest = line.interest.value
        return [
          body.seats.first { $0.id == interest.seat }?.role ?? interest.seat, interest.kind.label,
          record.texts[interest.text], interest.from.text,
        ]
      })
    return .listing(
      "Register of interests", grids, or: "No interest is registered on this day.")
  }

  private func meetings(_ body: GovernanceBody) throws -> SectionPage.Section {
    let lines = try record.meetings(of: body.id).lines.prefix(12)
    var section = SectionPage.Section(heading: "Latest meetings")
    section.items = lines.map {
      SectionPage.Item(
        link: SectionLink(
          text: $0.record.on.value.text, href: record.path("meetings", $0.record.id)),
        text: $0.record.stage.label)
    }
    if section.items.isEmpty { section.paragraphs = ["No meeting is in the record."] }
    return section
  }
}
