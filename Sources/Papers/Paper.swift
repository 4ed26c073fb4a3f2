// SPDX-License-Identifier: Apache-2.0

/// A paper of the programme, drafted from the record.
public struct Paper: Sendable {
  /// The title.
  public var title: String

  /// An empty paper.
  public init(title: String) { self.title = title }
}
