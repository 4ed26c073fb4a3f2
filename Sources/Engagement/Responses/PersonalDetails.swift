// SPDX-License-Identifier: Apache-2.0

/// Looks for details in a text by which somebody could be known, before it is sent.
///
/// The one who finds them is given from outside: what is looked for is a matter of analysis.
public struct PersonalDetails: Sendable {
  /// A detail that was found.
  public struct Found: Sendable, Equatable {
    /// What it looks like, such as "a phone number".
    public let kind: String
    /// The detail with most of it hidden, such as "077… … …21".
    public let masked: String

    /// A detail of a kind, masked.
    public init(kind: String, masked: String) {
      self.kind = kind
      self.masked = masked
    }
  }

  /// The details in a text, in the order in which they stand there.
  public let find: @Sendable (String) -> [Found]

  /// Looks with a function.
  public init(find: @escaping @Sendable (String) -> [Found]) { self.find = find }

  /// Finds nothing.
  public static let none = PersonalDetails { _ in [] }
}
