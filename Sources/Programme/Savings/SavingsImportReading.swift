// SPDX-License-Identifier: Apache-2.0

import Engagement
import Ledger

/// One event that a row of a table asks for.
struct SavingsImportStep<Event: EventFamily> {
  let id: String
  /// What it does, in plain words.
  let what: String
  let event: Event
  var contents: [Content] = []
}

/// What a table of schemes or benefits comes to: everything that is wrong, and the events that it
/// asks for.
struct SavingsImportReading<Event: EventFamily> {
  var problems: [RegisterImportReport.Problem] = []
  var steps: [SavingsImportStep<Event>] = []
  /// The ids of the rows, in order.
  var ids: [String] = []

  /// What the table would change, one entry an id; `known` are the ids in the register.
  func report(known: Set<String>) -> RegisterImportReport {
    guard problems.isEmpty else { return RegisterImportReport(problems: problems) }
    var report = RegisterImportReport()
    for id in ids {
      let changes = steps.filter { $0.id == id }.map(\.what)
      if changes.isEmpty {
        report.unchanged += 1
      } else if known.contains(id) {
        report.changed.append(.init(key: id, changes: changes))
      } else {
        report.added.append(.init(key: id, changes: changes))
      }
    }
    return report
  }

  /// Records a table that is clean, all of it or nothing.
  func record(
    in ledger: Ledger, by author: Author, token: String?
  ) async throws(EventRefusal) {
    guard problems.isEmpty else {
      throw .faults(problems.map { FieldFault("table", $0.text) })
    }
    let keeper = RecordKeeper(ledger: ledger)
    let drafts = try steps.enumerated().map { place, step throws(EventRefusal) in
      try keeper.draft(
        step.event, step.id, by: author, token: token.map { "\($0)-\(place)" }, step.contents)
    }
    try await keeper.append(drafts)
  }
}
