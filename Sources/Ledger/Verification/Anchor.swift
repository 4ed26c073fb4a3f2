// SPDX-License-Identifier: Apache-2.0

/// The end of the chain at some time, to be published where others keep it.
///
/// The chain shows a change to the past, but not that its last entries were cut off; whoever has an
/// anchor can show that too.
public struct Anchor: Sendable, Hashable, Codable, CustomStringConvertible {
  /// How many entries there were.
  public let sequence: Int64
  /// The digest of the last of them, or 64 zeroes when there was none.
  public let digest: String

  /// An anchor from its parts.
  public init(sequence: Int64, digest: String) {
    self.sequence = sequence
    self.digest = digest
  }

  /// An anchor from the text that `description` gives, or nil.
  public init?(_ text: String) {
    let parts = text.split(separator: ":", omittingEmptySubsequences: false)
    guard parts.count == 2, let sequence = Int64(parts[0]), sequence >= 0 else { return nil }
    let digits = parts[1].utf8
    let isHexadecimal = digits.allSatisfy { (48...57).contains($0) || (97...102).contains($0) }
    guard digits.count == 64, isHexadecimal else { return nil }
    self.init(sequence: sequence, digest: String(parts[1]))
  }

  /// The number of entries, a colon and the digest.
  public var description: String { "\(sequence):\(digest)" }
}
