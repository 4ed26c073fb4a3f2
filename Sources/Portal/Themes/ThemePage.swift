// SPDX-License-Identifier: Apache-2.0

import Analysis
import Engagement
import Foundation
import Ledger

/// One public theme, and the pages by which people follow it.
struct ThemePage {
  /// The most quotations on a page.
  static let mostQuotations = 8

  let part: ThemesPart
  let request: PortalRequest

  init(_ part: ThemesPart, _ request: PortalRequest) {
    self.part = part
    self.request = request
  }

  func answer() async throws -> PortalAnswer? {
    let path = request.path
    if path.count == 3 {
      switch path[1] {
      case "confirm": return try await confirm(path[2])
      case "stop": return try await stop(path[2])
      default: break
      }
      guard path[2] == "follow" else { return nil }
      return try await follow(try theme(path[1]))
    }
    if path[1].hasSuffix(".json") {
      let theme = try theme(String(path[1].dropLast(5)))
      let json = ThemeJSON(theme, try part.counts(theme), part.services.plan)
      return .text("application/json", json.text)
    }
    return try show(try theme(path[1]), FormErrors())
  }

  private func theme(_ id: String) throws -> Theme {
    guard let theme = try part.desk.theme(id), theme.isPublished else {
      throw PortalProblem.notFound
    }
    return theme
  }

  private func show(_ theme: Theme, _ errors: FormErrors) throws -> PortalAnswer {
    let counts = try part.counts(theme)
    let labels = try part.consultation(theme.consultation).map {
      try CommentLabels($0, part.services)
    }
    var sections = [
      SectionPage.Section(
        heading: "What people said",
        paragraphs: ThemeWording.lines(theme, counts), quotes: try quotations(theme),
        grids: labels.map { ThemeWording.grids(counts, $0) } ?? [])
    ]
    sections.append(steps(theme))
    sections.append(followSection(theme, errors))
    return SectionPage(
      title: theme.words.title, answer: "Now: \(theme.status.label).",
      links: [
        SectionLink(text: "All themes", href: "/you-said-we-did"),
        SectionLink(text: "The same as data (JSON)", href: "/themes/\(theme.id).json"),
        SectionLink(
          text: "Everything that was considered",
          href: "/consultations/\(theme.consultation)/considered"),
      ],
      done: request.query["sent"] == "yes"
        ? "Check your email: open the link in it and press the button. Nothing is kept before."
        : nil, errors: errors, sections: sections
    ).answer(isPrivate: false)
  }

  private func quotations(_ theme: Theme) throws -> [String] {
    let published = part.isPublished
    return try part.store.with(theme.consultation) { shelf in
      let codes = theme.words.codes.map(shelf.coding.frame.present)
      var quotations: [String] = []
      for comment in shelf.comments where quotations.count < Self.mostQuotations {
        guard let given = shelf.coding.comments[comment.id],
          codes.contains(where: { given.codes[$0] != nil }),
          let words = published(comment.id.response, comment.id.question)
        else { continue }
        quotations.append("\(words)\n— \(comment.publicID)")
      }
      return quotations
    }
  }

  private func steps(_ theme: Theme) -> SectionPage.Section {
    let plan = part.services.plan
    return .init(
      heading: "What came of it",
      paragraphs: theme.steps.isEmpty ? ["It has not been passed on yet."] : [],
      items: theme.steps.map { step in
        SectionPage.Item(
          link: ThemeWording.link(step.event, plan),
          text: "\(CalendarDay(step.recordedOn).words): \(StepWords.line(step.event, plan))"
            + (step.withdrawal.map { " Withdrawn, because: \($0)" } ?? ""),
          tag: step.withdrawal == nil ? nil : "Withdrawn")
      })
  }

  private func followSection(_ theme: Theme, _ errors: FormErrors) -> SectionPage.Section {
    .init(
      heading: "Hear what comes of it",
      paragraphs: ["We write to you when this changes. You confirm first, and can stop any time."],
      forms: [
        SectionForm(
          action: "/themes/\(theme.id)/follow", token: RandomID.make(),
          fields: [
            .line(
              "address", "Your email address", value: request.fields["address"],
              error: errors["address"], type: "email", autocomplete: "email"),
            .radios(
              "about", "Tell me about",
              [("theme", "This theme"), ("all", "All themes of this consultation")],
              chosen: request.fields["about"] == "all" ? "all" : "theme"),
          ], button: "Send me a link to confirm")
      ])
  }

  private func follow(_ theme: Theme) async throws -> PortalAnswer {
    guard request.method == .post else { return .see("/themes/\(theme.id)") }
    let address = request.fields["address"]
    var errors = FormErrors()
    let parts = address.split(separator: "@", omittingEmptySubsequences: false)
    let isAddress =
      parts.count == 2 && !parts[0].isEmpty && parts[1].contains(".")
      && !address.contains(where: \.isWhitespace)
    if !isAddress || address.count > 254 {
      errors.add("address", "Enter an email address, such as name@example.org.")
      return try show(theme, errors)
    }
    try await part.subscriptions.ask(
      ThemeSubscriber(
        address: address, theme: request.fields["about"] == "all" ? nil : theme.id,
        consultation: theme.consultation), title: theme.words.title)
    return .see("/themes/\(theme.id)?sent=yes")
  }

  private func confirm(_ token: String) async throws -> PortalAnswer {
    if request.method == .post {
      guard try await part.subscriptions.confirm(token) else { return gone }
      return SectionPage(
        title: "You will hear from us",
        answer: "We write to you when something changes. Each message has a link to stop."
      ).answer()
    }
    guard try part.subscriptions.isWaiting(token) else { return gone }
    return SectionPage(
      title: "Confirm that you want to hear from us",
      sections: [
        .init(forms: [
          SectionForm(
            action: "/themes/confirm/\(token)", fields: [], button: "Yes, write to me")
        ])
      ]
    ).answer()
  }

  private var gone: PortalAnswer {
    SectionPage(
      title: "This link is no longer of use",
      answer: "It was used already, or is older than 7 days. You can ask for another.",
      links: [SectionLink(text: "You said, we did", href: "/you-said-we-did")]
    ).answer()
  }

  private func stop(_ id: String) async throws -> PortalAnswer {
    if request.method == .post {
      _ = try await part.subscriptions.stop(id)
      return SectionPage(
        title: "We have stopped", answer: "Your address is removed. We send nothing more."
      ).answer()
    }
    return SectionPage(
      title: "Stop these messages",
      sections: [
        .init(forms: [
          SectionForm(action: "/themes/stop/\(id)", fields: [], button: "Stop and remove me")
        ])
      ]
    ).answer()
  }
}
