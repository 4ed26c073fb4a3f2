// SPDX-License-Identifier: Apache-2.0

/// The gates of a change, in an order in which they can be passed.
public struct GateLadder: Sendable, Equatable {
  /// The gates, each behind its prerequisites.
  public let gates: [Gate]

  /// Puts gates in order; gates between which nothing decides stay in the order given.
  ///
  /// - Throws: `AuthorityError` when a name is used twice, a prerequisite is no gate, or gates wait
  ///   for each other in a loop, which is named link by link.
  public init(_ gates: [Gate]) throws(AuthorityError) {
    try Self.checkNames(gates)
    var placed: [Gate] = []
    var passed: Set<String> = []
    var waiting = gates
    while !waiting.isEmpty {
      guard
        let next = waiting.firstIndex(where: { $0.prerequisites.allSatisfy(passed.contains) })
      else { throw Self.loop(waiting) }
      let gate = waiting.remove(at: next)
      passed.insert(gate.id)
      placed.append(gate)
    }
    self.gates = placed
  }

  /// How every gate stands on a day, in order.
  ///
  /// What lies after the day is not taken into account.
  /// - Complexity: gates × (criteria + dossier).
  public func standings(on day: Int, dossier: GateDossier) -> [GateStanding] {
    var standings: [String: GateStanding] = [:]
    return gates.map { gate in
      let standing = standing(of: gate, on: day, dossier: dossier, before: standings)
      standings[gate.id] = standing
      return standing
    }
  }

  private static func checkNames(_ gates: [Gate]) throws(AuthorityError) {
    let names = Set(gates.map(\.id))
    var seen: Set<String> = []
    for gate in gates {
      guard seen.insert(gate.id).inserted else {
        throw AuthorityError("Two gates are called “\(gate.id)”. Give each a name of its own.")
      }
      if let stranger = gate.prerequisites.first(where: { !names.contains($0) }) {
        throw AuthorityError(
          "Gate “\(gate.id)” waits for “\(stranger)”, which is no gate. "
            + "Add that gate, or take it out of the gates that come first.")
      }
      var criteria: Set<String> = []
      for criterion in gate.criteria where !criteria.insert(criterion.id).inserted {
        throw AuthorityError(
          "Gate “\(gate.id)” has two criteria called “\(criterion.id)”. "
            + "Give each a name of its own.")
      }
    }
  }

  /// Follows prerequisites among gates that all wait, until one comes again.
  private static func loop(_ waiting: [Gate]) -> AuthorityError {
    let waits = Dictionary(
      waiting.map { ($0.id, $0.prerequisites) }, uniquingKeysWith: { first, _ in first })
    var path: [String] = []
    var next = waiting.first?.id
    while let id = next, !path.contains(id) {
      path.append(id)
      next = waits[id]?.first { waits[$0] != nil }
    }
    let start = path.firstIndex { $0 == next } ?? 0
    let links = (Array(path[start...]) + [next ?? ""]).map { "“\($0)”" }
    return AuthorityError(
      "Gates wait for each other in a loop: \(links.joined(separator: " waits for ")). "
        + "Take one of these links out.")
  }
}

extension GateLadder {
  private func standing(
    of gate: Gate, on day: Int, dossier: GateDossier, before: [String: GateStanding]
  ) -> GateStanding {
    let criteria = gate.criteria.map { criterion in
      GateCriterionStanding(
        criterion: criterion, state: GateJudge(gate.id, criterion, day, dossier).state)
    }
    let missing = Self.missing(criteria)
    let waitsFor = gate.prerequisites.filter { before[$0]?.status.isPassed != true }
    let passing = dossier.passings.last {
      $0.gate == gate.id && $0.day <= day && day < ($0.reopened ?? .max)
    }
    let conditions = (passing?.conditions ?? []).map { Self.stand($0, criteria, missing, day) }
    let status = Self.status(passing, conditions, waitsFor, missing)
    return GateStanding(
      gate: gate.id, status: status, criteria: criteria, missing: missing,
      advice: criteria.filter { !$0.criterion.isRequired && !$0.state.isSatisfied }
        .map(\.shortfall),
      waitsFor: waitsFor, passedOn: passing?.day, conditions: conditions,
      earliest: passing == nil
        ? Self.earliest(gate, criteria, missing, on: day, before: before) : nil)
  }

  private static func status(
    _ passing: GatePassing?, _ conditions: [GateConditionStanding], _ waitsFor: [String],
    _ missing: [GateMissing]
  ) -> GateStatus {
    if passing != nil {
      return conditions.allSatisfy(\.isDone) ? .passed : .passedWithConditions
    }
    if !waitsFor.isEmpty { return .blocked }
    return missing.isEmpty ? .ready : .open
  }

  private static func stand(
    _ condition: GateCondition, _ criteria: [GateCriterionStanding], _ missing: [GateMissing],
    _ day: Int
  ) -> GateConditionStanding {
    let standing = criteria.first { $0.criterion.id == condition.criterion }
    let isDone: Bool
    if standing?.criterion.alternative != nil {
      // Any condition of its test will do.
      isDone = !missing.contains { $0.test == standing?.criterion.alternative?.test }
    } else {
      isDone = standing?.state.isSatisfied ?? false
    }
    return GateConditionStanding(
      condition: condition, isDone: isDone, isOverdue: !isDone && condition.due < day)
  }

  /// What is required and not satisfied: single criteria, and tests of which no condition is met.
  static func missing(_ criteria: [GateCriterionStanding]) -> [GateMissing] {
    var seen: Set<String> = []
    return criteria.filter(\.criterion.isRequired).compactMap { standing in
      guard let test = standing.criterion.alternative?.test else {
        return standing.state.isSatisfied ? nil : .criterion(standing.shortfall)
      }
      guard seen.insert(test).inserted else { return nil }
      let conditions = conditions(of: test, criteria)
      return conditions.contains { $0.shortfalls.isEmpty }
        ? nil : .oneOf(test: test, conditions: conditions)
    }
  }

  private static func conditions(
    of test: String, _ criteria: [GateCriterionStanding]
  ) -> [GateConditionShortfall] {
    let parts = criteria.filter { $0.criterion.alternative?.test == test }
    var names: [String] = []
    for part in parts {
      if let name = part.criterion.alternative?.condition, !names.contains(name) {
        names.append(name)
      }
    }
    return names.map { name in
      // A part that is said not to arise does not meet a condition: something has to be shown.
      GateConditionShortfall(
        condition: name,
        shortfalls: parts.filter {
          $0.criterion.alternative?.condition == name && $0.state != .met
        }.map(\.shortfall))
    }
  }

  private static func earliest(
    _ gate: Gate, _ criteria: [GateCriterionStanding], _ missing: [GateMissing], on day: Int,
    before: [String: GateStanding]
  ) -> Int {
    let opened = gate.prerequisites.compactMap { before[$0]?.passedOn ?? before[$0]?.earliest }
    let lead = Dictionary(
      criteria.map { ($0.criterion.id, $0.criterion.leadDays) },
      uniquingKeysWith: { first, _ in first })
    let longest = missing.map { missing in
      switch missing {
      case .criterion(let shortfall): lead[shortfall.criterion] ?? 0
      case .oneOf(_, let conditions):
        conditions.map { $0.shortfalls.map { lead[$0.criterion] ?? 0 }.max() ?? 0 }.min() ?? 0
      }
    }.max()
    return max(day, (opened.max() ?? day) + (longest ?? 0))
  }
}

extension GateCriterionStanding {
  var shortfall: GateShortfall {
    GateShortfall(criterion: criterion.id, owner: criterion.owner, state: state)
  }
}

/// Works out the state of one criterion on a day.
struct GateJudge {
  private let criterion: GateCriterion
  private let day: Int
  private let finding: GateFinding?
  private let evidence: [GateEvidence]

  init(_ gate: String, _ criterion: GateCriterion, _ day: Int, _ dossier: GateDossier) {
    self.criterion = criterion
    self.day = day
    finding = dossier.findings.last {
      $0.gate == gate && $0.criterion == criterion.id && $0.day <= day
    }
    evidence = dossier.evidence.filter {
      $0.gate == gate && $0.criterion == criterion.id && $0.day <= day
        && criterion.admissible.contains($0.kind)
    }
  }

  var state: GateCriterionState {
    guard let finding else { return .unjudged }
    switch finding.verdict {
    case .partly: return .partly
    case .notMet: return .notMet
    case .notApplicable(let reason):
      return reason.allSatisfy(\.isWhitespace) ? .unjudged : lasting(finding, .notApplicable)
    case .met: return lasting(finding, supported)
    }
  }

  private func lasting(
    _ finding: GateFinding, _ state: GateCriterionState
  ) -> GateCriterionState {
    guard let end = finding.validThrough, end < day else { return state }
    return .expired(lastDay: end)
  }

  private var supported: GateCriterionState {
    if criterion.admissible.contains(.verdict) || evidence.contains(where: { $0.counts(on: day) }) {
      return .met
    }
    return evidence.compactMap(\.validThrough).max().map { .expired(lastDay: $0) } ?? .unsupported
  }
}
