// SPDX-License-Identifier: Apache-2.0

import Authority
import Engagement
import Foundation
import Ledger
import Programme
import Testing

@Suite struct `A joint decision` {
  @Test func `is recorded as invalid when one group lacks the clause, and says what is missing`()
    async throws
  {
    let stage = try DecisionStage()
    let (id, closing) = try await stage.decided()
    #expect(closing.result == .invalid)
    #expect(closing.count.result == .carried)
    let defect = try #require(closing.defects.first)
    #expect(closing.defects.count == 1)
    #expect(defect.body == "c")
    #expect(defect.clause == "Missing: power to decide with others")
    // Fourteen days from 11 January pass the meeting of the 23rd; the next is on 27 March.
    #expect(defect.firstDay == DecisionStage.day("2018-05-22"))
    #expect(defect.leadDays == 131)
    #expect(defect.cure.contains("its meeting on 27 March 2018"))
    #expect(closing.earliest == DecisionStage.day("2018-06-14"))
    #expect(closing.critical == "c")
    #expect(try stage.desk.decision(id).status == .invalid)
  }

  @Test func `can be ratified once the clause has effect, and not before`() async throws {
    let stage = try DecisionStage()
    let (id, _) = try await stage.decided()
    try await stage.amend()
    let again = try await stage.vote(id, on: "2018-01-22", kind: .ratification)
    #expect(again.result == .invalid)
    #expect(try stage.desk.decision(id).status == .invalid)
    let cured = try await stage.vote(id, on: "2018-01-23", kind: .ratification)
    #expect(cured.result == .decided)
    #expect(cured.grounds.contains { $0.body == "c" && $0.clause == "7.1" && $0.version == "2" })
    let record = try stage.desk.decision(id)
    #expect(record.status == .ratified)
    // What was recorded at first stays.
    #expect(record.sittings.first?.closing?.result == .invalid)
    await #expect(throws: EventRefusal.self) {
      try await stage.desk.openSitting(
        id, on: DecisionStage.today, kind: .ratification, by: stage.clerk)
    }
  }

  @Test func `is decided when everybody has authority and votes for it`() async throws {
    let stage = try DecisionStage()
    try await stage.amend(since: "2018-01-02")
    let (id, closing) = try await stage.decided()
    #expect(closing.result == .decided)
    #expect(closing.defects.isEmpty && closing.earliest == nil)
    #expect(try stage.desk.decision(id).status == .decided)
  }

  @Test func `is not carried when one votes against it`() async throws {
    let stage = try DecisionStage()
    try await stage.amend(since: "2018-01-02")
    let (id, closing) = try await stage.decided(votes: ["b": .against])
    #expect(closing.result == .notCarried)
    #expect(closing.count.needed == 3 && closing.count.votesFor == 2)
    #expect(try stage.desk.decision(id).status == .notCarried)
  }

  @Test func `keeps a vote that was changed`() async throws {
    let stage = try DecisionStage()
    try await stage.amend(since: "2018-01-02")
    let id = try await stage.desk.propose(stage.proposal(), by: stage.clerk)
    try await stage.desk.openSitting(
      id, on: DecisionStage.day("2018-01-11"), kind: .decision, by: stage.clerk)
    try await stage.desk.attend(id, bodies: ["a", "b", "c"], by: stage.clerk)
    try await stage.desk.vote(id, [("a", .against)], by: stage.clerk)
    try await stage.desk.vote(id, [("a", .for), ("b", .for), ("c", .for)], by: stage.clerk)
    // The same once more records nothing.
    try await stage.desk.vote(id, [("a", .for)], by: stage.clerk)
    let votes = try stage.desk.decision(id).openSitting?.votes ?? []
    #expect(votes.map(\.body) == ["a", "a", "b", "c"])
    #expect(votes.map(\.isReplaced) == [true, false, false, false])
    #expect(try await stage.desk.closeVote(id, by: stage.clerk).result == .decided)
    await #expect(throws: EventRefusal.self) {
      try await stage.desk.vote(id, [("a", .against)], by: stage.clerk)
    }
  }

  @Test func `is invalid without a quorum, as when a conflict takes it away`() async throws {
    let stage = try DecisionStage()
    try await stage.amend(since: "2018-01-02")
    let id = try await stage.desk.propose(stage.proposal(), by: stage.clerk)
    try await stage.desk.openSitting(
      id, on: DecisionStage.day("2018-01-11"), kind: .decision, by: stage.clerk)
    try await stage.desk.attend(id, bodies: ["a", "b", "c"], by: stage.clerk)
    try await stage.desk.declareInterest(id, body: "a", kind: .financial, by: stage.clerk)
    await #expect(
      throws: EventRefusal.faults([
        FieldFault("vote-a", "Group A declared an interest and may not vote.")
      ])
    ) {
      try await stage.desk.vote(id, [("a", .for)], by: stage.clerk)
    }
    try await stage.desk.vote(id, [("b", .for), ("c", .for)], by: stage.clerk)
    let closing = try await stage.desk.closeVote(id, by: stage.clerk)
    #expect(closing.result == .invalid)
    #expect(closing.count.result == .inquorate)
    #expect(closing.count.quorum == ["b", "c"])
    #expect(closing.defects.isEmpty)
  }

  @Test func `is closed once, whoever sends it`() async throws {
    let stage = try DecisionStage()
    let (id, first) = try await stage.decided()
    let again = try await stage.desk.closeVote(id, by: stage.clerk)
    #expect(again == first)
    let closings = try stage.data.ledger.entries(family: "decision")
      .filter { $0.type == "voteClosed" }
    #expect(closings.count == 1)
  }

  @Test func `says at once what is wrong with a proposal`() async throws {
    let stage = try DecisionStage()
    var proposal = stage.proposal("")
    proposal.committee = "nobody"
    proposal.subjects = ["weather"]
    proposal.papers = [DecisionPaper(title: "Paper", link: "javascript:alert(1)")]
    let wrong = proposal
    let refusal = await #expect(throws: EventRefusal.self) {
      try await stage.desk.propose(wrong, by: stage.clerk)
    }
    guard case .faults(let faults) = refusal else {
      Issue.record("no faults")
      return
    }
    #expect(faults.map(\.field) == ["title", "committee", "subjects", "papers"])
    #expect(try stage.desk.state().decisions.isEmpty)
  }

  @Test func `can be put off and withdrawn until a vote is opened`() async throws {
    let stage = try DecisionStage()
    let id = try await stage.desk.propose(stage.proposal(), by: stage.clerk, token: "t")
    #expect(try await stage.desk.propose(stage.proposal(), by: stage.clerk, token: "t") == id)
    try await stage.desk.reschedule(
      id, to: DecisionStage.day("2018-02-08"), reason: "Paper late.", by: stage.clerk)
    #expect(try stage.desk.decision(id).plannedOn == DecisionStage.day("2018-02-08"))
    try await stage.desk.withdraw(id, reason: "No longer needed.", by: stage.clerk)
    let record = try stage.desk.decision(id)
    #expect(record.status == .withdrawn)
    #expect(record.number == 1)
    #expect(record.statusSequence > record.plannedSequence)
    await #expect(throws: EventRefusal.self) {
      try await stage.desk.openSitting(
        id, on: DecisionStage.day("2018-02-08"), kind: .decision, by: stage.clerk)
    }
  }
}

@Suite struct `A delegation by resolution` {
  @Test func `has effect while it is given`() async throws {
    let stage = try DecisionStage()
    try await stage.desk.amend(
      "c",
      ConstitutionAmendment(
        version: "2", passedOn: DecisionStage.day("2017-05-23"),
        since: DecisionStage.day("2017-07-18"),
        added: [
          AmendedClause(
            reference: "7.1", kind: .empower, subject: "stroke", committee: "joint",
            text: "May decide with others.")
        ]), by: stage.clerk)
    #expect(try fault(stage, "2018-01-11")?.hasPrefix("Clause 7.1 lets it hand") == true)
    try await stage.desk.delegate(
      "c",
      GivenDelegation(
        subject: "stroke", committee: "joint", since: DecisionStage.day("2017-09-26")),
      by: stage.clerk)
    #expect(try fault(stage, "2018-01-11") == nil)
    try await stage.desk.withdrawDelegation(
      "c", subject: "stroke", committee: "joint", lastDay: DecisionStage.day("2018-01-10"),
      reason: "Taken back.", by: stage.clerk)
    #expect(try fault(stage, "2018-01-10") == nil)
    #expect(try fault(stage, "2018-01-11")?.contains("withdrew") == true)
    await #expect(throws: EventRefusal.self) {
      try await stage.desk.withdrawDelegation(
        "c", subject: "beds", committee: "joint", lastDay: DecisionStage.today, reason: "None.",
        by: stage.clerk)
    }
  }

  private func fault(_ stage: DecisionStage, _ day: String) throws -> String? {
    let day = DecisionStage.day(day)
    let register = stage.plan.authority.register("joint", try stage.desk.state(), from: day)
    let finding = register?.validity(of: ProposedDecision(subjects: ["stroke"]), on: day.number)
    return finding?.defects.first.map {
      AuthorityWords(stage.plan.authority).text($0, stage.plan.authority.committee("joint"))
    }
  }
}

@Suite struct `A recommendation` {
  @Test func `goes to a body that decides for itself, and is answered`() async throws {
    let stage = try DecisionStage()
    let recommendation = BodyRecommendation(
      from: "a", to: "joint", subject: "stroke", text: "Look at journeys.",
      on: DecisionStage.today)
    let id = try await stage.desk.recommend(recommendation, by: stage.clerk)
    try await stage.desk.answer(
      id, RecommendationAnswer(outcome: .accepted, reason: "Done.", on: DecisionStage.today),
      by: stage.clerk)
    let record = try #require(try stage.desk.state().recommendations.first)
    #expect(record.answer?.outcome == .accepted)
    #expect((record.answerSequence ?? 0) > record.sequence)
    var own = recommendation
    own.to = "a"
    let wrong = own
    await #expect(throws: EventRefusal.self) {
      try await stage.desk.recommend(wrong, by: stage.clerk)
    }
  }
}
