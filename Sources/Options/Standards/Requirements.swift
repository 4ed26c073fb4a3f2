// SPDX-License-Identifier: Apache-2.0

/// Something that a configuration must do: keep a rule or meet a standard.
public enum Requirement: Equatable, Sendable {
  /// A rule about the open sites, under an id.
  case rule(id: String, ConfigurationRule)
  /// A standard for what they measure.
  case standard(ServiceStandard)

  /// The id, unique among requirements.
  public var id: String {
    switch self {
    case .rule(let id, _): id
    case .standard(let standard): standard.id
    }
  }
}

/// How a configuration does against one requirement.
public enum RequirementResult: Equatable, Sendable {
  /// The verdict of a rule, under its id.
  case rule(id: String, RuleVerdict)
  /// The result of a standard.
  case standard(StandardResult)

  /// Whether the requirement is fulfilled.
  public var isFulfilled: Bool {
    switch self {
    case .rule(_, let verdict): verdict == .passes
    case .standard(let result): result.isMet
    }
  }
}

/// All rules and standards that a configuration must keep to, in the order given.
public struct Requirements: Equatable, Sendable {
  /// The rules and standards.
  public let all: [Requirement]

  /// Gathers requirements.
  ///
  /// - Throws: `StandardError` when an id comes twice or a rule allows nothing.
  public init(_ all: [Requirement]) throws(StandardError) {
    var seen: Set<String> = []
    for requirement in all {
      guard seen.insert(requirement.id).inserted else {
        throw .repeatedRequirement(requirement.id)
      }
      guard case .rule(let id, let rule) = requirement else { continue }
      try Self.check(rule, id)
    }
    self.all = all
  }

  private static func check(_ rule: ConfigurationRule, _ id: String) throws(StandardError) {
    switch rule {
    case .numberOfSites(let low, let high) where low > high || low < 0:
      throw .noNumberOfSites(rule: id, atLeast: low, atMost: high)
    case .atMost(let limit, _) where limit < 0: throw .negativeNumberOfSites(rule: id, limit)
    case .notTogether(let one, let other) where one == other:
      throw .siteApartFromItself(rule: id, site: one)
    default: break
    }
  }

  /// Checks one configuration against every requirement.
  ///
  /// - Returns: a result for each requirement, in their order.
  /// - Throws: `StandardError` when a measure is missing or can't be right.
  public func results(
    of configuration: MeasuredConfiguration
  ) throws(StandardError) -> [RequirementResult] {
    var results: [RequirementResult] = []
    for requirement in all {
      switch requirement {
      case .rule(let id, let rule):
        results.append(.rule(id: id, rule.verdict(on: configuration.openSites)))
      case .standard(let standard): results.append(.standard(try standard.check(configuration)))
      }
    }
    return results
  }
}
