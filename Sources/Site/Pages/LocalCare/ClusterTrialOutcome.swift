// SPDX-License-Identifier: Apache-2.0

import Clusters
import Facts
import Localities
import PlanPackage

/// What comes of other rules for the lowest tier, after a quick search.
struct TrialOutcome {
  private let tier: GroupingTier
  private let fault: String?
  private let problem: ClusterProblem?
  private let solution: ClusterSolution?
  private let obstacles: [Obstacle]

  init(_ tier: GroupingTier, _ settings: GroupingSettings) {
    self.tier = tier
    do throws(ClusterProblemError) {
      let problem = try ClusterProblem(
        units: tier.problem.units, links: tier.problem.links, band: settings.band,
        count: settings.count, preferences: settings.preferences)
      let solution = problem.solve(seed: UInt64(tier.row.seed), effort: .quick)
      self.problem = problem
      self.solution = solution
      obstacles = solution.judgement.isAcceptable ? [] : problem.obstacles()
      fault = nil
    } catch {
      problem = nil
      solution = nil
      obstacles = []
      fault = error.faults.map(\.description).joined(separator: " ")
    }
  }

  /// What came of it in a sentence or two, as HTML.
  func answer(_ words: ClusterWords) -> String {
    guard let solution, let problem else { return HTML.escape(fault ?? "") }
    let judgement = solution.judgement
    let count = HTML.escape(words.counted(judgement.groups.count))
    let distance = "\(PlainNumber.text(judgement.meanDistance, 2)) km"
    guard !judgement.isAcceptable else {
      let before = PlainNumber.text(tier.judgement.meanDistance, 2)
      return "It can be done: \(count), and people live \(distance) from the middle on average. "
        + "With the plan's own rules it is \(HTML.escape(words.counted(tier.count))) and "
        + "\(before) km."
    }
    let people = "\(words.people(problem.band.floor)) to \(words.people(problem.band.ceiling))"
    return "Nothing was found that keeps these rules. The best has \(count), of which "
      + "\(judgement.groupsInBand) have \(people) people. "
      + (obstacles.isEmpty
        ? "No single cause was found; below is what it breaks."
        : "Below is what stands in the way, and the least change that would help.")
  }

  func parts(_ words: ClusterWords) -> [ClusterPageModel.Part] {
    guard let solution, let problem else { return [] }
    return [obstacleList(problem), broken(solution), groups(solution, words)].compactMap { $0 }
  }

  private func obstacleList(_ problem: ClusterProblem) -> ClusterPageModel.Part? {
    guard !obstacles.isEmpty else { return nil }
    var part = ClusterPageModel.Part("What stands in the way")
    part.items = ClusterWords.lines(obstacles, problem)
    part.hasItems = true
    return part
  }

  private func broken(_ solution: ClusterSolution) -> ClusterPageModel.Part? {
    let rules = solution.judgement.brokenRules
    guard !rules.isEmpty else { return nil }
    var part = ClusterPageModel.Part("Rules that the best one breaks")
    part.items = rules.map { HTML.escape(GroupingTier.words($0, label: label)) }
    part.hasItems = true
    return part
  }

  private func groups(_ solution: ClusterSolution, _ words: ClusterWords) -> ClusterPageModel.Part {
    let names = solution.judgement.groups.map { group in
      let towns = Set(group.units.compactMap { tier.problem.units[$0].town }).sorted()
      return towns.isEmpty ? "no town" : towns.joined(separator: ", ")
    }
    var part = ClusterPageModel.Part("The groups")
    part.tables = [
      TableModel(
        caption: "Groups by the rules that you asked for, after a quick search",
        columns: [
          ("Group", false), ("Towns", false), ("People", true), ("Km to the middle", true),
        ],
        rows: solution.judgement.groups.map { group in
          TableModel.Row(
            HTML.escape(label(group.group)),
            [
              .text(names[group.group]), .number(words.people(group.people)),
              .number(words.kilometres(group.meanDistance)),
            ])
        })
    ]
    return part
  }

  /// Groups of a trial are numbered by themselves: they are not those of the plan.
  private func label(_ group: Int) -> String { "Group \(group + 1)" }
}
