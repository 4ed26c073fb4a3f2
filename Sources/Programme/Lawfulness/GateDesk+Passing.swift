// SPDX-License-Identifier: Apache-2.0

import Authority
public import Engagement
public import Ledger

extension GateDesk {
  /// Records that a body passed a gate, once for a token.
  ///
  /// Whatever is required and missing has to be a condition, with an owner and a day; a test that
  /// can be met in several ways counts as one thing missing, and needs one condition.
  /// - Throws: `EventRefusal.faults` naming what is missing and who owes it; `notNow` while a gate
  ///   before it is not passed, or when it is passed already.
  public func pass(
    _ passage: GatePassage, of change: String, by author: Author, token: String? = nil
  ) async throws(EventRefusal) {
    let view = try view(of: change)
    guard let gate = view.gate(passage.gate) else { throw .notFound }
    if gate.standing.status.isPassed {
      // The same form sent again is not refused; the ledger records it once.
      if view.record.passages.last(where: { $0.what.gate == passage.gate })?.what == passage {
        return
      }
      throw .notNow("This gate is passed already. Open it again first, if that is what you want.")
    }
    guard gate.waitsFor.isEmpty else {
      throw .notNow("First pass: \(gate.waitsFor.joined(separator: "; ")).")
    }
    var faults = GateFaults()
    faults.demand("body", passage.body, "Say which body passed it.", upTo: 200)
    faults.limit("dissent", passage.dissent, upTo: Self.longest)
    if passage.on > today { faults.add("on", "That day has not come yet.") }
    check(passage.conditions, on: passage.on, gate, &faults)
    try faults.refuse()
    try await append(.passed(passage), change, author, token)
  }

  /// Opens a gate that was passed again, from a day on, for a reason.
  ///
  /// - Throws: `EventRefusal.notNow` when it is not passed.
  public func reopen(
    _ gate: String, of change: String, reason: String, by author: Author, token: String? = nil
  ) async throws(EventRefusal) {
    guard let found = try view(of: change).gate(gate) else { throw .notFound }
    guard found.standing.status.isPassed else { throw .notNow("This gate is not passed.") }
    var faults = GateFaults()
    faults.demand("reason", reason, "Say why it is opened again.", upTo: Self.longest)
    try faults.refuse()
    try await append(.reopened(gate: gate, on: today, reason: reason), change, author, token)
  }

  /// What is missing has to be among the conditions, and nothing else.
  private func check(
    _ conditions: [GatePassage.Condition], on day: CivilDay, _ gate: GateStatusView,
    _ faults: inout GateFaults
  ) {
    let named = Set(conditions.map(\.criterion))
    for missing in gate.standing.missing where named.isDisjoint(with: missing.criteria) {
      let lines = GateMissingLine.lines(missing, gate.definition)
      let words = lines.map { "\($0.text) (\($0.owner))" }
      let first = lines.first?.criterion ?? ""
      faults.add(
        "due-\(first)",
        lines.count == 1
          ? "Missing: \(words[0]). Show it, or say by when it follows."
          : "Missing, and any one condition is enough: \(words.joined(separator: " or ")). "
            + "Show one, or say by when it follows.")
    }
    let owed = Set(gate.standing.missing.flatMap(\.criteria))
    for condition in conditions {
      let field = "due-\(condition.criterion)"
      if !owed.contains(condition.criterion) {
        faults.add(field, "This is not missing here; take the condition out.")
      } else if condition.due < day {
        faults.add(field, "It has to follow on or after the day of the passing.")
      }
      if condition.owner.allSatisfy(\.isWhitespace) {
        faults.add("owner-\(condition.criterion)", "Say who owes it.")
      }
    }
  }
}

extension GateMissing {
  var criteria: [String] { shortfalls.map(\.criterion) }
}
