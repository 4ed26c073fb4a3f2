// SPDX-License-Identifier: Apache-2.0

/// Whom a count of people or of activity is about.
public enum Sex: String, CaseIterable, Sendable, Hashable {
  /// Women and girls.
  case female
  /// Men and boys.
  case male
  /// Both, not told apart.
  case persons
}
