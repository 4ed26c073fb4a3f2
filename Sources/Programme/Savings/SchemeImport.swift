// SPDX-License-Identifier: Apache-2.0

public import Engagement
public import Ledger
import Savings

/// Reads a table of schemes, as programme offices keep them in a spreadsheet.
///
/// Save the sheet as “CSV UTF-8”, or copy its cells. Amounts are in thousands of pounds. A scheme
/// that is not in the register is added; one that is gets the terms of the table; a month's amount
/// is worked out from the year to date.
public struct SchemeImport: Sendable {
  /// The columns; their order does not matter.
  public static let columns: [RegisterImportColumn] =
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
    ] + months.map { RegisterImportColumn("\($0) £k", "the plan of a month of the first year") }

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
  public func read(_ text: String) -> RegisterImportReport {
    reading(text).report(known: Set(state.schemes.map(\.id)))
  }

  func reading(_ text: String) -> SavingsImportReading<SchemeEvent> {
    let sheet = RegisterSheet(text, SchemeImport.columns)
    var reading = SavingsImportReading<SchemeEvent>(problems: sheet.problems)
    var earlier: [(line: Int, id: String, terms: SchemeTerms)] = []
    for line in sheet.lines {
      var row = SchemeLineReading(line, self)
      let (id, terms) = row.terms()
      row.compare(id, terms, with: earlier)
      earlier.append((line.number, id, terms))
      reading.ids.append(id)
      reading.steps += row.steps(id, terms)
      reading.problems += row.problems
    }
    return reading
  }
}

extension SchemeDesk {
  /// Records a table that is clean, all of it or nothing.
  ///
  /// - Throws: `EventRefusal.faults` with everything that is wrong, and nothing is changed.
  public func accept(
    _ text: String, by author: Author, token: String? = nil
  ) async throws(EventRefusal) {
    try await SchemeImport(plan: plan, state: try state(), today: today).reading(text)
      .record(in: data.ledger, by: author, token: token)
  }
}
