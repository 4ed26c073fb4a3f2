// SPDX-License-Identifier: Apache-2.0

public import Engagement
public import Foundation
public import Ledger

/// The rules by which benefits are registered, measured and given to what brought them.
public struct BenefitDesk: Sendable {
  let data: DataFolder
  let plan: ProgrammePlan
  let clock: @Sendable () -> Date

  /// The rules over a data folder, for the groups of a plan.
  public init(
    _ data: DataFolder, plan: ProgrammePlan, clock: @escaping @Sendable () -> Date = { Date() }
  ) {
    self.data = data
    self.plan = plan
    self.clock = clock
  }

  var today: CivilDay { LondonTime.day(clock()) }

  /// Every benefit so far.
  ///
  /// - Throws: `EventRefusal.ledger`.
  public func state() throws(EventRefusal) -> BenefitState {
    try data.keeper.state(BenefitState.self)
  }

  /// A benefit that was not withdrawn.
  ///
  /// - Throws: `EventRefusal.notFound` when there is none.
  public func benefit(_ id: String) throws(EventRefusal) -> BenefitRecord {
    guard let benefit = try state().benefit(id), benefit.isLive else { throw .notFound }
    return benefit
  }

  /// Registers a benefit under a permanent id.
  ///
  /// One that is claimed already is refused with both places, and the refusal is recorded.
  /// - Throws: `EventRefusal`.
  public func register(
    _ id: String, _ terms: BenefitTerms, by author: Author, token: String? = nil
  ) async throws(EventRefusal) {
    let state = try state()
    try BenefitRules(plan).check(id, terms, state).refuse()
    try await refuseDouble(id, terms, state, author)
    try await append(.registered(terms), id, author, token)
  }

  /// Gives a benefit other terms; those before are kept.
  ///
  /// - Throws: `EventRefusal`.
  public func change(
    _ id: String, _ terms: BenefitTerms, reason: String, by author: Author, token: String? = nil
  ) async throws(EventRefusal) {
    _ = try benefit(id)
    let state = try state()
    var faults = BenefitRules(plan).check(nil, terms, state)
    faults.demand("reason", reason, "Say why the benefit changes.", upTo: 2000)
    try faults.refuse()
    try await refuseDouble(id, terms, state, author)
    let content = Content(reason, kind: "benefit-change")
    try await append(.changed(terms, reason: content.reference), id, author, token, [content])
  }

  /// Records the measure on a day.
  ///
  /// - Throws: `EventRefusal`.
  public func measure(
    _ id: String, on day: CivilDay, value: Double, by author: Author, token: String? = nil
  ) async throws(EventRefusal) {
    _ = try benefit(id)
    var faults = SavingsFaultList()
    if !value.isFinite { faults.add("value", "Enter the measure as a number.") }
    if day > today { faults.add("on", "The day cannot be in the future.") }
    try faults.refuse()
    try await append(.measured(on: day, value: value), id, author, token)
  }

  /// Gives a share of a benefit to the initiative that brought it; shares come to 1 at most.
  ///
  /// - Throws: `EventRefusal`.
  public func attribute(
    _ id: String, to initiative: String, share: Double, by author: Author, token: String? = nil
  ) async throws(EventRefusal) {
    let benefit = try benefit(id)
    var faults = SavingsFaultList()
    faults.demand("initiative", initiative, "Enter the initiative.", upTo: 200)
    let others = benefit.attributions.filter { $0.key != initiative }
    let given = others.values.reduce(0) { $0 + $1.value }
    if !(0...1).contains(share) {
      faults.add("share", "Enter a share from 0 to 100%.")
    } else if given + share > 1 + 1e-9 {
      let names = others.keys.sorted().joined(separator: ", ")
      let taken = Int((given * 100).rounded())
      faults.add("share", "\(names) already have \(taken)%. All shares come to 100% at most.")
    }
    try faults.refuse()
    try await append(.attributed(initiative: initiative, share: share), id, author, token)
  }

  /// Takes a benefit out of the register; what happened to it stays on the record.
  ///
  /// - Throws: `EventRefusal`.
  public func withdraw(
    _ id: String, reason: String, by author: Author, token: String? = nil
  ) async throws(EventRefusal) {
    _ = try benefit(id)
    var faults = SavingsFaultList()
    faults.demand("reason", reason, "Say why the benefit is withdrawn.", upTo: 2000)
    try faults.refuse()
    let content = Content(reason, kind: "benefit-withdrawal")
    try await append(
      .withdrawn(on: today, reason: content.reference), id, author, token, [content])
  }

  private func append(
    _ event: BenefitEvent, _ subject: String, _ author: Author, _ token: String?,
    _ contents: [Content] = []
  ) async throws(EventRefusal) {
    try await data.keeper.append(event, subject, by: author, token: token, contents)
  }

  private func refuseDouble(
    _ id: String, _ terms: BenefitTerms, _ state: BenefitState, _ author: Author
  ) async throws(EventRefusal) {
    guard let claim = BenefitRules(plan).double(id, terms, state.benefits) else { return }
    try await append(.refused(claim), id, author, nil)
    throw .faults([FieldFault("measure", claim.sentence)])
  }
}

/// What must hold for a benefit, whoever enters it.
struct BenefitRules {
  private let plan: ProgrammePlan

  init(_ plan: ProgrammePlan) { self.plan = plan }

  /// What is wrong with a benefit; with an id, also with that as a new one.
  func check(_ id: String?, _ terms: BenefitTerms, _ state: BenefitState) -> SavingsFaultList {
    var faults = SavingsFaultList()
    if let id {
      let isPlain = id.allSatisfy {
        ($0.isLowercase || $0.isNumber || $0 == "-") && $0.isASCII
      }
      if id.isEmpty || id.count > 60 || !isPlain {
        faults.add("id", "Enter an id of small letters, digits and hyphens, such as less-paper.")
      } else if state.benefit(id) != nil {
        faults.add("id", "There is a benefit \(id) already. Choose another id.")
      }
    }
    faults.demand("description", terms.description, "Enter what the benefit is.", upTo: 500)
    faults.demand("measure", terms.measure, "Enter how it is measured.", upTo: 200)
    faults.demand("owner", terms.owner, "Enter the office responsible, not a name.", upTo: 120)
    faults.demand(
      "organisation", terms.organisation, among: plan.organisations.map(\.id),
      "Choose the organisation that gains.")
    if !terms.group.isEmpty {
      faults.demand(
        "group", terms.group, among: plan.savings.groups.map(\.id), "Choose a working group.")
    }
    if let value = terms.fullYearValue { faults.demand("full-year", pounds: value) }
    if let from = terms.from, let to = terms.to, to < from {
      faults.add("to", "The last day must not be before the first.")
    }
    return faults
  }

  /// The benefit that claims the same already: one measure of one organisation in days that
  /// overlap, or one scheme under another group.
  func double(
    _ id: String, _ terms: BenefitTerms, _ benefits: [BenefitRecord]
  ) -> SavingsDoubleClaim? {
    let others = benefits.filter { $0.id != id && $0.isLive }
    if let other = others.first(where: { isSameMeasure($0.terms, terms) }) {
      let owner = plan.organisations.first { $0.id == terms.organisation }?.name
      return claim(
        id, terms, other, "“\(terms.measure)” at \(owner ?? terms.organisation) in the same time")
    }
    let shared = others.first {
      terms.scheme != nil && $0.terms.scheme == terms.scheme && $0.terms.group != terms.group
    }
    return shared.map { claim(id, terms, $0, "the saving of scheme \(terms.scheme ?? "")") }
  }

  private func isSameMeasure(_ one: BenefitTerms, _ other: BenefitTerms) -> Bool {
    one.organisation == other.organisation
      && SchemeRules.key(one.measure) == SchemeRules.key(other.measure)
      && !(one.to.map { end in other.from.map { end < $0 } ?? false } ?? false)
      && !(other.to.map { end in one.from.map { end < $0 } ?? false } ?? false)
  }

  private func claim(
    _ id: String, _ terms: BenefitTerms, _ other: BenefitRecord, _ what: String
  ) -> SavingsDoubleClaim {
    SavingsDoubleClaim(
      claim: "benefit \(id)" + under(terms.group),
      earlier: "benefit \(other.id)" + under(other.terms.group) + " (entry \(other.termsEntry))",
      earlierID: other.id, what: what)
  }

  private func under(_ group: String) -> String {
    group.isEmpty ? "" : " under \(plan.savings.group(group)?.name ?? group)"
  }
}
