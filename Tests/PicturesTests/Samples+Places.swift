// SPDX-License-Identifier: Apache-2.0

import Pictures

extension Sample {
  static let maps = [
    Sample(
      "map-hospitals",
      DotMap(
        caption: caption("hospitals", "Three hospitals would treat stroke"),
        categoryHeading: "Under this option",
        categories: ["Hyper acute stroke unit", "Stroke unit today", "No stroke unit"],
        sites: [
          site("Darent Valley", 0.2584, 51.4346, 0, link: "/sites/darent-valley"),
          site("Maidstone", 0.4836, 51.2743, 0), site("William Harvey", 0.9169, 51.1411, 0),
          site("Medway Maritime", 0.5417, 51.3801, 1), site("Tunbridge Wells", 0.3077, 51.1486, 1),
          site("Queen Elizabeth The Queen Mother", 1.3895, 51.3778, 1),
          site("Kent and Canterbury", 1.0875, 51.2662, 2),
          site("Buckland", 1.2946, 51.1338, 2), site("Royal Victoria", 1.1778, 51.0822, 2),
        ],
        outlines: [kentCoast, sheppey])),
    Sample(
      "map-crowded",
      DotMap(
        caption: caption("practices", "Forty practices close together"),
        sites: (0..<40).map(practice))),
    Sample(
      "map-one-site",
      DotMap(
        caption: caption("one-site", "One site"),
        sites: [
          site(eightyCharacters, 0.5, 51.3, 0), .init("Somewhere", at: nil, category: "Unknown"),
        ])),
    Sample(
      "map-empty", DotMap(caption: caption("no-map", "Nothing yet"), sites: [])),
  ]

  /// One of forty practices scattered over a small town.
  private static func practice(_ index: Int) -> DotMap.Site {
    let longitude = 0.5 + Double(index * 37 % 40) * 0.004
    let latitude = 51.3 + Double(index * 17 % 40) * 0.002
    let people = 2000 + index * 311
    return DotMap.Site(
      "Practice number \(index + 1)", at: .init(longitude: longitude, latitude: latitude),
      category: "Practice", note: "\(people) people")
  }

  private static let kinds = ["Hyper acute stroke unit", "Stroke unit today", "No stroke unit"]

  private static func site(
    _ name: String, _ longitude: Double, _ latitude: Double, _ kind: Int, link: String? = nil
  ) -> DotMap.Site {
    .init(
      name, at: .init(longitude: longitude, latitude: latitude), category: kinds[kind], link: link)
  }

  /// A rough coast from Dartford round to Dungeness, good enough to test lines with.
  private static let kentCoast: [DotMap.Coordinate] = [
    (0.22, 51.48), (0.40, 51.45), (0.52, 51.49), (0.72, 51.47), (0.75, 51.38), (0.95, 51.35),
    (1.10, 51.37), (1.30, 51.38), (1.44, 51.39), (1.44, 51.33), (1.38, 51.30), (1.41, 51.22),
    (1.38, 51.14), (1.20, 51.08), (1.05, 51.06), (0.98, 50.92), (0.85, 50.93),
  ].map { DotMap.Coordinate(longitude: $0.0, latitude: $0.1) }

  /// An island, so that one outline closes.
  private static let sheppey: [DotMap.Coordinate] = [
    (0.74, 51.44), (0.85, 51.43), (0.98, 51.37), (0.90, 51.36), (0.75, 51.40), (0.74, 51.44),
  ].map { DotMap.Coordinate(longitude: $0.0, latitude: $0.1) }

  static let timelines = [
    Sample(
      "timeline-stroke",
      Timeline(
        caption: caption("stroke", "The stroke decision came a year later than planned"),
        rows: [
          .init(
            "Public consultation",
            events: [
              .init(.stated, start: 2017.0, end: 2017.25, text: "early 2017"),
              .init(.happened, start: 2018.09, end: 2018.29, text: "2 February to 20 April 2018"),
            ], link: "/programme/consultation"),
          .init(
            "Decision on the shape of stroke services",
            events: [
              .init(.stated, start: Timeline.year(2018, month: 9), text: "September 2018"),
              .init(.revised, start: Timeline.year(2019, month: 1), text: "January 2019"),
              .init(
                .happened, start: Timeline.year(2019, month: 2, day: 14), text: "14 February 2019"),
            ]),
          .init(
            "New units open",
            events: [
              .init(.stated, start: 2020.25, end: 2021.25, text: "spring 2020 to spring 2021"),
              .init(.revised, start: 2024.2, text: "by March 2024"),
            ]),
          .init("Evaluation", events: [.init(.stated, start: nil, text: "")]),
        ], moment: .init("Plan published", at: 2017.8))),
    Sample(
      "timeline-limits",
      Timeline(
        caption: caption("limits", "Long names and long stretches"),
        rows: [
          .init(
            eightyCharacters,
            events: [
              .init(.stated, start: 1948.5, end: 2048, text: eightyCharacters),
              .init(.happened, start: 2047.9, text: eightyCharacters),
              .init(.revised, start: 1948.6, end: 1990, text: "the first forty years or so"),
            ]),
          .init("Nothing said", events: []),
        ])),
    Sample(
      "timeline-empty", Timeline(caption: caption("no-time", "Nothing yet"), rows: [])),
  ]
}
