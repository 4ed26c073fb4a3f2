// SPDX-License-Identifier: Apache-2.0

import Clusters
import Facts
import Localities
import PlanPackage

/// Other rules than those of the plan, as a reader asked for them.
struct TrialSettings {
  /// What is asked for; the plan's own where nothing was typed.
  var settings: GroupingSettings
  /// What was typed and cannot be, in words.
  var faults: [String] = []

  /// The settings of a query.
  init(_ query: ClusterQuery, of tier: GroupingTier) {
    settings = tier.settings
    if let floor = number(query["floor"], "fewest people", 0...10_000_000) {
      settings.band.floor = Int(floor)
    }
    if let ceiling = number(query["ceiling"], "most people", 1...10_000_000) {
      settings.band.ceiling = Int(ceiling)
    }
    if !query["count"].isEmpty {
      let count = number(query["count"], "number of groups", 0...Double(tier.problem.units.count))
      if let count { settings.count = count == 0 ? nil : Int(count) }
    }
    for wish in Wish.allCases where wish != .contiguity {
      if let weight = number(query[wish.rawValue], ClusterWords.name(wish), 0...1000) {
        settings.preferences.set(wish, to: weight)
      }
    }
  }

  private mutating func number(
    _ text: String, _ name: String, _ range: ClosedRange<Double>
  ) -> Double? {
    guard !text.isEmpty else { return nil }
    let plain = text.replacing(",", with: "")
    if let value = Double(plain), range.contains(value) { return value }
    faults.append(
      "“\(text.prefix(30))” for \(name.firstLowercased): a number from "
        + "\(PlainNumber.text(range.lowerBound)) to \(PlainNumber.text(range.upperBound)) was expected."
    )
    return nil
  }
}

extension Preferences {
  fileprivate mutating func set(_ wish: Wish, to weight: Double) {
    switch wish {
    case .compactness: compactness = weight
    case .contiguity: contiguity = weight
    case .towns: towns = weight
    case .commissioners: commissioners = weight
    case .existingGroups: existingGroups = weight
    case .growth: growth = weight
    case .deprivationBalance: deprivationBalance = weight
    }
  }
}

extension ClusterPages {
  /// The lowest tier by other rules: what becomes possible, and what stands in the way.
  func trial(_ query: ClusterQuery) -> ClusterPageModel {
    let tier = reading.tiers[0]
    let asked = TrialSettings(query, of: tier)
    let isAsked = !query["floor"].isEmpty || !query["ceiling"].isEmpty || !query["count"].isEmpty
    let outcome = isAsked && asked.faults.isEmpty ? TrialOutcome(tier, asked.settings) : nil
    var page = page(
      "Try other rules", path: ClusterPaths.trial, answer: answer(asked, outcome, tier),
      up: (ClusterPaths.index, tier.row.name))
    page.parts = [form(asked.settings, tier)] + results(outcome, tier)
    return page
  }

  private func answer(
    _ asked: TrialSettings, _ outcome: TrialOutcome?, _ tier: GroupingTier
  ) -> String {
    if !asked.faults.isEmpty { return HTML.escape(asked.faults.joined(separator: " ")) }
    guard let outcome else {
      return "Change the size, the number or the weights, and see which "
        + "\(HTML.escape(words(tier).many)) would follow. Nothing is saved."
    }
    return outcome.answer(words(tier))
  }

  private func form(_ settings: GroupingSettings, _ tier: GroupingTier) -> ClusterPageModel.Part {
    func field(_ name: String, _ label: String, _ value: String, step: String)
      -> ClusterPageModel.Field
    {
      .init(
        id: "trial-\(name)", name: name, label: label, value: value, kind: "number", least: "0",
        step: step)
    }
    var part = ClusterPageModel.Part("The rules")
    part.form = .init(
      action: ClusterPaths.trial, label: "Rules to try", button: "Work it out", hidden: scenario,
      fields: [
        field("floor", "Fewest people", "\(settings.band.floor)", step: "1"),
        field("ceiling", "Most people", "\(settings.band.ceiling)", step: "1"),
        field("count", "How many; 0 for any", "\(settings.count ?? 0)", step: "1"),
      ]
        + Wish.allCases.filter { $0 != .contiguity && $0 != .existingGroups }.map {
          field(
            $0.rawValue, "\(ClusterWords.name($0)), weight in km",
            plain(settings.preferences.weight($0)), step: "any")
        })
    return part
  }

  private func plain(_ weight: Double) -> String {
    weight == weight.rounded() ? "\(Int(weight))" : "\(weight)"
  }

  private func results(_ outcome: TrialOutcome?, _ tier: GroupingTier) -> [ClusterPageModel.Part] {
    guard let outcome else { return [] }
    return outcome.parts(words(tier))
  }
}
