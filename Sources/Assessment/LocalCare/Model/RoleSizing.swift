// SPDX-License-Identifier: Apache-2.0

import Facts
import LocalCare
import PlanPackage

/// How many of a kind of staff a locality needs: rows of the plan in the terms of the engine.
struct RoleSizing {
  let role: CareRoleRow
  private let parameters: [CareParameterRow]

  init(_ role: CareRoleRow, _ plan: Plan) {
    self.role = role
    parameters = plan.careModel.parameters.filter { $0.role == role.id }
  }

  /// What a number of people needs.
  struct Need {
    /// Whole-time staff.
    var staff: Double
    /// Hours a year in rooms.
    var roomHours = 0.0
    /// Those at work by day and by night, of work that cannot wait.
    var atWork: (day: Int, night: Int)?
    /// The share that begins in time, of work that cannot wait.
    var inTime: Double?
  }

  /// The people concerned in a locality, and the facts that say so; nil when nothing does.
  func people(in locality: String, _ lookup: FigureLookup) -> (count: Double, facts: [FactID])? {
    if let id = LocalityPattern.fact(role.driver, locality), let count = lookup.value(id) {
      return (count, [id])
    }
    guard let id = LocalityPattern.fact(role.fallback, locality), let all = lookup.value(id) else {
      return nil
    }
    guard let share = role.fallbackShare else { return (all, [id]) }
    return lookup.value(share).map { (all * $0 / 100, [id, share]) }
  }

  /// The facts that its numbers rest on, beside the people concerned.
  var facts: [FactID] { parameters.map(\.fact) }

  /// Whole-time staff and rooms for so many people.
  ///
  /// - Throws: `PlanError` that names the row of the parameter that is missing or cannot be.
  func need(for people: Double, _ lookup: FigureLookup) throws(PlanError) -> Need {
    do throws(LocalCareError) {
      return try worked(people, Parameters(parameters, lookup))
    } catch {
      throw PlanError([problem(error)])
    }
  }

  private func worked(_ people: Double, _ given: Parameters) throws(LocalCareError) -> Need {
    switch role.method {
    case .caseLoad:
      let load = try CaseLoad(people: people, peopleEach: given[.caseLoad] ?? 0)
      return Need(staff: load.staff)
    case .visits:
      let contacts = try Contacts(
        contacts: people * (given[.contacts] ?? 0) / 1_000, minutes: given[.minutes] ?? 0,
        travel: given[.travel] ?? 0, inRooms: (given[.inRooms] ?? 0) / 100)
      return Need(
        staff: try contacts.staff(try given.workingTime()), roomHours: contacts.roomHours)
    case .rapidResponse, .calls:
      let need = try clock(people, given).need(try given.workingTime())
      return Need(
        staff: need.staff, atWork: (need.atWorkByDay, need.atWorkByNight), inTime: need.inTime)
    }
  }

  private func clock(
    _ people: Double, _ given: Parameters
  ) throws(LocalCareError) -> AroundTheClock {
    let isCalls = role.method == .calls
    let travel = given[.travel] ?? 0
    let minutes = given[.minutes] ?? 0
    let within = given[.within] ?? 0
    return try AroundTheClock(
      demands: people * (given[.contacts] ?? 0) / 1_000, byDay: (given[.byDay] ?? 0) / 100,
      // Staff travel there and back; whoever waits, waits for the journey there.
      minutes: minutes + 2 * travel, within: isCalls ? within / 60 : within - travel,
      target: (given[.target] ?? 0) / 100, together: given[.together] ?? 1)
  }

  private func problem(_ error: LocalCareError) -> Violation {
    Violation(
      file: "local-care/role_parameters.csv", row: parameters.first?.row, column: "fact",
      found: "\(role.name): \(error)",
      expected: "the parameters that “\(role.method.rawValue)” needs, each in range",
      advice: "Add the row that is missing, or correct the figure that it names.")
  }
}

/// The parameters of a role with their values.
private struct Parameters {
  private let values: [CareParameterRow.Name: Double]

  init(_ rows: [CareParameterRow], _ lookup: FigureLookup) {
    values = Dictionary(
      rows.compactMap { row in lookup.value(row.fact).map { (row.name, $0) } },
      uniquingKeysWith: { first, _ in first })
  }

  subscript(name: CareParameterRow.Name) -> Double? { values[name] }

  func workingTime() throws(LocalCareError) -> WorkingTime {
    try WorkingTime(
      hours: self[.hours] ?? 0, away: .shareOfPaidTime((self[.away] ?? 0) / 100))
  }
}
