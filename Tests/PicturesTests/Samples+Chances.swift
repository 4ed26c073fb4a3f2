// SPDX-License-Identifier: Apache-2.0

import Pictures

/// A spread about a middle, wider as it goes up.
private func spread(_ middle: Double, _ reach: Double) -> FanChart.Spread {
  .init(
    lowest: middle - 2 * reach, low: middle - reach, middle: middle, high: middle + 1.5 * reach,
    highest: middle + 3 * reach)
}

private let rising: [FanChart.Spread?] = [
  .init(certain: 110), spread(190, 10), spread(280, 22), spread(380, 34), spread(486, 48),
]

private let broken: [FanChart.Spread?] = [
  .init(certain: 110), spread(140, 10), nil, spread(150, 30), spread(120, 40),
]

private let pounds = NumberStyle(prefix: "£", suffix: "m")

extension Sample {
  static let chances: [Sample] = fans + tornadoes + likelihoods + histograms

  private static let fans: [Sample] = [
    Sample(
      "fan-gap",
      FanChart(
        caption: caption("fan", "The plan closes most of the gap in most runs"),
        placeHeading: "Financial year", valueHeading: "£ million", numbers: pounds,
        places: ["2016-17", "2017-18", "2018-19", "2019-20", "2020-21"],
        series: [
          .init("If nothing is done", rising), .init("With the plan", broken),
        ], promise: .init("Promised: at most £29m", at: 29))),
    Sample(
      "fan-odd",
      FanChart(
        caption: caption("fan-odd", "Values that cannot be drawn are left out"),
        placeHeading: "Year", valueHeading: "Beds", baseline: .fitted,
        places: ["2016-17", "2017-18"],
        series: [
          .init(
            eightyCharacters,
            [.init(lowest: 5, low: .nan, middle: 3, high: .infinity, highest: 2), spread(9, 1)])
        ])),
    Sample(
      "fan-empty",
      FanChart(
        caption: caption("fan-none", "Nothing yet"), placeHeading: "Year", valueHeading: "Beds",
        places: ["2016-17"], series: [])),
  ]

  private static let tornadoes: [Sample] = [
    Sample(
      "tornado-gap",
      TornadoChart(
        caption: caption("tornado", "The growth of need matters most"),
        valueHeading: "Gap in 2020-21, £ million", numbers: pounds, centre: 120,
        bars: [
          .init("Price of medicines", atLow: 112, atHigh: 127, lowEnd: "3%", highEnd: "5%"),
          .init(
            "Growth in need that age does not explain", atLow: 60, atHigh: 205, lowEnd: "0%",
            highEnd: "3% a year"),
          .init(
            "Patients whom local care keeps out of hospital", atLow: 165, atHigh: 96,
            lowEnd: "2% of emergency admissions", highEnd: "15% of emergency admissions"),
          .init("Both ends on one side", atLow: 130, atHigh: 140, lowEnd: "1", highEnd: "2"),
          .init("Nobody knows", atLow: .nan, atHigh: 1, lowEnd: "?", highEnd: "?"),
        ])),
    Sample(
      "tornado-flat",
      TornadoChart(
        caption: caption("tornado-flat", "Nothing moves it"), valueHeading: "Beds", centre: 0,
        bars: [.init(eightyCharacters, atLow: 0, atHigh: 0, lowEnd: "1", highEnd: "2")])),
    Sample(
      "tornado-empty",
      TornadoChart(
        caption: caption("tornado-none", "Nothing yet"), valueHeading: "Beds", centre: 1, bars: [])
    ),
  ]

  private static let likelihoods: [Sample] = [
    Sample(
      "chances-promises",
      ChanceChart(
        caption: caption("chances", "One promise in four is more likely kept than not"),
        nameHeading: "Promise",
        rows: [
          .init(
            "The gap is closed by 2020-21", chance: 0.272, interval: 0.245...0.3,
            note: "Before the change: about 3 in 10"),
          .init(eightyCharacters, chance: 0.998, interval: 0.993...1),
          .init("Never", chance: 0, interval: 0...0.004), .init("Always", chance: 1),
          .init("Seldom", chance: 0.049), .init("Half", chance: 0.5),
          .init("Not worked out", chance: .nan),
        ])),
    Sample(
      "chances-empty",
      ChanceChart(
        caption: caption("chances-none", "Nothing yet"), nameHeading: "Promise", rows: [])),
  ]

  /// Two hundred values without a pattern that one would see.
  private static let scattered: [Double] = (0..<200).map { (number: Int) -> Double in
    let sum = (number * 7919) % 101 + (number * 104_729) % 97 + 20
    return Double(sum)
  }

  private static let histograms: [Sample] = [
    Sample(
      "histogram-gap",
      RunsHistogram(
        caption: caption("histogram", "Most runs leave between £60m and £180m"),
        valueHeading: "Gap in 2020-21, £ million", numbers: pounds,
        values: scattered,
        reference: .init("Promised", at: 29))),
    Sample(
      "histogram-one",
      RunsHistogram(
        caption: caption("histogram-one", "Every run comes to the same"), valueHeading: "Beds",
        values: [5, 5, 5, .nan, .infinity])),
    Sample(
      "histogram-empty",
      RunsHistogram(
        caption: caption("histogram-none", "Nothing yet"), valueHeading: "Beds", values: [])),
  ]
}
