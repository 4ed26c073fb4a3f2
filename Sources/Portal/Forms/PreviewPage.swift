// SPDX-License-Identifier: Apache-2.0

import Engagement
import Forms
import Foundation

/// One section as a respondent sees it.
struct PreviewModel {
  struct Item {
    let number: Int
    /// Over several fields; a single field says it itself.
    let heading: String?
    let note: String?
    let help: String?
    let fields: [Field]
  }

  struct Link {
    let href: String
    let text: String
  }

  let form: String
  let title: String
  let mark: String
  let language: String
  let formTitle: String
  let opening: String?
  let sectionTitle: String
  let sectionIntroduction: String?
  let sectionNote: String?
  let items: [Item]
  let progress: String
  let previous: Link?
  let next: Link?
  let variants: [Link]
  let lacking: String?
}

extension FormsDesk {
  /// A section of the draft, or of a version, as a respondent sees it.
  func preview(_ id: String, _ query: FormFields) throws -> PortalAnswer {
    let (form, mark) = try shown(id, query["version"])
    let variant = try PublicBooklet.variant(query["variant"], of: form)
    let wording = FormWording(form, variant: variant?.id)
    let place =
      query["section"].isEmpty
      ? 0 : wording.form.sections.firstIndex { $0.id == query["section"] } ?? -1
    guard wording.form.sections.indices.contains(place) else {
      guard form.sections.isEmpty else { throw PortalProblem.notFound }
      throw PortalProblem(
        404, "There is nothing to see yet", "The form has no section. Add one first.")
    }
    let model = PreviewModel(
      wording, place, mark: mark, variant: variant, version: query["version"],
      missing: variant.map { form.missingWords(inVariant: $0.id) } ?? [], prose: services.prose)
    return .page(
      PortalPage("Preview: \(form.title)", template: "forms-preview", model, isPrivate: true))
  }
}

extension PreviewModel {
  init(
    _ wording: FormWording, _ place: Int, mark: String, variant: FormVariant?, version: String,
    missing: [String], prose: (String) -> String
  ) {
    let shown = wording.form
    let section = shown.sections[place]
    func link(_ place: Int, _ variant: String?, _ text: String) -> Link? {
      guard shown.sections.indices.contains(place) else { return nil }
      var href = "/desk/forms/\(shown.id)/preview?section=\(shown.sections[place].id)"
      if !version.isEmpty { href += "&version=\(version)" }
      if let variant { href += "&variant=\(variant)" }
      return Link(href: href, text: text)
    }
    form = shown.id
    title = section.title
    self.mark = mark
    language = variant?.language ?? "en-GB"
    formTitle = shown.title
    opening = place == 0 ? shown.introduction.map(prose) : nil
    sectionTitle = section.title
    sectionIntroduction = section.introduction.map(prose)
    let notes = [
      section.isOptional ? "People choose at the start whether to see this section." : nil,
      wording.words(section.askIf).map { "It is shown only if \($0)." },
    ].compactMap { $0 }
    sectionNote = notes.isEmpty ? nil : notes.joined(separator: " ")
    items = section.questions.map { Item($0, wording, prose) }
    progress = "Section \(place + 1) of \(shown.sections.count)"
    previous = link(place - 1, variant?.id, "Previous section")
    next = link(place + 1, variant?.id, "Next section")
    variants =
      shown.variants.isEmpty
      ? []
      : [link(place, nil, "Standard")].compactMap { $0 }
        + shown.variants.compactMap { link(place, $0.id, $0.name) }
    lacking =
      missing.isEmpty
      ? nil
      : "This variant lacks \(missing.count) of its words, and shows the form’s own: "
        + missing.prefix(10).joined(separator: ", ") + (missing.count > 10 ? " and more." : ".")
  }
}

extension PreviewModel.Item {
  init(_ question: Question, _ wording: FormWording, _ prose: (String) -> String) {
    number = wording.number(question)
    note = wording.words(question.askIf).map { "Shown only if \($0)." }
    help = question.help.map(prose)
    let name = "q-\(question.id)"
    let label = "\(wording.number(question)). \(question.text)"
    let hint = question.hint ?? Self.usualHint(question.kind)
    let options = question.kind.choices.map { (value: $0.id, label: $0.text) }
    let more =
      question.kind.allowsOther
      ? [Field.line("\(name)-other", wording.labels.other)] : []
    switch question.kind {
    case .text(let lines):
      heading = nil
      fields = [.box(name, label, hint: hint, rows: lines)]
    case .yesNo:
      heading = nil
      let answers = [
        (value: "yes", label: wording.labels.yes), (value: "no", label: wording.labels.no),
      ]
      fields = [.radios(name, label, answers, hint: hint)]
    case .chooseOne:
      heading = nil
      fields = [.radios(name, label, options, hint: hint)] + more
    case .chooseAny, .chooseUpTo:
      heading = nil
      fields = [.checkboxes(name, label, options, hint: hint)] + more
    case .listUpTo(let count):
      heading = label
      fields = (1...max(1, count)).map { .line("\(name)-\($0)", "Answer \($0)") }
    case .agree, .vote:
      heading = label
      let points = wording.points(question.kind).map { (value: $0.id, label: $0.text) }
      fields = question.kind.choices.map { .radios("\(name)--\($0.id)", $0.text, points) }
    }
  }

  private static func usualHint(_ kind: QuestionKind) -> String? {
    switch kind {
    case .chooseAny: "Tick all that apply."
    case .chooseUpTo(let count, _): "Choose up to \(count)."
    default: nil
    }
  }
}
