// SPDX-License-Identifier: Apache-2.0

/// Why a saving cannot be worked out.
public struct SavingsError: Error, Equatable, Sendable, CustomStringConvertible {
  /// What is wrong, and what to do, in plain words.
  public let description: String

  /// An error in plain words.
  public init(_ description: String) { self.description = description }
}
