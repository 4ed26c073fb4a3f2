// SPDX-License-Identifier: Apache-2.0

/// A row that was set aside, with its reason.
public struct QuarantinedRow: Sendable, Hashable {
  /// The file.
  public let file: String
  /// The row, the header being 1.
  public let row: Int
  /// What is wrong with it.
  public let reason: String
  /// The row as it stands.
  public let text: String

  /// Describes a row set aside.
  public init(file: String, row: Int, reason: String, text: String) {
    self.file = file
    self.row = row
    self.reason = reason
    self.text = text
  }
}
