// SPDX-License-Identifier: Apache-2.0

/// One way of doing things that is compared with others, such as a set of sites.
public struct Option: Hashable, Sendable {
  /// The id that scores refer to.
  public let id: OptionID
  /// The name a reader sees.
  public let label: String

  /// Creates an option.
  public init(id: OptionID, label: String) {
    self.id = id
    self.label = label
  }
}
