// SPDX-License-Identifier: Apache-2.0

import Localities

/// The query of a page about clusters, as a form or a shared link sends it.
struct ClusterQuery {
  /// More than any page of ours sends.
  private static let longest = 4000

  private let text: String

  init(_ text: String) { self.text = String(text.prefix(Self.longest)) }

  /// The value of a field; empty when it is not there.
  subscript(name: String) -> String { FormText.value(name, in: text) ?? "" }

  /// The moves that it asks for, or why it cannot be read, in words.
  func edit(of reading: GroupingReading) -> (edit: GroupingEdit?, fault: String?) {
    guard let tier = reading.tiers.first else { return (nil, nil) }
    do throws(MoveList.Problem) {
      return (GroupingEdit(tier, moves: try MoveList.read(self["moves"], of: tier)), nil)
    } catch {
      return (nil, error.description)
    }
  }
}
