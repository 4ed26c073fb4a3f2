// SPDX-License-Identifier: Apache-2.0

/// What changed between two versions of a form.
public struct FormDifference: Sendable, Equatable {
  /// In words, in the order of the newer form; empty when nothing changed.
  public let changes: [String]
  /// The ids of the questions whose answers can be counted together: the same id, kind and choices
  /// (by id), in the order of the newer form.
  public let comparable: [String]

  /// What changed from an older to a newer version.
  public static func between(_ old: FormDefinition, _ new: FormDefinition) -> FormDifference {
    var comparison = FormComparison(old: old, new: new)
    comparison.run()
    let before = Dictionary(old.questions.map { ($0.id, $0) }) { first, _ in first }
    let comparable = new.questions.filter { question in
      before[question.id].map { $0.kind.counts(like: question.kind) } ?? false
    }
    return FormDifference(changes: comparison.changes, comparable: comparable.map(\.id))
  }
}

extension QuestionKind {
  /// Whether answers to both can be counted together: the wording of choices may differ.
  public func counts(like other: QuestionKind) -> Bool {
    switch (self, other) {
    case (.text, .text), (.yesNo, .yesNo): true
    case (.listUpTo(let one), .listUpTo(let two)): one == two
    case (.chooseUpTo(let one, let some), .chooseUpTo(let two, let others)):
      one == two && Set(some.map(\.id)) == Set(others.map(\.id))
    case (.chooseOne, .chooseOne), (.chooseAny, .chooseAny), (.agree, .agree), (.vote, .vote):
      Set(choices.map(\.id)) == Set(other.choices.map(\.id)) && allowsOther == other.allowsOther
    default: false
    }
  }
}

private struct FormComparison {
  let old: FormDefinition
  let new: FormDefinition
  var changes: [String] = []

  mutating func run() {
    if old.title != new.title { note("The title is now “\(new.title)”.") }
    if old.introduction != new.introduction { note("The introduction changed.") }
    if old.returnAddress != new.returnAddress { note("The return address changed.") }
    compareSections()
    compareQuestions()
    compareVariants()
  }

  private mutating func compareSections() {
    let before = Dictionary(old.sections.map { ($0.id, $0) }) { first, _ in first }
    for section in new.sections {
      guard let was = before[section.id] else {
        note("The section “\(section.title)” was added.")
        continue
      }
      compare(was, section)
    }
    let now = Set(new.sections.map(\.id))
    for section in old.sections where !now.contains(section.id) {
      note("The section “\(section.title)” was taken out.")
    }
    if moved(old.sections.map(\.id), new.sections.map(\.id)) {
      note("The sections are in another order.")
    }
  }

  private mutating func compare(_ was: FormSection, _ section: FormSection) {
    let name = "The section “\(section.title)”"
    if was.title != section.title { note("\(name) was called “\(was.title)”.") }
    if was.introduction != section.introduction { note("\(name) has another introduction.") }
    if was.workstream != section.workstream { note("\(name) belongs to another workstream.") }
    if was.isOptional != section.isOptional {
      note("\(name) is \(section.isOptional ? "now optional" : "no longer optional").")
    }
    if was.askIf != section.askIf { note("\(name) is asked under another condition.") }
  }

  private mutating func compareQuestions() {
    let before = Dictionary(old.questions.map { ($0.id, $0) }) { first, _ in first }
    let sectionBefore = places(old)
    let sectionNow = places(new)
    for question in new.questions {
      guard let was = before[question.id] else {
        note("The question “\(question.text)” was added.")
        continue
      }
      compare(was, question)
      if sectionBefore[question.id] != sectionNow[question.id],
        new.section(sectionBefore[question.id] ?? "") != nil
      {
        note("The question “\(question.text)” moved to another section.")
      }
    }
    let now = Set(new.questions.map(\.id))
    for question in old.questions where !now.contains(question.id) {
      note("The question “\(question.text)” was taken out.")
    }
    if moved(old.questions.map(\.id), new.questions.map(\.id)) {
      note("The questions are in another order.")
    }
  }

  private mutating func compare(_ was: Question, _ question: Question) {
    let name = "The question “\(question.text)”"
    if was.text != question.text { note("\(name) was worded “\(was.text)”.") }
    if was.hint != question.hint { note("\(name) has another hint.") }
    if was.help != question.help { note("\(name) has other facts beside it.") }
    if was.isRequired != question.isRequired {
      note("\(name) \(question.isRequired ? "must now" : "need no longer") be answered.")
    }
    if was.askIf != question.askIf { note("\(name) is asked under another condition.") }
    if was.attribute != question.attribute { note("\(name) describes the respondent differently.") }
    if was.kind.words != question.kind.words {
      note("\(name) was answered with “\(was.kind.words)”, now with “\(question.kind.words)”.")
    } else if was.kind != question.kind {
      compareChoices(was.kind, question.kind, name)
    }
  }

  private mutating func compareChoices(
    _ was: QuestionKind, _ kind: QuestionKind, _ name: String
  ) {
    let before = Dictionary(was.choices.map { ($0.id, $0.text) }) { first, _ in first }
    let now = Dictionary(kind.choices.map { ($0.id, $0.text) }) { first, _ in first }
    for choice in kind.choices {
      guard let text = before[choice.id] else {
        note("\(name) also offers “\(choice.text)”.")
        continue
      }
      if text != choice.text { note("\(name) offers “\(choice.text)” in place of “\(text)”.") }
    }
    for choice in was.choices where now[choice.id] == nil {
      note("\(name) no longer offers “\(choice.text)”.")
    }
    if moved(was.choices.map(\.id), kind.choices.map(\.id)) {
      note("\(name) offers its choices in another order.")
    }
    if was.allowsOther != kind.allowsOther {
      note("\(name) \(kind.allowsOther ? "now has" : "no longer has") a box for other answers.")
    }
    if case .text = kind { note("\(name) has a box of another size.") }
  }

  private mutating func compareVariants() {
    let before = Dictionary(old.variants.map { ($0.id, $0) }) { first, _ in first }
    for variant in new.variants {
      if before[variant.id] == nil {
        note("The variant “\(variant.name)” was added.")
      } else if before[variant.id] != variant {
        note("The variant “\(variant.name)” changed.")
      }
    }
    let now = Set(new.variants.map(\.id))
    for variant in old.variants where !now.contains(variant.id) {
      note("The variant “\(variant.name)” was taken out.")
    }
    if moved(old.variants.map(\.id), new.variants.map(\.id)) {
      note("The variants are in another order.")
    }
  }

  private func places(_ form: FormDefinition) -> [String: String] {
    var places: [String: String] = [:]
    for section in form.sections {
      for question in section.questions { places[question.id] = section.id }
    }
    return places
  }

  /// Whether what both have is in another order.
  private func moved(_ old: [String], _ new: [String]) -> Bool {
    let before = Set(old)
    let now = Set(new)
    return old.filter { now.contains($0) } != new.filter { before.contains($0) }
  }

  private mutating func note(_ change: String) { changes.append(change) }
}
