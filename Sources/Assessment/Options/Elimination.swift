// SPDX-License-Identifier: Apache-2.0

import Appraisal
import Facts
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

  /// A hurdle without which something would be left, when nothing is.
  public struct Obstacle: Sendable {
    /// The row of the plan.
    public let rule: RuleRow
    /// The sets that would be left.
    public let leaves: [SiteSet]
    /// The least change of its number that would leave one, in words; nil for a hurdle without one.
    public let relaxation: String?
  }

  /// Every set, in order of number of sites and then of sites.
  public let sets: [SiteSet]
  /// Long list, medium list and shortlist.
  public let lists: [List]
  /// The hurdles in order.
  public let hurdles: [Hurdle]
  /// When nothing is left, the single hurdles that stand in the way.
  public let obstacles: [Obstacle]

  /// The sets that are left.
  public var shortlist: [SiteSet] { sets.filter { $0.removedBy == nil } }

  /// Takes all sets of a service through its hurdles.
  ///
  /// Nil for a service without hurdles or with more candidates than can be listed.
  public init?(_ model: ServiceModel, _ plan: Plan) {
    let rules = plan.rules.filter { $0.service == model.service.id }
    guard !rules.isEmpty, model.candidates.count <= Elimination.mostCandidates else { return nil }
    let opens = Elimination.everySet(model.candidates.map(\.id))
    let judge = HurdleJudge(model: model, plan: plan, rules: rules)
    let judged = opens.map { judge.judge($0) }
    guard let screening = Elimination.screening(opens, rules, judged) else { return nil }
    let sets = zip(opens, screening.options).map { open, option in
      SiteSet(open: open, removedBy: option.removedBy?.text, failed: option.failed.map(\.text))
    }
    let byID = Dictionary(
      sets.map { (Elimination.id($0.open), $0) }, uniquingKeysWith: { first, _ in first })
    func found(_ ids: [OptionID]) -> [SiteSet] { ids.compactMap { byID[$0] } }
    self.sets = sets
    hurdles = zip(rules, zip(screening.stages.flatMap(\.hurdles), screening.hurdles)).map {
      rule, counts in
      Hurdle(
        rule: rule, entering: counts.0.entering, removed: found(counts.0.removes),
        bringsBack: found(counts.1.bringsBack))
    }
    lists = Elimination.lists(
      rules, model.candidates.count,
      [sets] + screening.stages.map { found($0.remaining) })
    obstacles =
      screening.remaining.isEmpty
      ? hurdles.filter { !$0.bringsBack.isEmpty }.map { hurdle in
        Obstacle(
          rule: hurdle.rule, leaves: hurdle.bringsBack,
          relaxation: judge.relaxation(of: hurdle.rule, judged))
      } : []
  }

  /// The set with exactly these sites, or nil.
  public func set(_ open: some Sequence<String>) -> SiteSet? {
    let sites = Set(open)
    return sets.first { Set($0.open) == sites }
  }

  private static func screening(
    _ opens: [[String]], _ rules: [RuleRow], _ judged: [HurdleJudge.Judgement]
  ) -> HurdleScreening? {
    let stages = RuleRow.Stage.allCases.map { stage in
      HurdleStage(
        id: StageID(stage.rawValue), label: stage.rawValue,
        hurdles: rules.filter { $0.stage == stage }.map {
          Appraisal.Hurdle(id: HurdleID($0.id), label: $0.label)
        })
    }
    let verdicts = zip(opens, judged).flatMap { open, judgement in
      zip(rules, judgement.passes).map { rule, passes in
        Verdict(id(open), HurdleID(rule.id), passes ? .passes : .fails)
      }
    }
    return try? HurdleScreening(
      options: opens.map { Option(id: id($0), label: $0.joined(separator: ", ")) },
      stages: stages, verdicts: verdicts)
  }

  private static func id(_ open: [String]) -> OptionID { OptionID(open.joined(separator: "+")) }

  private static func lists(
    _ rules: [RuleRow], _ candidates: Int, _ sets: [[SiteSet]]
  ) -> [List] {
    let words = [
      "every set of one or more of \(candidates) candidates: 2 to the power of \(candidates), less "
        + "the empty one",
      self.words(rules.filter { $0.stage == .longList }, "long list"),
      self.words(rules.filter { $0.stage == .mediumList }, "medium list"),
    ]
    let names = [
      ("long-list", "long list"), ("medium-list", "medium list"), ("shortlist", "shortlist"),
    ]
    return zip(names, zip(words, sets)).map { name, content in
      List(id: name.0, name: name.1, rule: content.0, sets: content.1)
    }
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
