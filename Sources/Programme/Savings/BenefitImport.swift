// SPDX-License-Identifier: Apache-2.0

public import Engagement
public import Ledger

/// Reads a table of benefits, with the columns of a benefits register.
///
/// Save the sheet as “CSV UTF-8”, or copy its cells. A benefit that is not in the register is added;
/// one that is gets the terms of the table.
public struct BenefitImport: Sendable {
  /// The columns; their order does not matter.
  public static let columns: [RegisterImportColumn] = [
    .init("Benefit number", "the permanent id, such as less-paper", isRequired: true),
    .init("Category", "patients, staff, organisations or public", isRequired: true),
    .init(
      "Class", "cash-releasing, non-cash-releasing, quantifiable or qualitative",
      isRequired: true),
    .init("Description", "the benefit in plain English", isRequired: true),
    .init("Enabling project", "what it comes from"),
    .init("Service feature", "the feature of the service that brings it"),
    .init("Potential costs", "what it may cost"),
    .init("Activities required", "what has to be done for it"),
    .init("Responsible officer", "the office, not the name of a person", isRequired: true),
    .init("Organisation", "who gains, by id or name", isRequired: true),
    .init("Working group", "by id or name"),
    .init("Performance measure", "how it is measured", isRequired: true),
    .init("Baseline", "the measure at the start"),
    .init("Target improvement", "the measure aimed at"),
    .init("Full-year value £", "what it is worth in a full year, in pounds"),
    .init("Timescale", "when it is expected"),
    .init("From", "the first day for which it is claimed"),
    .init("To", "the last day for which it is claimed"),
    .init("Scheme", "the scheme whose money it is"),
  ]

  private let plan: ProgrammePlan
  private let state: BenefitState
  private let schemes: [String]

  /// Reads for a plan and a register; `schemes` are the ids of schemes that a benefit may name.
  public init(plan: ProgrammePlan, state: BenefitState, schemes: [String]) {
    self.plan = plan
    self.state = state
    self.schemes = schemes
  }

  /// Everything that is wrong with a table, or what it would change.
  public func read(_ text: String) -> RegisterImportReport {
    reading(text).report(known: Set(state.benefits.map(\.id)))
  }

  func reading(_ text: String) -> SavingsImportReading<BenefitEvent> {
    let sheet = RegisterSheet(text, BenefitImport.columns)
    var reading = SavingsImportReading<BenefitEvent>(problems: sheet.problems)
    // Rows above count as registered, so that a claim in two rows is found as well.
    var earlier: [BenefitRecord] = []
    var lines: [String: Int] = [:]
    for line in sheet.lines {
      var cells = RegisterLineReading(line)
      let id = cells.text("Benefit number", upTo: 60)
      let terms = terms(&cells)
      if let row = lines[id] {
        cells.note("Benefit number", "each benefit once; \(id) stands in row \(row) already")
      }
      note(id, terms, &cells, earlier, lines)
      lines[id] = line.number
      earlier.append(BenefitRecord(id, terms, 0))
      reading.ids.append(id)
      reading.problems += cells.problems
      if let step = step(id, terms, line.number) { reading.steps.append(step) }
    }
    return reading
  }

  private func note(
    _ id: String, _ terms: BenefitTerms, _ cells: inout RegisterLineReading,
    _ earlier: [BenefitRecord], _ lines: [String: Int]
  ) {
    let rules = BenefitRules(plan)
    let column = "Performance measure"
    if let claim = rules.double(id, terms, earlier) {
      cells.note(
        column,
        "a benefit that is claimed once; \(claim.earlierID) in row \(lines[claim.earlierID] ?? 0) "
          + "claims \(claim.what)")
    } else if let claim = rules.double(id, terms, state.benefits) {
      cells.note(
        column, "a benefit that is claimed once; \(claim.earlier) claims \(claim.what)")
    }
  }

  private func terms(_ cells: inout RegisterLineReading) -> BenefitTerms {
    let category = BenefitCategory(rawValue: cells.line["Category"].lowercased())
    if category == nil {
      cells.note("Category", BenefitCategory.allCases.map(\.rawValue).joined(separator: ", "))
    }
    let kind = BenefitKind(rawValue: cells.line["Class"].lowercased())
    if kind == nil {
      cells.note("Class", BenefitKind.allCases.map(\.rawValue).joined(separator: ", "))
    }
    var terms = BenefitTerms(
      description: cells.text("Description", upTo: 500), category: category ?? .organisations,
      kind: kind ?? .qualitative)
    terms.initiative = cells.text("Enabling project", upTo: 200, isRequired: false)
    terms.feature = cells.text("Service feature", upTo: 200, isRequired: false)
    terms.costs = cells.text("Potential costs", upTo: 300, isRequired: false)
    terms.activities = cells.text("Activities required", upTo: 300, isRequired: false)
    terms.owner = cells.text("Responsible officer", upTo: 120)
    terms.organisation = cells.one(
      "Organisation", of: plan.organisations.map { ($0.id, $0.name) })
    terms.group = cells.one(
      "Working group", of: plan.savings.groups.map { ($0.id, $0.name) }, isRequired: false)
    terms.measure = cells.text("Performance measure", upTo: 200)
    terms.baseline = cells.text("Baseline", upTo: 200, isRequired: false)
    terms.target = cells.text("Target improvement", upTo: 200, isRequired: false)
    terms.fullYearValue = cells.number("Full-year value £", isRequired: false)
    terms.timescale = cells.text("Timescale", upTo: 120, isRequired: false)
    terms.from = cells.day("From", isRequired: false)
    terms.to = cells.day("To", isRequired: false)
    if let from = terms.from, let to = terms.to, to < from {
      cells.note("To", "a day that is not before the first, \(from.text)")
    }
    let scheme = cells.one("Scheme", of: schemes.map { ($0, $0) }, isRequired: false)
    terms.scheme = scheme.isEmpty ? nil : scheme
    return terms
  }

  private func step(
    _ id: String, _ terms: BenefitTerms, _ line: Int
  ) -> SavingsImportStep<BenefitEvent>? {
    guard let record = state.benefit(id) else {
      return SavingsImportStep(
        id: id, what: "New: \(terms.description)", event: .registered(terms))
    }
    guard record.terms != terms else { return nil }
    let content = Content("Taken from a table, row \(line).", kind: "benefit-change")
    return SavingsImportStep(
      id: id, what: "Changed: \(terms.description)",
      event: .changed(terms, reason: content.reference), contents: [content])
  }
}

extension BenefitDesk {
  /// Records a table that is clean, all of it or nothing.
  ///
  /// - Throws: `EventRefusal.faults` with everything that is wrong, and nothing is changed.
  public func accept(
    _ text: String, schemes: [String], by author: Author, token: String? = nil
  ) async throws(EventRefusal) {
    try await BenefitImport(plan: plan, state: try state(), schemes: schemes).reading(text)
      .record(in: data.ledger, by: author, token: token)
  }
}
