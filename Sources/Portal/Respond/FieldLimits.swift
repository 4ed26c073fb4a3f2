// SPDX-License-Identifier: Apache-2.0

import Forms

/// What is kept of answers that are too long: as much as the limit lets in.
enum FieldLimits {
  /// The answer with each of its texts cut at its limit.
  static func cut(_ answer: Answer) -> Answer {
    switch answer {
    case .text(let text): .text(String(text.prefix(AnswerReader.textLimit)))
    case .texts(let texts): .texts(texts.map(line))
    case .choice(let id, let other): .choice(id, other: other.map(line))
    case .choices(let ids, let other): .choices(ids, other: other.map(line))
    case .scale: answer
    }
  }

  private static func line(_ text: String) -> String {
    String(text.prefix(AnswerReader.lineLimit))
  }

  /// Whether an answer is longer than is kept.
  static func isTooLong(_ answer: Answer) -> Bool { cut(answer) != answer }
}

/// What was read of one page, made safe to keep and to show.
struct PageReading {
  /// The questions that the page showed.
  let asked: Set<String>
  /// What was typed, cut at the limits.
  let typed: [String: Answer]
  /// What can be kept: all but answers that are not on the form.
  let good: [String: Answer]
  /// The questions whose answers are not kept as they are, because something is wrong.
  let wrong: Set<String>
  let errors: FormErrors

  /// Reads the fields of a section.
  init(_ section: FormSection, of form: FormDefinition, _ fields: FormFields) {
    let reading = AnswerReader.read(section: section, of: form, fields: fields.pairs)
    let shown = Set(fields.all("asked"))
    let sent = Set(reading.answers.keys).union(reading.problems.map(\.question))
    let ids = Set(section.questions.map(\.id))
    asked = shown.isEmpty ? sent : shown.intersection(ids).union(sent)
    typed = reading.answers.mapValues(FieldLimits.cut)
    let long = reading.answers.filter { FieldLimits.isTooLong($0.value) }.map(\.key)
    wrong = Set(reading.problems.map(\.question)).subtracting(long)
    var errors = FormErrors()
    for problem in reading.problems {
      let note = long.contains(problem.question) ? " We kept the beginning." : ""
      errors.add(problem.field, problem.message + note)
    }
    self.errors = errors
    let bad = wrong
    good = typed.filter { !bad.contains($0.key) }
  }

  /// The answers with those of this page in their place; what is wrong is left as it was.
  func keep(in answers: inout Answers) {
    for id in asked where !wrong.contains(id) { answers[id] = good[id] }
  }

  /// The answers with everything that was typed on this page, to be shown again.
  func shown(over answers: Answers) -> Answers {
    var shown = answers
    for id in asked { shown[id] = typed[id] }
    return shown
  }
}
