// SPDX-License-Identifier: Apache-2.0

public import Forms
import Foundation
public import Ledger

extension ResponseDesk {
  /// Records what a second person keyed from the same paper, and gives the questions on which the
  /// two differ.
  ///
  /// - Throws: `ResponseProblem.sameOperator` when it is the first person again, and others.
  @discardableResult
  public func keyAgain(
    paper number: String, of consultation: String, answers: Answers, by author: Author
  ) async throws(ResponseProblem) -> [String] {
    try await Self.turns.run(for: number) { () async throws(ResponseProblem) in
      let record = try paper(number, of: consultation)
      let form = try form(record.response.form, version: record.response.formVersion)
      let second = Self.asked(answers, form)
      if let known = try repeated(record, second, author) { return known }
      try demandSecond(record, author)
      guard let first = try self.answers(record.response.answers) else {
        throw .noResponse(number)
      }
      let differences = KeyingComparison.differences(first, second, form: form)
      try await ResponseProblem.passing { () async throws(LedgerError) in
        try await data.ledger.append(
          try keyingDrafts(record.response.id, consultation, second, differences, author))
      }
      return differences
    }
  }

  /// The response that was keyed from a paper, which must be there.
  ///
  /// - Throws: `ResponseProblem.noResponse`.
  public func paper(
    _ number: String, of consultation: String
  ) throws(ResponseProblem) -> ResponseRecord {
    let label = try BatchLabel.check(number)
    guard let record = try state(ResponseState.self).response(paper: label, to: consultation)
    else { throw .noResponse(label) }
    return record
  }

  /// Demands that somebody may be the second person to key a paper.
  ///
  /// - Throws: `ResponseProblem.keyedTwiceAlready`, `.sameOperator`.
  public func demandSecond(
    _ record: ResponseRecord, _ author: Author
  ) throws(ResponseProblem) {
    guard record.secondKeying == nil else { throw .keyedTwiceAlready }
    guard record.response.operatorID != author.id else { throw .sameOperator }
  }

  private func repeated(
    _ record: ResponseRecord, _ second: Answers, _ author: Author
  ) throws(ResponseProblem) -> [String]? {
    guard let known = record.secondKeying, record.secondKeyedBy?.id == author.id,
      try self.answers(known) == second
    else { return nil }
    return record.keyingDifferences ?? []
  }

  private func keyingDrafts(
    _ response: String, _ consultation: String, _ answers: Answers, _ differences: [String],
    _ author: Author
  ) throws(LedgerError) -> [Draft] {
    let content = try AnswerCoding.content(answers)
    let keyed = try Draft(
      ResponseEvent.keyedAgain(
        response: response, answers: content.reference, differences: differences),
      subject: consultation, by: author, token: "keying:\(response)", contents: [content])
    guard !differences.isEmpty else { return [keyed] }
    let flagged = try Draft(
      ResponseEvent.flagged(
        response: response, flag: .keyedDifferently,
        reason: "Two people keyed \(differences.count) of its questions differently."),
      subject: consultation, by: author, token: "keying-flag:\(response)")
    return [keyed, flagged]
  }

  /// Records the answers that stand after a named person compared the two keyings with the paper.
  ///
  /// - Throws: `ResponseProblem.noResponse` when there is no difference to resolve.
  public func resolveKeying(
    _ id: String, of consultation: String, answers: Answers, by author: Author
  ) async throws(ResponseProblem) {
    try await Self.turns.run(for: id) { () async throws(ResponseProblem) in
      let record = try record(id, to: consultation)
      guard record.keyingDifferences?.isEmpty == false else { throw .noResponse(id) }
      guard record.keyingResolvedBy == nil else { return }
      let form = try form(record.response.form, version: record.response.formVersion)
      let final = Self.asked(answers, form)
      try await ResponseProblem.passing { () async throws(LedgerError) in
        let content = try AnswerCoding.content(final)
        try await data.ledger.append(
          ResponseEvent.keyingResolved(
            response: id, answers: content.reference,
            attributes: ResponseAttributes(final, of: form)),
          subject: consultation, by: author, token: "keying-resolved:\(id)",
          contents: [content])
      }
    }
  }

  /// How well the papers of a consultation were keyed.
  ///
  /// - Throws: `ResponseProblem.ledger`.
  public func keyingStatistics(
    _ consultation: String
  ) throws(ResponseProblem) -> KeyingStatistics {
    var statistics = KeyingStatistics()
    for record in try state(ResponseState.self).responses(to: consultation) {
      guard let differences = record.keyingDifferences else { continue }
      let form = try form(record.response.form, version: record.response.formVersion)
      statistics.keyedTwice += 1
      statistics.questionsCompared += form.questions.count
      statistics.questionsDiffering += differences.count
      if differences.isEmpty { statistics.agreeing += 1 }
      if !differences.isEmpty, record.keyingResolvedBy == nil { statistics.unresolved += 1 }
    }
    return statistics
  }
}
