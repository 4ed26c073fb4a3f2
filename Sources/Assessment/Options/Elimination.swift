// SPDX-License-Identifier: Apache-2.0

import Options
public import PlanPackage

/// Every set of candidates taken through the hurdles in order, with the reason for every removal.
public struct Elimination: Sendable {
  /// Beyond so many candidates the sets are too many to list one by one.
  public static let mostCandidates = 12

  /// A set of sites and what became of it.
  public struct SiteSet: Sendable {
    /// The open candidates, in the order of the service's sites.
    public let open: [String]
    /// The first hurdle that it fails; nil when it is left at the end.
    public let removedBy: String?
    /// All hurdles that it fails, in order.
    public let failed: [String]
  }

  /// A list of sets: long, medium or short.
  public struct List: Sendable {
    /// long-list, medium-list or shortlist.
    public let id: String
    /// The name for a reader.
    public let name: String
    /// How the list came about, in words.
    public let rule: String
    /// The sets on it.
    public let sets: [SiteSet]
  }

  /// A hurdle with what it does.
  public struct Hurdle: Sendable {
    /// The row of the plan.
    public let rule: RuleRow
    /// How many sets reach it.
    public let entering: Int
    /// The sets that it removes, of those that reach it.
    public let removed: [SiteSet]
    /// The sets that would be left at the end if it were not there.
    public let bringsBack: [SiteSet]
  }

  /// Every set, in order of number of sites and then of sites.
  public let sets: [SiteSet]
  /// Long list, medium list and shortlist.
  public let lists: [List]
  /// The hurdles in order.
  public let hurdles: [Hurdle]

  /// The sets that are left.
  public var shortlist: [SiteSet] { sets.filter { $0.removedBy == nil } }

  /// Takes all sets of a service through its hurdles.
  ///
  /// Nil for a service without hurdles or with more candidates than can be listed.
  public init?(_ model: ServiceModel, _ plan: Plan) {
    let rules = plan.rules.filter { $0.service == model.service.id }
    guard !rules.isEmpty, model.candidates.count <= Elimination.mostCandidates else { return nil }
    let judge = HurdleJudge(model: model, plan: plan)
    let sets = Elimination.everySet(model.candidates.map(\.id)).map { open -> SiteSet in
      let failed = rules.filter { !judge.passes($0, open) }.map(\.id)
      return SiteSet(open: open, removedBy: failed.first, failed: failed)
    }
    self.sets = sets
    var left = sets
    var hurdles: [Hurdle] = []
    var medium = sets
    for rule in rules {
      let removed = left.filter { $0.removedBy == rule.id }
      let back = sets.filter { $0.failed == [rule.id] }
      hurdles.append(
        Hurdle(rule: rule, entering: left.count, removed: removed, bringsBack: back))
      left.removeAll { $0.removedBy == rule.id }
      if rule.stage == .longList { medium = left }
    }
    self.hurdles = hurdles
    lists = [
      List(
        id: "long-list", name: "long list",
        rule: "every set of one or more of \(model.candidates.count) candidates: 2 to the power of "
          + "\(model.candidates.count), less the empty one", sets: sets),
      List(
        id: "medium-list", name: "medium list",
        rule: Elimination.words(rules.filter { $0.stage == .longList }, "long list"),
        sets: medium),
      List(
        id: "shortlist", name: "shortlist",
        rule: Elimination.words(rules.filter { $0.stage == .mediumList }, "medium list"),
        sets: left),
    ]
  }

  /// The set with exactly these sites, or nil.
  public func set(_ open: some Sequence<String>) -> SiteSet? {
    let sites = Set(open)
    return sets.first { Set($0.open) == sites }
  }

  private static func words(_ rules: [RuleRow], _ list: String) -> String {
    guard !rules.isEmpty else { return "the \(list); there is no hurdle in between" }
    return "the \(list), less what fails: "
      + rules.map { $0.label.firstLowercased }.joined(separator: "; ")
  }

  /// All sets but the empty one: few sites first, and then in the order of the candidates.
  static func everySet(_ candidates: [String]) -> [[String]] {
    (1..<(1 << candidates.count)).map { mask in
      candidates.indices.filter { mask >> $0 & 1 == 1 }
    }.sorted { left, right in
      left.count != right.count ? left.count < right.count : left.lexicographicallyPrecedes(right)
    }.map { $0.map { candidates[$0] } }
  }
}

/// Judges a set of sites by one hurdle.
struct HurdleJudge {
  let model: ServiceModel
  let plan: Plan

  func passes(_ rule: RuleRow, _ open: [String]) -> Bool {
    if rule.kind == .standard {
      guard let standard = model.standards.first(where: { $0.row.id == rule.standard }),
        let outcome = model.outcome(of: open)
      else { return false }
      return StandardCheck(standard, outcome, model).isMet
    }
    return rules(rule).allSatisfy { $0.verdict(on: Set(open)) == .passes }
  }

  /// The rules of the engine that one row of the plan means.
  private func rules(_ rule: RuleRow) -> [ConfigurationRule] {
    switch rule.kind {
    case .numberOfSites:
      [
        .numberOfSites(
          atLeast: rule.low ?? 0, atMost: rule.high ?? model.candidates.count)
      ]
    case .requiresSite: rule.sites.map { .requires($0) }
    case .excludesSite: rule.sites.map { .excludes($0) }
    case .notTogether:
      // All of them together are one too many of their group.
      [.atMost(rule.sites.count - 1, of: Set(rule.sites))]
    case .atMostPerGroup:
      groups.map { .atMost(rule.high ?? 1, of: $0) }
    case .capability:
      [
        .eachSiteHas(
          service: rule.capability,
          sites: Set(plan.siteServices.filter { $0.capability == rule.capability }.map(\.site)))
      ]
    case .standard: []
    }
  }

  private var groups: [Set<String>] {
    var names: [String] = []
    for site in model.candidates where !site.group.isEmpty && !names.contains(site.group) {
      names.append(site.group)
    }
    return names.map { name in
      Set(model.candidates.filter { $0.group == name }.map(\.id))
    }
  }
}
