// SPDX-License-Identifier: Apache-2.0

import Engagement
import Ledger
import Savings

/// Reads one row of a table of schemes.
struct SchemeLineReading {
  private let source: SchemeImport
  private var cells: RegisterLineReading
  var problems: [RegisterImportReport.Problem] { cells.problems }

  init(_ line: RegisterSheet.Line, _ source: SchemeImport) {
    self.source = source
    cells = RegisterLineReading(line)
  }

  private var number: Int { cells.line.number }

  /// The id and the terms, with what is wrong noted.
  mutating func terms() -> (String, SchemeTerms) {
    let plan = source.plan
    let id = cells.text("Scheme", upTo: 60)
    if !id.allSatisfy({ $0.isASCII && ($0.isLowercase || $0.isNumber || $0 == "-") }) {
      cells.note("Scheme", "an id of small letters, digits and hyphens")
    }
    if source.state.scheme(id)?.isLive == false {
      cells.note("Scheme", "a scheme that was not withdrawn")
    }
    var terms = SchemeTerms(
      title: cells.text("Title", upTo: 200),
      organisation: cells.one("Organisation", of: plan.organisations.map { ($0.id, $0.name) }),
      group: cells.one("Working group", of: plan.savings.groups.map { ($0.id, $0.name) }),
      pool: cells.one("Pool", of: plan.savings.pools.map { ($0.id, $0.label) }),
      driver: cells.text("Driver", upTo: 120),
      start: cells.day("Start", isRequired: true) ?? source.today, fullYear: 0)
    terms.isRecurrent = cells.yesNo("Recurrent", usual: nil)
    terms.isCashReleasing = cells.yesNo("Cash-releasing", usual: true)
    money(&terms)
    return (id, terms)
  }

  private mutating func money(_ terms: inout SchemeTerms) {
    let yearly = cells.thousands("Recurrent plan £k", isRequired: true) ?? 0
    let first = cells.thousands("In-year annual plan £k", isRequired: true)
    if yearly < 0 { cells.note("Recurrent plan £k", "0 or more") }
    if !terms.isRecurrent && yearly != 0 {
      cells.note("Recurrent plan £k", "0, because the scheme is not recurrent")
    }
    terms.fullYear = terms.isRecurrent ? yearly : first ?? 0
    terms.firstYear = first
    terms.investmentYearly = cells.thousands("Investment £k", isRequired: false) ?? 0
    let member = cells.one(
      "Loses income", of: source.plan.organisations.map { ($0.id, $0.name) }, isRequired: false)
    if !member.isEmpty {
      terms.lossMember = member
      terms.lossIncome = cells.thousands("Income lost £k", isRequired: true)
      terms.lossCostRemoved = cells.thousands("Cost removed £k", isRequired: false) ?? 0
      if member == terms.organisation {
        cells.note("Loses income", "another member than the one who saves")
      }
    }
    monthly(&terms, first)
  }

  /// Amounts month by month, when the row has any: from the start to March, as much as the year.
  private mutating func monthly(_ terms: inout SchemeTerms, _ first: Double?) {
    let start = terms.start.savingsMonth
    let place = start.number - SavingsMonth.april(start.financialYear).number
    guard SchemeImport.months.contains(where: { !cells.line[$0].isEmpty }) else { return }
    for name in SchemeImport.months.prefix(place) {
      if let early = cells.number(name, isRequired: false), early != 0 {
        cells.note(name, "nothing before the start in \(start.text)")
      }
    }
    let amounts = SchemeImport.months.dropFirst(place).map { name in
      cells.thousands(name, isRequired: false) ?? 0
    }
    let sum = amounts.reduce(0, +)
    if let first, (sum - first).magnitude > 500 {
      cells.note(
        "In-year annual plan £k", "the sum of the months, \(SchemeLineReading.thousands(sum))")
    }
    terms.monthly = amounts
  }

  /// Notes a claim on the same money in the register or further up in the table.
  mutating func compare(
    _ id: String, _ terms: SchemeTerms, with earlier: [(line: Int, id: String, terms: SchemeTerms)]
  ) {
    if let same = earlier.first(where: { $0.id == id }) {
      cells.note("Scheme", "each scheme once; \(id) stands in row \(same.line) already")
    }
    let key = SchemeRules.key(terms.driver)
    let other = earlier.first { row in
      guard row.id != id, row.terms.organisation == terms.organisation else { return false }
      return row.terms.pool == terms.pool && SchemeRules.key(row.terms.driver) == key
    }
    if let other {
      cells.note(
        "Pool", "money that no other scheme claims; \(other.id) in row \(other.line) claims it",
        found: "\(terms.pool) by \(terms.driver) at \(terms.organisation)")
    } else if let claim = SchemeRules(source.plan).double(id, terms, source.state) {
      cells.note(
        "Pool", "money that no other scheme claims; \(claim.earlier) claims it",
        found: "\(terms.pool) by \(terms.driver) at \(terms.organisation)")
    }
  }

  /// The events that the row asks for.
  mutating func steps(_ id: String, _ terms: SchemeTerms) -> [SavingsImportStep<SchemeEvent>] {
    var steps: [SavingsImportStep<SchemeEvent>] = []
    let record = source.state.scheme(id)
    if let record {
      if let step = change(id, record, terms) { steps.append(step) }
    } else {
      let text = "New: \(terms.title), £\(SchemeLineReading.thousands(terms.fullYear))k a year"
      steps.append(.init(id: id, what: text, event: .registered(terms)))
    }
    steps += progress(id, terms, record)
    return steps
  }

  private func change(
    _ id: String, _ record: SchemeRecord, _ terms: SchemeTerms
  ) -> SavingsImportStep<SchemeEvent>? {
    var kept = terms
    kept.investmentOnce = record.terms.investmentOnce
    guard kept != record.terms else { return nil }
    let content = Content("Taken from a table, row \(number).", kind: "scheme-change")
    let was = SchemeLineReading.thousands(record.terms.fullYear)
    return .init(
      id: id,
      what: "Changed: £\(was)k a year becomes £\(SchemeLineReading.thousands(terms.fullYear))k, "
        + "from \(terms.start.text)",
      event: .changed(kept, from: source.today, reason: content.reference), contents: [content])
  }

  private mutating func progress(
    _ id: String, _ terms: SchemeTerms, _ record: SchemeRecord?
  ) -> [SavingsImportStep<SchemeEvent>] {
    let plan = cells.thousands("YTD plan £k", isRequired: false)
    let actual = cells.thousands("YTD actual £k", isRequired: false)
    let outturn = cells.thousands("Forecast outturn £k", isRequired: false)
    guard plan != nil || actual != nil || outturn != nil else { return [] }
    guard let day = cells.day("Month", isRequired: true) else { return [] }
    let month = day.savingsMonth
    let tracking = SavingsTracking(
      profile: terms.profile ?? SavingsProfile.nothing, actuals: [:], through: month)
    agree("YTD plan £k", plan, tracking.planToDate, "the plan from April to \(month.text)")
    if let actual, let plan {
      agree("Variance £k", thousands("Variance £k"), actual - plan, "actual less plan")
    }
    let yearly = tracking.profile.partYearEffect(month.financialYear)
    if let outturn {
      agree(
        "Forecast variance £k", thousands("Forecast variance £k"), outturn - yearly,
        "forecast less plan")
    }
    return [amount(id, month, actual, record), forecast(id, day, outturn, record)].compactMap { $0 }
  }

  private mutating func thousands(_ column: String) -> Double? {
    cells.thousands(column, isRequired: false)
  }

  /// Notes a figure that does not follow from the others; tables are rounded to thousands.
  private mutating func agree(_ column: String, _ found: Double?, _ expected: Double, _ why: String)
  {
    guard let found, (found - expected).magnitude > 1_000 else { return }
    cells.note(column, "\(SchemeLineReading.thousands(expected)), \(why)")
  }

  private mutating func amount(
    _ id: String, _ month: SavingsMonth, _ actual: Double?, _ record: SchemeRecord?
  ) -> SavingsImportStep<SchemeEvent>? {
    guard let actual else { return nil }
    guard let record, record.stage.value.needsAssessment else {
      cells.note("YTD actual £k", "nothing until the scheme is in delivery")
      return nil
    }
    if month >= source.today.savingsMonth { cells.note("Month", "a month that is over") }
    let before = SavingsMonth.months(ofFinancialYear: month.financialYear)
      .filter { $0 < month }.reduce(0) { $0 + (record.actuals[$1]?.value ?? 0) }
    let pounds = actual - before
    let text = "\(month.text): £\(SchemeLineReading.thousands(pounds))k saved"
    guard let known = record.actuals[month]?.value else {
      return .init(
        id: id, what: text,
        event: .recorded(month: month.firstDay, pounds: pounds))
    }
    guard (known - pounds).magnitude >= 1_000 else { return nil }
    let content = Content("Taken from a table, row \(number).", kind: "scheme-correction")
    return .init(
      id: id,
      what: "\(text), in place of £\(SchemeLineReading.thousands(known))k",
      event: .corrected(month: month.firstDay, pounds: pounds, reason: content.reference),
      contents: [content])
  }

  private func forecast(
    _ id: String, _ day: CivilDay, _ outturn: Double?, _ record: SchemeRecord?
  ) -> SavingsImportStep<SchemeEvent>? {
    guard let outturn else { return nil }
    let last = record?.forecast?.value
    if last?.stated == outturn, last?.through.savingsMonth == day.savingsMonth { return nil }
    let given = SchemeForecast(
      through: day, method: last?.method ?? .greater, confidence: last?.confidence ?? 1,
      colour: last?.colour ?? .amber, stated: outturn)
    return .init(
      id: id,
      what: "Forecast of its owner: £\(SchemeLineReading.thousands(outturn))k for the year",
      event: .forecast(given))
  }

  /// Pounds as thousands with one decimal at most, such as "1250" or "80.5".
  static func thousands(_ pounds: Double) -> String {
    let tenths = Int((pounds / 100).rounded())
    let text = "\(tenths.magnitude / 10)" + (tenths % 10 == 0 ? "" : ".\(tenths.magnitude % 10)")
    return (tenths < 0 ? "-" : "") + text
  }
}
