// SPDX-License-Identifier: Apache-2.0

import Pictures

extension Sample {
  static let clusters = [
    Sample("clusters-many", clusterMap),
    Sample("clusters-moved", movedMap),
    Sample(
      "clusters-empty",
      ClusterMap(
        caption: caption("no-clusters", "Nothing yet"), groupWord: "cluster", places: [],
        groups: [])),
  ]

  /// Twelve groups of ten places each, in four columns and three rows.
  static let clusterMap = ClusterMap(
    caption: caption("clusters", "Twelve clusters share the area"), groupWord: "cluster",
    places: (0..<120).map { clusterPlace($0) },
    groups: (0..<12).map { number in
      .init(
        "C\(number + 1)", name: "Town \(number + 1)", centre: middle(number),
        link: "/clusters/c\(number + 1)", number: number)
    })

  /// Two places, of which one was moved by hand, a third that nobody can place, and a fourth in no group.
  static let movedMap = ClusterMap(
    caption: caption("moved", "One neighbourhood is moved"), groupWord: "cluster",
    places: [
      .init(
        "Here", district: "West", at: .init(longitude: 0.4, latitude: 51.2), group: 0, people: 9000),
      .init(
        "There", district: "West", at: .init(longitude: 0.5, latitude: 51.25), group: 0,
        people: 8000, isMoved: true),
      .init(
        "Nowhere", district: "West", at: .init(longitude: .nan, latitude: 51), group: 0,
        people: 7000),
      .init(
        "Outside", district: "East", at: .init(longitude: 0.6, latitude: 51.2), group: 7,
        people: 6000),
    ],
    groups: [
      .init("C1", name: "West", centre: .init(longitude: 0.45, latitude: 51.22), number: 0)
    ])

  private static func middle(_ group: Int) -> DotMap.Coordinate {
    .init(longitude: 0.2 + Double(group % 4) * 0.32, latitude: 51.05 + Double(group / 4) * 0.16)
  }

  private static func clusterPlace(_ index: Int) -> ClusterMap.Place {
    let centre = middle(index / 10)
    let east = Double(index * 7 % 10 - 5) * 0.024
    let north = Double(index * 3 % 10 - 5) * 0.012
    return .init(
      "Place \(index + 1)", district: "District \(index / 30 + 1)",
      at: .init(longitude: centre.longitude + east, latitude: centre.latitude + north),
      group: index / 10, people: 5000 + Double(index * 97 % 4000))
  }
}
