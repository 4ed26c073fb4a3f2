// SPDX-License-Identifier: Apache-2.0

/// Answers as plain text.
public enum AnswerText {
  /// The lines of an answer, for "check your answers", exports and lists; none when it is empty.
  ///
  /// An id that the question does not have (an answer to another version) is given as it is.
  public static func lines(
    _ question: Question, _ answer: Answer, labels: FormLabels = FormLabels()
  ) -> [String] {
    switch answer {
    case .text(let text):
      text.isBlank
        ? [] : text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    case .texts(let texts): texts.filter { !$0.isBlank }
    case .choice(let id, let other): picked([id], other, question, labels)
    case .choices(let ids, let other): picked(ids, other, question, labels)
    case .scale(let values): judged(values, question, labels)
    }
  }

  private static func picked(
    _ ids: [String], _ other: String?, _ question: Question, _ labels: FormLabels
  ) -> [String] {
    let written = other?.isBlank == false ? other : nil
    var lines = ids.filter { !$0.isEmpty && $0 != QuestionKind.other }
      .map { label($0, question, labels) }
    if let written {
      lines.append("\(labels.other): \(written)")
    } else if ids.contains(QuestionKind.other) {
      lines.append(
        question.kind.choices.first { $0.id == QuestionKind.other }?.text ?? labels.other)
    }
    return lines
  }

  private static func label(_ id: String, _ question: Question, _ labels: FormLabels) -> String {
    if let choice = question.kind.choices.first(where: { $0.id == id }) { return choice.text }
    if case .yesNo = question.kind { return id == "yes" ? labels.yes : id == "no" ? labels.no : id }
    return id
  }

  private static func judged(
    _ values: [String: String], _ question: Question, _ labels: FormLabels
  ) -> [String] {
    let statements = question.kind.choices
    let known = statements.compactMap { statement in
      values[statement.id].map {
        "\(statement.text): \(point($0, question.kind, labels))"
      }
    }
    let ids = Set(statements.map(\.id))
    let unknown = values.keys.filter { !ids.contains($0) }.sorted()
      .map { "\($0): \(point(values[$0] ?? "", question.kind, labels))" }
    return known + unknown
  }

  private static func point(
    _ value: String, _ kind: QuestionKind, _ labels: FormLabels
  ) -> String {
    if case .vote = kind { return labels.votes.first { $0.id == value }?.text ?? value }
    return AgreeScale(rawValue: value).map(labels.scale) ?? value
  }
}
