// SPDX-License-Identifier: Apache-2.0

import Engagement
import Foundation
import Ledger

/// Every public theme, by workstream, by status and by words.
struct YouSaidPage {
  let part: ThemesPart
  let query: FormFields

  init(_ part: ThemesPart, _ request: PortalRequest) {
    self.part = part
    query = request.query
  }

  func answer() throws -> PortalAnswer {
    let all = try part.services.ledger.state(ThemeState.self).all.filter(\.isPublished)
    let found = all.filter(fits)
    var sections = [SectionPage.Section(forms: [filter])]
    for status in ThemeStatus.allCases {
      let themes = found.filter { $0.status == status }
      guard !themes.isEmpty else { continue }
      sections.append(
        .init(heading: status.label, items: try themes.map(item)))
    }
    if found.isEmpty {
      sections.append(
        .init(paragraphs: [
          all.isEmpty ? "No theme is published yet." : "No theme fits. Choose something else."
        ]))
    }
    return SectionPage(
      title: "You said, we did",
      answer: "What people told us, where it went, and what came of it. "
        + "Points raised by only a few are here too.", sections: sections
    ).answer(isPrivate: false)
  }

  private func fits(_ theme: Theme) -> Bool {
    let words = query["words"].lowercased()
    let text = "\(theme.words.title) \(theme.words.description) \(theme.words.said)".lowercased()
    return (query["workstream"].isEmpty || theme.workstreams.contains(query["workstream"]))
      && (query["status"].isEmpty || theme.status.rawValue == query["status"])
      && (words.isEmpty || text.contains(words))
  }

  private func item(_ theme: Theme) throws -> SectionPage.Item {
    let last = theme.standing.last.map { " " + StepWords.line($0.event, part.services.plan) }
    return SectionPage.Item(
      link: SectionLink(text: theme.words.title, href: "/themes/\(theme.id)"),
      text: theme.words.said + " " + ShareWords.raised(try part.counts(theme)) + (last ?? ""))
  }

  private var filter: SectionForm {
    SectionForm(
      action: "/you-said-we-did", method: "get",
      fields: [
        .line("words", "Words", value: query["words"], type: "search"),
        .select(
          "workstream", "Workstream",
          [(value: "", label: "Any")]
            + part.services.plan.workstreams.map { (value: $0.id, label: $0.name) },
          chosen: query["workstream"]),
        .select(
          "status", "How far it has come",
          [(value: "", label: "Any")]
            + ThemeStatus.allCases.map { (value: $0.rawValue, label: $0.label) },
          chosen: query["status"]),
      ], button: "Show")
  }
}
