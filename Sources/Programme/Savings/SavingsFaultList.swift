// SPDX-License-Identifier: Apache-2.0

import Engagement

/// What is wrong with a form about savings, gathered before it is refused.
struct SavingsFaultList {
  private(set) var faults: [FieldFault] = []

  mutating func add(_ field: String, _ message: String) {
    faults.append(FieldFault(field, message))
  }

  /// Demands a text of a length at most.
  mutating func demand(_ field: String, _ text: String, _ missing: String, upTo length: Int) {
    if !text.contains(where: { !$0.isWhitespace }) { add(field, missing) }
    if text.count > length {
      add(field, "This can be \(length) characters at most; it has \(text.count).")
    }
  }

  /// Demands one of several ids.
  mutating func demand(_ field: String, _ id: String, among ids: [String], _ message: String) {
    if !ids.contains(id) { add(field, message) }
  }

  /// Demands pounds, which may be none and not less.
  mutating func demand(_ field: String, pounds: Double) {
    if !(pounds >= 0 && pounds <= 1e11) {
      add(field, "Enter pounds: a number, 0 or more and less than 100 billion.")
    }
  }

  /// Goes on only when nothing is wrong.
  func refuse() throws(EventRefusal) {
    if !faults.isEmpty { throw .faults(faults) }
  }
}
