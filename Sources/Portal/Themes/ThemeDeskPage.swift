// SPDX-License-Identifier: Apache-2.0

import Engagement
import Foundation
import Ledger
import People

/// Where themes are made and their steps recorded.
struct ThemeDeskPage {
  let part: ThemesPart
  let request: PortalRequest
  let visit: Visit
  let person: Person

  private var sent: FormFields { request.fields }
  private var isPost: Bool { request.method == .post }
  private var token: String? { sent["token"].isEmpty ? nil : sent["token"] }
  private var plan: EngagementPlan { part.services.plan }

  func answer(_ path: [String]) async throws -> PortalAnswer {
    switch (path.first, path.count) {
    case (nil, 0): return try await list()
    case (let id?, 1):
      guard let theme = try part.desk.theme(id) else { throw PortalProblem.notFound }
      return try await one(theme)
    default: throw PortalProblem.notFound
    }
  }

  private func form(
    _ act: String, _ fields: [Field], _ button: String, _ path: String
  ) -> SectionForm {
    SectionForm(
      action: path, secret: visit.formSecret, token: RandomID.make(), act: act, fields: fields,
      button: button)
  }

  // MARK: The list, and a new theme

  private func list() async throws -> PortalAnswer {
    let chosen = request.query["consultation"]
    let id = chosen.isEmpty ? plan.consultations.first?.id ?? "" : chosen
    guard let consultation = part.consultation(id) else { throw PortalProblem.notFound }
    let path = "/desk/themes?consultation=\(consultation.id)"
    var errors = FormErrors()
    if isPost {
      do {
        let id = try await part.desk.create(
          ThemeFields.words(sent), of: consultation.id, by: visit.author, token: token)
        return .see("/desk/themes/\(id)")
      } catch let error as ThemeError {
        errors.add(ThemeFields.field(error), error.description)
      }
    }
    let state = try part.services.ledger.state(ThemeState.self)
    let themes = state.themes(of: consultation.id)
    let frame = try part.services.ledger.state(CodingState.self).coding(of: consultation.id).frame
    let grid = Grid(
      "Themes", ["Theme", "Status", "Public", "Responses#"],
      try themes.map {
        [
          $0.words.title, $0.status.label, $0.isPublished ? "Yes" : "Not yet",
          "\(try part.counts($0).responses)",
        ]
      }, links: themes.map { "/desk/themes/\($0.id)" })
    return SectionPage(
      title: "Themes: \(consultation.title)",
      answer: "A theme gathers codes. It goes to a workstream, is considered, and leads to "
        + "something, or to a reason why not.",
      links: plan.consultations.map {
        SectionLink(text: $0.title, href: "/desk/themes?consultation=\($0.id)")
      } + [SectionLink(text: "Comments and codes", href: "/desk/coding/\(consultation.id)")],
      errors: errors,
      sections: [
        .init(grids: themes.isEmpty ? [] : [grid]),
        .init(
          heading: "A new theme",
          paragraphs: frame.codes.isEmpty ? ["Add codes to the code frame first."] : [],
          forms: frame.codes.isEmpty
            ? [] : [form("create", ThemeFields.fields(sent, frame, errors), "Make it", path)]),
      ]
    ).answer()
  }

  // MARK: One theme

  private func one(_ theme: Theme) async throws -> PortalAnswer {
    var errors = FormErrors()
    let path = "/desk/themes/\(theme.id)"
    if isPost {
      do {
        try await act(theme)
        return .see(path + "?done=yes")
      } catch let error as ThemeError {
        let isWords = sent["act"] == "words"
        errors.add(
          isWords ? ThemeFields.field(error) : ThemeStepFields.field(sent["act"], error),
          error.description)
      }
    }
    let frame = try part.services.ledger.state(CodingState.self)
      .coding(of: theme.consultation).frame
    var links = [
      SectionLink(text: "All themes", href: "/desk/themes?consultation=\(theme.consultation)")
    ]
    if theme.isPublished {
      links.append(SectionLink(text: "As everybody sees it", href: "/themes/\(theme.id)"))
    }
    let counts = try part.counts(theme)
    return SectionPage(
      title: theme.words.title,
      answer: "\(theme.status.label). \(theme.isPublished ? "Public." : "Not public yet.")",
      links: links, done: request.query["done"] == "yes" ? "Saved." : nil, errors: errors,
      sections: [
        .init(heading: "What people said", paragraphs: ThemeWording.lines(theme, counts)),
        .init(
          heading: "Steps",
          items: theme.steps.map {
            .init(
              text: "Entry \($0.sequence), \(CalendarDay($0.recordedOn).words): "
                + StepWords.line($0.event, plan), tag: $0.withdrawal == nil ? nil : "Withdrawn")
          }),
      ] + ThemeStepFields.sections(theme, plan, sent, errors) { form($0, $1, $2, path) } + [
        words(theme, frame, errors, path)
      ]
    ).answer()
  }

  private func words(
    _ theme: Theme, _ frame: CodeFrame, _ errors: FormErrors, _ path: String
  ) -> SectionPage.Section {
    let shown = sent["act"] == "words" ? sent : ThemeFields.sent(theme.words)
    let reason = Field.line(
      "words-reason", "Reason for the change", value: shown["words-reason"],
      error: errors["words-reason"])
    return .init(
      heading: "Change its words",
      forms: [
        form("words", ThemeFields.fields(shown, frame, errors) + [reason], "Save", path)
      ])
  }

  private func act(_ theme: Theme) async throws {
    let author = visit.author
    switch sent["act"] {
    case "publish": try await part.desk.publish(theme, by: author)
    case "words":
      guard !sent["words-reason"].isEmpty else { throw ThemeError.missing("reason") }
      try await part.desk.redescribe(
        theme, ThemeFields.words(sent), reason: sent["words-reason"], by: author, token: token)
    case "withdraw":
      try await part.desk.withdraw(
        Int64(sent["withdraw-step"]) ?? 0, of: theme, reason: sent["withdraw-text"], by: author,
        token: token)
    default:
      try await part.desk.step(
        try ThemeStepFields.step(sent), of: theme, by: author, token: token)
    }
  }
}
