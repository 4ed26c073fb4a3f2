// SPDX-License-Identifier: Apache-2.0

/// Checks what changes are about, and where activity moves to.
///
/// It follows which people can be in which service, in the order of the mitigators, without numbers.
struct ScopeCheck {
  private(set) var problems: [DemandProblem] = []
  private let inputs: DemandInputs
  private let plan: PlanOrder
  private let sexes: [Sex]
  private let ageCount: Int
  /// By service and group: whether there is activity.
  private var present: [[Bool]]
  /// By service and group: whether there are bed days.
  private var presentBedDays: [[Bool]]

  init(_ inputs: DemandInputs, sexes: [Sex], lastAge: Int) {
    self.inputs = inputs
    self.sexes = sexes
    plan = PlanOrder(inputs)
    ageCount = lastAge + 1
    let none = [Bool](repeating: false, count: sexes.count * ageCount)
    present = inputs.services.map { _ in none }
    presentBedDays = present
    for service in inputs.services.indices { cover(service) }
    checkGrowth()
    checkMitigators()
    checkLoops()
  }

  private mutating func cover(_ service: Int) {
    for cell in inputs.services[service].cells {
      let last = min(cell.ageTo ?? ageCount - 1, ageCount - 1)
      guard cell.ageFrom >= 0, cell.ageFrom <= last else { continue }
      for (sex, name) in sexes.enumerated() where cell.sex == .persons || cell.sex == name {
        for age in cell.ageFrom...last {
          present[service][sex * ageCount + age] = true
          if cell.bedDays > 0 { presentBedDays[service][sex * ageCount + age] = true }
        }
      }
    }
  }

  private func groups(_ isAsked: (Sex, Int) -> Bool) -> [Int] {
    sexes.indices.flatMap { sex in
      (0..<ageCount).filter { isAsked(sexes[sex], $0) }.map { sex * ageCount + $0 }
    }
  }

  private mutating func note(
    _ subject: DemandProblem.Subject, _ name: String, _ kind: DemandProblem.Kind, found: String,
    expected: String, advice: String
  ) {
    problems.append(
      DemandProblem(subject, name, kind, found: found, expected: expected, advice: advice))
  }

  private mutating func checkGrowth() {
    var adjusted: [Int: Int] = [:]
    for (index, factor) in inputs.growth.enumerated() {
      let asked = groups { factor.isAbout($0, $1) }
      var isAboutSomething = false
      var twin: Int?
      for service in inputs.services.indices where factor.scope.matches(inputs.services[service]) {
        for group in asked where present[service][group] {
          isAboutSomething = true
          guard factor.kind == .healthStatus else { continue }
          let place = service * sexes.count * ageCount + group
          twin = twin ?? adjusted[place]
          adjusted[place] = index
        }
      }
      if !isAboutSomething {
        noteNothing(.growth(index), "growth factor “\(factor.id)”", factor.scope)
      }
      if let twin {
        note(
          .growth(index), "growth factor “\(factor.id)”", .healthStatusTwice,
          found: "people whom “\(inputs.growth[twin].id)” adjusts too",
          expected: "one health status adjustment for the same people",
          advice: "Narrow the scope of one of them.")
      }
    }
  }

  private mutating func noteNothing(
    _ subject: DemandProblem.Subject, _ name: String, _ scope: ActivityScope
  ) {
    note(
      subject, name, .selectsNothing, found: "no activity that is \(scope.words)",
      expected: "some activity to change",
      advice: "Correct the scope, or take it out.")
  }

  private mutating func checkMitigators() {
    for (index, mitigator) in inputs.mitigators.enumerated() {
      let name = "mitigator “\(mitigator.id)”"
      checkDestination(index, name)
      let asked = groups { mitigator.scope.matches($0, $1) }
      let services = inputs.services.indices.filter { service in
        plan.isAbout(index, service) && asked.contains { present[service][$0] }
      }
      guard !services.isEmpty else {
        if !isOnlyItself(index) { noteNothing(.mitigator(index), name, mitigator.scope) }
        continue
      }
      let hasBedDays = services.contains { place in asked.contains { presentBedDays[place][$0] } }
      if mitigator.kind == .lengthOfStay, !hasBedDays {
        note(
          .mitigator(index), name, .selectsNoBedDays,
          found: "no bed days in what is \(mitigator.scope.words)",
          expected: "stays that can become shorter", advice: "Correct the scope, or add bed days.")
      }
      guard let destination = plan.destinations[index] else { continue }
      for service in services {
        for group in asked where present[service][group] {
          present[destination][group] = true
          if presentBedDays[service][group], plan.takesBedDays(index) {
            presentBedDays[destination][group] = true
          }
        }
      }
    }
  }

  /// Whether a mitigator is about its destination alone.
  private func isOnlyItself(_ mitigator: Int) -> Bool {
    guard let destination = plan.destinations[mitigator] else { return false }
    let about = inputs.services.indices.filter {
      inputs.mitigators[mitigator].scope.matches(inputs.services[$0])
    }
    return about == [destination]
  }

  private mutating func checkDestination(_ index: Int, _ name: String) {
    let mitigator = inputs.mitigators[index]
    guard let id = mitigator.toService else { return }
    guard let destination = plan.destinations[index] else {
      note(
        .mitigator(index), name, .unknownDestination, found: "the destination “\(id)”",
        expected: "one of the services", advice: "Add the service or correct the name.")
      return
    }
    if isOnlyItself(index) {
      note(
        .mitigator(index), name, .destinationIsItself, found: "a move from “\(id)” to itself",
        expected: "another service", advice: "Correct the scope or the destination.")
    }
    guard let opens = inputs.services[destination].starts,
      mitigator.from ?? inputs.baseYear >= inputs.baseYear
    else { return }
    let years = inputs.lastYear - inputs.baseYear + 1
    let early = zip(
      inputs.baseYear..., mitigator.timings(baseYear: inputs.baseYear, years: years)
    ).first { $0 < opens && $1 > 0 }
    guard let early else { return }
    note(
      .mitigator(index), name, .destinationNotOpen,
      found: "activity that moves to “\(id)” in \(early.0)",
      expected: "\(opens), when that service starts, or later",
      advice: "Start the mitigator later, or the service earlier.")
  }

  /// Finds destinations that lead back to where activity came from.
  private mutating func checkLoops() {
    var state = [Int](repeating: 0, count: inputs.services.count)
    var trail: [(service: Int, mitigator: Int)] = []
    for service in inputs.services.indices { follow(service, &state, &trail) }
  }

  private mutating func follow(
    _ service: Int, _ state: inout [Int], _ trail: inout [(service: Int, mitigator: Int)]
  ) {
    guard state[service] == 0, present[service].contains(true) else { return }
    state[service] = 1
    for mitigator in inputs.mitigators.indices where plan.isAbout(mitigator, service) {
      guard let next = plan.destinations[mitigator] else { continue }
      trail.append((service, mitigator))
      if state[next] == 1 { noteLoop(trail, to: next) }
      follow(next, &state, &trail)
      trail.removeLast()
    }
    state[service] = 2
  }

  private mutating func noteLoop(_ trail: [(service: Int, mitigator: Int)], to start: Int) {
    guard let first = trail.firstIndex(where: { $0.service == start }), let last = trail.last
    else { return }
    let circle = trail[first...].map { "“\(inputs.services[$0.service].id)”" }
    let names = trail[first...].map { "“\(inputs.mitigators[$0.mitigator].id)”" }
    let back = "“\(inputs.services[start].id)”"
    note(
      .mitigator(last.mitigator), "mitigator “\(inputs.mitigators[last.mitigator].id)”",
      .destinationLoop,
      found: "moves in a circle: \((circle + [back]).joined(separator: " → ")) by "
        + names.joined(separator: ", "),
      expected: "destinations that never lead back", advice: "Take one of the moves out.")
  }
}
