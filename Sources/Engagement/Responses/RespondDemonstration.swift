// SPDX-License-Identifier: Apache-2.0

public import Forms
public import Foundation
public import Ledger

/// A few synthetic papers, keyings and equality pages, so that the pages of staff have something to
/// show.
public enum RespondDemonstration {
  /// Appends them to the first consultation that has opened and has a published form.
  ///
  /// - Throws: `ResponseProblem` or `LedgerError`.
  public static func fill(
    _ data: DataFolder, plan: EngagementPlan, seed: UInt64,
    clock: @escaping @Sendable () -> Date = { Date() }
  ) async throws {
    let desk = ResponseDesk(data: data, plan: plan, clock: clock)
    guard let (id, form) = try opened(desk, plan) else { return }
    var draws = SyntheticDraws(seed: seed)
    let batch = CaptureBatch(
      consultation: id, formVersion: form.version, channel: .paper, label: "Synthetic box 1",
      cameInOn: clock())
    let first = Author(id: "synthetic-operator-1", role: "contributor")
    let second = Author(id: "synthetic-operator-2", role: "contributor")
    for number in 1...6 {
      let answers = SyntheticAnswers.draw(form.definition, &draws)
      let paper = KeyedPaper(
        paperNumber: "S\(number)", answers: answers, mayPublish: draws.fraction() < 0.7,
        token: "synthetic-\(seed)-\(id)-\(number)")
      _ = try await desk.capture(paper, in: batch, by: first)
      guard number <= 3 else { continue }
      let again = number == 2 ? SyntheticAnswers.slip(answers, form.definition) : answers
      try await keyAgain(desk, "S\(number)", id, again, second)
    }
    try await equality(data, id, seed, &draws)
  }

  private static func opened(
    _ desk: ResponseDesk, _ plan: EngagementPlan
  ) throws(ResponseProblem) -> (String, PublishedForm)? {
    for consultation in plan.consultations where try desk.isOpen(consultation.id) {
      return (consultation.id, try desk.latestForm(of: consultation.id))
    }
    return nil
  }

  private static func keyAgain(
    _ desk: ResponseDesk, _ number: String, _ consultation: String, _ answers: Answers,
    _ author: Author
  ) async throws(ResponseProblem) {
    guard try desk.paper(number, of: consultation).secondKeying == nil else { return }
    try await desk.keyAgain(paper: number, of: consultation, answers: answers, by: author)
  }

  private static func equality(
    _ data: DataFolder, _ consultation: String, _ seed: UInt64, _ draws: inout SyntheticDraws
  ) async throws(LedgerError) {
    for page in 1...12 {
      var answers: [String: String] = [:]
      for question in EqualityQuestion.first where draws.fraction() < 0.85 {
        answers[question.id] = draws.pick(question.categories.map { ($0.id, 1) })
      }
      try await EqualityDesk(data).take(
        EqualityAnswers(consultation: consultation, answers: answers),
        token: "synthetic-equality-\(seed)-\(consultation)-\(page)")
    }
  }
}

/// Made-up answers to any form, the same for the same draws.
public enum SyntheticAnswers {
  /// Answers to most questions of a form.
  public static func draw(_ form: FormDefinition, _ draws: inout SyntheticDraws) -> Answers {
    var answers = Answers()
    for question in form.questions where draws.fraction() < 0.9 {
      answers[question.id] = answer(question.kind, &draws)
    }
    return answers
  }

  /// The answers as somebody keys them who slips on the first question that was answered.
  static func slip(_ answers: Answers, _ form: FormDefinition) -> Answers {
    var slipped = answers
    if let id = form.questions.map(\.id).first(where: { answers[$0] != nil }) {
      slipped[id] = nil
    }
    return slipped
  }

  private static func answer(_ kind: QuestionKind, _ draws: inout SyntheticDraws) -> Answer? {
    switch kind {
    case .text: .text("Synthetic answer \(draws.next() % 1000).")
    case .listUpTo: .texts(["Synthetic entry \(draws.next() % 1000)"])
    case .yesNo: .choice(draws.fraction() < 0.5 ? "yes" : "no", other: nil)
    case .chooseOne(let choices, _):
      draws.pick(choices.map { ($0.id, 1) }).map { .choice($0, other: nil) }
    case .chooseAny(let choices, _), .chooseUpTo(_, let choices):
      draws.pick(choices.map { ($0.id, 1) }).map { .choices([$0], other: nil) }
    case .agree(let statements):
      judged(statements, AgreeScale.allCases.map(\.rawValue), &draws)
    case .vote(let statements): judged(statements, ["agree", "disagree", "pass"], &draws)
    }
  }

  private static func judged(
    _ statements: [Choice], _ points: [String], _ draws: inout SyntheticDraws
  ) -> Answer {
    var values: [String: String] = [:]
    for statement in statements { values[statement.id] = draws.pick(points.map { ($0, 1) }) }
    return .scale(values)
  }
}
