// SPDX-License-Identifier: Apache-2.0

/// Why a comparison cannot be made.
public struct ProductivityError: Error, Equatable, Sendable, CustomStringConvertible {
  /// What is wrong, and what to do, in plain words.
  public let description: String

  /// An error in plain words.
  public init(_ description: String) { self.description = description }
}
