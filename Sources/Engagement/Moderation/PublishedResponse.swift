// SPDX-License-Identifier: Apache-2.0

public import Forms
public import Foundation

/// One response as the public sees it.
///
/// It holds no word that is not published.
public struct PublishedResponse: Sendable {
  /// The id under which it is published.
  public let publicID: String
  /// The id of the form.
  public let form: String
  /// The version of the form that was answered.
  public let formVersion: Int
  /// When it was received.
  public let receivedOn: Date
  /// The way it came.
  public let channel: Channel
  /// What the respondent said of themselves.
  public let attributes: ResponseAttributes
  /// The closed answers, without any words of the respondent's own.
  public let answers: [String: Answer]
  /// What is published of the respondent's own words, by question.
  public let words: [String: PublishedWords]
  /// How many responses with nearly the same words it stands for or belongs to.
  public let standsFor: Int?
  /// The public id of the response that shows the words for it, when it is one of a campaign.
  public let shownAt: String?

  /// Whether all of some words, in lower case, are in the published words.
  func contains(_ needles: [String]) -> Bool {
    guard !needles.isEmpty else { return true }
    let text = words.values.map(\.searchable).joined(separator: "\n").lowercased()
    return needles.allSatisfy { text.contains($0) }
  }

  /// Whether there is an answer to a question.
  func answers(to question: String) -> Bool { answers[question] != nil || words[question] != nil }
}

/// What the public sees of the words of one answer.
public enum PublishedWords: Sendable, Equatable {
  /// Nobody has read them yet.
  case waiting
  case withheld(RemovalReason?)
  case pieces([PublishedPiece])

  /// The published words alone, for searching.
  var searchable: String {
    guard case .pieces(let pieces) = self else { return "" }
    return pieces.map { piece in
      if case .words(let words) = piece { return words }
      return " "
    }.joined()
  }
}

extension Answer {
  /// The closed part of the answer; the words of the respondent's own are left out.
  var withoutWords: Answer {
    switch self {
    case .text: .text("")
    case .texts: .texts([])
    case .choice(let id, _): .choice(id, other: nil)
    case .choices(let ids, _): .choices(ids, other: nil)
    case .scale: self
    }
  }
}
