// SPDX-License-Identifier: Apache-2.0

/// A limit on a measure that a service must keep within, such as 500 patients a year at each site.
public struct ServiceStandard: Equatable, Sendable {
  /// What must be within the limit.
  public enum Scope: Equatable, Sendable {
    /// The value of every open site.
    case eachSite
    /// The one value of the whole system.
    case system
    /// The values of the areas in which at least this share of people live, above 0 and at most 1.
    case people(share: Double)
  }

  /// The id of the standard, unique among standards and rules.
  public let id: String
  /// The name of the measure that it limits.
  public let measure: String
  /// The values that it admits.
  public let limit: Limit
  /// The unit of the limit, for the reader.
  public let unit: String
  /// What must be within the limit.
  public let scope: Scope

  /// States a standard.
  ///
  /// - Throws: `StandardError.limitNotFinite`, `.limitUpsideDown` or `.impossibleShare`.
  public init(
    id: String, measure: String, limit: Limit, unit: String, scope: Scope
  ) throws(StandardError) {
    guard limit.numbers.allSatisfy(\.isFinite) else { throw .limitNotFinite(standard: id) }
    if case .between(let low, let high) = limit, low > high {
      throw .limitUpsideDown(standard: id, low: low, high: high)
    }
    if case .people(let share) = scope, !(share > 0 && share <= 1) {
      throw .impossibleShare(standard: id, share: share)
    }
    self.id = id
    self.measure = measure
    self.limit = limit
    self.unit = unit
    self.scope = scope
  }
}

extension ServiceStandard.Scope {
  /// The scope in words.
  var words: String {
    switch self {
    case .eachSite: "each site"
    case .system: "the whole system"
    case .people: "people by area"
    }
  }
}
