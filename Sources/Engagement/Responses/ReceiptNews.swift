// SPDX-License-Identifier: Apache-2.0

/// What became of a response, for somebody who comes back with its code.
///
/// The part that codes responses says what there is to tell; without it there is nothing yet.
public struct ReceiptNews: Sendable {
  /// One thing that happened, with the path of its page when it has one.
  public struct Line: Sendable, Equatable {
    /// What it says.
    public let text: String
    /// The path of its page, when it has one.
    public let path: String?

    /// A line, perhaps with a path.
    public init(text: String, path: String? = nil) {
      self.text = text
      self.path = path
    }
  }

  /// The lines about a response, by its consultation and its private id.
  public let lines: @Sendable (_ consultation: String, _ response: String) async throws -> [Line]

  /// News from a function.
  public init(
    lines: @escaping @Sendable (_ consultation: String, _ response: String) async throws -> [Line]
  ) {
    self.lines = lines
  }

  /// No news yet.
  public static let none = ReceiptNews { _, _ in [] }
}
