// SPDX-License-Identifier: Apache-2.0

public import Engagement
public import Ledger

/// The texts that events of the programme name, which stand beside the chain.
public struct RecordTexts: Sendable {
  private let read: @Sendable (String) -> String?

  /// The texts of a ledger.
  public init(_ ledger: Ledger) {
    // A text that cannot be read now is shown like one that was removed; the page still answers.
    read = { id in (try? ledger.content(id)) ?? nil }
  }

  /// Texts that are known already, by the id of their content.
  public init(_ known: [String: String]) { read = { known[$0] } }

  /// A text; empty when nothing is named, and a sentence when it was removed.
  public subscript(reference: ContentReference?) -> String {
    guard let reference else { return "" }
    return read(reference.id) ?? "This text was removed."
  }
}

/// A value of the record and the entry that set it last, so that a paper can cite it.
public struct Recorded<Value: Sendable & Equatable>: Sendable, Equatable {
  /// What was recorded.
  public let value: Value
  /// The sequence number of the entry.
  public let entry: Int64
  /// The day of the entry.
  public let day: CivilDay

  /// A value set by an entry.
  public init(_ value: Value, _ entry: Entry) {
    self.value = value
    self.entry = entry.sequence
    day = LondonTime.day(entry.time)
  }
}
