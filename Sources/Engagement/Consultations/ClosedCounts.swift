// SPDX-License-Identifier: Apache-2.0

import Forms
import Foundation
public import Ledger

/// How often each closed answer was given, with the counts by channel, area and kind of respondent:
/// no personal data, so that it can stay when the answers are erased.
public struct ClosedCounts: Codable, Sendable, Equatable {
  /// All responses.
  public var responses: Int
  /// Responses by channel.
  public var byChannel: [String: Int] = [:]
  /// Responses by the id of the area.
  public var byArea: [String: Int] = [:]
  /// Responses by kind of respondent.
  public var byRespondentType: [String: Int] = [:]
  /// By the id of the question, then by the id of the answer; for statements "statement: answer".
  public var byQuestion: [String: [String: Int]] = [:]

  /// The counts of a consultation.
  ///
  /// - Throws: `LedgerError`.
  public init(_ consultation: String, _ ledger: Ledger) throws(LedgerError) {
    let records = try ledger.state(ResponseState.self).responses(to: consultation)
    let texts = try ledger.contents(records.map(\.response.answers.id))
    responses = records.count
    for record in records {
      let response = record.response
      byChannel[response.channel.rawValue, default: 0] += 1
      if let area = response.attributes.area { byArea[area, default: 0] += 1 }
      if let kind = response.attributes.respondentType { byRespondentType[kind, default: 0] += 1 }
      guard let text = texts[response.answers.id], let answers = Answers(json: text) else {
        continue
      }
      for (question, answer) in answers.byQuestion {
        for key in Self.keys(answer) { byQuestion[question, default: [:]][key, default: 0] += 1 }
      }
    }
  }

  private static func keys(_ answer: Answer) -> [String] {
    switch answer {
    case .text, .texts: []
    case .choice(let id, _): [id]
    case .choices(let ids, _): ids
    case .scale(let judged): judged.map { "\($0.key): \($0.value)" }
    }
  }

  /// The counts as JSON with sorted keys.
  public var json: String {
    get throws {
      let encoder = JSONEncoder()
      encoder.outputFormatting = [.sortedKeys]
      return String(decoding: try encoder.encode(self), as: UTF8.self)
    }
  }
}

extension Answers {
  /// The answers that stand in a text beside the chain; nil when it cannot be read.
  init?(json: String) {
    guard let answers = try? JSONDecoder().decode(Answers.self, from: Data(json.utf8)) else {
      return nil
    }
    self = answers
  }
}
