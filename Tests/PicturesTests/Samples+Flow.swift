// SPDX-License-Identifier: Apache-2.0

import Pictures

extension Sample {
  static let flows = [
    Sample(
      "flow-blocking",
      FlowDiagram(
        caption: caption("flow", "The ward waits for the community beds"),
        units: [
          .init("Ward", inCare: 20, heldUp: 1.01, waiting: 2.4, capacity: "26 beds"),
          .init(
            "Community & <home> beds", inCare: 20, heldUp: 0, waiting: 1.01, capacity: "24 beds"),
          .init("Care at home", inCare: 6.5, heldUp: 0, waiting: 0, capacity: "no limit"),
        ],
        ways: [
          .init(from: nil, to: 0, perDay: 4), .init(from: 0, to: 1, perDay: 1),
          .init(from: 0, to: 2, perDay: 1.3), .init(from: 0, to: nil, perDay: 1.7),
          .init(from: 1, to: 0, perDay: 0.1), .init(from: 1, to: nil, perDay: 0.9),
        ])),
    Sample(
      "flow-empty",
      FlowDiagram(caption: caption("flow-none", "No units yet"), units: [], ways: [])),
    Sample(
      "intervals-beds",
      IntervalChart(
        caption: caption("intervals", "Four more beds end the queue"),
        nameHeading: "What is changed", valueHeading: "People waiting",
        numbers: NumberStyle(decimals: 1),
        rows: [
          .init("Four more beds", -2.4, interval: -2.9 ... -1.9, tone: .good, words: "fewer wait"),
          .init(eightyCharacters, 0.2, interval: -0.4...0.8, words: "no clear difference"),
          .init("Nobody knows", .nan, interval: nil),
        ])),
    Sample(
      "intervals-empty",
      IntervalChart(
        caption: caption("intervals-none", "No variants yet"), nameHeading: "What is changed",
        valueHeading: "People waiting", rows: [])),
    Sample("day-played", day(seconds: 40)),
    Sample(
      "day-empty",
      DayChart(caption: caption("day-none", "No day yet"), moments: [], lanes: [])),
  ]

  private static func day(seconds: Double?) -> DayChart {
    DayChart(
      caption: caption("day", "The ward fills by the evening"),
      moments: ["00:00", "06:00", "12:00", "18:00", "00:00"],
      lanes: [
        .init(
          "Ward", capacity: "26 beds", present: [20, 19, 22, 26, 26], waiting: [0, 0, 0, 2, 5]),
        .init("Care at home", capacity: "no limit", present: [6, 6, 7, 7, 6], waiting: []),
      ], seconds: seconds)
  }
}
