// SPDX-License-Identifier: Apache-2.0

public import Engagement
public import Ledger
import Savings

/// What an import would do to one scheme or benefit.
public struct RegisterImportChange: Sendable, Equatable {
  /// The row as a spreadsheet counts it.
  public let line: Int
  /// The id.
  public let id: String
  /// What would change, in plain words.
  public let what: String
}

/// What became of reading a table: everything that is wrong, or what would change.
public enum RegisterImportOutcome: Sendable, Equatable {
  /// The table cannot be taken, and nothing is changed.
  case problems([RegisterImportProblem])
  /// The table is clean; these changes would be recorded, all of them together.
  case changes([RegisterImportChange])
}

/// Reads a table of schemes, as programme offices keep them in a spreadsheet.
///
/// Save the sheet as “CSV UTF-8”, or copy its cells. Amounts are in thousands of pounds. A scheme
/// that is not in the register is added; one that is gets the terms of the table; a month's amount
/// is worked out from the year to date.
public struct SchemeImport: Sendable {
  /// The columns; their order does not matter.
  public static let columns: [SavingsImportColumn] =
    [
      .init("Scheme", "the permanent id, such as theatre-time", isRequired: true),
      .init("Title", "the scheme in plain English", isRequired: true),
      .init("Organisation", "whose money it saves, by id or name", isRequired: true),
      .init("Working group", "by id or name", isRequired: true),
      .init("Pool", "the money that it is saved from, by id or name", isRequired: true),
      .init("Driver", "what makes the saving, such as price or volume", isRequired: true),
      .init("Recurrent", "yes or no", isRequired: true),
      .init("Start", "the first day of the saving", isRequired: true),
      .init("Recurrent plan £k", "the saving in a full year", isRequired: true),
      .init(
        "In-year annual plan £k", "the saving in the financial year of the start",
        isRequired: true),
      .init("Cash-releasing", "yes or no; yes when left out"),
      .init("Investment £k", "what it costs each year"),
      .init("Loses income", "the member who loses income by it"),
      .init("Income lost £k", "the income lost in a full year"),
      .init("Cost removed £k", "the cost that this member takes out"),
      .init("Month", "a day of the last month of the year to date"),
      .init("YTD plan £k", "checked against the profile"),
      .init("YTD actual £k", "saved from April to the month"),
      .init("Variance £k", "checked: actual less plan"),
      .init("Forecast outturn £k", "what the owner expects of the year"),
      .init("Forecast variance £k", "checked: forecast less plan"),
    ] + months.map { SavingsImportColumn("\($0) £k", "the plan of a month of the first year") }

  static let months = [
    "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec", "Jan", "Feb", "Mar",
  ]

  let plan: ProgrammePlan
  let state: SchemeState
  let today: CivilDay

  /// Reads for a plan and a register as of a day.
  public init(plan: ProgrammePlan, state: SchemeState, today: CivilDay) {
    self.plan = plan
    self.state = state
    self.today = today
  }

  /// Everything that is wrong with a table, or what it would change.
  public func read(_ text: String) -> RegisterImportOutcome {
    let (problems, steps) = steps(text)
    guard problems.isEmpty else { return .problems(problems) }
    return .changes(
      steps.map { RegisterImportChange(line: $0.line, id: $0.id, what: $0.what) })
  }

  /// One event that an import would record.
  struct Step {
    let line: Int
    let id: String
    let what: String
    let event: SchemeEvent
    var contents: [Content] = []
  }

  func steps(_ text: String) -> ([RegisterImportProblem], [Step]) {
    let sheet = RegisterSheet(text, SchemeImport.columns)
    guard sheet.problems.isEmpty || !sheet.lines.isEmpty else { return (sheet.problems, []) }
    var problems = sheet.problems
    var steps: [Step] = []
    var earlier: [(line: Int, id: String, terms: SchemeTerms)] = []
    for line in sheet.lines {
      var reading = SchemeLineReading(line, self)
      let (id, terms) = reading.terms()
      reading.compare(id, terms, with: earlier)
      earlier.append((line.number, id, terms))
      steps += reading.steps(id, terms)
      problems += reading.problems
    }
    return (problems, steps)
  }
}

extension SchemeDesk {
  /// Records a table that is clean, all of it or nothing.
  ///
  /// - Throws: `EventRefusal.faults` with everything that is wrong, and nothing is changed.
  public func accept(
    _ text: String, by author: Author, token: String? = nil
  ) async throws(EventRefusal) {
    let (problems, steps) = SchemeImport(plan: plan, state: try state(), today: today).steps(text)
    guard problems.isEmpty else {
      throw .faults(problems.map { FieldFault("table", $0.description) })
    }
    do {
      let drafts = try steps.enumerated().map { place, step throws(LedgerError) in
        try Draft(
          step.event, subject: step.id, by: author, token: token.map { "\($0)-\(place)" },
          contents: step.contents)
      }
      try await data.ledger.append(drafts)
    } catch {
      throw .ledger(error)
    }
  }
}
