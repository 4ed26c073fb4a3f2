// SPDX-License-Identifier: Apache-2.0

import Engagement

import Savings

/// What becomes of one made-up scheme: assessed, started, late, recorded month by month.
struct SavingsSchemeLife {
  private let scheme: SavingsMadeUpScheme
  private let place: Int
  private let stage: ProgrammeStage
  private let desk: SchemeDesk

  init(_ scheme: SavingsMadeUpScheme, place: Int, _ stage: ProgrammeStage) {
    self.scheme = scheme
    self.place = place
    self.stage = stage
    desk = SavingsDemonstration.desk(stage)
  }

  private var start: SavingsMonth { scheme.terms.start.savingsMonth.adding(scheme.slip) }
  private var id: String { scheme.id }

  /// Everything that happens to it in the time of the demonstration.
  var steps: [DemonstrationStep] {
    var steps = [
      step(scheme.registered) { life in
        try await life.desk.register(life.id, life.scheme.terms, by: life.stage.office)
      },
      step(scheme.registered.adding(21), minute: 60, assess),
    ]
    guard scheme.outcome != .refused else { return steps }
    steps.append(
      step(scheme.registered.adding(28)) { life in
        try await life.move(.planned, life.scheme.registered.adding(28))
      })
    if scheme.slip > 0 { steps.append(step(scheme.terms.start.adding(-5), minute: 90, delay)) }
    guard start.firstDay <= stage.last else { return steps }
    steps.append(
      step(start.firstDay, minute: 120) { life in
        try await life.move(.inDelivery, life.start.firstDay)
      })
    return steps + months + ending
  }

  private func step(
    _ day: CivilDay, minute: Int = 0,
    _ act: @escaping @Sendable (SavingsSchemeLife) async throws -> Void
  ) -> DemonstrationStep {
    DemonstrationStep(day, minutes: 545 + place + minute) { try await act(self) }
  }

  private func move(_ to: SchemeStage, _ day: CivilDay) async throws {
    try await desk.move(id, to: to, on: day, by: stage.office)
  }

  @Sendable private func assess(_ life: SavingsSchemeLife) async throws {
    let risk = scheme.outcome == .refused ? 16 : scheme.outcome == .conditional ? 9 : 4
    let summary =
      switch scheme.outcome {
      case .accepted: "Synthetic: no harm to care was found."
      case .conditional: "Synthetic: it may go on if complaints are read every month."
      case .refused: "Synthetic: too few staff would be left at night."
      }
    try await desk.assess(
      id, on: scheme.registered.adding(21),
      risks: [
        .safety: risk, .effectiveness: max(1, risk - 2), .experience: max(1, risk - 1),
        .fairness: 3,
      ], outcome: scheme.outcome, summary: summary, by: stage.office)
  }

  @Sendable private func delay(_ life: SavingsSchemeLife) async throws {
    var terms = scheme.terms
    terms.start = start.firstDay
    try await desk.change(
      id, terms, from: scheme.terms.start.adding(-5),
      reason: "Synthetic: it took longer to find the people for it.", by: stage.office)
  }

  /// Each month's amount on the twelfth of the next, and a forecast every quarter.
  private var months: [DemonstrationStep] {
    var draws = SavingsDraws(stage.seed &+ UInt64(place) &* 7_919)
    let last = stage.last.savingsMonth
    var terms = scheme.terms
    terms.start = start.firstDay
    guard start < last, let profile = terms.profile else { return [] }
    var steps: [DemonstrationStep] = []
    for number in start.number..<last.number {
      let month = SavingsMonth(number: number)
      // It takes a few months until a scheme brings what it can.
      let growth = min(1, 0.5 + 0.17 * Double(number - start.number))
      let share = scheme.yield * growth * (0.85 + 0.3 * draws.unit())
      let pounds = (profile.amount(in: month) * share / 100).rounded() * 100
      let isForgotten = place % 19 == 7 && number == last.number - 1
      guard profile.amount(in: month) > 0, !isForgotten else { continue }
      steps += record(month, pounds)
    }
    return steps
  }

  private func record(_ month: SavingsMonth, _ pounds: Double) -> [DemonstrationStep] {
    let day = month.adding(1).firstDay.adding(11)
    var steps = [
      step(day) { life in
        try await life.desk.record(life.id, month: month, pounds: pounds, by: life.stage.office)
      }
    ]
    if month.month % 3 == 0 {
      steps.append(
        step(day, minute: 150) { life in
          try await life.desk.forecast(life.id, life.forecast(month), by: life.stage.office)
        })
    }
    if place == 2 && month == start.adding(3) {
      steps.append(
        step(day.adding(9)) { life in
          try await life.desk.correct(
            life.id, month: month, pounds: pounds * 0.9,
            reason: "Synthetic: an invoice was counted twice.", by: life.stage.office)
        })
    }
    return steps
  }

  private func forecast(_ month: SavingsMonth) -> SchemeForecast {
    let colour: SavingsConfidence =
      scheme.yield > 0.95 ? .green : scheme.yield > 0.7 ? .amber : .red
    let methods = ForecastMethod.allCases
    return SchemeForecast(
      through: month.firstDay, method: methods[place % methods.count],
      confidence: (min(1, scheme.yield) * 20).rounded() / 20, colour: colour)
  }

  /// A few are delivered at the end, and one is given up.
  private var ending: [DemonstrationStep] {
    let end = stage.last.adding(-9)
    if place == 11 {
      return [
        step(end, minute: 200) { life in
          try await life.desk.withdraw(
            life.id, reason: "Synthetic: the contract was not renewed.", by: life.stage.office)
        }
      ]
    }
    guard scheme.yield > 0.95, start.adding(9).firstDay < stage.last else { return [] }
    return [step(end, minute: 200) { life in try await life.move(.delivered, end) }]
  }
}
