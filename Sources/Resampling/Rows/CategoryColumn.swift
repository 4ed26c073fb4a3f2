// SPDX-License-Identifier: Apache-2.0

/// A column of few different texts, kept as codes.
public struct CategoryColumn: Sendable, Hashable {
  /// The heading.
  public let name: String
  /// The different texts, in the order of their first rows.
  public private(set) var labels: [String] = []
  /// For each row, the place of its text in `labels`.
  public private(set) var codes: [Int32] = []

  private var places: [String: Int32] = [:]

  /// A column without rows.
  public init(name: String) { self.name = name }

  /// A column of texts.
  public init(name: String, _ texts: some Sequence<String>) {
    self.init(name: name)
    for text in texts { append(text) }
  }

  /// Adds a row.
  public mutating func append(_ text: String) { codes.append(code(text)) }

  /// Adds a row by the code of its text.
  mutating func append(code: Int32) { codes.append(code) }

  /// The code of a text, which is added when it is new.
  mutating func code(_ text: String) -> Int32 {
    if let place = places[text] { return place }
    let place = Int32(labels.count)
    places[text] = place
    labels.append(text)
    return place
  }

  /// The code of a text, if any row has it.
  public func place(of text: String) -> Int32? { places[text] }

  /// The text of a row.
  public subscript(row: Int) -> String { labels[Int(codes[row])] }
}
