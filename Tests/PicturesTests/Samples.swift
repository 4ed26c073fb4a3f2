// SPDX-License-Identifier: Apache-2.0

import Pictures
import Testing

/// A picture with the name of its golden files.
struct Sample: Sendable, CustomTestStringConvertible {
  let name: String
  let picture: any Picture

  var testDescription: String { name }

  init(_ name: String, _ picture: some Picture) {
    self.name = name
    self.picture = picture
  }

  /// Every kind of picture, as it would stand in a page, and at its limits.
  static let all: [Sample] =
    bars + waterfalls + lines + scatters + maps + catchments + timelines
    + schedules + stretches + matrices + strips + chances + flows + clusters

  static func named(_ name: String) -> Sample? { all.first { $0.name == name } }
}

/// A name of exactly 80 characters.
let eightyCharacters =
  "Kent and Medway sustainability and transformation partnership, 2016-17 and after"

/// A caption that says little, for pictures whose words are not the point.
func caption(_ id: String, _ title: String) -> Caption {
  Caption(
    id: id, title: title, summary: "\(title). The table says the same in figures.",
    sourceLine: "Source: made-up figures for tests.")
}

private let pounds = NumberStyle(prefix: "£", suffix: "m")

extension Sample {
  static let bars = [
    Sample(
      "bars-gap",
      BarChart(
        caption: caption("gap", "Productivity would close about two fifths of the gap"),
        nameHeading: "Part of the gap, 2020-21", valueHeading: "£ million", numbers: pounds,
        bars: [
          .init("Gap if nothing changes", 486, tone: .bad),
          .init("Productivity", 190, tone: .good, note: "sources differ"),
          .init("Care closer to home", 70, tone: .warning, note: "estimated"),
          .init("Not explained", 226, tone: .unexplained),
        ])),
    Sample(
      "bars-links-missing-negative",
      BarChart(
        caption: caption("trusts", "One trust is in surplus; one has not said"),
        nameHeading: "Trust", valueHeading: "£ million",
        numbers: NumberStyle(prefix: "£", suffix: "m", decimals: 1),
        bars: [
          .init("Dartford and Gravesham", 2.4, tone: .good, link: "/facts/dartford?a=1&b=2"),
          .init("Medway Maritime", -45.8, tone: .bad, link: "/facts/medway"),
          .init(eightyCharacters, -7.25, link: "/facts/long"),
          .init("Maidstone", 0),
          .init("East Kent", nil, note: "not published", link: "javascript:alert(1)"),
        ])),
    Sample(
      "bars-one",
      BarChart(
        caption: caption("one", "One bar"), nameHeading: "Thing", valueHeading: "Beds",
        numbers: NumberStyle(suffix: " beds"),
        bars: [.init("William Harvey <Hospital> & \"others\"", 476)])),
    Sample(
      "bars-all-negative",
      BarChart(
        caption: caption("below", "All below"), nameHeading: "Thing", valueHeading: "Change",
        bars: [.init("First", -3), .init("Second thing", -12_345, tone: .bad)])),
    Sample(
      "bars-empty",
      BarChart(
        caption: caption("none", "Nothing yet"), nameHeading: "Thing", valueHeading: "Beds",
        bars: [])),
  ]

  static let waterfalls = [
    Sample(
      "waterfall-gap",
      Waterfall(
        caption: caption("bridge", "The plan leaves £64 million that no paper explains"),
        valueHeading: "£ million", numbers: pounds,
        steps: [
          .init("Deficit 2016-17", .start(110), tone: .bad),
          .init("Demand and costs", .change(294), tone: .bad),
          .init("Social care", .change(82), tone: .bad),
          .init("Gap if nothing changes", .subtotal),
          .init("Productivity", .change(-190), tone: .good),
          .init("Care closer to home", .change(-103), tone: .good),
          .init("National fund", .change(-122), tone: .good),
          .init("Prevention", .change(nil)),
          .init("Left over", .end(stated: 7)),
        ])),
    Sample(
      "waterfall-below-zero",
      Waterfall(
        caption: caption("below-zero", "From surplus to deficit"), valueHeading: "£ million",
        numbers: pounds,
        steps: [
          .init("Surplus", .start(40)), .init("Pay", .change(-65), tone: .bad),
          .init("Midway", .subtotal), .init("Agency staff", .change(-20), tone: .bad),
          .init("Savings", .change(15), tone: .good), .init("Deficit", .end(stated: nil)),
        ])),
    Sample(
      "waterfall-columns",
      Waterfall(
        caption: caption("columns", "Four savings close the gap, if all go well"),
        valueHeading: "£ million", numbers: pounds,
        steps: [
          .init("Gap if nothing changes", .start(486), tone: .bad),
          .init("Hospitals as good as the best", .change(-190), tone: .good),
          .init("Care closer to home", .change(-103), tone: .good),
          .init("Shared offices", .change(nil)), .init("After savings", .subtotal),
          .init("National fund", .change(-122), tone: .warning),
          .init("Left over", .end(stated: 29)),
        ])),
    Sample(
      "waterfall-long-names",
      Waterfall(
        caption: caption("long", "Long names"), valueHeading: "£ million", numbers: pounds,
        steps: [
          .init(eightyCharacters, .start(486)),
          .init("Productivity of every hospital in the county", .change(-190), tone: .good),
          .init(eightyCharacters, .end(stated: nil)),
        ])),
    Sample(
      "waterfall-empty",
      Waterfall(caption: caption("dry", "Nothing yet"), valueHeading: "£ million", steps: [])),
  ]

  static let lines = [
    Sample(
      "lines-gap",
      LineChart(
        caption: caption("years", "Spending grows faster than funding"),
        placeHeading: "Financial year", valueHeading: "£ million", numbers: pounds,
        places: LineChart.Place.evenly(["2016-17", "2017-18", "2018-19", "2019-20", "2020-21"]),
        series: [
          .init(
            "Spending if nothing changes", [3_420, 3_560, 3_710, 3_880, 4_060],
            band: [3_420...3_420, 3_530...3_590, 3_640...3_790, 3_760...4_010, 3_880...4_260]),
          .init("Funding", [3_310, 3_390, 3_450, 3_510, 3_574]),
          .init("Spending with the plan", [3_420, 3_480, nil, 3_540, 3_580]),
        ])),
    Sample(
      "lines-fitted",
      LineChart(
        caption: caption("fitted", "Seven series end close together"),
        placeHeading: "Year", valueHeading: "Index, 2016 is 100",
        numbers: NumberStyle(decimals: 1), baseline: .fitted,
        places: [2016, 2018, 2019, 2020, 2021, 2026].map { .init("\($0)", at: Double($0)) },
        series: (0..<7).map(almostEqual))),
    Sample(
      "lines-long-names",
      LineChart(
        caption: caption("long-lines", "Long names"), placeHeading: "Year",
        valueHeading: "Admissions",
        places: (2001...2030).map {
          .init("\($0)-\($0 % 100 + 101)".replacing("-1", with: "-"), at: Double($0))
        },
        series: [
          .init(eightyCharacters, straight(from: 200, by: 13)),
          .init("\(eightyCharacters), again", straight(from: 900, by: -11)),
          .init("Nobody counted", []),
        ])),
    Sample(
      "lines-one-point",
      LineChart(
        caption: caption("point", "One point"), placeHeading: "Year", valueHeading: "Change",
        places: LineChart.Place.evenly(["2016-17"]), series: [.init("Deficit", [-110])])),
    Sample(
      "lines-empty",
      LineChart(
        caption: caption("no-lines", "Nothing yet"), placeHeading: "Year", valueHeading: "Beds",
        places: [], series: [])),
  ]
}

/// Six values that end near those of every other such series.
private func almostEqual(_ number: Int) -> LineChart.Series {
  let slope = 1.5 + Double(number) * 0.1
  let start = 100 + Double(number % 3)
  let values = (0..<6).map { step -> Double? in start + Double(step) * slope }
  return LineChart.Series("Area \(number + 1)", values)
}

/// Thirty values on a straight line.
private func straight(from start: Int, by step: Int) -> [Double?] {
  (0..<30).map { Double(start + $0 * step) }
}
