// SPDX-License-Identifier: Apache-2.0

import Options
import PlanPackage

/// Judges sets of sites by the hurdles of a plan, which it puts in the engine's terms.
struct HurdleJudge {
  private let model: ServiceModel
  private let rules: [RuleRow]
  /// For each rule what the engine requires; a rule about groups requires one thing of each.
  private let requirements: [[Requirement]]

  /// One set, measured, with its verdict on every rule.
  struct Judgement {
    let measured: MeasuredConfiguration
    let passes: [Bool]
  }

  init(model: ServiceModel, plan: Plan, rules: [RuleRow]) {
    self.model = model
    self.rules = rules
    requirements = rules.map { HurdleJudge.requirements($0, model, plan) }
  }

  func judge(_ open: [String]) -> Judgement {
    let measured = measure(open)
    let passes = requirements.map { requirements in
      (try? Requirements(requirements))?.fulfilled(by: measured) ?? false
    }
    return Judgement(measured: measured, passes: passes)
  }

  /// The least change of a rule's number that would leave a set, in words; nil without a number.
  func relaxation(of rule: RuleRow, _ judged: [Judgement]) -> String? {
    guard let position = rules.firstIndex(where: { $0.id == rule.id }),
      let required = requirements[position].first, requirements[position].count == 1
    else { return nil }
    // Sets that fail this rule alone: the engine then names the least change of it.
    let close = judged.filter { judgement in
      judgement.passes.indices.allSatisfy { judgement.passes[$0] != ($0 == position) }
    }
    let screening = try? Requirements([required]).screen(close.map(\.measured))
    return screening?.obstacles.first?.smallestRelaxations.first.flatMap { words($0.requirement) }
  }

  private func words(_ requirement: Requirement) -> String? {
    switch requirement {
    case .rule(_, .numberOfSites(let low, let high)): return "from \(low) to \(high) sites"
    case .rule(_, .atMost(let most, _)): return "at most \(most) of them"
    case .rule: return nil
    case .standard(let standard):
      switch standard.limit {
      case .atLeast(let limit): return "a limit of at least \(ConfigurationDocument.plain(limit))"
      case .atMost(let limit): return "a limit of at most \(ConfigurationDocument.plain(limit))"
      case .between: return nil
      }
    }
  }

  private func measure(_ open: [String]) -> MeasuredConfiguration {
    let standards = rules.filter { $0.kind == .standard }.compactMap { rule in
      model.standards.first { $0.row.id == rule.standard }
    }
    guard !standards.isEmpty, let outcome = model.outcome(of: open) else {
      return MeasuredConfiguration(openSites: Set(open))
    }
    return MeasuredConfiguration(
      openSites: Set(open),
      measures: Dictionary(
        standards.compactMap { standard in
          MeasuredValues(standard, outcome, model).map { (standard.row.id, $0) }
        }, uniquingKeysWith: { first, _ in first }))
  }

  private static func requirements(
    _ rule: RuleRow, _ model: ServiceModel, _ plan: Plan
  ) -> [Requirement] {
    if rule.kind == .standard {
      return model.standards.filter { $0.row.id == rule.standard }
        .compactMap { $0.engine.map(Requirement.standard) }
    }
    return configurationRules(rule, model, plan).enumerated().map { index, engineRule in
      .rule(id: "\(rule.id)#\(index)", engineRule)
    }
  }

  private static func configurationRules(
    _ rule: RuleRow, _ model: ServiceModel, _ plan: Plan
  ) -> [ConfigurationRule] {
    switch rule.kind {
    case .numberOfSites:
      return [
        .numberOfSites(atLeast: rule.low ?? 0, atMost: rule.high ?? model.candidates.count)
      ]
    case .requiresSite: return rule.sites.map { .requires($0) }
    case .excludesSite: return rule.sites.map { .excludes($0) }
    case .notTogether:
      // All of them together are one too many of their group.
      return [.atMost(rule.sites.count - 1, of: Set(rule.sites))]
    case .atMostPerGroup: return groups(model).map { .atMost(rule.high ?? 1, of: $0) }
    case .capability:
      let sites = plan.siteServices.filter { $0.capability == rule.capability }.map(\.site)
      return [.eachSiteHas(service: rule.capability, sites: Set(sites))]
    case .standard: return []
    }
  }

  private static func groups(_ model: ServiceModel) -> [Set<String>] {
    var names: [String] = []
    for site in model.candidates where !site.group.isEmpty && !names.contains(site.group) {
      names.append(site.group)
    }
    return names.map { name in
      Set(model.candidates.filter { $0.group == name }.map(\.id))
    }
  }
}

extension Requirements {
  /// Whether a configuration fulfils all of them; one that cannot be measured does not.
  fileprivate func fulfilled(by measured: MeasuredConfiguration) -> Bool {
    (try? results(of: measured))?.allSatisfy(\.isFulfilled) ?? false
  }
}
