// SPDX-License-Identifier: Apache-2.0

/// What the stamps of two parts have to share and do not, as a list of sentences.
package struct StampDifferences {
  /// Names with both values.
  package private(set) var found: [String] = []

  /// No differences yet.
  package init() {}

  /// Notes a value that is not the same in both.
  package mutating func compare<Value: Equatable>(_ name: String, _ one: Value, _ other: Value) {
    if one != other { found.append("\(name) \(one) against \(other)") }
  }
}
