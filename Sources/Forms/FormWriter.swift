// SPDX-License-Identifier: Apache-2.0

/// Writes a form as text.
struct FormWriter {
  private(set) var text = ""

  mutating func write(_ form: FormDefinition) {
    put("id", form.id, 0)
    put("title", form.title, 0)
    put("introduction", form.introduction, 0)
    put("return-address", form.returnAddress, 0)
    if !form.sections.isEmpty { line("sections:", 0) }
    for section in form.sections { write(section) }
    if !form.variants.isEmpty { line("variants:", 0) }
    for variant in form.variants { write(variant) }
  }

  private mutating func write(_ section: FormSection) {
    put("- id", section.id, 1, inner: 2)
    put("title", section.title, 2)
    put("workstream", section.workstream, 2)
    if section.isOptional { line("optional: yes", 2) }
    write(section.askIf, 2)
    put("introduction", section.introduction, 2)
    if !section.questions.isEmpty { line("questions:", 2) }
    for question in section.questions { write(question) }
  }

  private mutating func write(_ question: Question) {
    put("- id", question.id, 3, inner: 4)
    put("ask", question.text, 4)
    put("hint", question.hint, 4)
    write(question.kind)
    if question.isRequired { line("required: yes", 4) }
    write(question.askIf, 4)
    if let attribute = question.attribute { put("about", attribute.rawValue, 4) }
    put("help", question.help, 4)
  }

  private mutating func write(_ kind: QuestionKind) {
    line("answer: \(kind.words)", 4)
    if case .text(let lines) = kind { line("lines: \(lines)", 4) }
    if !kind.choices.isEmpty {
      line(kind.judgesStatements ? "statements:" : "choices:", 4)
      for choice in kind.choices {
        put("- " + YAMLText.key(choice.id), choice.text, 5, inner: 7)
      }
    }
    if kind.allowsOther { line("other: yes", 4) }
  }

  private mutating func write(_ condition: Condition?, _ depth: Int) {
    guard let condition else { return }
    let ids = condition.isAnyOf.map(YAMLText.key)
    let answers = ids.count == 1 ? ids[0] : "[" + ids.joined(separator: ", ") + "]"
    line("if: {\(YAMLText.key(condition.question)): \(answers)}", depth)
  }

  private mutating func write(_ variant: FormVariant) {
    put("- id", variant.id, 1, inner: 2)
    put("name", variant.name, 2)
    put("language", variant.language, 2)
    guard !variant.words.isEmpty else { return }
    line("words:", 2)
    for key in variant.words.keys.sorted() {
      put(
        YAMLText.isPlain(key) && !key.contains(":") ? key : YAMLText.quoted(key),
        variant.words[key], 3)
    }
  }

  private mutating func line(_ line: String, _ depth: Int) {
    text += String(repeating: "  ", count: depth) + line + "\n"
  }

  private mutating func put(_ key: String, _ value: String?, _ depth: Int, inner: Int? = nil) {
    guard let value else { return }
    let inner = String(repeating: "  ", count: (inner ?? depth) + 1)
    line("\(key): \(YAMLText.value(value, indent: inner))", depth)
  }
}

/// Texts as YAML writes them.
enum YAMLText {
  /// A key or an id within braces.
  static func key(_ text: String) -> String { FormID.isValid(text) ? text : quoted(text) }

  /// A value: as it is where that is safe, as a block when it has several lines, else in quotes.
  static func value(_ text: String, indent: String) -> String {
    if isPlain(text) { return text }
    guard isBlock(text) else { return quoted(text) }
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    return "|\n" + lines.map { $0.isEmpty ? "" : indent + $0 }.joined(separator: "\n")
  }

  /// Whether a text means itself without quotes.
  static func isPlain(_ text: String) -> Bool {
    guard let first = text.unicodeScalars.first, let last = text.unicodeScalars.last else {
      return false
    }
    guard first.properties.isAlphabetic || ("0"..."9").contains(first) else { return false }
    guard last != ":", !last.properties.isWhitespace else { return false }
    var before = first
    for scalar in text.unicodeScalars {
      guard isPrintable(scalar), scalar != "\n", scalar != "\t" else { return false }
      if before == ":", scalar.properties.isWhitespace { return false }
      if scalar == "#", before.properties.isWhitespace { return false }
      before = scalar
    }
    return true
  }

  private static func isBlock(_ text: String) -> Bool {
    guard let first = text.unicodeScalars.first, let last = text.unicodeScalars.last else {
      return false
    }
    guard !first.properties.isWhitespace, last != "\n", text.unicodeScalars.contains("\n") else {
      return false
    }
    return text.unicodeScalars.allSatisfy { isPrintable($0) && $0 != "\t" }
  }

  private static func isPrintable(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x0A, 0x09, 0x20..<0x7F, 0xA0..<0x2028, 0x202A..<0xD800, 0xE000..<0xFEFF,
      0xFF00..<0xFFFE, 0x10000...0x10FFFF:
      true
    default: false
    }
  }

  /// In double quotes, with everything escaped that needs to be.
  static func quoted(_ text: String) -> String {
    var quoted = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": quoted += "\\\""
      case "\\": quoted += "\\\\"
      case "\n": quoted += "\\n"
      case "\t": quoted += "\\t"
      case _ where isPrintable(scalar): quoted.unicodeScalars.append(scalar)
      default:
        let digits = String(scalar.value, radix: 16)
        quoted += "\\U" + String(repeating: "0", count: 8 - digits.count) + digits
      }
    }
    return quoted + "\""
  }
}
