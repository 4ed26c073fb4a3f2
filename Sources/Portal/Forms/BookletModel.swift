// SPDX-License-Identifier: Apache-2.0

import Forms

/// A form as it is printed.
///
/// Names differ at each level, since a template looks outwards for what
/// an inner thing lacks.
struct BookletModel {
  struct Link {
    let href: String
    let text: String
    let isCurrent: Bool
  }

  struct Part {
    let partID: String
    let partTitle: String
    let partIntroduction: String?
    let isOptional: Bool
    let partCondition: String?
    let items: [Item]
  }

  struct Item {
    let number: Int
    let question: String
    let itemHint: String?
    let itemHelp: String?
    let instruction: String?
    let itemCondition: String?
    let boxes: [String]
    let otherLabel: String?
    /// One for each ruled line; the numbers say nothing.
    let lines: [Int]
    let entries: [Int]
    let points: [String]
    let rows: [Row]
    let hasScale: Bool
  }

  struct Row {
    let statement: String
    let cells: [String]
  }

  let title: String
  let language: String
  let isEasy: Bool
  let introduction: String?
  let code: String
  let kind: String
  let parts: [Part]
  let address: [String]
  let hasAddress: Bool
  let isFreepost: Bool
  let deadline: String?
  let variants: [Link]
  let back: Link?
  let isDraft: Bool
}

extension BookletModel {
  /// The booklet of a form; `mark` is which version it is, such as "version 2" or "draft", and
  /// `base` the address of the booklet, to which the variant is added.
  init(
    _ form: FormDefinition, variant: FormVariant?, mark: String, isDraft: Bool, deadline: String?,
    kind: String, back: Link?, base: String, prose: (String) -> String
  ) {
    let wording = FormWording(form, variant: variant?.id)
    let shown = wording.form
    title = shown.title
    language = variant?.language ?? "en-GB"
    isEasy = variant?.id == "easy-read"
    introduction = shown.introduction.map(prose)
    code = ([form.id, mark] + (variant.map { [$0.id] } ?? [])).joined(separator: " · ")
    self.kind = kind
    parts = shown.sections.map { Part($0, wording, prose) }
    address =
      shown.returnAddress?.split(separator: "\n").map(String.init) ?? []
    hasAddress = !address.isEmpty
    isFreepost = shown.returnAddress?.lowercased().contains("freepost") ?? false
    self.deadline = deadline
    let joint = base.contains("?") ? "&" : "?"
    variants =
      form.variants.isEmpty
      ? []
      : [Link(href: base, text: "Standard", isCurrent: variant == nil)]
        + form.variants.map {
          Link(
            href: "\(base)\(joint)variant=\($0.id)", text: $0.name, isCurrent: $0.id == variant?.id)
        }
    self.back = back
    self.isDraft = isDraft
  }
}

extension BookletModel.Part {
  init(_ section: FormSection, _ wording: FormWording, _ prose: (String) -> String) {
    partID = section.id
    partTitle = section.title
    partIntroduction = section.introduction.map(prose)
    isOptional = section.isOptional
    partCondition = wording.words(section.askIf)
    items = section.questions.map { BookletModel.Item($0, wording, prose) }
  }
}

extension BookletModel.Item {
  init(_ question: Question, _ wording: FormWording, _ prose: (String) -> String) {
    number = wording.number(question)
    self.question = question.text
    itemHint = question.hint
    itemHelp = question.help.map(prose)
    instruction = wording.instruction(question)
    itemCondition = wording.words(question.askIf)
    let kind = question.kind
    hasScale = kind.judgesStatements
    let points = hasScale ? wording.points(kind).map(\.text) : []
    self.points = points
    rows =
      hasScale
      ? kind.choices.map { BookletModel.Row(statement: $0.text, cells: points) } : []
    otherLabel = kind.allowsOther ? wording.labels.other : nil
    switch kind {
    case .yesNo: boxes = [wording.labels.yes, wording.labels.no]
    case .chooseOne, .chooseAny, .chooseUpTo: boxes = kind.choices.map(\.text)
    case .text, .listUpTo, .agree, .vote: boxes = []
    }
    if case .text(let count) = kind { lines = Array(0..<max(1, count)) } else { lines = [] }
    if case .listUpTo(let count) = kind { entries = Array(1...max(1, count)) } else { entries = [] }
  }
}
