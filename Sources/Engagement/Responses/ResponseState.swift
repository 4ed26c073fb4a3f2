// SPDX-License-Identifier: Apache-2.0

public import Foundation
public import Ledger

/// Every response of every consultation, without its answers.
public struct ResponseState: Fold {
  /// The events it is worked out from.
  public typealias Event = ResponseEvent
  /// Responses by consultation, in the order in which they came.
  public private(set) var byConsultation: [String: [ResponseRecord]] = [:]
  private var places: [String: Int] = [:]
  private var byPublicID: [String: Home] = [:]

  /// Where a response is.
  private struct Home: Sendable {
    let consultation: String
    let place: Int
  }

  /// The state before anything happened.
  public init() {}

  /// Takes one more event into account.
  public mutating func apply(_ event: ResponseEvent, _ entry: Entry) {
    switch event {
    case .submitted(let response):
      let place = byConsultation[entry.subject]?.count ?? 0
      places[response.id] = place
      byPublicID[response.publicID] = Home(consultation: entry.subject, place: place)
      byConsultation[entry.subject, default: []].append(
        ResponseRecord(response: response, receivedOn: entry.time))
    case .revised(let id, let answers, let attributes, let mayPublish):
      change(id, entry) {
        $0.response.answers = answers
        $0.response.attributes = attributes
        $0.response.mayPublish = mayPublish ?? $0.response.mayPublish
        $0.revisions += 1
      }
    case .keyedAgain(let id, let answers, let differences):
      change(id, entry) {
        $0.secondKeying = answers
        $0.secondKeyedBy = entry.author
        $0.keyingDifferences = differences
      }
    case .keyingResolved(let id, let answers, let attributes):
      change(id, entry) {
        $0.firstKeying = $0.response.answers
        $0.response.answers = answers
        $0.response.attributes = attributes
        $0.keyingResolvedBy = entry.author
      }
    case .flagged(let id, let flag, _):
      change(id, entry) { if !$0.response.flags.contains(flag) { $0.response.flags.append(flag) } }
    case .excluded(let id, let reason): change(id, entry) { $0.exclusion = reason }
    case .reinstated(let id, _): change(id, entry) { $0.exclusion = nil }
    case .erased(let id, let reason): change(id, entry) { $0.erasure = reason }
    }
  }

  private mutating func change(
    _ id: String, _ entry: Entry, _ body: (inout ResponseRecord) -> Void
  ) {
    guard let place = places[id] else { return }
    byConsultation[entry.subject]?.withValue(at: place, body)
  }

  /// The responses to a consultation, in the order in which they came.
  public func responses(to consultation: String) -> [ResponseRecord] {
    byConsultation[consultation] ?? []
  }

  /// A response by its private id.
  public func response(_ id: String, to consultation: String) -> ResponseRecord? {
    guard let place = places[id], let records = byConsultation[consultation],
      records.indices.contains(place), records[place].response.id == id
    else { return nil }
    return records[place]
  }

  /// A response by the id under which it is published, with its consultation.
  public func response(
    publicID: String
  ) -> (consultation: String, record: ResponseRecord)? {
    guard let home = byPublicID[publicID], let records = byConsultation[home.consultation],
      records.indices.contains(home.place)
    else { return nil }
    return (home.consultation, records[home.place])
  }

  /// The response that was keyed from the paper of a number.
  public func response(paper number: String, to consultation: String) -> ResponseRecord? {
    byConsultation[consultation]?.first { $0.response.paperNumber == number }
  }
}

/// One response with what happened to it since.
public struct ResponseRecord: Sendable, Equatable {
  /// The response as it stands.
  public var response: SubmittedResponse
  /// When it was recorded.
  public var receivedOn: Date
  /// How often it was sent again with other answers.
  public var revisions = 0
  /// What the second person keyed.
  public var secondKeying: ContentReference?
  /// Who the second person was.
  public var secondKeyedBy: Author?
  /// The questions on which the two keyings differ; empty when they agree.
  public var keyingDifferences: [String]?
  /// What the first operator keyed, once a difference was resolved.
  public var firstKeying: ContentReference?
  /// Who resolved the differences, when somebody did.
  public var keyingResolvedBy: Author?
  /// Why it is left out of the tables "excluding flagged", when it is.
  public var exclusion: String?
  /// Why its answers were erased, when they were.
  public var erasure: String?
}

extension Array {
  fileprivate mutating func withValue(at place: Int, _ body: (inout Element) -> Void) {
    guard indices.contains(place) else { return }
    body(&self[place])
  }
}
