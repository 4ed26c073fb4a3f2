// SPDX-License-Identifier: Apache-2.0

public import Forms
import Ledger

/// What every format of an export is made from.
///
/// Answers about equality are here as counts, and as nothing else: the store that has them knows no
/// response, so no format could join the two.
public struct ExportMaterial: Sendable {
  /// The responses and what they answered, one row a response.
  public let rows: [ExportRow]
  /// The closed questions, those of scales a statement each.
  public let questions: [ResultQuestion]
  /// The questions that were answered in words, by id and text, in the order of the form.
  public let textQuestions: [(id: String, text: String)]
  /// Counts of answers about equality, small numbers hidden.
  public let equality: [EqualityCount]
  /// The codes in use, when the export is for analysts.
  public let codes: [ExportCode]

  /// Material from results.
  ///
  /// `words`: what may be exported of the words of a response to a question: all of them
  ///   for the independent analyst, and what was published for anybody else; nil for none.
  public init(
    _ results: ConsultationResults, answers: [String: Answers], versions: [PublishedForm],
    equality: [EqualityCount], codes: [ExportCode],
    words: (ResponseRecord, _ question: String, _ text: String) -> String?
  ) {
    questions = results.questions
    var texts: [(id: String, text: String)] = []
    for question in versions.flatMap(\.definition.questions) {
      switch question.kind {
      case .text, .listUpTo:
        if !texts.contains(where: { $0.id == question.id }) {
          texts.append((question.id, question.text))
        }
      default: break
      }
    }
    textQuestions = texts
    self.equality = equality
    self.codes = codes
    rows = results.records.indices.map { place in
      ExportRow(
        results.records[place], answers[results.records[place].response.answers.id],
        isFlagged: results.isLeftOut(place), questions: results.questions, texts: texts.map(\.id),
        words: words)
    }
  }
}

/// One response as it is exported: under its public id, without a time of day.
public struct ExportRow: Sendable {
  /// The id under which the response is published.
  public let publicID: String
  /// The way it came.
  public let channel: String
  /// The area, by its id or in plain words.
  public let area: String
  /// What the respondent is, when they said so.
  public let respondentType: String
  /// The version of the form that was answered.
  public let formVersion: Int
  /// Why it deserves a second look.
  public let flags: [String]
  /// Whether it was left out by a recorded decision.
  public let isExcluded: Bool
  /// Whether it is left out of the tables “excluding flagged”.
  public let isFlagged: Bool
  /// The texts of the chosen answers by closed question; several are in the order of the form.
  public let closed: [String: [String]]
  /// The words by question.
  public let words: [String: String]

  init(
    _ record: ResponseRecord, _ answers: Answers?, isFlagged: Bool, questions: [ResultQuestion],
    texts: [String], words: (ResponseRecord, String, String) -> String?
  ) {
    let response = record.response
    publicID = response.publicID
    channel = response.channel.rawValue
    area = response.attributes.area ?? ""
    respondentType = response.attributes.respondentType ?? ""
    formVersion = response.formVersion
    flags = response.flags.map(\.rawValue)
    isExcluded = record.exclusion != nil
    self.isFlagged = isFlagged
    var closed: [String: [String]] = [:]
    for question in questions where question.versions.contains(response.formVersion) {
      let chosen = ExportRow.chosen(question, answers?[question.question])
      if !chosen.isEmpty { closed[question.id] = chosen }
    }
    self.closed = closed
    var kept: [String: String] = [:]
    for question in texts {
      guard let text = ExportRow.text(answers?[question]), let shown = words(record, question, text)
      else { continue }
      kept[question] = shown
    }
    self.words = kept
  }

  private static func chosen(_ question: ResultQuestion, _ answer: Answer?) -> [String] {
    func texts(_ ids: [String]) -> [String] {
      question.options.filter { ids.contains($0.id) }.map(\.text)
    }
    return switch answer {
    case .choice(let id, let other)?: texts([id] + (other == nil ? [] : ["other"]))
    case .choices(let ids, let other)?: texts(ids + (other == nil ? [] : ["other"]))
    case .scale(let points)?:
      texts(question.statement.flatMap { points[$0] }.map { [$0] } ?? [])
    case .text?, .texts?, nil: []
    }
  }

  private static func text(_ answer: Answer?) -> String? {
    switch answer {
    case .text(let text)? where !text.isEmpty: text
    case .texts(let texts)? where !texts.isEmpty: texts.joined(separator: "\n")
    default: nil
    }
  }
}

/// How often an answer about equality was given; "*" for a number that is too small to show.
public struct EqualityCount: Sendable, Equatable {
  /// The question, by its words or id.
  public let question: String
  /// The words of the answer.
  public let answer: String
  /// How many.
  public let count: String

  /// A count of an answer.
  public init(question: String, answer: String, count: String) {
    self.question = question
    self.answer = answer
    self.count = count
  }
}

/// A code of the code frame.
public struct ExportCode: Sendable, Equatable {
  /// The permanent id.
  public let id: String
  /// The title, for a reader.
  public let title: String
  /// What it is, in words.
  public let description: String
  /// The code under which it stands, if any.
  public let parent: String?

  /// A code under another, or under none.
  public init(id: String, title: String, description: String, parent: String?) {
    self.id = id
    self.title = title
    self.description = description
    self.parent = parent
  }
}
