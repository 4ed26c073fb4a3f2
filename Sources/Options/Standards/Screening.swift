// SPDX-License-Identifier: Apache-2.0

/// Which configurations pass every requirement, and what stands in the way when none does.
///
/// Configurations are named by their position in the list that was screened.
public struct Screening: Equatable, Sendable {
  /// A requirement that alone keeps every configuration out.
  public struct Obstacle: Equatable, Sendable {
    /// The id of the rule or standard.
    public let requirement: String
    /// The configurations that would pass without it, in their order; never empty.
    public let passWithout: [Int]
    /// The smallest changes to it that let one of them pass; empty when it has no number.
    ///
    /// A standard for a share of people has up to two: a lower share, or a wider limit.
    public let smallestRelaxations: [WeakerRequirement]
  }

  /// A requirement made weaker by as little as lets a configuration pass.
  public struct WeakerRequirement: Equatable, Sendable {
    /// The requirement as it would be.
    public let requirement: Requirement
    /// By how much the number changes, in its own unit; a share of people from 0 to 1.
    public let amount: Double
    /// The configurations that would pass, in their order; never empty.
    public let passing: [Int]
  }

  /// The results of each configuration, in the order of the requirements.
  public let results: [[RequirementResult]]
  /// The configurations that pass every requirement, in their order.
  public let passing: [Int]
  /// When none passes, each requirement whose removal alone would let some pass, in their order.
  public let obstacles: [Obstacle]

  /// The number of requirements that the best configurations break; nil without configurations.
  public var fewestBroken: Int? { results.map(Self.broken).min() }

  /// The configurations that break the fewest requirements, in their order.
  public var nearest: [Int] {
    results.indices.filter { Self.broken(results[$0]) == fewestBroken }
  }

  private static func broken(_ results: [RequirementResult]) -> Int {
    results.count { !$0.isFulfilled }
  }
}

extension Requirements {
  /// Screens configurations against all requirements.
  ///
  /// - Throws: `StandardError` when a measure is missing or can't be right.
  /// - Complexity: O(configurations x requirements), and their places.
  public func screen(
    _ configurations: [MeasuredConfiguration]
  ) throws(StandardError) -> Screening {
    var results: [[RequirementResult]] = []
    for configuration in configurations { results.append(try self.results(of: configuration)) }
    let passing = results.indices.filter { results[$0].allSatisfy(\.isFulfilled) }
    return Screening(
      results: results, passing: passing,
      obstacles: passing.isEmpty ? obstacles(configurations, results) : [])
  }

  private func obstacles(
    _ configurations: [MeasuredConfiguration], _ results: [[RequirementResult]]
  ) -> [Screening.Obstacle] {
    all.indices.compactMap { position in
      let passWithout = results.indices.filter { index in
        results[index].indices.allSatisfy { results[index][$0].isFulfilled || $0 == position }
      }
      guard !passWithout.isEmpty else { return nil }
      let weaker = passWithout.flatMap { index in
        all[position].weaker(for: results[index][position], configurations[index], at: index)
      }
      return Screening.Obstacle(
        requirement: all[position].id, passWithout: passWithout,
        smallestRelaxations: smallest(of: weaker))
    }
  }

  /// The smallest change of each kind, shares before limits, with every configuration that it helps.
  private func smallest(
    of weaker: [Screening.WeakerRequirement]
  ) -> [Screening.WeakerRequirement] {
    [true, false].compactMap { changesShare in
      let alike = weaker.filter { $0.requirement.changesShare(of: all) == changesShare }
      guard let least = alike.min(by: { $0.amount < $1.amount }) else { return nil }
      let helped = alike.filter { $0.requirement == least.requirement }
      return Screening.WeakerRequirement(
        requirement: least.requirement, amount: least.amount, passing: helped.flatMap(\.passing))
    }
  }
}

extension Requirement {
  /// The requirement weakened in each way that would let a configuration fulfil it.
  fileprivate func weaker(
    for result: RequirementResult, _ configuration: MeasuredConfiguration, at index: Int
  ) -> [Screening.WeakerRequirement] {
    switch (self, result) {
    case (.rule(let id, let rule), .rule):
      guard let wider = rule.relaxed(toAdmit: configuration.openSites) else { return [] }
      return [
        Screening.WeakerRequirement(
          requirement: .rule(id: id, wider), amount: rule.widening(to: wider), passing: [index])
      ]
    case (.standard(let standard), .standard(let result)):
      return result.relaxations.compactMap { relaxation in
        guard let weaker = standard.relaxed(relaxation) else { return nil }
        return Screening.WeakerRequirement(
          requirement: .standard(weaker.standard), amount: weaker.amount, passing: [index])
      }
    default: return []
    }
  }

  /// Whether this differs from the requirement of the same id in the share of people it is for.
  fileprivate func changesShare(of originals: [Requirement]) -> Bool {
    guard case .standard(let weaker) = self else { return false }
    return originals.contains {
      guard case .standard(let original) = $0 else { return false }
      return original.id == weaker.id && original.scope != weaker.scope
    }
  }
}

extension ServiceStandard {
  /// The standard after a relaxation and the size of the change; nil when no share is left.
  fileprivate func relaxed(
    _ relaxation: Relaxation
  ) -> (standard: ServiceStandard, amount: Double)? {
    switch (relaxation, scope) {
    case (.limit(let wider), _):
      let standard = try? ServiceStandard(
        id: id, measure: measure, limit: wider, unit: unit, scope: scope)
      return standard.map { ($0, limit.widening(to: wider)) }
    case (.share(let lower), .people(let share)):
      let standard = try? ServiceStandard(
        id: id, measure: measure, limit: limit, unit: unit, scope: .people(share: lower))
      return standard.map { ($0, share - lower) }
    case (.share, _): return nil
    }
  }
}
