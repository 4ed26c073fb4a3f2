// SPDX-License-Identifier: Apache-2.0

/// A rule about which sites may be open, whatever they measure.
public enum ConfigurationRule: Equatable, Sendable {
  /// So many sites must be open.
  case numberOfSites(atLeast: Int, atMost: Int)
  /// This site must be open.
  case requires(String)
  /// This site must be closed.
  case excludes(String)
  /// These two sites can't both be open.
  case notTogether(String, String)
  /// At most so many sites of a group may be open, such as one for each trust.
  case atMost(Int, of: Set<String>)
  /// Every open site must be among those that have a service, such as an emergency department.
  case eachSiteHas(service: String, sites: Set<String>)

  /// Says whether some open sites keep the rule, and if not, why.
  public func verdict(on openSites: Set<String>) -> RuleVerdict {
    breach(by: openSites).map(RuleVerdict.breaks) ?? .passes
  }

  private func breach(by open: Set<String>) -> RuleBreach? {
    switch self {
    case .numberOfSites(let low, _) where open.count < low:
      .tooFewSites(open: open.count, atLeast: low)
    case .numberOfSites(_, let high) where open.count > high:
      .tooManySites(open: open.count, atMost: high)
    case .requires(let site) where !open.contains(site): .siteNotOpen(site)
    case .excludes(let site) where open.contains(site): .siteOpen(site)
    case .notTogether(let one, let other) where open.contains(one) && open.contains(other):
      .openTogether(one, other)
    case .atMost(let limit, let group) where open.intersection(group).count > limit:
      .tooManyOfGroup(open: open.intersection(group).sorted(), atMost: limit)
    case .eachSiteHas(let service, let sites) where !open.isSubset(of: sites):
      .withoutService(service, sites: open.subtracting(sites).sorted())
    default: nil
    }
  }

  /// The nearest rule of the same kind that these sites keep; nil for a rule without a number.
  public func relaxed(toAdmit open: Set<String>) -> ConfigurationRule? {
    switch self {
    case .numberOfSites(let low, let high):
      .numberOfSites(atLeast: min(low, open.count), atMost: max(high, open.count))
    case .atMost(let limit, let group):
      .atMost(max(limit, open.intersection(group).count), of: group)
    case .requires, .excludes, .notTogether, .eachSiteHas: nil
    }
  }

  /// By how many sites a rule of the same kind allows more.
  func widening(to wider: ConfigurationRule) -> Double {
    switch (self, wider) {
    case (.numberOfSites(let low, let high), .numberOfSites(let newLow, let newHigh)):
      Double((low - newLow) + (newHigh - high))
    case (.atMost(let limit, _), .atMost(let newLimit, _)): Double(newLimit - limit)
    default: .infinity
    }
  }

  /// The rule that every open site must have a service, from what each site has.
  ///
  /// - Parameters:
  ///   - service: the service that must be at the same site.
  ///   - servicesAtSite: the services of each site; a site that isn't listed has none.
  /// - Returns: the rule with the sites that have the service.
  public static func eachSiteHas(
    service: String, servicesAtSite: [String: Set<String>]
  ) -> ConfigurationRule {
    .eachSiteHas(
      service: service, sites: Set(servicesAtSite.filter { $0.value.contains(service) }.keys))
  }
}

/// What a rule says of some open sites.
public enum RuleVerdict: Equatable, Sendable {
  /// They keep the rule.
  case passes
  /// They break it, for this reason.
  case breaks(RuleBreach)
}

/// Why some open sites break a rule; lists of sites are in the order of their codes.
public enum RuleBreach: Equatable, Sendable {
  /// Fewer sites are open than must be.
  case tooFewSites(open: Int, atLeast: Int)
  /// More sites are open than may be.
  case tooManySites(open: Int, atMost: Int)
  /// A site that must be open is closed.
  case siteNotOpen(String)
  /// A site that must be closed is open.
  case siteOpen(String)
  /// Two sites are open that can't both be.
  case openTogether(String, String)
  /// More sites of a group are open than may be.
  case tooManyOfGroup(open: [String], atMost: Int)
  /// Some open sites don't have a service that they need.
  case withoutService(String, sites: [String])
}
