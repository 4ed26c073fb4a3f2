// SPDX-License-Identifier: Apache-2.0

/// Finds what keeps a form from being asked.
public enum FormChecker {
  /// The most that a form may have and say.
  public enum Limits {
    /// Sections of a form.
    public static let sections = 100
    /// Questions of a form.
    public static let questions = 1_000
    /// Choices or statements of one question.
    public static let choices = 100
    /// Lines of the box for a text.
    public static let lines = 60
    /// Entries of a list.
    public static let list = 20
    /// Characters of a title, a question, a choice or a hint.
    public static let line = 1_000
    /// Characters of an introduction or a help text.
    public static let passage = 20_000
    /// Variants of a form.
    public static let variants = 20
  }

  /// Everything that is wrong, in the order of the form; empty when the form can be published.
  public static func problems(in form: FormDefinition) -> [FormProblem] {
    var check = FormCheck(form)
    check.run()
    return check.problems
  }
}

/// One pass over one form.
struct FormCheck {
  let form: FormDefinition
  private(set) var problems: [FormProblem] = []
  private var path = "form"
  private var place = FormPlace()
  private var sectionIDs: Set<String> = []
  /// The questions so far, so that a condition can only look back.
  private var earlier: [String: Question] = [:]
  private let all: Set<String>
  private var attributes: Set<RespondentAttribute> = []

  init(_ form: FormDefinition) {
    self.form = form
    all = Set(form.questions.map(\.id))
  }

  mutating func run() {
    checkID(form.id, "the form")
    checkLine(form.title, "title", required: true)
    checkPassage(form.introduction, "introduction")
    checkPassage(form.returnAddress, "return address")
    if form.questions.isEmpty { note("There is no question yet. Add a section with a question.") }
    checkCount(form.sections.count, FormChecker.Limits.sections, "sections")
    checkCount(form.questions.count, FormChecker.Limits.questions, "questions")
    for (number, section) in form.sections.enumerated() { check(section, number) }
    checkVariants()
  }

  private mutating func check(_ section: FormSection, _ number: Int) {
    go("section \(name(section.id, number))", FormPlace(section: number))
    checkID(section.id, "the section")
    if !sectionIDs.insert(section.id).inserted {
      note("Another section has the id “\(section.id)” already. Give this one an id of its own.")
    }
    checkLine(section.title, "title", required: true)
    checkPassage(section.introduction, "introduction")
    if let condition = section.askIf { check(condition) }
    for (place, question) in section.questions.enumerated() {
      go(
        "section \(name(section.id, number)), question \(name(question.id, place))",
        FormPlace(section: number, question: place))
      check(question)
    }
  }

  private mutating func check(_ question: Question) {
    checkID(question.id, "the question")
    checkLine(question.text, "text", required: true)
    checkLine(question.hint, "hint")
    checkPassage(question.help, "help")
    check(question.kind)
    if let condition = question.askIf { check(condition) }
    if let attribute = question.attribute { check(attribute, question.kind) }
    if earlier.updateValue(question, forKey: question.id) != nil {
      note("Another question has the id “\(question.id)” already. Give this one an id of its own.")
    }
  }

  private mutating func check(_ attribute: RespondentAttribute, _ kind: QuestionKind) {
    if case .chooseOne = kind {
    } else {
      note(
        "It says “about: \(attribute.rawValue)” but is answered with “\(kind.words)”. "
          + "Make it “choose one”, so that each respondent is counted once.")
    }
    if !attributes.insert(attribute).inserted {
      note(
        "Another question says “about: \(attribute.rawValue)” already. Keep it on one of the two.")
    }
  }

  private mutating func check(_ kind: QuestionKind) {
    switch kind {
    case .text(let lines): checkRange(lines, FormChecker.Limits.lines, "lines")
    case .listUpTo(let count): checkRange(count, FormChecker.Limits.list, "answers to list")
    case .chooseUpTo(let count, let choices):
      if count < 1 { note("It asks to choose up to \(count). Ask for one or more.") }
      if choices.count < count {
        note(
          "It asks to choose up to \(count) of \(choices.count) choices. "
            + "Add choices, or ask for fewer.")
      }
      check(choices, kind)
    case .chooseOne(let choices, _), .chooseAny(let choices, _), .agree(let choices),
      .vote(let choices):
      check(choices, kind)
    case .yesNo: break
    }
  }

  private mutating func check(_ choices: [Choice], _ kind: QuestionKind) {
    let what = kind.judgesStatements ? "statement" : "choice"
    if choices.isEmpty { note("There is no \(what) yet. Add at least one.") }
    checkCount(choices.count, FormChecker.Limits.choices, what + "s")
    var ids: Set<String> = []
    for choice in choices {
      checkID(choice.id, "the \(what)")
      if choice.id == QuestionKind.other, kind.allowsOther {
        note("The id “other” is kept for the box for other answers. Take another for this choice.")
      }
      if !ids.insert(choice.id).inserted {
        note("Two \(what)s have the id “\(choice.id)”. Give each an id of its own.")
      }
      checkLine(choice.text, "\(what) “\(choice.id)”", required: true)
    }
  }

  private mutating func check(_ condition: Condition) {
    guard let asked = earlier[condition.question] else {
      note(
        all.contains(condition.question)
          ? "It depends on the question “\(condition.question)”, which is not asked before it. "
            + "Move that question up, or take the condition away."
          : "It depends on the question “\(condition.question)”, which does not exist. "
            + "Name an earlier question.")
      return
    }
    let possible = asked.kind.pickableIDs
    guard !possible.isEmpty else {
      note(
        "It depends on “\(condition.question)”, which is answered with “\(asked.kind.words)”. "
          + "A condition needs a question with choices, or yes and no.")
      return
    }
    if condition.isAnyOf.isEmpty { note("Its condition names no answer. Name at least one.") }
    for id in condition.isAnyOf where !possible.contains(id) {
      note(
        "It depends on the answer “\(id)”, which “\(condition.question)” does not offer. "
          + "It offers \(possible.joined(separator: ", ")).")
    }
  }

  private mutating func checkVariants() {
    go("form", FormPlace())
    checkCount(form.variants.count, FormChecker.Limits.variants, "variants")
    let known = Set(form.wordKeys).union(FormLabels.keys)
    var ids: Set<String> = []
    for (number, variant) in form.variants.enumerated() {
      go("variant \(name(variant.id, number))", FormPlace(variant: number))
      checkID(variant.id, "the variant")
      if !ids.insert(variant.id).inserted {
        note("Another variant has the id “\(variant.id)” already. Give this one an id of its own.")
      }
      checkLine(variant.name, "name", required: true)
      if variant.language.isBlank { note("Its language is empty. Write one, such as cy or en-GB.") }
      for key in variant.words.keys.sorted() {
        if !known.contains(key) {
          note("It has words for “\(key)”, which the form does not have. Take them out.")
        }
        checkPassage(variant.words[key], "text of “\(key)”")
      }
    }
  }
}

extension FormCheck {
  fileprivate mutating func go(_ path: String, _ place: FormPlace) {
    self.path = path
    self.place = place
  }

  fileprivate mutating func note(_ message: String) {
    problems.append(FormProblem(path: path, message: message, place: place))
  }

  fileprivate func name(_ id: String, _ number: Int) -> String {
    id.isBlank ? "number \(number + 1)" : id
  }

  fileprivate mutating func checkID(_ id: String, _ what: String) {
    guard !FormID.isValid(id) else { return }
    note(
      "The id of \(what) is “\(id)”. An id has small letters, digits and single hyphens, as in "
        + "about-you, and \(FormID.limit) characters at most.")
  }

  fileprivate mutating func checkLine(_ text: String?, _ what: String, required: Bool = false) {
    if required, text?.isBlank != false { note("The \(what) is empty. Write one.") }
    checkLength(text, FormChecker.Limits.line, what)
  }

  fileprivate mutating func checkPassage(_ text: String?, _ what: String) {
    checkLength(text, FormChecker.Limits.passage, what)
  }

  private mutating func checkLength(_ text: String?, _ limit: Int, _ what: String) {
    guard let count = text?.count, count > limit else { return }
    note("The \(what) has \(count) characters. Shorten it to \(limit) at most.")
  }

  fileprivate mutating func checkCount(_ count: Int, _ limit: Int, _ what: String) {
    if count > limit { note("There are \(count) \(what). There can be \(limit) at most.") }
  }

  fileprivate mutating func checkRange(_ count: Int, _ limit: Int, _ what: String) {
    guard !(1...limit).contains(count) else { return }
    note("It has \(count) \(what). Use a number from 1 to \(limit).")
  }
}

extension QuestionKind {
  /// Whether its choices are statements, each judged on a scale.
  public var judgesStatements: Bool {
    switch self {
    case .agree, .vote: true
    default: false
    }
  }
}
