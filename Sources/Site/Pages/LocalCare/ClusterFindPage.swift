// SPDX-License-Identifier: Apache-2.0

import Assessment
import Clusters
import Facts
import Localities
import PlanPackage

extension ClusterPages {
  /// Which group a neighbourhood is in: for a text that somebody typed, and as a list.
  func finder(_ typed: String) -> ClusterPageModel {
    let tier = reading.tiers[0]
    var page = page(
      "Which \(tier.row.one) is my neighbourhood in?", path: ClusterPaths.find,
      answer: "Find your neighbourhood below. Its line leads to its "
        + "\(HTML.escape(tier.row.one)), where you can read what it would do to move it next door.",
      up: (ClusterPaths.index, tier.row.name))
    page.parts =
      (view.isStatic ? [] : [asking(typed)])
      + (typed.isEmpty ? [] : [answers(typed, tier)]) + lists(tier)
    return page
  }

  private func asking(_ typed: String) -> ClusterPageModel.Part {
    var part = ClusterPageModel.Part("Look it up")
    part.form = .init(
      action: ClusterPaths.find, label: "Find a place", button: "Show",
      hidden: scenario,
      fields: [
        .init(
          id: "place", name: "q", label: "Town, district or the first half of your postcode",
          value: String(typed.prefix(100)), kind: "search", hint: "Such as Deal, or CT14")
      ])
    return part
  }

  private func answers(_ typed: String, _ tier: GroupingTier) -> ClusterPageModel.Part {
    let codes = Set(view.places.matches(typed).prefix(20).flatMap(\.areas))
    let found = reading.neighbourhoods.indices.filter {
      codes.contains(reading.neighbourhoods[$0].id)
    }
    guard !found.isEmpty else {
      return .init(
        "Nothing found",
        text: [
          "No place here goes by “\(HTML.escape(String(typed.prefix(100))))”. Try the first half of "
            + "your postcode, or look through the lists."
        ])
    }
    var part = ClusterPageModel.Part("Found")
    part.items = found.prefix(60).map { item($0, tier) }
    part.hasItems = true
    return part
  }

  private func item(_ index: Int, _ tier: GroupingTier) -> String {
    let unit = reading.neighbourhoods[index]
    let group = tier.groupOfNeighbourhood[index]
    let address = ClusterPaths.group(group, of: tier) + "#" + unit.id
    return "<a href=\"\(address)\">\(HTML.escape(words(tier).name(index)))</a>"
      + ": \(HTML.escape("\(tier.labels[group]) \(tier.names[group])"))"
  }

  private func lists(_ tier: GroupingTier) -> [ClusterPageModel.Part] {
    reading.plan.local.localities.compactMap { locality in
      let places = reading.neighbourhoods.indices.filter {
        reading.neighbourhoods[$0].commissioner == locality.id
      }
      guard !places.isEmpty else { return nil }
      var part = ClusterPageModel.Part(locality.name)
      part.items = places.map { item($0, tier) }
      part.hasItems = true
      return part
    }
  }

  /// The scenario that a form has to keep.
  var scenario: [ClusterPageModel.Hidden] {
    view.plan.scenario.map { [.init(name: "scenario", value: $0.id)] } ?? []
  }
}
