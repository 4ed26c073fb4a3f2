// SPDX-License-Identifier: Apache-2.0

public import Analysis
import Foundation
public import Forms
public import Ledger

/// Every response to a consultation, ready to be counted.
public struct ConsultationResults: Sendable {
  /// The closed questions in the order of the form.
  public let questions: [ResultQuestion]
  /// The responses, in the order in which they came.
  public let cube: ResponseCube
  /// The records in the same order.
  public let records: [ResponseRecord]
  /// The names of areas and of kinds of respondent, by the ids that responses carry.
  public let names: [String: String]

  /// A question by the name by which it is counted.
  public func question(_ id: String) -> ResultQuestion? { questions.first { $0.id == id } }

  /// The answers to a question, by area, kind of respondent and channel.
  ///
  /// - Throws: `TabulationError` when there is no such question.
  public func table(
    _ question: String, by breaks: [BreakDimension] = [.respondentType, .area, .channel],
    filter: ResponseFilter = ResponseFilter()
  ) throws(TabulationError) -> QuestionTable {
    try cube.tabulate(question, by: breaks, filter: filter)
  }

  /// How many responses there are: all, and those that are neither of a campaign nor left out.
  public var counts: (all: Int, excludingFlagged: Int) {
    (records.count, records.indices.count { !isFlagged[$0] })
  }

  /// Whether each response is left out of the tables "excluding flagged".
  let isFlagged: [Bool]

  /// Whether the response at a place is left out of the tables "excluding flagged".
  public func isLeftOut(_ place: Int) -> Bool { isFlagged[place] }

  /// The name of an area or a kind of respondent for a reader.
  public func name(_ id: String) -> String { id.isEmpty ? "Not said" : names[id] ?? id }
}

/// Keeps what was read of a consultation, and reads only what is new.
public actor ResultsShelf {
  private let ledger: Ledger
  private var kept: [String: (mark: Mark, results: ConsultationResults)] = [:]
  private var answers: [String: Answers] = [:]

  /// What tells whether anything has changed.
  private struct Mark: Equatable {
    let records: [ResponseRecord]
    let campaign: Set<String>
    let versions: Int
  }

  /// A shelf over a ledger.
  public init(_ ledger: Ledger) { self.ledger = ledger }

  /// The results of a consultation as they stand now.
  ///
  /// - Throws: `LedgerError`, or `TabulationError` when the versions of a form contradict each other.
  public func results(of consultation: ConsultationDefinition) throws -> ConsultationResults {
    let records = try ledger.state(ResponseState.self).responses(to: consultation.id)
    let versions = try ledger.state(FormState.self).versions[consultation.form] ?? []
    let campaign = try CampaignMembers.of(consultation.id, ledger)
    let mark = Mark(records: records, campaign: campaign, versions: versions.count)
    if let shelved = kept[consultation.id], shelved.mark == mark { return shelved.results }
    let texts = try answers(of: records)
    let counting = ResponseCounting(versions)
    var cube = try ResponseCube(questions: counting.questions.map(\.closed))
    var isFlagged: [Bool] = []
    for record in records {
      var flags: ResponseFlags = []
      if campaign.contains(record.response.id) || record.response.flags.contains(.campaign) {
        flags.insert(.campaign)
      }
      if record.exclusion != nil { flags.insert(.excluded) }
      isFlagged.append(!flags.isEmpty)
      try cube.append(
        counting.closed(record, texts[record.response.answers.id], flags: flags))
    }
    let results = ConsultationResults(
      questions: counting.questions, cube: cube, records: records,
      names: ResultsShelf.names(versions), isFlagged: isFlagged)
    kept[consultation.id] = (mark, results)
    return results
  }

  /// The answers of responses by the id of their text; only those that are new are read.
  public func answers(of records: [ResponseRecord]) throws -> [String: Answers] {
    let ids = records.map(\.response.answers.id)
    let new = ids.filter { answers[$0] == nil }
    for (id, text) in try ledger.contents(new) { answers[id] = try AnswerCoding.answers(text) }
    var found: [String: Answers] = [:]
    for record in records where record.erasure == nil {
      let id = record.response.answers.id
      found[id] = answers[id]
    }
    return found
  }

  private static func names(_ versions: [PublishedForm]) -> [String: String] {
    var names: [String: String] = [:]
    for question in versions.flatMap(\.definition.questions) where question.attribute != nil {
      guard case .chooseOne(let choices, _) = question.kind else { continue }
      for choice in choices { names[choice.id] = choice.text }
    }
    return names
  }
}
