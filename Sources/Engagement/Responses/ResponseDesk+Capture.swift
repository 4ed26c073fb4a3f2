// SPDX-License-Identifier: Apache-2.0

import Forms
import Foundation
public import Ledger

extension ResponseDesk {
  static let batchKind = "capture-batch"

  /// Starts a bundle, and gives the id of its page.
  ///
  /// Papers that came in before the deadline can be keyed after it, until the consultation is
  /// archived.
  ///
  /// - Throws: `ResponseProblem` when the form, the label or the day cannot be.
  public func startBatch(_ batch: CaptureBatch) async throws(ResponseProblem) -> String {
    guard let definition = definition(batch.consultation) else { throw .notOpenYet }
    _ = try form(definition.form, version: batch.formVersion)
    var batch = batch
    batch.label = try BatchLabel.check(batch.label)
    try demandKeyable(batch)
    let (id, kept) = (RandomID.make(), batch)
    try await ResponseProblem.passing { () async throws(LedgerError) in
      try await data.drafts.put(kept, kind: Self.batchKind, id: id)
    }
    return id
  }

  /// The bundle of a page.
  ///
  /// - Throws: `ResponseProblem.ledger`.
  public func batch(_ id: String) throws(ResponseProblem) -> CaptureBatch? {
    do {
      return try data.drafts.get(CaptureBatch.self, kind: Self.batchKind, id: id)
    } catch {
      throw .ledger(error)
    }
  }

  private func demandKeyable(_ batch: CaptureBatch) throws(ResponseProblem) {
    let record = try state(ConsultationState.self).records[batch.consultation]
    guard let record, let openedOn = record.openedOn, let deadline = record.deadline else {
      throw .notOpenYet
    }
    guard record.archivedOn == nil else { throw .closed }
    let day = 86_400.0
    let end = min(record.closedOn ?? deadline, deadline)
    let isWithin = batch.cameInOn >= openedOn - day && batch.cameInOn <= end
    guard isWithin, batch.cameInOn <= clock() else { throw .cameInOutside }
  }

  /// Records a response that was keyed; the same page sent twice is one response.
  ///
  /// - Throws: `ResponseProblem`, such as `paperKnown` when the number was keyed before.
  public func capture(
    _ paper: KeyedPaper, in batch: CaptureBatch, by author: Author
  ) async throws(ResponseProblem) -> SubmittedResponse {
    try await Self.turns.run(for: paper.paperNumber ?? paper.token) {
      () async throws(ResponseProblem) in
      guard let definition = definition(batch.consultation) else { throw .notOpenYet }
      let form = try form(definition.form, version: batch.formVersion)
      let responses = try state(ResponseState.self)
      let id = Self.responseID(of: paper.token)
      if let known = responses.response(id, to: batch.consultation) { return known.response }
      try demandKeyable(batch)
      let number = try checkNumber(paper.paperNumber, batch.consultation, responses)
      let answers = Self.asked(paper.answers, form)
      return try await ResponseProblem.passing { () async throws(LedgerError) in
        let content = try AnswerCoding.content(answers)
        let response = SubmittedResponse(
          id: id, publicID: PublicCode.publicID(), form: form.id, formVersion: batch.formVersion,
          channel: batch.channel, operatorID: author.id,
          attributes: ResponseAttributes(answers, of: form), mayPublish: paper.mayPublish,
          answers: content.reference, batch: batch.label, paperNumber: number,
          cameInOn: batch.cameInOn)
        try await data.ledger.append(
          ResponseEvent.submitted(response), subject: batch.consultation, by: author,
          token: "capture:\(id)", contents: [content])
        return response
      }
    }
  }

  /// On paper every section lies open: what was answered is what was chosen.
  static func asked(_ answers: Answers, _ form: FormDefinition) -> Answers {
    var answers = answers
    answers.byQuestion = answers.byQuestion.filter { !$0.value.isEmpty }
    answers.chosenSections = form.sections.filter { section in
      section.isOptional && section.questions.contains { answers[$0.id] != nil }
    }.map(\.id)
    return answers
  }

  private func checkNumber(
    _ number: String?, _ consultation: String, _ responses: ResponseState
  ) throws(ResponseProblem) -> String? {
    guard let number, !number.isEmpty else { return nil }
    let label = try BatchLabel.check(number)
    if let known = responses.response(paper: label, to: consultation) {
      throw .paperKnown(number: label, publicID: known.response.publicID)
    }
    return label
  }

  /// The private id of the response that a page of keying makes: as random as the page's token.
  static func responseID(of token: String) -> String {
    String(DraftKey.digest("capture\n\(token)").prefix(26))
  }
}
