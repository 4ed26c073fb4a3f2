// SPDX-License-Identifier: Apache-2.0

import Engagement

/// Bulletins as everybody can read them.
struct BulletinPages {
  private let services: Services

  init(_ services: Services) { self.services = services }

  func list(_ state: BulletinState) -> BlockPage {
    let records = state.published
    return BlockPage(
      title: "Newsletters", answer: "What we have sent to the people on the list.",
      blocks: [
        PageBlock(
          paragraphs: records.isEmpty ? ["No newsletter has been sent yet."] : [],
          entries: records.map {
            .init(
              entryTitle: $0.draft.title, entryPath: "/bulletins/\($0.id)",
              entryMeta: NewsDates.day($0.sendingBeganOn ?? $0.draftedOn))
          }, links: [.init("Get the newsletter by email", "/newsletter")])
      ])
  }

  func page(_ record: BulletinRecord) -> BlockPage {
    BlockPage(
      title: record.draft.title, pageKind: "Newsletter",
      blocks: [
        PageBlock(
          paragraphs: ["Sent on \(NewsDates.day(record.sendingBeganOn ?? record.draftedOn))."],
          prose: record.draft.introduction.isEmpty
            ? nil : services.prose(record.draft.introduction))
      ] + sections(record.draft.items) + [
        PageBlock(
          links: [
            .init("Get the newsletter by email", "/newsletter"),
            .init("Earlier newsletters", "/bulletins"),
          ])
      ])
  }

  func sections(_ items: [BulletinItem]) -> [PageBlock] {
    BulletinItem.Kind.allCases.compactMap { kind in
      let those = items.filter { $0.kind == kind }
      guard !those.isEmpty else { return nil }
      return PageBlock(
        kind.heading,
        entries: those.map {
          .init(entryTitle: $0.title, entryPath: $0.path, entrySummary: $0.summary)
        })
    }
  }
}
