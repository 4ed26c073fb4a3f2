// SPDX-License-Identifier: Apache-2.0

import Clusters
import Facts
import Localities
import PlanPackage

/// The sentences and numbers that pages about groups share.
struct ClusterWords {
  let view: SiteView
  let tier: GroupingTier

  var row: GroupingRow { tier.row }

  /// The groups in the plural, in small letters: “clusters”.
  var many: String { row.name.firstLowercased }

  /// So many groups in words: “1 cluster”, “38 clusters”.
  func counted(_ number: Int) -> String {
    number == 1 ? "1 \(row.one)" : "\(PlainNumber.text(Double(number))) \(many)"
  }

  /// A figure of the plan as HTML, or a number where the plan's own was changed.
  func figure(_ id: String, isTagged: Bool = false) -> String {
    guard let id = FactID(id) else { return "none" }
    return view.figure.html(id, isTagged: isTagged)
  }

  func people(_ number: Int) -> String { PlainNumber.text(Double(number)) }

  func kilometres(_ value: Double) -> String { PlainNumber.text(value, 1) }

  /// What a cost is as metres for each person.
  func metres(_ kilometres: Double) -> String {
    let value = kilometres * 1000
    return PlainNumber.text(abs(value) < 0.05 ? 0 : value, 1)
  }

  /// What a wish is about.
  static func name(_ wish: Wish) -> String {
    switch wish {
    case .compactness: "People near the middle"
    case .contiguity: "In one piece"
    case .towns: "Towns kept whole"
    case .commissioners: "One commissioning group each"
    case .existingGroups: "Localities kept whole"
    case .growth: "In the band at the horizon as well"
    case .deprivationBalance: "Alike in deprivation"
    }
  }

  /// How far a wish is unmet, in words.
  func unmet(_ term: WishTerm) -> String {
    switch term.wish {
    case .compactness: "\(PlainNumber.text(term.value, 2)) km on average"
    case .growth: "\(PlainNumber.percent(term.value)) of \(many) outside"
    case .deprivationBalance:
      "\(PlainNumber.percent(term.value)) of differences are between \(many)"
    default: "\(PlainNumber.percent(term.value)) of people"
    }
  }

  /// The groups as links with their labels.
  func link(_ group: Int) -> String {
    let name = HTML.escape(tier.labels[group])
    return "<a href=\"\(ClusterPaths.group(group, of: tier))\">\(name)</a>"
  }

  /// Whether the tier is made of neighbourhoods and not of other groups.
  var isLowest: Bool { row.madeOf == GroupingRow.neighbourhoods }

  /// A unit by a name that people know: a neighbourhood with its town, a group with its label.
  func name(_ unit: Int) -> String {
    let unit = tier.problem.units[unit]
    guard isLowest else { return "\(unit.id) \(unit.name)" }
    return unit.town.map { "\(unit.name) (\($0))" } ?? unit.name
  }

  func locality(_ id: String) -> String {
    view.plan.local.localities.first { $0.id == id }?.name ?? id
  }

  func localities(_ ids: [String]) -> String {
    HTML.escape(ids.map(locality).joined(separator: "; "))
  }

  /// The band in figures of the plan: “between 20,000 and 60,000 people”, as HTML.
  var band: String {
    row.floor.isEmpty
      ? "at most \(figure(row.ceiling))"
      : "between \(bare(row.floor)) and \(figure(row.ceiling))"
  }

  /// A figure without its unit.
  private func bare(_ id: String) -> String {
    FactID(id).map { view.figure.number($0) } ?? "none"
  }

  /// What stands in the way of an answer and what would help, as HTML.
  static func lines(_ obstacles: [Obstacle], _ problem: ClusterProblem) -> [String] {
    obstacles.flatMap { obstacle in
      [HTML.escape(obstacle.sentence)]
        + obstacle.relaxations.map { trial in
          let tried =
            trial.isVerified ? "This was tried and works." : "Whether it works is not known."
          return HTML.escape("What would help: \(trial.relaxation.sentence(problem)) \(tried)")
        }
    }
  }

  /// How sure it is that there is nothing better, in a sentence.
  var proof: String {
    let solution = tier.solution
    switch solution.proof {
    case .exact:
      return "No other grouping that keeps the rules is better by these preferences: every one was "
        + "looked at or ruled out."
    case .bound:
      return "It is proved that no grouping that keeps the rules can cost less than "
        + "\(PlainNumber.text(solution.bound, 2)) km by these preferences; this one costs "
        + "\(PlainNumber.text(solution.judgement.cost, 2)). So "
        + "\(PlainNumber.percent(solution.gap)) of it at most could be saved, and nobody knows "
        + "whether any of it can."
    case .impossible: return "It is proved that no grouping keeps all the rules."
    case .notFound:
      return "No grouping was found that keeps all the rules, and none was proved not to exist."
    }
  }
}
