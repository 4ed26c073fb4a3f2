// SPDX-License-Identifier: Apache-2.0

import Foundation
import Identifiers
public import PlanPackage

extension StewardshipRegister {
  /// Reads a register from a folder of tables.
  ///
  /// - Throws: `PlanError` with everything that is wrong in any of the tables.
  public static func read(folder: String) throws(PlanError) -> StewardshipRegister {
    var reader = RegisterReader()
    for (file, columns) in tables {
      guard let data = FileManager.default.contents(atPath: folder + "/" + file) else {
        reader.violations.append(
          Violation(
            file: folder + "/" + file, found: "no such file, or one that cannot be read",
            expected: "a table with the columns " + columns.joined(separator: ", "),
            advice: "A register has all five tables; one with a header alone will do."))
        continue
      }
      let table = RegisterTable(bytes: Array(data), file: file, columns: columns)
      reader.violations += table.violations
      if table.violations.isEmpty { reader.take(table) }
    }
    reader.checkReferences()
    guard reader.violations.isEmpty else { throw PlanError(reader.violations) }
    return reader.register
  }
}

/// Turns rows into entries, and notes what is wrong.
struct RegisterReader {
  var register = StewardshipRegister()
  var violations: [Violation] = []
  private var clauses: [String: [Clause]] = [:]
  private var agreementRows: [(id: String, row: Int)] = []
  private var seen: Set<String> = []

  mutating func take(_ table: RegisterTable) {
    for row in table.rows {
      switch table.file {
      case "controllers.csv": takeController(row)
      case "purposes.csv": takePurpose(row)
      case "datasets.csv": takeDataset(row)
      case "agreements.csv": takeClause(row)
      default: takeOptOut(row)
      }
    }
  }

  /// Whether the cell names something that no earlier row of the table has named.
  private mutating func isNew(_ row: RegisterRow, _ column: String, with other: String = "")
    -> Bool
  {
    guard !row[column].isEmpty else {
      violations.append(
        row.violation(column, expected: "a name", advice: "Every row needs one of its own."))
      return false
    }
    guard seen.insert("\(row.file)\n\(row[column])\n\(row[other])").inserted else {
      violations.append(
        row.violation(
          column, expected: "a name that no row above has", advice: "Rename or delete one of them."
        ))
      return false
    }
    return true
  }

  private mutating func takeController(_ row: RegisterRow) {
    guard isNew(row, "controller") else { return }
    register.controllers.append(
      DataController(id: row["controller"], name: row["name"], contact: row["contact"]))
  }

  private mutating func takePurpose(_ row: RegisterRow) {
    guard isNew(row, "purpose") else { return }
    register.purposes.append(
      DataPurpose(id: row["purpose"], title: row["title"], legalBasis: row["legal-basis"]))
  }

  private mutating func takeDataset(_ row: RegisterRow) {
    guard isNew(row, "dataset") else { return }
    guard let received = day(row, "received") else { return }
    var deleteBy: CalendarDay?
    if !row["delete-by"].isEmpty {
      guard let day = day(row, "delete-by") else { return }
      deleteBy = day
    }
    register.datasets.append(
      RegisteredDataset(
        id: row["dataset"], title: row["title"], controller: row["controller"],
        received: received, deleteBy: deleteBy, row: row.number))
  }

  private mutating func takeOptOut(_ row: RegisterRow) {
    guard isNew(row, "token", with: "kind") else { return }
    guard !row["token"].utf8.allSatisfy({ (48...57).contains($0) || $0 == 32 }) else {
      violations.append(
        Violation(
          file: row.file, row: row.number, column: "token", found: "digits alone",
          expected: "the token of an NHS number",
          advice: "A register holds no NHS number in clear; write the token that weald made of it."
        ))
      return
    }
    guard let kind = OptOut.Kind(rawValue: row["kind"]) else {
      violations.append(
        row.violation(
          "kind", expected: OptOut.Kind.allCases.map(\.rawValue).joined(separator: " or "),
          advice: "Say which objection it is."))
      return
    }
    let since = row["since"].isEmpty ? nil : day(row, "since")
    register.optOuts.append(OptOut(token: row["token"].lowercased(), kind: kind, since: since))
  }

  private mutating func day(_ row: RegisterRow, _ column: String) -> CalendarDay? {
    if let day = CalendarDay(row[column]) { return day }
    violations.append(
      row.violation(
        column, expected: "a day such as 2026-04-01", advice: "Write year, month and day."))
    return nil
  }
}

// MARK: Agreements

extension RegisterReader {
  private mutating func takeClause(_ row: RegisterRow) {
    let agreement = row["agreement"]
    guard isNew(row, "agreement", with: "clause") else { return }
    if clauses[agreement] == nil { agreementRows.append((agreement, row.number)) }
    clauses[agreement, default: []] += []
    guard !row["clause"].isEmpty else {
      violations.append(
        row.violation("clause", expected: "its number", advice: "Number it as the agreement does."))
      return
    }
    guard let subject = Clause.Subject(rawValue: row["subject"]) else {
      violations.append(
        row.violation(
          "subject",
          expected: Clause.Subject.allCases.map(\.rawValue).joined(separator: ", "),
          advice: "A clause that no program can check has the subject “other”."))
      return
    }
    guard let ruling = ruling(row, subject) else { return }
    clauses[agreement, default: []].append(
      Clause(
        number: row["clause"], subject: subject, ruling: ruling, words: row["words"],
        row: row.number))
  }

  private mutating func ruling(_ row: RegisterRow, _ subject: Clause.Subject) -> Clause.Ruling? {
    switch subject {
    case .term:
      let ends = row["terms"].split(separator: "/", omittingEmptySubsequences: false)
      if ends.count == 2, let first = CalendarDay(ends[0]), let last = CalendarDay(ends[1]),
        first <= last
      {
        return .days(first...last)
      }
      violations.append(
        row.violation(
          "terms", expected: "two days such as 2026-04-01/2027-03-31",
          advice: "Write the first and the last day of the agreement."))
    case .retention:
      if let months = Int(row["terms"]), months > 0, months <= 1200 { return .months(months) }
      violations.append(
        row.violation(
          "terms", expected: "a number of months, such as 24",
          advice: "They are counted from the day on which a dataset came."))
    case .legalBasis, .other: return .words(row["terms"])
    case .controllers, .purposes, .datasets, .commands, .recipients, .optOuts:
      let names = row.names("terms")
      if !names.isEmpty { return .names(names) }
      violations.append(
        row.violation(
          "terms", expected: "one or more names with semicolons between",
          advice: "A clause that permits nothing is better left out."))
    }
    return nil
  }

  /// Checks names against the tables that give them, and that agreements say what they must.
  mutating func checkReferences() {
    for (id, row) in agreementRows {
      let agreement = Agreement(id: id, clauses: clauses[id] ?? [])
      register.agreements.append(agreement)
      let needed: [Clause.Subject] = [.term, .purposes, .datasets, .commands]
      for subject in needed where agreement.clause(on: subject) == nil {
        violations.append(
          Violation(
            file: "agreements.csv", row: row, column: "subject",
            found: "no good clause on \(subject.rawValue) in the agreement “\(id)”",
            expected: "term, purposes, datasets and commands",
            advice: "What an agreement does not permit is not permitted."))
      }
      checkNames(agreement)
    }
    let controllers = Set(register.controllers.map(\.id))
    for dataset in register.datasets where !controllers.contains(dataset.controller) {
      violations.append(
        Violation(
          file: "datasets.csv", row: dataset.row, column: "controller",
          found: "“\(dataset.controller)”", expected: controllers.sorted().joined(separator: ", "),
          advice: "Add the organisation to controllers.csv."))
    }
  }

  private mutating func checkNames(_ agreement: Agreement) {
    let known: [Clause.Subject: (file: String, names: Set<String>)] = [
      .purposes: ("purposes.csv", Set(register.purposes.map(\.id))),
      .datasets: ("datasets.csv", Set(register.datasets.map(\.id))),
      .controllers: ("controllers.csv", Set(register.controllers.map(\.id))),
      .optOuts: ("the kinds of objection", Set(OptOut.Kind.allCases.map(\.rawValue))),
    ]
    for clause in agreement.clauses {
      guard case .names(let names) = clause.ruling, let (file, allowed) = known[clause.subject]
      else { continue }
      for name in names where !allowed.contains(name) {
        violations.append(
          Violation(
            file: "agreements.csv", row: clause.row, column: "terms", found: "“\(name)”",
            expected: "one of \(file): \(allowed.sorted().joined(separator: ", "))",
            advice: "Correct the name, or add a row to \(file)."))
      }
    }
  }
}
