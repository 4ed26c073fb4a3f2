// SPDX-License-Identifier: Apache-2.0

public import Engagement
public import Foundation
public import Ledger
public import Savings

/// The rules by which schemes are registered, assessed, delivered and counted.
public struct SchemeDesk: Sendable {
  let data: DataFolder
  let plan: ProgrammePlan
  let clock: @Sendable () -> Date

  /// The rules over a data folder, for the groups and pools of a plan.
  public init(
    _ data: DataFolder, plan: ProgrammePlan, clock: @escaping @Sendable () -> Date = { Date() }
  ) {
    self.data = data
    self.plan = plan
    self.clock = clock
  }

  var today: CivilDay { LondonTime.day(clock()) }

  /// Every scheme so far.
  ///
  /// - Throws: `EventRefusal.ledger`.
  public func state() throws(EventRefusal) -> SchemeState {
    try data.keeper.state(SchemeState.self)
  }

  /// A scheme that was not withdrawn.
  ///
  /// - Throws: `EventRefusal.notFound` when there is none, `.notNow` when it was withdrawn.
  public func scheme(_ id: String) throws(EventRefusal) -> SchemeRecord {
    guard let scheme = try state().scheme(id) else { throw .notFound }
    if let gone = scheme.withdrawal {
      throw .notNow("The scheme \(id) was withdrawn on \(gone.value.on.text).")
    }
    return scheme
  }

  /// Registers a scheme under a permanent id.
  ///
  /// A claim on money that another scheme claims already is refused with both places, and the
  /// refusal is recorded.
  /// - Throws: `EventRefusal`.
  public func register(
    _ id: String, _ terms: SchemeTerms, by author: Author, token: String? = nil
  ) async throws(EventRefusal) {
    let state = try state()
    try SchemeRules(plan).check(id, terms, state).refuse()
    try await refuseDouble(id, terms, state, author)
    try await append(.registered(terms), id, author, token)
  }

  /// Gives a scheme other terms from a day on; those before are kept.
  ///
  /// - Throws: `EventRefusal`.
  public func change(
    _ id: String, _ terms: SchemeTerms, from day: CivilDay, reason: String, by author: Author,
    token: String? = nil
  ) async throws(EventRefusal) {
    _ = try scheme(id)
    let state = try state()
    var faults = SchemeRules(plan).check(nil, terms, state)
    faults.demand("reason", reason, "Say why the scheme changes.", upTo: 2000)
    try faults.refuse()
    try await refuseDouble(id, terms, state, author)
    let content = Content(reason, kind: "scheme-change")
    try await append(
      .changed(terms, from: day, reason: content.reference), id, author, token, [content])
  }

  /// Records what clinicians judged of quality.
  ///
  /// - Throws: `EventRefusal`.
  public func assess(
    _ id: String, on day: CivilDay, risks: [QualityAssessment.Subject: Int],
    outcome: QualityAssessment.Outcome, summary: String, by author: Author, token: String? = nil
  ) async throws(EventRefusal) {
    _ = try scheme(id)
    var faults = SavingsFaultList()
    for subject in QualityAssessment.Subject.allCases
    where !(1...25).contains(risks[subject] ?? 0) {
      faults.add(subject.rawValue, "Enter a risk from 1 to 25: consequence times likelihood.")
    }
    faults.demand("summary", summary, "Say how quality was judged.", upTo: 5000)
    if day > today { faults.add("on", "The assessment cannot be in the future.") }
    try faults.refuse()
    let content = Content(summary, kind: "scheme-assessment")
    let given = QualityAssessment(
      on: day, risks: risks, outcome: outcome, summary: content.reference)
    try await append(.assessed(given), id, author, token, [content])
  }

  /// Moves a scheme to another stage; to delivery only with an accepted assessment of quality.
  ///
  /// - Throws: `EventRefusal`.
  public func move(
    _ id: String, to stage: SchemeStage, on day: CivilDay, by author: Author, token: String? = nil
  ) async throws(EventRefusal) {
    let scheme = try scheme(id)
    if stage.needsAssessment && !scheme.mayBeDelivered {
      let reason =
        scheme.assessment == nil
        ? "has no quality impact assessment. Record one first."
        : "may not go on by its quality impact assessment. Change the scheme and assess it again."
      throw .faults([FieldFault("stage", "\(scheme.terms.title) \(reason)")])
    }
    if day > today { throw .faults([FieldFault("on", "The day cannot be in the future.")]) }
    try await append(.moved(to: stage, on: day), id, author, token)
  }

  /// Records what was saved in a month that is over.
  ///
  /// - Throws: `EventRefusal`; a month recorded already is corrected instead.
  public func record(
    _ id: String, month: SavingsMonth, pounds: Double, by author: Author, token: String? = nil
  ) async throws(EventRefusal) {
    let scheme = try scheme(id)
    var faults = SchemeRules.amount(month, pounds, scheme, today)
    if scheme.actuals[month] != nil {
      faults.add(
        "month", "\(month.text) is recorded already. Correct it, with a reason, instead.")
    }
    if !scheme.stage.value.needsAssessment {
      faults.add("month", "The scheme is not in delivery yet. Move it to delivery first.")
    }
    try faults.refuse()
    try await append(.recorded(month: month.firstDay, pounds: pounds), id, author, token)
  }

  /// Corrects a month that was recorded.
  ///
  /// - Throws: `EventRefusal`.
  public func correct(
    _ id: String, month: SavingsMonth, pounds: Double, reason: String, by author: Author,
    token: String? = nil
  ) async throws(EventRefusal) {
    let scheme = try scheme(id)
    var faults = SchemeRules.amount(month, pounds, scheme, today)
    if scheme.actuals[month] == nil {
      faults.add("month", "Nothing is recorded for \(month.text). Record it instead.")
    }
    faults.demand("reason", reason, "Say why the amount changes.", upTo: 2000)
    try faults.refuse()
    let content = Content(reason, kind: "scheme-correction")
    try await append(
      .corrected(month: month.firstDay, pounds: pounds, reason: content.reference), id, author,
      token, [content])
  }

  /// Records what the owner of a scheme thinks of the rest of the year.
  ///
  /// - Throws: `EventRefusal`.
  public func forecast(
    _ id: String, _ forecast: SchemeForecast, by author: Author, token: String? = nil
  ) async throws(EventRefusal) {
    _ = try scheme(id)
    var faults = SavingsFaultList()
    if !(0...1).contains(forecast.confidence) {
      faults.add("confidence", "Enter a confidence from 0 to 100%.")
    }
    if let stated = forecast.stated { faults.demand("stated", pounds: stated) }
    try faults.refuse()
    try await append(.forecast(forecast), id, author, token)
  }

  /// Takes a scheme out of the register; what happened to it stays on the record.
  ///
  /// - Throws: `EventRefusal`.
  public func withdraw(
    _ id: String, reason: String, by author: Author, token: String? = nil
  ) async throws(EventRefusal) {
    _ = try scheme(id)
    var faults = SavingsFaultList()
    faults.demand("reason", reason, "Say why the scheme is withdrawn.", upTo: 2000)
    try faults.refuse()
    let content = Content(reason, kind: "scheme-withdrawal")
    try await append(
      .withdrawn(on: today, reason: content.reference), id, author, token, [content])
  }

  func append(
    _ event: SchemeEvent, _ subject: String, _ author: Author, _ token: String?,
    _ contents: [Content] = []
  ) async throws(EventRefusal) {
    try await data.keeper.append(event, subject, by: author, token: token, contents)
  }

  private func refuseDouble(
    _ id: String, _ terms: SchemeTerms, _ state: SchemeState, _ author: Author
  ) async throws(EventRefusal) {
    guard let claim = SchemeRules(plan).double(id, terms, state) else { return }
    try await append(.refused(claim), id, author, nil)
    throw .faults([FieldFault("pool", claim.sentence)])
  }
}
