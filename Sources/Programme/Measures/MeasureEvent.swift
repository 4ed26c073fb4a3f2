// SPDX-License-Identifier: Apache-2.0

public import Engagement
public import Ledger

/// What happens to a measure; its id is the subject of the entry.
///
/// A month is named by its first day.
public enum MeasureEvent: EventFamily {
  /// The permanent name of the family.
  public static let family = "measure"

  case recorded(month: CivilDay, value: Double)
  /// A value was wrong; nil takes it away.
  case corrected(month: CivilDay, value: Double?, reason: String)
  /// Another target from now on; nil for none.
  case retargeted(target: Double?, reason: String, decidedBy: String)
  /// Limits start anew at a month.
  case rebased(from: CivilDay, reason: String, decidedBy: String)
  /// A month is shown and left out of limits and rules.
  case excluded(month: CivilDay, reason: String, decidedBy: String)
  /// A month that was left out counts again.
  case included(month: CivilDay, reason: String, decidedBy: String)
}
