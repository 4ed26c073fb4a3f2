// SPDX-License-Identifier: Apache-2.0

public import Foundation
public import Ledger

/// Every response of every consultation, without its answers.
public struct ResponseState: Fold {
  public typealias Event = ResponseEvent
  /// Responses by consultation, in the order in which they came.
  public private(set) var byConsultation: [String: [ResponseRecord]] = [:]
  private var places: [String: Int] = [:]

  public init() {}

  public mutating func apply(_ event: ResponseEvent, _ entry: Entry) {
    switch event {
    case .submitted(let response):
      places[response.id] = byConsultation[entry.subject]?.count ?? 0
      byConsultation[entry.subject, default: []].append(
        ResponseRecord(response: response, receivedOn: entry.time))
    case .revised(let id, let answers, let attributes):
      change(id, entry) {
        $0.response.answers = answers
        $0.response.attributes = attributes
        $0.revisions += 1
      }
    case .keyedAgain(let id, let answers, let differences):
      change(id, entry) {
        $0.secondKeying = answers
        $0.keyingDifferences = differences
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
}

/// One response with what happened to it since.
public struct ResponseRecord: Sendable, Equatable {
  public var response: SubmittedResponse
  public var receivedOn: Date
  /// How often it was sent again with other answers.
  public var revisions = 0
  public var secondKeying: ContentReference?
  public var keyingDifferences: [String]?
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
