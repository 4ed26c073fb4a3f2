// SPDX-License-Identifier: Apache-2.0

import Authority
public import Engagement
public import Foundation
public import Ledger

/// The rules by which joint decisions are proposed, put off, withdrawn and recommended.
///
/// Nothing here refuses a decision for want of authority: it is recorded as invalid with its
/// defects when its vote is closed. Sittings and votes, and changes of authority, are in files of
/// their own.
public struct DecisionDesk: Sendable {
  let data: DataFolder
  let plan: ProgrammePlan
  let clock: @Sendable () -> Date

  /// The rules over a data folder, for the committees of a plan.
  public init(
    _ data: DataFolder, plan: ProgrammePlan, clock: @escaping @Sendable () -> Date = { Date() }
  ) {
    self.data = data
    self.plan = plan
    self.clock = clock
  }

  var today: CivilDay { LondonTime.day(clock()) }

  /// Everything so far.
  ///
  /// - Throws: `EventRefusal.ledger`.
  public func state() throws(EventRefusal) -> DecisionState {
    try data.keeper.state(DecisionState.self)
  }

  /// A decision by its id.
  ///
  /// - Throws: `EventRefusal.notFound`.
  public func decision(_ id: String) throws(EventRefusal) -> DecisionRecord {
    guard let record = try state().decision(id) else { throw .notFound }
    return record
  }

  /// Puts something to a committee, once for a token.
  ///
  /// - Returns: the id of the decision.
  /// - Throws: `EventRefusal.faults` when the committee or a matter is not in the plan, or a text
  ///   is missing or too long.
  @discardableResult
  public func propose(
    _ proposal: DecisionProposal, by author: Author, token: String? = nil
  ) async throws(EventRefusal) -> String {
    var faults = DecisionFaults()
    faults.text("title", proposal.title, "Enter a short name for the decision.", upTo: 150)
    faults.text(
      "resolution", proposal.resolution, "Enter what the committee is asked to resolve.",
      upTo: 5000)
    let committee = plan.authority.committee(proposal.committee)
    if committee == nil { faults.add("committee", "Choose a committee.") }
    let known = plan.authority.subjects.map(\.id)
    if proposal.subjects.isEmpty || !proposal.subjects.allSatisfy(known.contains) {
      faults.add("subjects", "Choose what the decision is about.")
    }
    let bodies = plan.authority.names
    if let body = proposal.bodies.first(where: { bodies[$0] == nil }) {
      faults.add("bodies", "“\(body)” is no organisation of the plan.")
    }
    if let pounds = proposal.pounds, pounds < 0 {
      faults.add("pounds", "Enter a sum of no less than £0, or leave it empty.")
    }
    for option in proposal.options where option.count > 300 {
      faults.add("options", "An option can be 300 characters at most; this has \(option.count).")
    }
    for paper in proposal.papers {
      if paper.title.count > 300 {
        faults.add("papers", "A paper’s title can be 300 characters at most.")
      }
      if !DecisionDesk.isSafe(paper.link) {
        faults.add("papers", "A link starts with https:// or with / for a page of this site.")
      }
    }
    try faults.refuse()
    return try await append(.proposed(proposal), RandomID.make(), author, token).entry.subject
  }

  /// Plans a decision for another day.
  ///
  /// - Throws: `EventRefusal`.
  public func reschedule(
    _ id: String, to day: CivilDay, reason: String, by author: Author, token: String? = nil
  ) async throws(EventRefusal) {
    try refuseUnlessPending(try decision(id))
    var faults = DecisionFaults()
    faults.text("reason", reason, "Say why it is put off.", upTo: 1000)
    try faults.refuse()
    try await append(.rescheduled(to: day, reason: reason), id, author, token)
  }

  /// Withdraws a proposal before it is voted on.
  ///
  /// - Throws: `EventRefusal`.
  public func withdraw(
    _ id: String, reason: String, by author: Author, token: String? = nil
  ) async throws(EventRefusal) {
    try refuseUnlessPending(try decision(id))
    var faults = DecisionFaults()
    faults.text("reason", reason, "Say why it is withdrawn.", upTo: 1000)
    try faults.refuse()
    try await append(.withdrawn(reason: reason), id, author, token)
  }

  /// Records a recommendation to a body that decides for itself.
  ///
  /// - Returns: its id.
  /// - Throws: `EventRefusal`.
  @discardableResult
  public func recommend(
    _ recommendation: BodyRecommendation, by author: Author, token: String? = nil
  ) async throws(EventRefusal) -> String {
    var faults = DecisionFaults()
    faults.text("text", recommendation.text, "Enter what is recommended.", upTo: 5000)
    let names = plan.authority.names
    if names[recommendation.from] == nil, plan.authority.committee(recommendation.from) == nil {
      faults.add("from", "Choose who recommends it.")
    }
    if names[recommendation.to] == nil, plan.authority.committee(recommendation.to) == nil {
      faults.add("to", "Choose who is to decide.")
    }
    if recommendation.to == recommendation.from {
      faults.add("to", "A body that decides for itself needs no recommendation of its own.")
    }
    if !plan.authority.subjects.contains(where: { $0.id == recommendation.subject }) {
      faults.add("subject", "Choose what it is about.")
    }
    try faults.refuse()
    return try await append(.recommended(recommendation), RandomID.make(), author, token)
      .entry.subject
  }

  /// Records what a body does with a recommendation, in place of what was recorded before.
  ///
  /// - Throws: `EventRefusal`.
  public func answer(
    _ id: String, _ answer: RecommendationAnswer, by author: Author, token: String? = nil
  ) async throws(EventRefusal) {
    guard try state().recommendations.contains(where: { $0.id == id }) else { throw .notFound }
    var faults = DecisionFaults()
    faults.text("reason", answer.reason, "Say what the body does, and why.", upTo: 2000)
    try faults.refuse()
    try await append(.recommendationAnswered(answer), id, author, token)
  }

  private func refuseUnlessPending(_ record: DecisionRecord) throws(EventRefusal) {
    guard record.status == .proposed else {
      throw .notNow(
        "The decision is “\(record.status.label.lowercased())”. Only a proposal on which no vote "
          + "was opened can be put off or withdrawn.")
    }
  }

  private static func isSafe(_ link: String) -> Bool {
    link.isEmpty || link.hasPrefix("https://") || (link.hasPrefix("/") && !link.hasPrefix("//"))
  }

  @discardableResult
  func append(
    _ event: DecisionEvent, _ subject: String, _ author: Author, _ token: String?,
    contents: [Content] = []
  ) async throws(EventRefusal) -> Receipt {
    return try await data.keeper.append(event, subject, by: author, token: token, contents)
  }
}

/// What is wrong with what was entered, in order.
struct DecisionFaults {
  private var faults: [FieldFault] = []

  mutating func add(_ field: String, _ message: String) {
    faults.append(FieldFault(field, message))
  }

  /// Demands a text of a length at most.
  mutating func text(_ field: String, _ text: String, _ missing: String, upTo length: Int) {
    if !text.contains(where: { !$0.isWhitespace }) { add(field, missing) }
    if text.count > length {
      add(field, "The text can be \(length) characters at most; this has \(text.count).")
    }
  }

  /// Goes on only when nothing is wrong.
  func refuse() throws(EventRefusal) {
    if !faults.isEmpty { throw .faults(faults) }
  }
}
