// SPDX-License-Identifier: Apache-2.0

import Engagement
import Foundation
import Ledger

/// Everything the committee could consider on a consultation, as of a day; made to be printed.
struct EvidencePage {
  let part: ThemesPart
  let request: PortalRequest
  let isPublic: Bool

  init(_ part: ThemesPart, _ request: PortalRequest, isPublic: Bool) {
    self.part = part
    self.request = request
    self.isPublic = isPublic
  }

  func answer(_ id: String, _ name: String) throws -> PortalAnswer {
    guard let consultation = part.consultation(id),
      ["considered", "considered.json"].contains(name)
    else { throw PortalProblem.notFound }
    let asked = request.query["as-of"]
    let today = CalendarDay(part.services.clock())
    var errors = FormErrors()
    let day = CalendarDay(asked)
    if !asked.isEmpty, day == nil { errors.add("as-of", ThemeError.notADay.description) }
    let used = min(day ?? today, today)
    let key = "\(id) \(used.text) \(isPublic)"
    let bundle = try part.keptBundles.value(key) { () throws(LedgerError) in
      try EvidenceBundle(
        consultation, asOf: used, isPublic: isPublic, ledger: part.services.ledger,
        store: part.store, anchor: try part.anchors.anchor(asOf: used))
    }
    if name == "considered.json" || request.query["format"] == "json" {
      return .text(
        "application/json", JSONText.of(EvidenceJSON(bundle, part.services.plan)))
    }
    return page(bundle, errors).answer(isPrivate: !isPublic)
  }

  private var path: String { request.fullPath }

  private func page(_ bundle: EvidenceBundle, _ errors: FormErrors) -> SectionPage {
    let plan = part.services.plan
    let json = path + "?format=json&as-of=\(bundle.day.text)"
    var sections = [
      asOf(bundle, errors), life(bundle), responses(bundle), documents(bundle, plan),
    ]
    sections.append(
      .init(
        heading: "Themes",
        paragraphs: bundle.themes.isEmpty ? ["No theme was there by then."] : []))
    for (theme, counts) in bundle.themes {
      sections.append(themeSection(theme, counts, plan))
    }
    sections.append(anchor(bundle))
    return SectionPage(
      title: "Considered: \(bundle.consultation.title)",
      answer: "What was before the committee, as of the end of \(bundle.day.words)."
        + (isPublic ? "" : " This page also shows what is not published."),
      links: [
        SectionLink(text: "The same as data (JSON)", href: json),
        SectionLink(text: "You said, we did", href: "/you-said-we-did"),
      ], errors: errors, sections: sections)
  }

  private func asOf(_ bundle: EvidenceBundle, _ errors: FormErrors) -> SectionPage.Section {
    .init(forms: [
      SectionForm(
        action: path, method: "get",
        fields: [
          .line(
            "as-of", "Show it as of the end of", value: bundle.day.text, error: errors["as-of"],
            type: "date")
        ], button: "Show")
    ])
  }

  private func life(_ bundle: EvidenceBundle) -> SectionPage.Section {
    let grid = Grid(
      "The life of the consultation", ["When", "What", "Details"],
      bundle.life.map {
        [CalendarDay($0.on).words, $0.what, Self.sentences($0.details)]
      })
    return .init(
      heading: "What happened",
      paragraphs: bundle.life.isEmpty ? ["It had not opened by then."] : [],
      grids: bundle.life.isEmpty ? [] : [grid])
  }

  /// Details that may or may not end with a full stop, as sentences.
  private static func sentences(_ details: [String]) -> String {
    details.map { $0.hasSuffix(".") ? $0 : $0 + "." }.joined(separator: " ")
  }

  private func responses(_ bundle: EvidenceBundle) -> SectionPage.Section {
    let rows = Channel.allCases.compactMap { channel in
      bundle.byChannel[channel].map { [channel.label, "\($0)"] }
    }
    let erased = bundle.erasedOn.map {
      "The words of responses were erased on \(CalendarDay($0).words), under the rule that says how "
        + "long they are kept. Counts of comments on this page rest on what is left, and are lower "
        + "than they were. The number of responses is as it was."
    }
    return .init(
      heading: "Responses",
      paragraphs: ["\(bundle.responses) responses had come by then."] + [erased].compactMap { $0 },
      grids: rows.isEmpty ? [] : [Grid("Responses by channel", ["Channel", "Responses#"], rows)])
  }

  private func documents(
    _ bundle: EvidenceBundle, _ plan: EngagementPlan
  ) -> SectionPage.Section {
    let documents = plan.documents.filter { bundle.consultation.documents.contains($0.id) }
    var paragraphs = bundle.consultation.decisionBody.map { ["\($0) decides."] } ?? []
    if documents.isEmpty { paragraphs.append("No document goes with this consultation.") }
    return .init(
      heading: "Documents", paragraphs: paragraphs,
      items: documents.map {
        .init(link: SectionLink(text: $0.title, href: "/documents/\($0.id)"), text: $0.summary)
      })
  }

  private func themeSection(
    _ theme: Theme, _ counts: ThemeCounts, _ plan: EngagementPlan
  ) -> SectionPage.Section {
    .init(
      heading: theme.words.title,
      paragraphs: ["Status then: \(theme.status.label)."] + ThemeWording.lines(theme, counts),
      items: theme.steps.map { step in
        .init(
          link: ThemeWording.link(step.event, plan),
          text: "\(CalendarDay(step.recordedOn).words), entry \(step.sequence): "
            + StepWords.line(step.event, plan),
          tag: step.withdrawal == nil ? nil : "Withdrawn")
      })
  }

  private func anchor(_ bundle: EvidenceBundle) -> SectionPage.Section {
    let paragraphs =
      bundle.anchor.map {
        [
          "The last entry of the ledger by then is number \($0.sequence). Its digest is "
            + "\($0.digest).",
          "Each entry holds the digest of the one before. If anything before had been changed "
            + "later, this digest would be another.",
          "A text that was erased since, as the law asks, is no longer counted in the themes.",
        ]
      } ?? ["The ledger had no entry by then."]
    return .init(heading: "How this can be checked", paragraphs: paragraphs)
  }
}

/// The bundle as data.
struct EvidenceJSON: Encodable {
  struct Moment: Encodable {
    let on: String
    let what: String
    let details: [String]
  }

  struct Anchor: Encodable {
    let entry: Int64
    let digest: String
  }

  let consultation: String
  let asOf: String
  let life: [Moment]
  let responses: Int
  let responsesByChannel: [String: Int]
  let wordsErasedOn: String?
  let documents: [String]
  let themes: [ThemeJSON]
  let ledger: Anchor?

  init(_ bundle: EvidenceBundle, _ plan: EngagementPlan) {
    consultation = bundle.consultation.id
    asOf = bundle.day.text
    life = bundle.life.map {
      Moment(on: $0.on.formatted(.iso8601), what: $0.what, details: $0.details)
    }
    responses = bundle.responses
    responsesByChannel = Dictionary(
      bundle.byChannel.map { ($0.key.rawValue, $0.value) }, uniquingKeysWith: { first, _ in first })
    wordsErasedOn = bundle.erasedOn.map { CalendarDay($0).text }
    documents = bundle.consultation.documents
    themes = bundle.themes.map { ThemeJSON($0.theme, $0.counts, plan) }
    ledger = bundle.anchor.map { Anchor(entry: $0.sequence, digest: $0.digest) }
  }
}
