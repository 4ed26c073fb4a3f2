// SPDX-License-Identifier: Apache-2.0

import Authority
import Engagement
import Ledger

/// Made-up life of joint decisions over the real structure: groups amend their constitutions, one
/// of them too late for a first decision, which is invalid until it is ratified.
enum DecisionsDemonstration {
  static func steps(_ stage: ProgrammeStage) throws -> [DemonstrationStep] {
    guard let script = DecisionScript(stage) else { return [] }
    return script.amendments + script.decisions + script.recommendations
  }
}

/// The steps for the first committee of a plan that covers a matter.
private struct DecisionScript: Sendable {
  let desk: DecisionDesk
  let author: Author
  let committee: CommitteeDefinition
  let constitutions: [ConstitutionDefinition]
  /// A matter of the committee's terms, and one that is not.
  let subject: String
  let foreign: String?
  /// The body whose amendment comes late.
  let late: String
  let recommenders: (String, String)?

  init?(_ stage: ProgrammeStage) {
    let authority = stage.plan.authority
    guard let committee = authority.committees.first(where: { !$0.subjects.isEmpty }),
      let subject = committee.subjects.first, let last = committee.seats.last?.body
    else { return nil }
    desk = DecisionDesk(stage.data, plan: stage.plan, clock: stage.clock)
    author = stage.office
    self.committee = committee
    self.subject = subject
    constitutions = authority.constitutions.filter { constitution in
      committee.seats.contains { $0.body == constitution.body }
    }
    foreign = authority.subjects.first { !committee.subjects.contains($0.id) }?.id
    late = committee.seats.contains { $0.body == "ccg-swale" } ? "ccg-swale" : last
    let known = ["programme-board", "scrutiny-kent"].filter { authority.names[$0] != nil }
    recommenders = known.count == 2 ? (known[0], known[1]) : nil
  }

  // MARK: Constitutions

  var amendments: [DemonstrationStep] {
    constitutions.flatMap { constitution -> [DemonstrationStep] in
      guard let terms = constitution.amendment else { return [] }
      let notice = constitution.body == late ? Day.lateNotice : Day.notice
      let meetings = terms.meets.days(
        from: notice.adding(terms.noticeDays), to: notice.adding(2 * 366))
      guard let passed = meetings.first else { return [] }
      // Two groups keep the last word: they have the power and resolve to use it.
      let resolves =
        committee.seats.suffix(2).contains { $0.body == constitution.body }
        && constitution.body != late
      let since = passed.adding(terms.approvalDays)
      let amended = DemonstrationStep(passed, minutes: 960) {
        try await amend(constitution.body, passed: passed, since: since, resolves: resolves)
      }
      guard resolves, let next = meetings.first(where: { $0 > since }) else { return [amended] }
      return [
        amended,
        DemonstrationStep(next, minutes: 970) {
          try await desk.delegate(
            constitution.body,
            GivenDelegation(subject: subject, committee: committee.id, since: next), by: author,
            token: "demonstration-delegation-" + constitution.body)
        },
      ]
    }
  }

  private func amend(
    _ body: String, passed: CivilDay, since: CivilDay, resolves: Bool
  ) async throws {
    let clause = AmendedClause(
      reference: "6.5 (synthetic)", kind: resolves ? .empower : .delegate, subject: subject,
      committee: committee.id,
      text: resolves
        ? "Synthetic clause: the governing body may resolve to decide with others."
        : "Synthetic clause: the group decides with others in the joint committee.")
    try await desk.amend(
      body,
      ConstitutionAmendment(
        version: "as amended in \(passed.parts.year) (synthetic)", passedOn: passed, since: since,
        added: [clause]), by: author, token: "demonstration-amendment-" + body)
  }

  // MARK: Decisions

  var decisions: [DemonstrationStep] {
    let method = "How the options are compared (synthetic)"
    let business = "Business case for the consultation (synthetic)"
    let sixth = "A sixth option (synthetic)"
    let workshop = "Members of the evaluation workshop (synthetic)"
    let final = "Decision after the consultation (synthetic)"
    return [
      propose(method, Day.methodProposed, for: Day.method, "agree the criteria and their measures"),
      sit(method, Day.method),
      sit(method, Day.ratified, kind: .ratification),
      propose(
        business, Day.businessProposed, for: Day.business,
        "approve the business case and ask the public about the options", options: 5),
      sit(business, Day.business, changing: true),
      propose(sixth, Day.sixthProposed, for: Day.sixth, "ask the public about a further option"),
      sit(sixth, Day.sixth, against: true),
      propose(workshop, Day.workshopProposed, for: Day.workshop, "name who weighs the options"),
      sit(workshop, Day.workshop, conflicted: true),
      propose(final, Day.finalProposed, for: Day.final, "choose one of the options", options: 5),
    ] + foreignProposal
  }

  /// A proposal that no member of the committee may decide with the others.
  private var foreignProposal: [DemonstrationStep] {
    guard let foreign else { return [] }
    return [
      propose(
        "Another service (synthetic)", Day.foreignProposed, for: Day.foreign,
        "review a further service in the same way", about: [subject, foreign])
    ]
  }

  private func propose(
    _ title: String, _ day: CivilDay, for planned: CivilDay, _ resolution: String,
    options: Int = 0, about subjects: [String]? = nil
  ) -> DemonstrationStep {
    DemonstrationStep(day, minutes: 660) {
      var proposal = DecisionProposal(
        committee: committee.id, subjects: subjects ?? [subject], title: title,
        resolution: "Synthetic: the committee is asked to \(resolution).", plannedOn: planned)
      proposal.options = (0..<options).map { "Synthetic option \("ABCDE".dropFirst($0).prefix(1))" }
      proposal.papers = [DecisionPaper(title: "Synthetic paper for “\(title)”")]
      try await desk.propose(proposal, by: author, token: "demonstration-proposal-" + title)
    }
  }

  private func sit(
    _ title: String, _ day: CivilDay, kind: DecisionSittingPlan.Kind = .decision,
    changing: Bool = false, against: Bool = false, conflicted: Bool = false
  ) -> DemonstrationStep {
    DemonstrationStep(day, minutes: 840) {
      guard let record = try desk.state().decisions.first(where: { $0.proposal.title == title })
      else { return }
      let id = record.id
      let bodies = committee.seats.filter(\.isVoting).map(\.body)
      try await desk.openSitting(id, on: day, kind: kind, by: author)
      try await desk.attend(id, bodies: bodies, by: author)
      if conflicted, let first = bodies.first {
        try await desk.declareInterest(id, body: first, kind: .professional, by: author)
      }
      let voters = conflicted ? Array(bodies.dropFirst()) : bodies
      if changing, let last = voters.last {
        try await desk.vote(id, [(last, .abstain)], by: author)
      }
      let choices = voters.enumerated().map { place, body in
        (body: body, choice: against && place == 3 ? VoteChoice.against : .for)
      }
      try await desk.vote(id, choices, by: author)
      try await desk.closeVote(id, by: author)
    }
  }

  // MARK: Recommendations

  var recommendations: [DemonstrationStep] {
    guard let (board, scrutiny) = recommenders else { return [] }
    let amend = "Synthetic: that the group amends its constitution in time for joint decisions."
    let travel = "Synthetic: that the committee looks at journeys from the poorest areas."
    return [
      recommend(board, to: late, amend, Day.recommended),
      answer(
        amend, .partly, "Synthetic: agreed, at a later meeting than the others.", Day.answered),
      recommend(scrutiny, to: committee.id, travel, Day.scrutinised),
    ]
  }

  private func recommend(
    _ from: String, to: String, _ text: String, _ day: CivilDay
  ) -> DemonstrationStep {
    DemonstrationStep(day, minutes: 900) {
      try await desk.recommend(
        BodyRecommendation(from: from, to: to, subject: subject, text: text, on: day), by: author,
        token: "demonstration-recommendation-\(from)")
    }
  }

  private func answer(
    _ text: String, _ outcome: RecommendationAnswer.Outcome, _ reason: String, _ day: CivilDay
  ) -> DemonstrationStep {
    DemonstrationStep(day, minutes: 900) {
      let made = try desk.state().recommendations.first { $0.recommendation.text == text }
      guard let made else { return }
      try await desk.answer(
        made.id, RecommendationAnswer(outcome: outcome, reason: reason, on: day), by: author)
    }
  }

  /// The days of the story.
  ///
  /// Sittings are on second Thursdays.
  private enum Day {
    static let recommended = day(2017, 4, 24)
    static let notice = day(2017, 4, 25)
    static let answered = day(2017, 5, 23)
    static let methodProposed = day(2017, 8, 21)
    static let lateNotice = day(2017, 9, 1)
    static let method = day(2017, 9, 14)
    static let sixthProposed = day(2017, 10, 16)
    static let businessProposed = day(2017, 11, 20)
    static let ratified = day(2017, 12, 14)
    static let sixth = day(2017, 12, 14)
    static let workshopProposed = day(2017, 12, 18)
    static let business = day(2018, 1, 11)
    static let workshop = day(2018, 1, 11)
    static let scrutinised = day(2018, 1, 22)
    static let finalProposed = day(2018, 1, 22)
    static let foreignProposed = day(2018, 1, 25)
    static let foreign = day(2018, 5, 10)
    static let final = day(2018, 10, 11)

    private static func day(_ year: Int, _ month: Int, _ day: Int) -> CivilDay {
      CivilDay(year: year, month: month, day: day) ?? ProgrammeDemonstration.last
    }
  }
}
