// SPDX-License-Identifier: Apache-2.0

/// Says of a whole folder that what is in it was made up.
enum SyntheticEvent: EventFamily {
  static let family = "synthetic"

  /// Everything before and after this was made up by a program.
  case marked(seed: UInt64)
}

/// Whether a folder was marked as made up.
struct SyntheticState: Fold {
  typealias Event = SyntheticEvent
  private(set) var isMarked = false

  init() {}

  mutating func apply(_ event: SyntheticEvent, _ entry: Entry) { isMarked = true }
}

extension DataFolder {
  /// Whether what is in the folder was made up by a program; every page then says so.
  ///
  /// It is part of the chain, so that a copy says it as well.
  public var isSynthetic: Bool { (try? ledger.state(SyntheticState.self).isMarked) ?? false }

  /// Says for good that what is in the folder is made up.
  ///
  /// - Throws: `LedgerError`.
  public func markSynthetic(seed: UInt64) async throws(LedgerError) {
    try await ledger.append(
      SyntheticEvent.marked(seed: seed), subject: "folder", by: .program, token: "synthetic")
  }
}
