// SPDX-License-Identifier: Apache-2.0

import Pictures

extension Sample {
  static let scatters = [
    Sample("scatter-options", options(119)),
    Sample(
      "scatter-one-point",
      ScatterChart(
        caption: caption("one-option", "One option"), nameHeading: "Option",
        across: .init("Minutes"), up: .init("Cost, £ million", numbers: .init(prefix: "£")),
        points: [
          .init(eightyCharacters, 41, 0, isNamed: true), .init("Not costed", 38, nil),
        ])),
    Sample(
      "scatter-empty",
      ScatterChart(
        caption: caption("no-options", "Nothing yet"), nameHeading: "Option",
        across: .init("Minutes"), up: .init("Cost"), points: [])),
  ]

  /// Eight named options, five of them close together, among many that are not named.
  static func options(_ unnamed: Int) -> ScatterChart {
    let named: [ScatterChart.Point] = [
      option("Option A: Darent Valley, Medway Maritime, William Harvey", 41.2, 702, link: "/a"),
      option("Option B: Darent Valley, Maidstone, William Harvey", 40.1, 655, link: "/b"),
      option("Option C", 40.6, 676, link: "/c"), option("Option D", 42, 690, link: "/d"),
      option("Option E", 39.3, 598, link: "/e"), option("Today", 31, 190),
      option("One site", 58, 1340), option("Four sites", 34.6, 470, note: "breaks the floor"),
    ]
    var chart = ScatterChart(
      caption: caption("options", "Fewer sites are busier and further away"),
      nameHeading: "Option", categoryHeading: "Sites", categories: ["fewer sites", "seven sites"],
      across: .init("Average journey, minutes", better: .lower("fewer minutes is better")),
      up: .init(
        "Smallest unit, strokes a year", better: .higher("more strokes is better"),
        references: [.init("floor of 500", at: 500)]),
      points: (0..<unnamed).map(combination) + named)
    chart.front = .init("nothing is better on both", through: chart.unbeaten, shape: .stepped)
    return chart
  }

  private static func option(
    _ name: String, _ minutes: Double, _ strokes: Double, note: String? = nil, link: String? = nil
  ) -> ScatterChart.Point {
    .init(
      name, minutes, strokes, category: name == "Today" ? "seven sites" : "fewer sites",
      isNamed: true, note: note, link: link)
  }

  /// One of many combinations of sites.
  private static func combination(_ index: Int) -> ScatterChart.Point {
    let minutes = 30 + Double(index * 37 % 127) * 0.25
    let strokes = minutes * 12 - 200 + Double(index * 53 % 101) * 2 - Double(index % 7) * 50
    return .init(
      "Combination \(index + 1)", minutes, strokes,
      category: index % 3 == 0 ? "seven sites" : "fewer sites")
  }

  static let catchments = [
    Sample("catchment-three-open", catchment),
    Sample(
      "catchment-empty",
      CatchmentMap(
        caption: caption("no-catchment", "Nothing yet"), peopleHeading: "Strokes", steps: [30],
        places: [], sites: [])),
  ]

  /// Seven sites of which three are open, and 220 places that go to the nearest of the three.
  static let catchment = CatchmentMap(
    caption: caption("catchment", "The east has the longest journeys"), peopleHeading: "Strokes",
    steps: [15, 30, 45, 60], places: (0..<220).map(place), sites: hospitals)

  private static let hospitals: [CatchmentMap.Site] = [
    .init(
      "Darent Valley", at: .init(longitude: 0.2584, latitude: 51.4346), isOpen: true,
      note: "818 strokes a year", link: "/sites/darent-valley"),
    .init("Maidstone", at: .init(longitude: 0.4836, latitude: 51.2743), isOpen: false),
    .init(
      "Medway Maritime", at: .init(longitude: 0.5417, latitude: 51.3801), isOpen: true,
      note: "1,311 strokes a year", link: "/sites/medway-maritime"),
    .init("Tunbridge Wells", at: .init(longitude: 0.3077, latitude: 51.1486), isOpen: false),
    .init("Kent and Canterbury", at: .init(longitude: 1.0875, latitude: 51.2662), isOpen: false),
    .init(
      "Queen Elizabeth The Queen Mother", at: .init(longitude: 1.3895, latitude: 51.3778),
      isOpen: false, link: "/sites/queen-elizabeth-the-queen-mother"),
    .init("William Harvey", at: .init(longitude: 0.9169, latitude: 51.1411), isOpen: true),
  ]

  /// A place with one journey in a hundred unknown; minutes grow with the distance in degrees.
  private static func place(_ index: Int) -> CatchmentMap.Place {
    let here = DotMap.Coordinate(
      longitude: 0.15 + Double(index * 89 % 220) * 0.0057,
      latitude: 51.0 + Double(index * 31 % 220) * 0.0021)
    func distance(_ site: Int) -> Double {
      let there = hospitals[site].coordinate
      let across = (there.longitude - here.longitude) * 0.625
      let up = there.latitude - here.latitude
      return (across * across + up * up).squareRoot()
    }
    let site = [0, 2, 6].min { distance($0) < distance($1) }
    return .init(
      "Place \(index + 1)", district: "District \(index % 13 + 1)", at: here,
      site: index % 100 == 7 ? nil : site,
      minutes: index % 100 == 7 ? nil : site.map { 4 + distance($0) * 190 },
      people: 3 + Double(index % 10))
  }
}
