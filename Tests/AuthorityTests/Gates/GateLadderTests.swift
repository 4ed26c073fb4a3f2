// SPDX-License-Identifier: Apache-2.0

import Authority
import Testing

@Suite struct `A ladder of gates` {
  private let need = GateCriterion(id: "need", owner: "Programme team", admissible: [.fact])

  private func ladder(_ criteria: [GateCriterion]) throws -> GateLadder {
    try GateLadder([
      Gate(id: "case", criteria: criteria),
      Gate(
        id: "options", prerequisites: ["case"],
        criteria: [GateCriterion(id: "list", owner: "Board", leadDays: 42)]),
    ])
  }

  private func met(_ criterion: String, on day: Int, through end: Int? = nil) -> GateFinding {
    GateFinding(
      gate: "case", criterion: criterion, verdict: .met, day: day, validThrough: end)
  }

  private func fact(_ day: Int, through end: Int? = nil) -> GateEvidence {
    GateEvidence(gate: "case", criterion: "need", kind: .fact, day: day, validThrough: end)
  }

  @Test func `puts gates behind those that they wait for`() throws {
    let ladder = try GateLadder([
      Gate(id: "c", prerequisites: ["b"], criteria: []), Gate(id: "a", criteria: []),
      Gate(id: "b", prerequisites: ["a"], criteria: []), Gate(id: "d", criteria: []),
    ])

    #expect(ladder.gates.map(\.id) == ["a", "b", "c", "d"])
  }

  @Test func `names a loop link by link`() {
    let error = #expect(throws: AuthorityError.self) {
      try GateLadder([
        Gate(id: "first", criteria: []),
        Gate(id: "a", prerequisites: ["first", "c"], criteria: []),
        Gate(id: "b", prerequisites: ["a"], criteria: []),
        Gate(id: "c", prerequisites: ["b"], criteria: []),
      ])
    }

    #expect(
      error?.description.contains("“a” waits for “c” waits for “b” waits for “a”") == true)
  }

  @Test func `refuses a gate that is not there and a name used twice`() {
    let stranger = #expect(throws: AuthorityError.self) {
      try GateLadder([Gate(id: "a", prerequisites: ["z"], criteria: [])])
    }
    #expect(stranger?.description.contains("“z”") == true)
    #expect(throws: AuthorityError.self) {
      try GateLadder([Gate(id: "a", criteria: []), Gate(id: "a", criteria: [])])
    }
    #expect(throws: AuthorityError.self) {
      try GateLadder([Gate(id: "a", criteria: [need, need])])
    }
  }

  @Test func `says what is missing and who owes it`() throws {
    let standings = try ladder([need]).standings(on: 10, dossier: GateDossier())

    #expect(standings[0].status == .open)
    #expect(
      standings[0].shortfalls
        == [GateShortfall(criterion: "need", owner: "Programme team", state: .unjudged)])
    #expect(standings[1].status == .blocked)
    #expect(standings[1].waitsFor == ["case"])
  }

  @Test func `a verdict needs evidence that counts`() throws {
    let ladder = try ladder([need])
    var dossier = GateDossier(findings: [met("need", on: 5)])
    #expect(ladder.standings(on: 10, dossier: dossier)[0].shortfalls[0].state == .unsupported)

    dossier.evidence = [
      GateEvidence(gate: "case", criterion: "need", kind: .document, day: 4)
    ]
    #expect(ladder.standings(on: 10, dossier: dossier)[0].shortfalls[0].state == .unsupported)

    dossier.evidence.append(fact(4))
    #expect(ladder.standings(on: 10, dossier: dossier)[0].status == .ready)
    #expect(ladder.standings(on: 4, dossier: dossier)[0].status == .open)
  }

  @Test func `a verdict and evidence run out after their last day`() throws {
    let ladder = try ladder([need])
    let verdict = GateDossier(findings: [met("need", on: 5, through: 20)], evidence: [fact(4)])
    #expect(ladder.standings(on: 20, dossier: verdict)[0].status == .ready)
    #expect(
      ladder.standings(on: 21, dossier: verdict)[0].shortfalls[0].state == .expired(lastDay: 20))

    let evidence = GateDossier(findings: [met("need", on: 5)], evidence: [fact(4, through: 8)])
    #expect(ladder.standings(on: 8, dossier: evidence)[0].status == .ready)
    #expect(
      ladder.standings(on: 9, dossier: evidence)[0].shortfalls[0].state == .expired(lastDay: 8))
  }

  @Test func `the last verdict counts`() throws {
    let no = GateFinding(gate: "case", criterion: "need", verdict: .partly, day: 7)
    let dossier = GateDossier(findings: [met("need", on: 5), no], evidence: [fact(4)])

    #expect(try ladder([need]).standings(on: 6, dossier: dossier)[0].status == .ready)
    #expect(
      try ladder([need]).standings(on: 7, dossier: dossier)[0].shortfalls[0].state == .partly)
  }

  @Test func `what does not apply needs a reason`() throws {
    func standing(_ reason: String) throws -> GateStanding {
      let finding = GateFinding(
        gate: "case", criterion: "need", verdict: .notApplicable(reason: reason), day: 1)
      return try ladder([need]).standings(on: 1, dossier: GateDossier(findings: [finding]))[0]
    }

    #expect(try standing("No beds close.").status == .ready)
    #expect(try standing("  ").status == .open)
  }

  @Test func `advice does not hold a gate up`() throws {
    let advice = GateCriterion(id: "hint", owner: "Reader", isRequired: false)
    let standing = try ladder([advice]).standings(on: 1, dossier: GateDossier())[0]

    #expect(standing.status == .ready)
    #expect(standing.advice.map(\.criterion) == ["hint"])
  }

  @Test func `a passing opens the next gate, and its lead time counts from that day`() throws {
    let dossier = GateDossier(passings: [GatePassing(gate: "case", day: 100)])
    let standings = try ladder([need]).standings(on: 110, dossier: dossier)

    #expect(standings[0].status == .passed && standings[0].passedOn == 100)
    #expect(standings[0].earliest == nil)
    #expect(standings[1].status == .open && standings[1].earliest == 142)
    #expect(try ladder([need]).standings(on: 150, dossier: dossier)[1].earliest == 150)
  }

  @Test func `the earliest day counts the gates before`() throws {
    #expect(try ladder([need]).standings(on: 10, dossier: GateDossier())[1].earliest == 52)
  }

  @Test func `conditions stay until they are satisfied, and are overdue after their day`() throws {
    let condition = GateCondition(criterion: "need", owner: "Programme team", due: 120)
    var dossier = GateDossier(
      passings: [GatePassing(gate: "case", day: 100, conditions: [condition])])
    let ladder = try ladder([need])
    let due = ladder.standings(on: 120, dossier: dossier)[0]
    #expect(due.status == .passedWithConditions && !due.conditions[0].isOverdue)
    #expect(ladder.standings(on: 121, dossier: dossier)[0].conditions[0].isOverdue)

    dossier.findings = [met("need", on: 125)]
    dossier.evidence = [fact(125)]
    #expect(ladder.standings(on: 125, dossier: dossier)[0].status == .passed)
  }

  @Test func `a condition about a test is satisfied by any condition of that test`() throws {
    let ways = ["a", "b"].map {
      GateCriterion(
        id: $0, owner: "Trust", alternative: GateAlternative(test: "beds", condition: $0))
    }
    let condition = GateCondition(criterion: "a", owner: "Trust", due: 120)
    var dossier = GateDossier(
      passings: [GatePassing(gate: "case", day: 100, conditions: [condition])])
    #expect(
      try ladder(ways).standings(on: 101, dossier: dossier)[0].status == .passedWithConditions)

    dossier.findings = [met("b", on: 105)]
    #expect(try ladder(ways).standings(on: 105, dossier: dossier)[0].status == .passed)
  }

  @Test func `a gate that is opened again blocks what lies behind it`() throws {
    let dossier = GateDossier(passings: [GatePassing(gate: "case", day: 100, reopened: 130)])
    let ladder = try ladder([need])

    #expect(ladder.standings(on: 129, dossier: dossier)[1].status == .open)
    #expect(ladder.standings(on: 130, dossier: dossier)[0].status == .open)
    #expect(ladder.standings(on: 130, dossier: dossier)[1].status == .blocked)
  }
}
