// SPDX-License-Identifier: Apache-2.0

public import Foundation
public import Ledger

/// Why responses were flagged, left out and taken in again, and by whom.
public struct FlagState: Fold {
  /// The events that it takes.
  public typealias Event = ResponseEvent
  /// By the private id of the response, oldest first.
  public private(set) var flags: [String: [Noted<Flag>]] = [:]
  /// When a response was left out or taken in, by its private id, oldest first.
  public private(set) var exclusions: [String: [Noted<Exclusion>]] = [:]

  /// When a response was last sent again with other answers, by its private id.
  public private(set) var revisedOn: [String: Date] = [:]

  /// The state before anything happened.
  public init() {}

  /// Takes one more event into account.
  public mutating func apply(_ event: ResponseEvent, _ entry: Entry) {
    switch event {
    case .submitted(let response):
      for flag in response.flags {
        flags[response.id, default: []].append(
          Noted(Flag(flag: flag, reason: "Noticed when it was sent."), entry))
      }
    case .flagged(let id, let flag, let reason):
      flags[id, default: []].append(Noted(Flag(flag: flag, reason: reason), entry))
    case .excluded(let id, let reason):
      exclusions[id, default: []].append(Noted(Exclusion(isOut: true, reason: reason), entry))
    case .reinstated(let id, let reason):
      exclusions[id, default: []].append(Noted(Exclusion(isOut: false, reason: reason), entry))
    case .revised(let id, _, _, _): revisedOn[id] = entry.time
    case .keyingResolved(let id, _, _): revisedOn[id] = entry.time
    case .keyedAgain, .erased: break
    }
  }

  /// A reason for a second look.
  public struct Flag: Sendable, Equatable {
    /// What was noticed.
    public let flag: ResponseFlag
    /// Why, in words that name nobody.
    public let reason: String
  }

  /// Left out of the tables "excluding flagged", or taken in again.
  public struct Exclusion: Sendable, Equatable {
    /// Whether it was left out, not taken in.
    public let isOut: Bool
    /// Why, in words that name nobody.
    public let reason: String
  }
}

extension ResponseFlag {
  /// The words for it on a page.
  public var label: String {
    switch self {
    case .tooQuick: "Sent sooner than the form can be read"
    case .trap: "A hidden field was filled in"
    case .burst: "One of many from one connection in a short time"
    case .campaign: "Nearly the same words as many others"
    case .keyedDifferently: "Two operators keyed it differently"
    }
  }
}
