// SPDX-License-Identifier: Apache-2.0

/// Names and values as they are written in Spark's SQL.
enum SQLText {
  /// A name of a column or view.
  static func name(_ name: String) -> String {
    "`" + name.replacing("`", with: "``") + "`"
  }

  /// A text.
  static func text(_ text: String) -> String {
    "'" + text.replacing("\\", with: "\\\\").replacing("'", with: "\\'") + "'"
  }

  /// A number with all its digits, as a double.
  static func number(_ number: Double) -> String { "\(number)D" }
}
