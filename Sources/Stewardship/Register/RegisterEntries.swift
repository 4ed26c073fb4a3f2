// SPDX-License-Identifier: Apache-2.0

/// An organisation that decides why and how a dataset is used.
public struct DataController: Hashable, Sendable {
  /// The name by which other tables mean it.
  public let id: String
  /// What it is called.
  public let name: String
  /// Whom to ask.
  public let contact: String
}

/// What data may be used for.
public struct DataPurpose: Hashable, Sendable {
  /// The name by which agreements mean it.
  public let id: String
  /// What it is, in plain words.
  public let title: String
  /// The law that allows it, in the words of the register.
  public let legalBasis: String
}

/// A collection of records that one organisation answers for.
public struct RegisteredDataset: Hashable, Sendable {
  /// The name by which agreements and commands mean it, such as "gp".
  public let id: String
  /// What it is called.
  public let title: String
  /// The organisation that answers for it.
  public let controller: String
  /// The day on which it came.
  public let received: CalendarDay
  /// The day by which it must be gone; nil when only agreements say.
  public let deleteBy: CalendarDay?
  /// Its row in datasets.csv.
  public let row: Int
}

/// A person who does not want to be in some uses of data, known here by a token alone.
public struct OptOut: Hashable, Sendable {
  /// Which kind of objection it is.
  public enum Kind: String, CaseIterable, Sendable {
    /// The national data opt-out: not for research and planning.
    case national
    /// A type 1 opt-out: not to leave the practice.
    case type1 = "type-1"
  }

  /// The token of an NHS number, or the pseudonym of a record.
  public let token: String
  /// Which kind of objection it is.
  public let kind: Kind
  /// Since when.
  public let since: CalendarDay?
}
