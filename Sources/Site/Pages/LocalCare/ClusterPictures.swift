// SPDX-License-Identifier: Apache-2.0

import Clusters
import Localities
import Pictures
import PlanPackage

/// The maps of groups.
///
/// Labels of many groups stand too close to each other to be good links; the tables have the same.
struct ClusterPictures {
  let reading: GroupingReading
  let tier: GroupingTier

  /// All groups of the tier.
  func all(id: String, title: String) -> ClusterMap {
    map(
      id: id, title: title,
      summary:
        "A map of \(tier.count) \(tier.row.name.lowercased()). Each neighbourhood is a mark, "
        + "joined by a line to the middle of its \(tier.row.one). The table lists every neighbourhood.",
      groups: Array(0..<tier.count))
  }

  /// One group and those that it touches.
  func around(_ group: Int, touching others: [Int]) -> ClusterMap {
    map(
      id: "map-\(tier.labels[group].lowercased())",
      title: "\(tier.labels[group]) \(tier.names[group]) and the \(tier.row.name.lowercased()) "
        + "next to it",
      summary: "A map of \(tier.labels[group]) and of \(others.count) next to it. The table lists "
        + "their neighbourhoods.", groups: [group] + others)
  }

  /// All groups after changes by hand; a neighbourhood that moved has a ring.
  func edited(_ edit: GroupingEdit) -> ClusterMap {
    let groupOf = edit.groups
    let moved = Set(edit.movedUnits)
    let groups = tier.labels.indices.compactMap { label -> ClusterMap.Group? in
      edit.judgement(ofLabelled: label).map { group($0, label, isLinked: false) }
    }
    let positions = tier.labels.indices.filter { edit.judgement(ofLabelled: $0) != nil }
    let places = reading.neighbourhoods.indices.map { index in
      place(
        index, positions.firstIndex(of: groupOf[index]) ?? -1, isMoved: moved.contains(index))
    }
    return ClusterMap(
      caption: Caption(
        id: "map-edit",
        title: moved.isEmpty
          ? "Nothing is moved yet"
          : moved.count == 1
            ? "1 neighbourhood is moved" : "\(moved.count) neighbourhoods are moved",
        summary:
          "The map after the changes; neighbourhoods that moved have a ring. The table lists "
          + "every neighbourhood.", sourceLine: sourceLine),
      groupWord: tier.row.one, places: places, groups: groups)
  }

  private var sourceLine: String {
    "Worked out by Weald from residents of 2017. Contains National Statistics data, Crown copyright and "
      + "database right."
  }

  private func map(id: String, title: String, summary: String, groups: [Int]) -> ClusterMap {
    let groupOf = tier.groupOfNeighbourhood
    let places = reading.neighbourhoods.indices.compactMap { index -> ClusterMap.Place? in
      groups.firstIndex(of: groupOf[index]).map { place(index, $0, isMoved: false) }
    }
    return ClusterMap(
      caption: Caption(id: id, title: title, summary: summary, sourceLine: sourceLine),
      groupWord: tier.row.one, places: places,
      groups: groups.map {
        group(tier.judgement.groups[$0], $0, isLinked: groups.count <= Self.mostLinks)
      })
  }

  private static let mostLinks = 12

  private func group(
    _ group: GroupJudgement, _ label: Int, isLinked: Bool
  ) -> ClusterMap.Group {
    let middle = reading.place(of: group)
    return ClusterMap.Group(
      tier.labels[label], name: tier.names[label],
      centre: .init(longitude: middle.longitude, latitude: middle.latitude),
      link: isLinked ? ClusterPaths.group(label, of: tier) : nil, number: label)
  }

  private func place(_ index: Int, _ group: Int, isMoved: Bool) -> ClusterMap.Place {
    let area = reading.areas[index]
    return ClusterMap.Place(
      reading.neighbourhoods[index].name, district: area.district,
      at: .init(longitude: area.longitude, latitude: area.latitude), group: group,
      people: Double(reading.neighbourhoods[index].people), isMoved: isMoved)
  }
}
