// SPDX-License-Identifier: Apache-2.0

import Authority
import Engagement
import Foundation
import Ledger
import Programme

/// A data folder with a committee of three, in which the tests decide.
final class DecisionStage: Sendable {
  let data: DataFolder
  let plan: ProgrammePlan
  let desk: DecisionDesk
  let clerk = Author(id: "clerk", role: "programme-office")

  static let today = day("2018-03-01")

  init(hasCastingVote: Bool = false, rule: VotingRule? = nil) throws {
    let path = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString).path
    let now = LondonTime.moment(Self.today, minutes: 600)
    data = try DataFolder(path: path, clock: { now })
    plan = Self.plan(rule)
    desk = DecisionDesk(data, plan: plan, clock: { now })
  }

  deinit { try? FileManager.default.removeItem(atPath: data.path) }

  static func day(_ text: String) -> CivilDay { CivilDay(text) ?? CivilDay(number: 0) }

  /// Groups a and b have the clause; group c has not.
  ///
  /// They meet on fourth Tuesdays of odd months;
  /// a change takes 14 days of notice and 56 of approval.
  static func plan(_ rule: VotingRule? = nil) -> ProgrammePlan {
    var plan = ProgrammePlan(title: "Plan")
    let terms = AmendmentTerms(
      noticeDays: 14, approver: "regulator", approvalDays: 56,
      meets: MeetingPattern(months: [1, 3, 5, 7, 9, 11], week: 4, weekday: 1))
    let power = ConstitutionClause("6.5", .delegate, subject: "*", committee: "joint")
    plan.authority.names = [
      "a": "Group A", "b": "Group B", "c": "Group C", "regulator": "The regulator",
    ]
    plan.authority.subjects = [
      AuthoritySubject(id: "stroke", name: "Stroke"), AuthoritySubject(id: "beds", name: "Beds"),
    ]
    plan.authority.committees = [
      CommitteeDefinition(
        id: "joint", name: "Joint committee", subjects: ["stroke"],
        clauseWanted: "power to decide with others",
        seats: ["a", "b", "c"].map { CommitteeSeat($0) },
        rule: rule ?? VotingRule(.unanimity, of: .members, quorumCount: 3), noticeDays: 7,
        meets: MeetingPattern(months: Array(1...12), week: 2, weekday: 3))
    ]
    plan.authority.constitutions = ["a", "b", "c"].map { body in
      ConstitutionDefinition(
        body: body,
        versions: [ConstitutionVersion("1", since: nil, clauses: body == "c" ? [] : [power])],
        amendment: terms)
    }
    return plan
  }

  func proposal(_ title: String = "Three units", on day: String = "2018-01-11") -> DecisionProposal
  {
    DecisionProposal(
      committee: "joint", subjects: ["stroke"], title: title,
      resolution: "The committee is asked to choose.", plannedOn: Self.day(day))
  }

  /// A decision put to the vote, with everybody for it.
  func decided(
    on day: String = "2018-01-11", votes: [String: VoteChoice] = [:]
  ) async throws -> (id: String, closing: DecisionClosing) {
    let id = try await desk.propose(proposal(on: day), by: clerk)
    return (id, try await vote(id, on: day, votes: votes))
  }

  func vote(
    _ id: String, on day: String, kind: DecisionSittingPlan.Kind = .decision,
    votes: [String: VoteChoice] = [:]
  ) async throws -> DecisionClosing {
    try await desk.openSitting(id, on: Self.day(day), kind: kind, by: clerk)
    try await desk.attend(id, bodies: ["a", "b", "c"], by: clerk)
    try await desk.vote(
      id, ["a", "b", "c"].map { ($0, votes[$0] ?? .for) }, by: clerk)
    return try await desk.closeVote(id, by: clerk)
  }

  /// Group c gets its clause.
  func amend(since: String = "2018-01-23") async throws {
    try await desk.amend(
      "c",
      ConstitutionAmendment(
        version: "2", passedOn: Self.day("2017-11-28"), since: Self.day(since),
        added: [
          AmendedClause(
            reference: "7.1", kind: .delegate, subject: "stroke", committee: "joint",
            text: "Decides with others.")
        ]), by: clerk)
  }
}
