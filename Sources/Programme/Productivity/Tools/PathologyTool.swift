// SPDX-License-Identifier: Apache-2.0

import Productivity

extension ProductivityTool {
  /// The choice of pathology hubs.
  static let pathology = ProductivityTool(
    id: "pathology", title: "Pathology hubs",
    question: "Which laboratories should do the tests that can travel, and what would that cost?",
    method: [
      "A laboratory costs a fixed amount plus, for each class of tests, c × vᵇ for v tests a "
        + "year; with b below 1 a test costs less where more are done. Carrying a sample costs "
        + "money and time.",
      "A site sends a class of tests to the hub that is cheapest to reach, then nearest, among "
        + "those that can report in time: minutes on the way plus minutes of analysis within the "
        + "limit. If there is none, it keeps them in an essential-services laboratory. A site "
        + "that keeps nothing closes its laboratory.",
      "Every set of hubs is worked out, so that the best under these rules is exact.",
    ],
    source: "Hubs with essential-services laboratories for tests that are needed within an hour "
      + "or two: the pathology networks of NHS Improvement, 2017 (HSJ; HFMA). The cost function "
      + "is Weald’s.",
    limits: [
      "Staff, space and contracts for equipment enter only through the fixed costs you give.",
      "Fixed cost leaves a laboratory slowly: set the share that stays in the first year.",
    ],
    columns: columnsOfPathology,
    options: [
      ToolOption(
        "stranded", "Fixed cost that stays in the first year, per cent", .number(0...100),
        usual: "0")
    ],
    example: """
      kind,name,other,fixed_cost,essential_cost,may_be_hub,tests,unit_cost,exponent,analysis_minutes,limit_minutes,minutes,cost_per_test
      site,North General (made up),,4200000,1100000,yes,,,,,,,
      site,South Royal (made up),,3900000,1000000,yes,,,,,,,
      site,East District (made up),,2600000,800000,no,,,,,,,
      class,Routine blood,,,,,,7,0.92,180,1440,,
      class,Urgent blood,,,,,,6,0.95,40,60,,
      volume,North General (made up),Routine blood,,,,2400000,,,,,,
      volume,North General (made up),Urgent blood,,,,600000,,,,,,
      volume,South Royal (made up),Routine blood,,,,2100000,,,,,,
      volume,South Royal (made up),Urgent blood,,,,520000,,,,,,
      volume,East District (made up),Routine blood,,,,1200000,,,,,,
      volume,East District (made up),Urgent blood,,,,300000,,,,,,
      route,North General (made up),South Royal (made up),,,,,,,,,55,0.09
      route,North General (made up),East District (made up),,,,,,,,,40,0.07
      route,South Royal (made up),East District (made up),,,,,,,,,70,0.11

      """,
    exampleNote: "Three hospitals that do not exist. Urgent blood has an hour from sample to "
      + "result, so that it stays.",
    work: { input, settings throws(ProductivityError) in
      try PathologyTool.findings(&input, settings)
    })

  private static let columnsOfPathology = [
    ToolColumn("kind", "what the row is", .choice(["site", "class", "volume", "route"])),
    ToolColumn("name", "the site or the class; of a volume or a route, the site it starts from"),
    ToolColumn(
      "other", "of a volume the class of tests, of a route the site it leads to",
      isRequired: false),
    ToolColumn(
      "fixed_cost", "of a site: pounds a year for a full laboratory before any test", .number,
      isRequired: false),
    ToolColumn(
      "essential_cost", "of a site: pounds a year for an essential-services laboratory", .number,
      isRequired: false),
    ToolColumn("may_be_hub", "of a site: yes or no", .yesNo, isRequired: false),
    ToolColumn("tests", "of a volume: tests a year", .number, isRequired: false),
    ToolColumn("unit_cost", "of a class: c, in pounds", .number, isRequired: false),
    ToolColumn("exponent", "of a class: b, such as 0.92", .number, isRequired: false),
    ToolColumn(
      "analysis_minutes", "of a class: minutes in the laboratory", .number, isRequired: false),
    ToolColumn(
      "limit_minutes", "of a class: minutes from sample to result at most", .number,
      isRequired: false),
    ToolColumn("minutes", "of a route: minutes on the way", .number, isRequired: false),
    ToolColumn(
      "cost_per_test", "of a route: pounds to carry a sample", .number, isRequired: false),
  ]
}

private enum PathologyTool {
  /// What a row of each kind must have.
  private static let needs: [String: [String]] = [
    "site": ["fixed_cost", "essential_cost"],
    "class": ["unit_cost", "exponent", "analysis_minutes", "limit_minutes"],
    "volume": ["other", "tests"], "route": ["other", "minutes", "cost_per_test"],
  ]

  static func findings(
    _ input: inout ToolInput, _ settings: ToolSettings
  ) throws(ProductivityError) -> ToolFindings {
    for row in input.rows {
      let kind = row.text("kind")
      for column in needs[kind] ?? [] where row.text(column).isEmpty {
        input.report(
          row.number, column, "an empty cell", "what a \(kind) has there", "Fill it in.")
      }
    }
    let network = network(input.rows, stranded: settings.value("stranded") / 100)
    let found = try PathologyChoice(network)
    let best = found.best
    return ToolFindings(
      headline: headline(found),
      figures: [
        ("Now", ToolNumbers.pounds(found.before.total) + " a year"),
        ("Cheapest set of hubs", ToolNumbers.pounds(best.total) + " a year"),
        ("Saving", ToolNumbers.pounds(found.saving) + " a year"),
        ("Saving in the first year", ToolNumbers.pounds(found.firstYearSaving)),
      ],
      rule: [
        "\(found.plans.count) sets of hubs were worked out.",
        "Cost = fixed cost + Σ c × tests^b + carrying; in the first year "
          + "\(ToolNumbers.plain(settings.value("stranded"), decimals: 1))% of the fixed cost "
          + "that is to go is still paid.",
        "Tests move only where the way and the analysis fit within their limit.",
      ],
      tables: [plans(found), places(found), moves(found)], chart: chart(found),
      excluded: found.excluded)
  }

  private static func network(_ rows: [ToolRow], stranded: Double) -> PathologyNetwork {
    func all<Item>(_ kind: String, _ make: (ToolRow) -> Item) -> [Item] {
      rows.filter { $0.text("kind") == kind }.map(make)
    }
    return PathologyNetwork(
      sites: all("site") {
        PathologySite(
          $0.text("name"), fullCost: $0.value("fixed_cost"),
          essentialCost: $0.value("essential_cost"),
          mayBeHub: $0.text("may_be_hub").isEmpty || $0.isYes("may_be_hub"))
      },
      classes: all("class") {
        PathologyTestClass(
          $0.text("name"), unitCost: $0.value("unit_cost"), scaleExponent: $0.value("exponent"),
          analysisMinutes: $0.value("analysis_minutes"), limitMinutes: $0.value("limit_minutes"))
      },
      routes: all("route") {
        PathologyRoute(
          from: $0.text("name"), to: $0.text("other"), minutes: $0.value("minutes"),
          costPerTest: $0.value("cost_per_test"))
      },
      volumes: all("volume") {
        PathologyVolume(
          site: $0.text("name"), testClass: $0.text("other"), tests: $0.value("tests"))
      }, strandedShare: stranded)
  }

  private static func headline(_ found: PathologyChoice) -> String {
    guard found.saving > 0 else { return "No set of hubs is cheaper than the network as it is." }
    return "The cheapest is \(found.best.hubs.joined(separator: " and ")) as "
      + (found.best.hubs.count == 1 ? "the hub" : "hubs")
      + ": \(ToolNumbers.pounds(found.saving)) a year less than now."
  }

  private static func plans(_ found: PathologyChoice) -> ToolTable {
    let all = [("Now", found.before)] + found.plans.map { ($0.hubs.joined(separator: " + "), $0) }
    return ToolTable(
      "sets", "The network now, and the sets of hubs, cheapest first",
      [
        ("hubs", "Hubs", nil), ("fixed", "Fixed, £", 0), ("variable", "Tests, £", 0),
        ("transport", "Carrying, £", 0), ("total", "A year, £", 0),
        ("stranded", "Stays in the first year, £", 0), ("first_year", "First year, £", 0),
      ],
      all.prefix(201).map { name, plan in
        [
          .text(name), .number(plan.fixed), .number(plan.variable), .number(plan.transport),
          .number(plan.total), .number(plan.stranded), .number(plan.firstYear),
        ]
      })
  }

  private static func places(_ found: PathologyChoice) -> ToolTable {
    ToolTable(
      "places", "What each site becomes under the cheapest set",
      [("site", "Site", nil), ("laboratory", "Laboratory", nil)],
      found.places.map { place in
        let words =
          switch place.laboratory {
          case .hub: "hub"
          case .essential: "essential services"
          case .closed: "none"
          case .unchanged: "as now"
          }
        return [.text(place.site), .text(words)]
      })
  }

  private static func moves(_ found: PathologyChoice) -> ToolTable {
    ToolTable(
      "moves", "Tests that move under the cheapest set",
      [
        ("from", "From", nil), ("to", "To", nil), ("class", "Class of tests", nil),
        ("tests", "Tests a year", 0), ("transport", "Carrying, £", 0),
      ],
      found.moves.map { move in
        [
          .text(move.from), .text(move.to), .text(move.testClass), .number(move.tests),
          .number(move.transport),
        ]
      })
  }

  private static func chart(_ found: PathologyChoice) -> ToolChart {
    let sets = found.plans.prefix(7).map { ($0.hubs.joined(separator: " + "), $0.total) }
    return .bars(
      ToolChart.Bars(
        title: "Yearly cost now and with the cheapest sets of hubs", nameHeading: "Hubs",
        valueHeading: "£ a year", prefix: "£", bars: [("Now", found.before.total)] + sets))
  }
}
