// SPDX-License-Identifier: Apache-2.0

import Engagement
import Ledger
import Programme

/// Public updates on meetings: drafted from the record, signed off, then published.
struct UpdatePages {
  let record: MeetingsRecord

  init(_ record: MeetingsRecord) { self.record = record }

  private func shown() throws -> [UpdateRecord] {
    try record.state(UpdateState.self).updates.filter { record.isDesk || $0.published != nil }
  }

  func list() throws -> SectionPage {
    let updates = try shown()
    let grids = Grid.whenAny(
      "Updates, the latest first", ["Meeting", "Body", "Standing", "Corrections#"],
      updates.map {
        [
          $0.draft.value.on.text, name(of: $0), $0.standing, "\($0.corrections.count)",
        ]
      }, links: updates.map { record.path("updates", $0.id) })
    return record.page(
      "Public updates",
      "What a meeting talked about, drafted from the record and published after sign-off.",
      [.listing("Updates", grids, or: "No update is published by this day.")])
  }

  private func name(of update: UpdateRecord) -> String {
    record.plan.body(update.draft.value.body)?.name ?? update.draft.value.body
  }

  func page(_ id: String) throws -> SectionPage {
    guard let update = try shown().first(where: { $0.id == id }) else {
      throw PortalProblem.notFound
    }
    let sections = update.sections.map { section in
      SectionPage.Section(
        heading: record.texts[section.heading],
        paragraphs: EventText.paragraphs(record.texts[section.text]) + cites(section))
    }
    return record.page(
      "\(name(of: update)): update on the meeting of \(update.draft.value.on.text)",
      signature(update), opening(update) + sections + leftOut(update),
      links: [SectionLink(text: "The meeting", href: record.path("meetings", id))])
  }

  private func signature(_ update: UpdateRecord) -> String {
    let seats = record.plan.body(update.draft.value.body)?.seats ?? []
    let signed = update.signedOff.map { signed in
      let seat = seats.first { $0.id == signed.value }
      return " Signed off by: \(seat?.role ?? signed.value), on \(signed.day.text)."
    }
    return "\(update.standing).\(signed ?? "")"
  }

  private func opening(_ update: UpdateRecord) -> [SectionPage.Section] {
    var sections: [SectionPage.Section] = []
    if !update.corrections.isEmpty {
      sections.append(
        SectionPage.Section(
          heading: "Corrections",
          paragraphs: update.corrections.map { "\($0.day.text): \(record.texts[$0.value])" }))
    }
    if let introduction = update.introduction {
      sections.append(
        SectionPage.Section(
          heading: "From the chair",
          paragraphs: EventText.paragraphs(record.texts[introduction.value])))
    }
    return sections
  }

  private func cites(_ section: UpdateSection) -> [String] {
    switch section.entries.count {
    case 0: []
    case 1: ["From entry \(section.entries[0]) of the record."]
    default:
      ["From entries \(section.entries.map { "\($0)" }.joined(separator: ", ")) of the record."]
    }
  }

  private func leftOut(_ update: UpdateRecord) -> [SectionPage.Section] {
    let texts = update.draft.value.sections.compactMap { section in
      update.leftOut[section.id].map {
        "One section is left out. Reason: \(record.texts[$0.value])"
      }
    }
    return texts.isEmpty
      ? [] : [SectionPage.Section(heading: "What is left out", paragraphs: texts)]
  }
}
