// SPDX-License-Identifier: Apache-2.0

import Forms

/// The fields in which a question is written, and the question that they make.
struct EditedQuestionFields {
  static let kinds: [(value: String, label: String)] = [
    ("text", "Text in their own words"), ("choose-one", "Choose one"),
    ("tick-all", "Tick all that apply"), ("choose-up-to", "Choose up to so many"),
    ("list-up-to", "List up to so many short answers"), ("agree", "Agree scale on statements"),
    ("yes-no", "Yes or no"), ("vote", "Agree, disagree or pass on statements"),
  ]

  static let attributes: [(value: String, label: String)] = [
    ("", "Nothing"), ("area", "The area where they live"),
    ("respondent-type", "What kind of respondent they are"),
  ]

  private(set) var errors = FormErrors()
  let fields: FormFields

  init(_ fields: FormFields) { self.fields = fields }

  /// What stands in the fields for a question that is there.
  static func of(_ question: Question) -> FormFields {
    let kind = question.kind
    var pairs = [
      (name: "text", value: question.text), (name: "kind", value: key(kind)),
      (
        name: "choices",
        value: kind.choices.map { "\($0.id): \($0.text)" }.joined(separator: "\n")
      ),
      (name: "hint", value: question.hint ?? ""), (name: "help", value: question.help ?? ""),
      (name: "attribute", value: question.attribute?.rawValue ?? ""),
    ]
    if kind.allowsOther { pairs.append((name: "other", value: "yes")) }
    if question.isRequired { pairs.append((name: "required", value: "yes")) }
    switch kind {
    case .text(let lines): pairs.append((name: "number", value: "\(lines)"))
    case .chooseUpTo(let count, _), .listUpTo(let count):
      pairs.append((name: "number", value: "\(count)"))
    default: break
    }
    return FormFields(pairs)
  }

  private static func key(_ kind: QuestionKind) -> String {
    switch kind {
    case .text: "text"
    case .chooseOne: "choose-one"
    case .chooseAny: "tick-all"
    case .chooseUpTo: "choose-up-to"
    case .listUpTo: "list-up-to"
    case .agree: "agree"
    case .yesNo: "yes-no"
    case .vote: "vote"
    }
  }

  /// The question that the fields make, as far as they do; what is wrong is in `errors`.
  mutating func question(id: String, _ conditions: ConditionChoices) -> Question {
    errors.require(fields, "text", "Write the question.")
    errors.limit(fields, "text", to: FormChecker.Limits.line, "A question")
    errors.limit(fields, "hint", to: FormChecker.Limits.line, "A hint")
    errors.limit(fields, "help", to: FormChecker.Limits.passage, "The facts beside a question")
    let kind = kind()
    if !conditions.knows(fields["condition"]) {
      errors.add("condition", "Choose a condition from the list.")
    }
    let attribute = RespondentAttribute(rawValue: fields["attribute"])
    if attribute != nil, fields["kind"] != "choose-one" {
      errors.add("attribute", "Only “Choose one” can describe the respondent. Choose “Nothing”.")
    }
    return Question(
      id: id, text: fields["text"], hint: fields.passage("hint"), help: fields.passage("help"),
      kind: kind, isRequired: fields.all("required").contains("yes"),
      askIf: conditions.condition(fields["condition"]), attribute: attribute)
  }

  private mutating func kind() -> QuestionKind {
    let choices = choices()
    let other = fields.all("other").contains("yes")
    let key = fields["kind"]
    guard let label = Self.kinds.first(where: { $0.value == key })?.label else {
      errors.add("kind", "Choose a way to answer.")
      return .text(lines: 4)
    }
    if ["text", "list-up-to", "yes-no"].contains(key), !choices.isEmpty {
      errors.add(
        "choices", "“\(label)” has no choices. Take them out, or choose another way to answer.")
    }
    if other, key != "choose-one", key != "tick-all" {
      errors.add("other", "Only “Choose one” and “Tick all that apply” have a box for others.")
    }
    switch key {
    case "choose-one": return .chooseOne(need(choices), allowsOther: other)
    case "tick-all": return .chooseAny(need(choices), allowsOther: other)
    case "choose-up-to":
      let count = number(or: nil, FormChecker.Limits.choices)
      if !choices.isEmpty, choices.count < count {
        errors.add("choices", "Add choices: \(choices.count) are fewer than \(count).")
      }
      return .chooseUpTo(count, need(choices))
    case "list-up-to": return .listUpTo(number(or: nil, FormChecker.Limits.list))
    case "agree": return .agree(need(choices))
    case "vote": return .vote(need(choices))
    case "yes-no": return .yesNo
    default: return .text(lines: number(or: 4, FormChecker.Limits.lines))
    }
  }

  private mutating func need(_ choices: [Forms.Choice]) -> [Forms.Choice] {
    if choices.isEmpty { errors.add("choices", "Write at least one, each on a line of its own.") }
    return choices
  }

  private mutating func number(or usual: Int?, _ limit: Int) -> Int {
    if fields["number"].isEmpty, let usual { return usual }
    guard let number = Int(fields["number"]), (1...limit).contains(number) else {
      errors.add("number", "Write a whole number from 1 to \(limit).")
      return usual ?? 1
    }
    return number
  }

  /// One choice a line: "id: text", or a text of which an id is made.
  private mutating func choices() -> [Forms.Choice] {
    var choices: [Forms.Choice] = []
    var taken: Set<String> = []
    for line in fields["choices"].split(separator: "\n") {
      let choice = choice(String(line), taken)
      if choice.text.isEmpty { continue }
      if !taken.insert(choice.id).inserted {
        errors.add("choices", "Two lines start with “\(choice.id):”. Give each its own.")
      }
      if choice.text.count > FormChecker.Limits.line {
        errors.add(
          "choices", "A line can have \(FormChecker.Limits.line) characters at most.")
      }
      choices.append(choice)
    }
    if choices.count > FormChecker.Limits.choices {
      errors.add("choices", "There can be \(FormChecker.Limits.choices) lines at most.")
    }
    return choices
  }

  private func choice(_ line: String, _ taken: Set<String>) -> Forms.Choice {
    let halves = line.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
    if halves.count == 2, halves[1].hasPrefix(" ") {
      let id = String(halves[0]).trimmed
      if FormID.isValid(id) { return Forms.Choice(id: id, text: String(halves[1]).trimmed) }
    }
    let text = line.trimmed
    return Forms.Choice(
      id: text.isEmpty ? "" : FormID.make(from: text, taken: taken, fallback: "choice"), text: text)
  }
}

extension String {
  fileprivate var trimmed: String {
    guard let first = firstIndex(where: { !$0.isWhitespace }),
      let last = lastIndex(where: { !$0.isWhitespace })
    else { return "" }
    return String(self[first...last])
  }
}
