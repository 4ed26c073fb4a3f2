// SPDX-License-Identifier: Apache-2.0

public import Authority
public import Engagement
public import Ledger

extension DecisionDesk {
  /// Opens a sitting of the committee on a decision, or on its ratification.
  ///
  /// - Returns: the id of the sitting.
  /// - Throws: `EventRefusal.notNow` when there is nothing to decide or ratify.
  @discardableResult
  public func openSitting(
    _ id: String, on day: CivilDay, kind: DecisionSittingPlan.Kind, by author: Author,
    token: String? = nil
  ) async throws(EventRefusal) -> String {
    let record = try decision(id)
    if day > today {
      throw .faults([FieldFault("on", "A meeting is recorded on its day or later.")])
    }
    // A form that is sent twice opens one sitting.
    if let open = record.openSitting, open.plan.on == day, open.plan.kind == kind {
      return open.plan.id
    }
    switch (kind, record.status) {
    case (.decision, .proposed), (.ratification, .invalid): break
    case (.ratification, _):
      throw .notNow("Only a decision that was recorded as invalid can be ratified.")
    case (.decision, _):
      throw .notNow("The decision is “\(record.status.label.lowercased())” already.")
    }
    if let last = record.sittings.last, day < last.plan.on {
      throw .faults([FieldFault("on", "The meeting before this was on \(last.plan.on.text).")])
    }
    let plan = DecisionSittingPlan(id: RandomID.make(), on: day, kind: kind)
    try await append(.sittingOpened(plan), id, author, token)
    return try decision(id).sittings.last?.plan.id ?? plan.id
  }

  /// Records who was present, in place of what was recorded before.
  ///
  /// - Throws: `EventRefusal`.
  public func attend(
    _ id: String, bodies: [String], by author: Author, token: String? = nil
  ) async throws(EventRefusal) {
    let (_, sitting, committee) = try openVote(id)
    let seats = committee.seats.filter { $0.isHeld(on: sitting.plan.on.number) }.map(\.body)
    if let stranger = bodies.first(where: { !seats.contains($0) }) {
      throw .faults([
        FieldFault(
          "present", "\(plan.authority.name(stranger)) has no seat in the committee on that day.")
      ])
    }
    let present = seats.filter(bodies.contains)
    try await append(.attended(sitting: sitting.plan.id, bodies: present), id, author, token)
  }

  /// Records that a member declared an interest.
  ///
  /// - Throws: `EventRefusal`.
  public func declareInterest(
    _ id: String, body: String, kind: InterestKind, by author: Author, token: String? = nil
  ) async throws(EventRefusal) {
    let (_, sitting, committee) = try openVote(id)
    guard committee.seats.contains(where: { $0.body == body }) else {
      throw .faults([FieldFault("body", "Choose a member of the committee.")])
    }
    try await append(
      .interestDeclared(sitting: sitting.plan.id, body: body, kind: kind), id, author, token)
  }

  /// Records votes, each as an event of its own; a vote that is the same as before adds nothing.
  ///
  /// - Throws: `EventRefusal.faults` with the field `vote-BODY` when a body is absent, has no vote
  ///   or may not vote because of an interest; nothing is recorded then.
  public func vote(
    _ id: String, _ votes: [(body: String, choice: VoteChoice)], by author: Author,
    token: String? = nil
  ) async throws(EventRefusal) {
    let (_, sitting, committee) = try openVote(id)
    var faults = DecisionFaults()
    for vote in votes {
      if let reason = bar(vote.body, sitting, committee) {
        faults.add("vote-\(vote.body)", "\(plan.authority.name(vote.body)) \(reason)")
      }
    }
    try faults.refuse()
    for vote in votes where sitting.standingVotes[vote.body] != vote.choice {
      try await append(
        .voted(sitting: sitting.plan.id, body: vote.body, choice: vote.choice), id, author,
        token.map { "\($0)-\(vote.body)" })
    }
  }

  /// Records what the chair says to a tie.
  ///
  /// - Throws: `EventRefusal.notNow` when the committee's rule gives the chair no casting vote.
  public func giveCastingVote(
    _ id: String, _ choice: VoteChoice, by author: Author, token: String? = nil
  ) async throws(EventRefusal) {
    let (_, sitting, committee) = try openVote(id)
    guard committee.rule.hasCastingVote else {
      throw .notNow("The rule of this committee gives its chair no casting vote.")
    }
    try await append(
      .castingVoteGiven(sitting: sitting.plan.id, choice: choice), id, author, token)
  }

  /// Closes the vote: counts it, works out whether the committee had authority on that day, records
  /// what came of it, and signs the minute.
  ///
  /// A decision without authority, or without a quorum, is recorded as invalid with what it lacks.
  /// - Throws: `EventRefusal`.
  @discardableResult
  public func closeVote(
    _ id: String, by author: Author, token: String? = nil
  ) async throws(EventRefusal) -> DecisionClosing {
    let found = try decision(id)
    if found.openSitting == nil, let closing = found.sittings.last?.closing { return closing }
    let (record, sitting, committee) = try openVote(id)
    let closing = try outcome(record, sitting, committee)
    // One vote is closed once, whoever sends it and however often.
    try await append(
      .voteClosed(sitting: sitting.plan.id, closing: closing), id, author,
      "closed-" + sitting.plan.id)
    try await signMinute(id, sitting: sitting.plan.id, by: author)
    return try decision(id).sittings.first { $0.plan.id == sitting.plan.id }?.closing ?? closing
  }

  private func outcome(
    _ record: DecisionRecord, _ sitting: DecisionSitting, _ committee: CommitteeDefinition
  ) throws(EventRefusal) -> DecisionClosing {
    let day = sitting.plan.on
    guard let register = plan.authority.register(committee.id, try state(), from: day) else {
      throw .notFound
    }
    let count = VoteCount(sitting.sitting, of: register.committee)
    let decision = record.proposal.decision
    let finding = register.validity(of: decision, on: day.number)
    let earliest =
      finding.isValid ? nil : register.earliestLawfulDay(for: decision, from: day.number)
    let result: DecisionClosing.Result =
      switch count.result {
      case .inquorate: .invalid
      case .notCarried: .notCarried
      case .carried: finding.isValid ? .decided : .invalid
      }
    return DecisionClosing(
      result: result, count: RecordedCount(count),
      defects: finding.defects.map {
        RecordedDefect($0, committee: committee, plan.authority)
      },
      grounds: finding.grounds.map(RecordedGround.init),
      earliest: earliest?.day.map { CivilDay(number: $0) }, critical: earliest?.criticalBody)
  }

  /// The decision whose vote is open, its sitting and its committee.
  private func openVote(
    _ id: String
  ) throws(EventRefusal) -> (DecisionRecord, DecisionSitting, CommitteeDefinition) {
    let record = try decision(id)
    guard let sitting = record.openSitting else {
      throw .notNow(
        record.sittings.isEmpty
          ? "No vote is open. Open the meeting first."
          : "The vote is closed. What was recorded stays as it is.")
    }
    guard let committee = plan.authority.committee(record.proposal.committee) else {
      throw .notFound
    }
    return (record, sitting, committee)
  }

  /// Why a body cannot vote, or nil.
  private func bar(
    _ body: String, _ sitting: DecisionSitting, _ committee: CommitteeDefinition
  ) -> String? {
    let seat = committee.seats.first {
      $0.body == body && $0.isVoting && $0.isHeld(on: sitting.plan.on.number)
    }
    if seat == nil { return "has no vote in this committee on that day." }
    if !sitting.present.contains(body) { return "is not recorded as present." }
    if committee.rule.conflict != .recorded, sitting.interests.contains(where: { $0.body == body })
    {
      return "declared an interest and may not vote."
    }
    return nil
  }
}
