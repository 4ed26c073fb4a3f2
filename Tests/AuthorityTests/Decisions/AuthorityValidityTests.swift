// SPDX-License-Identifier: Apache-2.0

import Authority
import Testing

/// Three bodies that decide together, with numbers that are easy to add.
enum AuthorityStage {
  static func committee(meetings: [Int] = [], notice: Int = 0) -> JointCommittee {
    JointCommittee(
      "joint", subjects: ["stroke", "vascular"],
      seats: [CommitteeSeat("a"), CommitteeSeat("b"), CommitteeSeat("c")],
      rule: VotingRule(.unanimity, of: .members, quorumCount: 3), noticeDays: notice,
      meetings: meetings)
  }

  static func body(
    _ id: String, _ clauses: [ConstitutionClause], rule: AmendmentRule? = nil,
    resolutions: [DelegationResolution] = []
  ) -> BodyConstitution {
    BodyConstitution(
      id, versions: [ConstitutionVersion("1", since: nil, clauses: clauses)],
      resolutions: resolutions, amendment: rule)
  }

  static let power = ConstitutionClause("6.5", .delegate, subject: "*", committee: "joint")
  static let rule = AmendmentRule(
    noticeDays: 14, meetings: [30, 90, 150], approvalDays: 56, approver: "regulator")
}

@Suite struct `The validity of a joint decision` {
  typealias Stage = AuthorityStage
  let stroke = ProposedDecision(subjects: ["stroke"])

  /// What is wrong for body c, when a and b have the power.
  private func faults(
    _ c: BodyConstitution, _ decision: ProposedDecision? = nil, on day: Int = 100
  ) -> [AuthorityFault] {
    let register = AuthorityRegister(
      Stage.committee(), [Stage.body("a", [Stage.power]), Stage.body("b", [Stage.power]), c])
    return register.validity(of: decision ?? stroke, on: day).defects.map(\.fault)
  }

  @Test func `holds when every body has the clause, and names each`() {
    let register = AuthorityRegister(
      Stage.committee(), ["a", "b", "c"].map { Stage.body($0, [Stage.power]) })
    let finding = register.validity(of: stroke, on: 0)
    #expect(finding.isValid)
    #expect(finding.grounds.map(\.body) == ["a", "b", "c"])
    #expect(finding.grounds.allSatisfy { $0.clause == "6.5" && $0.version == "1" })
  }

  @Test func `fails when one body has no clause`() {
    #expect(faults(Stage.body("c", [])) == [.noClause])
    #expect(faults(BodyConstitution("c", versions: [])) == [.noConstitution])
  }

  @Test func `fails for a body of which nothing is known`() {
    let register = AuthorityRegister(Stage.committee(), [Stage.body("a", [Stage.power])])
    let finding = register.validity(of: stroke, on: 0)
    #expect(finding.defects.map(\.body) == ["b", "c"])
    #expect(finding.defects.allSatisfy { $0.fault == .noConstitution && $0.cure == nil })
  }

  @Test func `fails for a matter that one body reserves to itself`() {
    let reserved = ConstitutionClause("7.2", .exclude, subject: "stroke")
    #expect(faults(Stage.body("c", [Stage.power, reserved])) == [.excluded(clause: "7.2")])
  }

  @Test func `fails in part when one of two matters is outside`() {
    let only = ConstitutionClause("6.5", .delegate, subject: "stroke")
    let register = AuthorityRegister(
      Stage.committee(),
      [Stage.body("a", [Stage.power]), Stage.body("b", [Stage.power]), Stage.body("c", [only])])
    let finding = register.validity(
      of: ProposedDecision(subjects: ["stroke", "vascular"]), on: 0)
    #expect(finding.defects.map(\.body) == ["c"])
    #expect(finding.defects.map(\.subject) == ["vascular"])
    #expect(finding.subjectsWithin == ["stroke"])
  }

  @Test func `fails outside the committee's own terms`() {
    let register = AuthorityRegister(
      Stage.committee(), ["a", "b", "c"].map { Stage.body($0, [Stage.power]) })
    let finding = register.validity(of: ProposedDecision(subjects: ["budgets"]), on: 0)
    #expect(finding.defects.map(\.fault) == [.outsideTerms])
    #expect(finding.defects.map(\.body) == ["joint"])
  }

  @Test func `fails after a delegation lapsed, and holds on its last day`() {
    var lapsing = Stage.power
    lapsing.until = 99
    let body = Stage.body("c", [lapsing])
    #expect(faults(body, on: 99) == [])
    #expect(faults(body, on: 100) == [.lapsed(clause: "6.5", lastDay: 99)])
  }

  @Test func `fails before a clause has effect, and says when it will`() {
    let coming = BodyConstitution(
      "c",
      versions: [
        ConstitutionVersion("1", since: nil, clauses: []),
        ConstitutionVersion("2", since: 120, clauses: [Stage.power]),
      ])
    #expect(faults(coming) == [.notYet(clause: "6.5", firstDay: 120)])
    #expect(faults(coming, on: 120) == [])
  }

  @Test func `needs a resolution where the clause only lets the body delegate`() {
    let may = ConstitutionClause("6.5", .empower, subject: "*", committee: "joint")
    let given = DelegationResolution(subject: "stroke", committee: "joint", since: 10)
    let withdrawn = DelegationResolution(
      subject: "stroke", committee: "joint", since: 10, until: 50)
    #expect(faults(Stage.body("c", [may])) == [.notResolved(clause: "6.5")])
    #expect(faults(Stage.body("c", [may], resolutions: [given])) == [])
    #expect(
      faults(Stage.body("c", [may], resolutions: [withdrawn]))
        == [.withdrawn(clause: "6.5", lastDay: 50)])
    #expect(faults(Stage.body("c", [may], resolutions: [withdrawn]), on: 50) == [])
  }

  @Test func `respects the lowest limit, and asks for a sum that is not stated`() {
    let limits = [
      ConstitutionClause("8.1", .limit, subject: "*", limit: 5_000_000),
      ConstitutionClause("8.2", .limit, subject: "stroke", limit: 1_000_000),
    ]
    let body = Stage.body("c", [Stage.power] + limits)
    func decision(_ amount: Double?) -> ProposedDecision {
      ProposedDecision(subjects: ["stroke"], amount: amount)
    }
    #expect(faults(body, decision(1_000_000)) == [])
    #expect(
      faults(body, decision(1_000_001))
        == [.overLimit(clause: "8.2", limit: 1_000_000, amount: 1_000_001)])
    #expect(faults(body, decision(nil)) == [.amountNotStated(clause: "8.2", limit: 1_000_000)])
  }

  @Test func `fails for a body without a voting seat`() {
    let register = AuthorityRegister(
      Stage.committee(), ["a", "b", "c", "d"].map { Stage.body($0, [Stage.power]) })
    let finding = register.validity(
      of: ProposedDecision(subjects: ["stroke"], bodies: ["a", "d"]), on: 0)
    #expect(finding.defects.map(\.fault) == [.noSeat])
    #expect(finding.grounds.map(\.body) == ["a"])
  }

  @Test func `uses the version in force, and the later of two of one day`() {
    let versions = BodyConstitution(
      "c",
      versions: [
        ConstitutionVersion("2", since: 50, clauses: []),
        ConstitutionVersion("1", since: nil, clauses: [Stage.power]),
        ConstitutionVersion("3", since: 50, clauses: [Stage.power]),
      ])
    #expect(versions.version(on: 49)?.name == "1")
    #expect(versions.version(on: 50)?.name == "3")
  }
}
