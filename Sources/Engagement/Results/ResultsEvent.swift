// SPDX-License-Identifier: Apache-2.0

public import Foundation
public import Ledger

/// What happens to the results of a consultation, which is the subject of the entry.
public enum ResultsEvent: EventFamily {
  /// The permanent name of the family.
  public static let family = "results"

  /// Anybody may read the tables from now on.
  case released
  /// The tables are closed again, for a reason that is public.
  case withheld(reason: String)
  /// Somebody took data away: in which format, all words or only those published, and the SHA-256 of
  /// the file.
  case exported(format: String, allWords: Bool, digest: String)
}

/// Which results anybody may read.
public struct ResultsState: Fold {
  /// The events that it takes.
  public typealias Event = ResultsEvent
  /// When the results of a consultation were released, for those that are.
  public private(set) var releasedOn: [String: Date] = [:]
  /// Why they were closed again.
  public private(set) var withheld: [String: String] = [:]
  /// What was taken away of each consultation, oldest first.
  public private(set) var exports: [String: [ExportRecord]] = [:]

  /// Makes it from what it is made of.
  public init() {}

  /// Takes one more event into account.
  public mutating func apply(_ event: ResultsEvent, _ entry: Entry) {
    switch event {
    case .released:
      releasedOn[entry.subject] = entry.time
      withheld[entry.subject] = nil
    case .withheld(let reason):
      releasedOn[entry.subject] = nil
      withheld[entry.subject] = reason
    case .exported(let format, let allWords, let digest):
      exports[entry.subject, default: []].append(
        ExportRecord(
          format: format, allWords: allWords, digest: digest, madeOn: entry.time,
          madeBy: entry.author))
    }
  }
}

/// One export that was made.
public struct ExportRecord: Sendable, Equatable {
  /// The name of the format.
  public let format: String
  /// Whether it has all words, and not only those that were published.
  public let allWords: Bool
  /// SHA-256 of the file.
  public let digest: String
  /// When it was made.
  public let madeOn: Date
  /// Who made it.
  public let madeBy: Author
}
