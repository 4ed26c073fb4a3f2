// SPDX-License-Identifier: Apache-2.0

import Forms
import Foundation

/// Forms that tests share.
enum Fixture {
  static let questions = [
    Question(id: "share", text: "May we share your record?", kind: .yesNo, isRequired: true),
    Question(
      id: "why", text: "Why not?", kind: .text(lines: 3),
      askIf: Condition(question: "share", isAnyOf: ["no"])),
    Question(
      id: "devices", text: "How do you get in touch?", hint: "Tick all that apply.",
      kind: .chooseAny(
        [Choice(id: "phone", text: "Telephone"), Choice(id: "person", text: "In person")],
        allowsOther: true)),
    Question(
      id: "matters", text: "What matters most?", help: "Facts: {{fact:a.b}}",
      kind: .chooseUpTo(
        2,
        [
          Choice(id: "travel", text: "Travel"), Choice(id: "staff", text: "Staff"),
          Choice(id: "cost", text: "Cost"),
        ])),
  ]

  static let form = FormDefinition(
    id: "views", title: "Your views", introduction: "Tell us.\n\nThank you: all of you.",
    returnAddress: "Freepost EXAMPLE\nKent",
    sections: [
      FormSection(id: "digital", title: "Digital", questions: questions),
      FormSection(
        id: "more", title: "More", workstream: "digital", introduction: "More: about it",
        isOptional: true, askIf: Condition(question: "devices", isAnyOf: ["phone", "other"]),
        questions: [
          Question(id: "three", text: "Three things", kind: .listUpTo(3)),
          Question(
            id: "how-far", text: "Do you agree?",
            kind: .agree([Choice(id: "one", text: "One unit"), Choice(id: "two", text: "Two")]),
            isRequired: true),
          Question(id: "votes", text: "Vote", kind: .vote([Choice(id: "a", text: "A")])),
        ]),
      FormSection(
        id: "about-you", title: "About you",
        questions: [
          Question(
            id: "area", text: "Where do you live?",
            kind: .chooseOne(
              [Choice(id: "medway", text: "Medway"), Choice(id: "thanet", text: "Thanet")],
              allowsOther: true), attribute: .area)
        ]),
    ],
    variants: [
      FormVariant(
        id: "cy", name: "Cymraeg", language: "cy",
        words: [
          "title": "Eich barn", "question.why.text": "Pam lai?",
          "question.devices.choice.phone": "Ffôn", "label.yes": "Ydw",
        ])
    ])

  /// The forms of the worked example.
  static func content(_ name: String) throws -> String {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    return try String(
      contentsOf: root.appending(path: "Plans/kent-and-medway/engagement/forms/\(name).yaml"),
      encoding: .utf8)
  }
}

/// Seeded chance: SplitMix64 (Steele, Lea and Flood, 2014).
struct Draws: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9e37_79b9_7f4a_7c15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xbf58_476d_1ce4_e5b9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94d0_49bb_1331_11eb
    return mixed ^ (mixed >> 31)
  }
}

/// Random forms that can be published, and random answers to them.
struct RandomForms {
  var draws: Draws

  init(seed: UInt64) { draws = Draws(state: seed) }

  private static let pieces = [
    "care", ": ", " # ", "\"", "'", "\n", "é", "“so”", "- ", "[x]", "{y}", "yes", "0", "\\", "|",
    " ", "😀", "&a", "*b", "?", "%", "@", "\t", "a:b", "\u{85}", "\u{2028}", "{{fact:a.b}}", "\u{7}",
  ]

  mutating func text() -> String {
    var text = ""
    for _ in 0..<Int.random(in: 1...8, using: &draws) {
      text += Self.pieces.randomElement(using: &draws) ?? ""
    }
    return text.allSatisfy(\.isWhitespace) ? "x" : text
  }

  mutating func maybe<Thing>(_ make: (inout RandomForms) -> Thing) -> Thing? {
    Bool.random(using: &draws) ? make(&self) : nil
  }

  mutating func choices() -> [Choice] {
    (0..<Int.random(in: 1...4, using: &draws)).map { Choice(id: "c\($0)", text: text()) }
  }

  mutating func kind() -> QuestionKind {
    let some = choices()
    return switch Int.random(in: 0..<8, using: &draws) {
    case 0: .text(lines: Int.random(in: 1...9, using: &draws))
    case 1: .chooseOne(some, allowsOther: Bool.random(using: &draws))
    case 2: .chooseAny(some, allowsOther: Bool.random(using: &draws))
    case 3: .chooseUpTo(Int.random(in: 1...some.count, using: &draws), some)
    case 4: .listUpTo(Int.random(in: 1...5, using: &draws))
    case 5: .agree(some)
    case 6: .vote(some)
    default: .yesNo
    }
  }

  mutating func condition(_ earlier: [Question]) -> Condition? {
    let possible = earlier.filter { !$0.kind.pickableIDs.isEmpty }
    guard Bool.random(using: &draws), let question = possible.randomElement(using: &draws),
      let id = question.kind.pickableIDs.randomElement(using: &draws)
    else { return nil }
    return Condition(question: question.id, isAnyOf: [id])
  }

  mutating func form() -> FormDefinition {
    var earlier: [Question] = []
    var sections: [FormSection] = []
    for number in 0..<Int.random(in: 1...4, using: &draws) {
      let condition = condition(earlier)
      var questions: [Question] = []
      for place in 0..<Int.random(in: 1...5, using: &draws) {
        let question = Question(
          id: "q\(number)-\(place)", text: text(), hint: maybe { $0.text() },
          help: maybe { $0.text() }, kind: kind(), isRequired: Bool.random(using: &draws),
          askIf: self.condition(earlier))
        questions.append(question)
        earlier.append(question)
      }
      sections.append(
        FormSection(
          id: "s\(number)", title: text(), workstream: maybe { $0.text() },
          introduction: maybe { $0.text() }, isOptional: Bool.random(using: &draws),
          askIf: condition, questions: questions))
    }
    var form = FormDefinition(
      id: "random", title: text(), introduction: maybe { $0.text() },
      returnAddress: maybe { $0.text() }, sections: sections)
    let words = Dictionary(uniqueKeysWithValues: form.wordKeys.map { ($0, text()) })
    form.variants = [FormVariant(id: "cy", name: text(), language: "cy", words: words)]
    return form
  }

  mutating func answers(_ form: FormDefinition) -> Answers {
    var answers = Answers()
    answers.chosenSections = form.sections.map(\.id).filter { _ in Bool.random(using: &draws) }
    for question in form.questions where Bool.random(using: &draws) {
      let ids = question.kind.pickableIDs
      switch question.kind {
      case .chooseOne, .yesNo:
        answers[question.id] = .choice(ids.randomElement(using: &draws) ?? "", other: nil)
      case .chooseAny, .chooseUpTo:
        answers[question.id] = .choices(
          ids.filter { _ in Bool.random(using: &draws) }, other: nil)
      default: answers[question.id] = .text("x")
      }
    }
    return answers
  }
}
