// SPDX-License-Identifier: Apache-2.0

/// Parameters as they stand in a file of YAML or JSON, before anything is known of their meaning.
public indirect enum ParameterTree: Sendable, Hashable {
  /// A text or a number, with its line where that is known.
  case text(String, line: Int?)
  /// A list.
  case list([ParameterTree], line: Int?)
  /// Keys with their values, in order.
  case map([Entry], line: Int?)

  /// A key and its value.
  public struct Entry: Sendable, Hashable {
    /// The key.
    public let key: String
    /// The value.
    public let value: ParameterTree

    /// An entry.
    public init(_ key: String, _ value: ParameterTree) {
      self.key = key
      self.value = value
    }
  }

  /// The line, where it is known.
  public var line: Int? {
    switch self {
    case .text(_, let line), .list(_, let line), .map(_, let line): line
    }
  }

  var text: String? {
    if case .text(let text, _) = self { return text }
    return nil
  }

  var number: Double? { text.flatMap(Double.init).flatMap { $0.isFinite ? $0 : nil } }

  var items: [ParameterTree]? {
    if case .list(let items, _) = self { return items }
    return nil
  }

  var entries: [Entry]? {
    if case .map(let entries, _) = self { return entries }
    return nil
  }

  subscript(_ key: String) -> ParameterTree? { entries?.first { $0.key == key }?.value }
}
