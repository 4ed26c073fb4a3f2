// SPDX-License-Identifier: Apache-2.0

extension String {
  /// The text with its first letter as a capital, for the start of a sentence.
  package var firstUppercased: String { prefix(1).uppercased() + dropFirst() }

  /// The text with its first letter in lower case, for use within a sentence.
  package var firstLowercased: String { prefix(1).lowercased() + dropFirst() }
}
