// SPDX-License-Identifier: Apache-2.0

public import Engagement
public import Ledger

/// What happens to the entries of a register; its id is the subject of the entry in the ledger.
///
/// Values are written as `RegisterValue` keeps them. Entries are records of the programme and name
/// no person, so that their words stand in the chain.
public enum RegisterEvent: EventFamily {
  /// The permanent name of the family.
  public static let family = "register"

  /// An entry was added; values by field.
  case added(entry: String, values: [String: String])
  /// One field has another value from now on; an empty one takes it away.
  case changed(entry: String, field: String, to: String, reason: String)
  /// A field was wrong from the start.
  case corrected(entry: String, field: String, to: String, reason: String)
  /// The status moved on, on a day.
  case moved(entry: String, to: String, on: CivilDay, reason: String)
  /// Nothing more will happen to the entry.
  case closed(entry: String, reason: String)
}
