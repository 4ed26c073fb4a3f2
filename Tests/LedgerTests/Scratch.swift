// SPDX-License-Identifier: Apache-2.0

import Foundation
import GRDB
import Synchronization
import Testing

@testable import Ledger

/// A folder for one test, gone when the program ends.
struct Scratch: Sendable {
  private static let root: String = {
    atexit { try? FileManager.default.removeItem(atPath: Scratch.root) }
    return NSTemporaryDirectory() + "/ledger-test-" + RandomID.make()
  }()

  let path: String

  init() throws {
    path = Scratch.root + "/" + RandomID.make()
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  var file: String { path + "/ledger.sqlite" }

  func ledger(
    clock: @escaping @Sendable () -> Date = { Date() }, patience: Double = 10
  ) throws -> Ledger {
    try Ledger(file: file, clock: clock, patience: patience)
  }

  /// Does something to the file behind the ledger's back.
  func tamper(_ sql: String, arguments: StatementArguments = []) throws {
    try DatabaseQueue(path: file).write { try $0.execute(sql: sql, arguments: arguments) }
  }

  /// Whether a text is anywhere in the bytes of the files of the folder.
  func holds(_ text: String) throws -> Bool {
    let needle = Data(text.utf8)
    return try FileManager.default.contentsOfDirectory(atPath: path).contains { name in
      let bytes = FileManager.default.contents(atPath: path + "/" + name)
      return bytes?.range(of: needle) != nil
    }
  }
}

/// A clock that a test sets.
final class SetClock: Sendable {
  private let kept: Mutex<Date>

  init(_ text: String) { kept = Mutex(LedgerTime.date(text)) }

  var time: Date { kept.withLock { $0 } }
  func set(_ text: String) { kept.withLock { $0 = LedgerTime.date(text) } }
}

/// Notes that a ledger gave.
final class HeardNotes: Sendable {
  private let kept = Mutex<[LedgerNote]>([])
  var all: [LedgerNote] { kept.withLock { $0 } }
  func hear(_ note: LedgerNote) { kept.withLock { $0.append(note) } }
}

/// Chance that is the same for a seed (Steele and others, 2014, SplitMix64).
struct SeededChance: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var word = state
    word = (word ^ (word >> 30)) &* 0xBF58_476D_1CE4_E5B9
    word = (word ^ (word >> 27)) &* 0x94D0_49BB_1331_11EB
    return word ^ (word >> 31)
  }
}

enum NoteEvent: EventFamily, Equatable {
  static let family = "note"
  case written(text: String)
  case attached(text: ContentReference)
  case dated(time: Date)
}

enum OtherEvent: EventFamily {
  static let family = "other"
  case happened(number: Int)
}

/// The texts of notes in order.
struct NoteTexts: SnapshotFold, Equatable {
  typealias Event = NoteEvent
  static let snapshotName = "note-texts"
  static let snapshotVersion = 1
  var texts: [String] = []

  mutating func apply(_ event: NoteEvent, _ entry: Entry) {
    if case .written(let text) = event { texts.append(text) }
  }
}

extension Ledger {
  @discardableResult
  func note(_ text: String, token: String? = nil) async throws(LedgerError) -> Receipt {
    try await append(NoteEvent.written(text: text), subject: "s", by: .visitor, token: token)
  }

  @discardableResult
  func attach(_ content: Content, token: String? = nil) async throws(LedgerError) -> Receipt {
    try await append(
      NoteEvent.attached(text: content.reference), subject: "s", by: .visitor, token: token,
      contents: [content])
  }
}
