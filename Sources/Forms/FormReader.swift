// SPDX-License-Identifier: Apache-2.0

import Yams

/// On which lines the parts of a form begin.
struct FormLines {
  var sections: [Int] = []
  var questions: [[Int]] = []
  var variants: [Int] = []

  func line(of place: FormPlace) -> Int {
    if let variant = place.variant { return at(variant, variants) }
    guard let section = place.section else { return 1 }
    if let question = place.question, questions.indices.contains(section) {
      return at(question, questions[section])
    }
    return at(section, sections)
  }

  private func at(_ place: Int, _ lines: [Int]) -> Int {
    lines.indices.contains(place) ? lines[place] : 1
  }
}

/// Reads the nodes of a text as a form, and notes everything that is not as expected.
struct FormReader {
  private(set) var problems: [FormReadingProblem] = []
  private(set) var lines = FormLines()
  private var questionCount = 0
  private var questionIDs: Set<String> = []
  private var sectionIDs: Set<String> = []

  mutating func form(_ root: Node) -> FormDefinition {
    let parts = parts(
      root, "A form",
      ["id", "title", "introduction", "return-address", "sections", "variants"])
    let title = text(parts["title"]) ?? ""
    let sections = list(parts["sections"], "sections", FormChecker.Limits.sections)
      .map { section($0) }
    let variants = list(parts["variants"], "variants", FormChecker.Limits.variants)
      .map { variant($0) }
    return FormDefinition(
      id: text(parts["id"]) ?? FormID.make(from: title, fallback: "form"), title: title,
      introduction: passage(parts["introduction"]),
      returnAddress: passage(parts["return-address"]), sections: sections, variants: variants)
  }

  private mutating func section(_ node: Node) -> FormSection {
    lines.sections.append(node.line)
    lines.questions.append([])
    let parts = parts(
      node, "A section",
      ["id", "title", "workstream", "introduction", "optional", "if", "questions"])
    let title = text(parts["title"]) ?? ""
    let id =
      text(parts["id"]) ?? FormID.make(from: title, taken: sectionIDs, fallback: "section")
    sectionIDs.insert(id)
    return FormSection(
      id: id, title: title, workstream: passage(parts["workstream"]),
      introduction: passage(parts["introduction"]), isOptional: yes(parts["optional"]),
      askIf: condition(parts["if"]), questions: questions(parts["questions"]))
  }

  private mutating func questions(_ node: Node?) -> [Question] {
    let nodes = list(node, "questions", FormChecker.Limits.questions)
    questionCount += nodes.count
    guard questionCount <= FormChecker.Limits.questions else {
      if let node {
        note(node, "There are more than \(grouped(FormChecker.Limits.questions)) questions.")
      }
      return []
    }
    return nodes.map { question($0) }
  }

  private mutating func question(_ node: Node) -> Question {
    if !lines.questions.isEmpty { lines.questions[lines.questions.count - 1].append(node.line) }
    let parts = parts(
      node, "A question",
      [
        "id", "ask", "answer", "lines", "choices", "statements", "other", "hint", "help",
        "required", "if", "about",
      ])
    let asked = text(parts["ask"]) ?? ""
    let id =
      text(parts["id"]) ?? FormID.make(from: asked, taken: questionIDs, fallback: "question")
    questionIDs.insert(id)
    return Question(
      id: id, text: asked, hint: passage(parts["hint"]), help: passage(parts["help"]),
      kind: kind(parts), isRequired: yes(parts["required"]), askIf: condition(parts["if"]),
      attribute: attribute(parts["about"]))
  }

  private mutating func kind(_ parts: [String: Node]) -> QuestionKind {
    let words = text(parts["answer"]) ?? "text"
    let choices = choices(parts["choices"] ?? parts["statements"])
    if parts["choices"] != nil, let statements = parts["statements"] {
      note(statements, "There are both “choices” and “statements”. Keep one of them.")
    }
    let other = yes(parts["other"])
    let lines = number(parts["lines"], or: 4)
    guard let kind = KindWords.kind(words, choices: choices, other: other, lines: lines) else {
      if let node = parts["answer"] {
        note(node, "“\(words)” is not a way to answer. Use \(KindWords.list).")
      }
      return .text(lines: lines)
    }
    refuseExtras(parts, kind)
    return kind
  }

  private mutating func refuseExtras(_ parts: [String: Node], _ kind: QuestionKind) {
    var wrong: [String] = []
    switch kind {
    case .text: wrong = ["choices", "statements", "other"]
    case .listUpTo, .yesNo: wrong = ["choices", "statements", "other", "lines"]
    case .agree, .vote, .chooseUpTo: wrong = ["other", "lines"]
    case .chooseOne, .chooseAny: wrong = ["lines"]
    }
    for key in wrong {
      guard let node = parts[key] else { continue }
      if key == "other", !yes(node) { continue }
      note(node, "A question that is answered with “\(kind.words)” has no “\(key)”. Take it out.")
    }
  }

  private mutating func choices(_ node: Node?) -> [Choice] {
    var taken: Set<String> = []
    return list(node, "choices", FormChecker.Limits.choices).map { node in
      let choice = choice(node, taken)
      taken.insert(choice.id)
      return choice
    }
  }

  private mutating func choice(_ node: Node, _ taken: Set<String>) -> Choice {
    guard let mapping = node.mapping else {
      let words = text(node) ?? ""
      return Choice(id: FormID.make(from: words, taken: taken, fallback: "choice"), text: words)
    }
    guard mapping.count == 1, let pair = mapping.first else {
      note(node, "Write a choice as “- id: text” or as “- text”.")
      return Choice(id: "", text: "")
    }
    return Choice(id: text(pair.key) ?? "", text: text(pair.value) ?? "")
  }

  private mutating func condition(_ node: Node?) -> Condition? {
    guard let node else { return nil }
    guard let mapping = node.mapping, mapping.count == 1, let pair = mapping.first else {
      note(node, "Write a condition as “if: {question: answer}” or “if: {question: [one, two]}”.")
      return nil
    }
    let question = text(pair.key) ?? ""
    guard let answers = pair.value.sequence else {
      return Condition(question: question, isAnyOf: text(pair.value).map { [$0] } ?? [])
    }
    let ids = answers.prefix(FormChecker.Limits.choices + 2).compactMap { text($0) }
    return Condition(question: question, isAnyOf: ids)
  }

  private mutating func attribute(_ node: Node?) -> RespondentAttribute? {
    guard let node, let words = text(node) else { return nil }
    if let attribute = RespondentAttribute(rawValue: words) { return attribute }
    let known = RespondentAttribute.allCases.map(\.rawValue).joined(separator: " or ")
    note(node, "“about: \(words)” is not known. Use \(known).")
    return nil
  }

  private mutating func variant(_ node: Node) -> FormVariant {
    lines.variants.append(node.line)
    let parts = parts(node, "A variant", ["id", "name", "language", "words"])
    var words: [String: String] = [:]
    if let node = parts["words"] {
      if let mapping = node.mapping {
        for (key, value) in mapping { words[text(key) ?? ""] = text(value) ?? "" }
      } else if !node.isNothing {
        note(node, "Write words as “question.area.text: other words”, one below the other.")
      }
    }
    return FormVariant(
      id: text(parts["id"]) ?? "", name: text(parts["name"]) ?? "",
      language: text(parts["language"]) ?? "", words: words)
  }
}

extension FormReader {
  /// The parts of a mapping by their names; those that do not belong here are noted.
  private mutating func parts(_ node: Node, _ what: String, _ known: [String]) -> [String: Node] {
    guard let mapping = node.mapping else {
      note(
        node,
        "\(what) is written as “name: value” lines. It can have \(known.joined(separator: ", ")).")
      return [:]
    }
    var parts: [String: Node] = [:]
    for (key, value) in mapping {
      let name = key.scalar?.string ?? ""
      if known.contains(name) {
        if !value.isNothing { parts[name] = value }
      } else {
        note(
          key, "\(what) has no “\(name.prefix(60))”. It can have \(known.joined(separator: ", ")).")
      }
    }
    return parts
  }

  private mutating func list(_ node: Node?, _ what: String, _ limit: Int) -> [Node] {
    guard let node else { return [] }
    guard let sequence = node.sequence else {
      note(node, "Write \(what) one below the other, each with “- ” in front.")
      return []
    }
    if sequence.count > limit {
      note(
        node,
        "There are \(grouped(sequence.count)) \(what). There can be \(grouped(limit)) at most.")
      return []
    }
    return Array(sequence)
  }

  private mutating func text(_ node: Node?) -> String? {
    guard let node else { return nil }
    guard let scalar = node.scalar else {
      note(node, "A text was expected here. If it has a colon, put it in double quotes.")
      return nil
    }
    guard scalar.style == .literal || scalar.style == .folded else { return scalar.string }
    var words = scalar.string
    while words.hasSuffix("\n") { words.removeLast() }
    return words
  }

  /// A text that may be left out; an empty one counts as left out.
  private mutating func passage(_ node: Node?) -> String? {
    text(node).flatMap { $0.isBlank ? nil : $0 }
  }

  private mutating func yes(_ node: Node?) -> Bool {
    guard let node, let words = text(node) else { return false }
    switch words.lowercased() {
    case "yes", "true": return true
    case "no", "false": return false
    default:
      note(node, "“\(words.prefix(60))” was found where yes or no was expected.")
      return false
    }
  }

  private mutating func number(_ node: Node?, or usual: Int) -> Int {
    guard let node, let words = text(node) else { return usual }
    if let number = Int(words) { return number }
    note(node, "“\(words.prefix(60))” was found where a whole number was expected.")
    return usual
  }

  private mutating func note(_ node: Node, _ message: String) {
    problems.append(FormReadingProblem(line: node.line, message: message))
  }
}

extension Node {
  fileprivate var line: Int { mark?.line ?? 1 }

  /// Whether nothing stands behind the colon.
  fileprivate var isNothing: Bool {
    guard let scalar else { return false }
    return scalar.string.isEmpty && scalar.style != .doubleQuoted && scalar.style != .singleQuoted
  }
}
