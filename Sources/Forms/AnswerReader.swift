// SPDX-License-Identifier: Apache-2.0

/// What was read from the fields of one section.
public struct AnswerReading: Sendable, Equatable {
  /// By the id of the question; all that was typed is here even when it is wrong, and a question
  /// about which nothing was sent is left out.
  public var answers: [String: Answer]
  /// In the order of the questions.
  public var problems: [AnswerProblem]
}

/// What is wrong with the answer to a question, in words for the respondent.
public struct AnswerProblem: Sendable, Equatable {
  /// The id of the question.
  public let question: String
  /// The id of the field beside which the message stands.
  public let field: String
  /// What is wrong and what to do.
  public let message: String

  /// A message about a field.
  public init(question: String, field: String, message: String) {
    self.question = question
    self.field = field
    self.message = message
  }
}

/// Reads the fields of a section as answers.
///
/// Names of fields: `q-QUESTION` (repeated for "tick all"), `q-QUESTION-other` beside it,
/// `q-QUESTION-N` for the Nth entry of a list, `q-QUESTION--STATEMENT` for a statement. The value
/// "other" stands for the box beside. Other fields are not looked at. Whether a required answer is
/// there is for `FormJourney.missing` to say, since that depends on what is asked.
public enum AnswerReader {
  /// The most characters of an answer in one's own words.
  public static let textLimit = 20_000
  /// The most characters of one entry of a list and of the box for "other".
  public static let lineLimit = 2_000

  /// The answers to the questions of a section.
  public static func read(
    section: FormSection, of form: FormDefinition, fields: [(name: String, value: String)]
  ) -> AnswerReading {
    var byName: [String: [String]] = [:]
    for field in fields where field.name.hasPrefix("q-") {
      byName[field.name, default: []].append(clean(field.value))
    }
    var reading = AnswerReading(answers: [:], problems: [])
    for question in section.questions {
      var reader = QuestionReader(question: question, fields: byName)
      if let answer = reader.read(), !answer.isEmpty { reading.answers[question.id] = answer }
      reading.problems += reader.problems
    }
    return reading
  }

  /// The text without control characters other than tab and line feed.
  static func clean(_ text: String) -> String {
    let scalars = text.replacingLineEnds.unicodeScalars.filter { scalar in
      let isControl = scalar.value < 32 || (127..<160).contains(scalar.value)
      return !isControl || scalar == "\n" || scalar == "\t"
    }
    return String(String.UnicodeScalarView(scalars)).trimmed
  }
}

extension String {
  fileprivate var replacingLineEnds: String {
    guard contains(where: { $0 == "\r\n" || $0 == "\r" }) else { return self }
    return String(map { $0 == "\r\n" || $0 == "\r" ? "\n" : $0 })
  }
}

extension Answers {
  /// The answers after one section was read: those to its questions are the ones just read.
  public func taking(_ reading: AnswerReading, of section: FormSection) -> Answers {
    var answers = self
    for question in section.questions { answers[question.id] = reading.answers[question.id] }
    return answers
  }
}

/// Reads one question.
struct QuestionReader {
  let question: Question
  let fields: [String: [String]]
  private(set) var problems: [AnswerProblem] = []

  init(question: Question, fields: [String: [String]]) {
    self.question = question
    self.fields = fields
  }

  private var name: String { "q-\(question.id)" }

  mutating func read() -> Answer? {
    switch question.kind {
    case .text: readText()
    case .chooseOne(let choices, let allowsOther):
      readOne(choices.map(\.id), allowsOther)
    case .yesNo: readOne(["yes", "no"], false)
    case .chooseAny(let choices, let allowsOther): readMany(choices, allowsOther)
    case .chooseUpTo(let count, let choices): readUpTo(count, choices)
    case .listUpTo(let count): readList(count)
    case .agree(let statements):
      readScale(statements, AgreeScale.allCases.map(\.rawValue))
    case .vote(let statements): readScale(statements, ["agree", "disagree", "pass"])
    }
  }

  private mutating func readText() -> Answer? {
    guard let text = first(name) else { return nil }
    limit(text, AnswerReader.textLimit, name)
    return .text(text)
  }

  private mutating func readOne(_ known: [String], _ allowsOther: Bool) -> Answer? {
    let other = allowsOther ? readOther() : nil
    let sent = Set((fields[name] ?? []).filter { !$0.isEmpty })
    let chosen = (known + (allowsOther ? [QuestionKind.other] : [])).filter { sent.contains($0) }
    if chosen.count < sent.count { refuseUnknown() }
    if chosen.count > 1 { note(name, "Choose one answer only. \(chosen.count) were sent.") }
    guard let choice = chosen.first ?? (other == nil ? nil : QuestionKind.other) else { return nil }
    return .choice(choice, other: other)
  }

  private mutating func readMany(_ choices: [Choice], _ allowsOther: Bool) -> Answer? {
    let other = allowsOther ? readOther() : nil
    var sent = Set((fields[name] ?? []).filter { !$0.isEmpty })
    if other != nil { sent.insert(QuestionKind.other) }
    let known = choices.map(\.id) + (allowsOther ? [QuestionKind.other] : [])
    let chosen = known.filter { sent.contains($0) }
    if chosen.count < sent.count { refuseUnknown() }
    return chosen.isEmpty ? nil : .choices(chosen, other: other)
  }

  private mutating func readUpTo(_ count: Int, _ choices: [Choice]) -> Answer? {
    let answer = readMany(choices, false)
    if case .choices(let ids, _) = answer, ids.count > count {
      note(
        name, "You have chosen \(ids.count). Choose \(count) at most: untick \(ids.count - count).")
    }
    return answer
  }

  private mutating func readList(_ count: Int) -> Answer? {
    guard count > 0 else { return nil }
    var texts: [String] = []
    for number in 1...count {
      let field = "\(name)-\(number)"
      guard let text = first(field) else { continue }
      limit(text, AnswerReader.lineLimit, field)
      texts.append(text)
    }
    return texts.isEmpty ? nil : .texts(texts)
  }

  private mutating func readScale(_ statements: [Choice], _ points: [String]) -> Answer? {
    var values: [String: String] = [:]
    for statement in statements {
      let field = "\(name)--\(statement.id)"
      guard let value = first(field) else { continue }
      if points.contains(value) {
        values[statement.id] = value
      } else {
        note(field, "This answer is not one of those on the form. Choose again.")
      }
    }
    return values.isEmpty ? nil : .scale(values)
  }

  private mutating func readOther() -> String? {
    guard let text = first("\(name)-other") else { return nil }
    limit(text, AnswerReader.lineLimit, "\(name)-other")
    return text
  }

  private func first(_ field: String) -> String? { fields[field]?.first { !$0.isEmpty } }

  private mutating func refuseUnknown() {
    note(name, "An answer that is not on the form was sent. Choose again from the list.")
  }

  private mutating func limit(_ text: String, _ limit: Int, _ field: String) {
    guard text.count > limit else { return }
    note(
      field,
      "Your answer has \(grouped(text.count)) characters. Shorten it to \(grouped(limit)) or fewer."
    )
  }

  private mutating func note(_ field: String, _ message: String) {
    problems.append(AnswerProblem(question: question.id, field: field, message: message))
  }
}

/// A number with commas, such as "20,000".
func grouped(_ number: Int) -> String {
  var text = ""
  for (place, digit) in String(number).reversed().enumerated() {
    if place > 0, place % 3 == 0 { text.insert(",", at: text.startIndex) }
    text.insert(digit, at: text.startIndex)
  }
  return text
}
