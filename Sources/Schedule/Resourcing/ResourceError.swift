// SPDX-License-Identifier: Apache-2.0

/// Why requests for scarce people cannot be weighed.
public struct ResourceError: Error, Equatable, Sendable, CustomStringConvertible {
  /// What is wrong, and what to do, in plain words.
  public let description: String

  /// An error in plain words.
  public init(_ description: String) { self.description = description }
}
