// SPDX-License-Identifier: Apache-2.0

import Authority
public import Engagement
public import Ledger

extension GateDesk {
  /// Places a hold, once for a token.
  ///
  /// - Throws: `EventRefusal.faults` without a name or a ground, or for days that have not come or
  ///   stand in the wrong order.
  public func place(
    _ hold: GateHoldPlaced, on change: String, by author: Author, token: String? = nil
  ) async throws(EventRefusal) {
    guard plan.change(change) != nil else { throw .notFound }
    var faults = GateFaults()
    faults.demand("name", hold.name, "Say what it is called.", upTo: 200)
    faults.demand("ground", hold.ground, "Say what it rests on.", upTo: Self.longest)
    if hold.latest < hold.earliest {
      faults.add("latest", "The last possible day cannot be before the first.")
    }
    if hold.earliest > today { faults.add("earliest", "That day has not come yet.") }
    if hold.latest > today { faults.add("latest", "That day has not come yet.") }
    try faults.refuse()
    try await append(.held(hold), change, author, token)
  }

  /// Lifts a hold that was placed here, with what came of it, once for a token.
  ///
  /// The day given is its last: work that cannot be undone may begin the day after.
  /// - Throws: `EventRefusal.notFound` for a hold that was not placed here; `notNow` when it is
  ///   lifted already.
  public func lift(
    _ hold: String, of change: String, on day: CivilDay, outcome: String, by author: Author,
    token: String? = nil
  ) async throws(EventRefusal) {
    let record = try view(of: change).record
    guard let placed = record.holds.first(where: { $0.what.id == hold })?.what else {
      throw .notFound
    }
    if let known = record.liftings[hold]?.what {
      if known == GateRecord.Lifting(on: day, outcome: outcome) { return }
      throw .notNow("This hold is lifted already, on \(known.on.text).")
    }
    var faults = GateFaults()
    faults.demand("outcome", outcome, "Say what came of it.", upTo: Self.longest)
    if day < placed.latest {
      faults.add("on", "It can have begun as late as \(placed.latest.text). Enter a later day.")
    }
    if day > today { faults.add("on", "That day has not come yet.") }
    try faults.refuse()
    try await append(.lifted(hold: hold, on: day, outcome: outcome), change, author, token)
  }

  /// Plans a step, once for a token.
  ///
  /// - Throws: `EventRefusal.faults` without a title or an owner, or for a gate that is not there.
  public func planStep(
    _ step: GateStepPlan, for change: String, by author: Author, token: String? = nil
  ) async throws(EventRefusal) {
    guard let definition = plan.change(change) else { throw .notFound }
    var faults = GateFaults()
    faults.demand("title", step.title, "Say what is to be done.", upTo: 200)
    faults.demand("owner", step.owner, "Say who does it.", upTo: 200)
    for gate in step.gates where definition.gate(gate) == nil {
      faults.add("gate", "Choose a gate of this change.")
    }
    try faults.refuse()
    try await append(.stepPlanned(step), change, author, token)
  }

  /// Begins a step today, once for a token.
  ///
  /// While a hold is in force, or may be, and while a gate of the step is not passed, a step that
  /// cannot be undone is refused, and the refusal is recorded.
  /// - Throws: `EventRefusal.notNow` with every reason; `notFound` without such a step.
  public func begin(
    _ step: String, of change: String, by author: Author, token: String? = nil
  ) async throws(EventRefusal) {
    guard let found = try view(of: change).steps.first(where: { $0.step.what.id == step }) else {
      throw .notFound
    }
    if found.begun != nil { return }
    if found.permission == .allowed {
      try await append(.stepBegun(step: step, on: today), change, author, token)
      return
    }
    try await append(
      .stepRefused(step: step, on: today, reasons: found.reasons), change, author, token)
    throw .notNow(found.reasons.joined(separator: " "))
  }
}
