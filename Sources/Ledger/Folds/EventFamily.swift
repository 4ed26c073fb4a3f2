// SPDX-License-Identifier: Apache-2.0

public import Foundation

/// A family of events: an enum with one case for each thing that can happen.
///
/// To add a family, write such an enum and a `Fold` of it; nothing else needs to know of it.
/// The name of a case is the type of the event in the ledger, so a case, once used, keeps its name.
///
/// ```swift
/// enum NewsEvent: EventFamily {
///   static let family = "news"
///   case published(id: String, title: String)
///   case withdrawn(id: String, reason: String)
/// }
/// ```
public protocol EventFamily: Codable, Sendable {
  /// The permanent name of the family.
  static var family: String { get }
  /// The version of the layout in which events are written now.
  static var version: Int { get }
  /// The JSON of an event that was written in an older layout, in the present one.
  static func upgrade(_ payload: Data, type: String, from version: Int) throws -> Data
}

extension EventFamily {
  /// Version 1, until a family says otherwise.
  public static var version: Int { 1 }

  /// The payload as it is, for a family whose layout has not changed.
  public static func upgrade(_ payload: Data, type: String, from version: Int) throws -> Data {
    payload
  }
}

/// A state that is worked out from the events of one family, in order.
public protocol Fold: Sendable {
  associatedtype Event: EventFamily
  /// The state before anything happened.
  init()
  /// Takes one more event into account.
  mutating func apply(_ event: Event, _ entry: Entry)
}
