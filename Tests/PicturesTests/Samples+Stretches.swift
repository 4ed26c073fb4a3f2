// SPDX-License-Identifier: Apache-2.0

import Pictures

extension Sample {
  static let stretches = [
    Sample(
      "stretches-holds",
      StretchChart(
        caption: caption("holds", "Three holds overlapped"),
        rows: [
          .init(
            "Referral to the Secretary of State",
            stretches: [
              .init(2019.16, 2019.41, isCertain: false), .init(2019.41, 2021.84),
            ], words: "began on a day of spring 2019 that is not known; ended on 4 November 2021"),
          .init(
            "Claim for judicial review", stretches: [.init(2019.92, 2020.14)],
            words: "3 December 2019 to 21 February 2020"),
          .init("A day", stretches: [.init(2020.65, 2020.652)], words: "25 August 2020"),
          .init("Nothing said", stretches: [], words: ""),
        ], key: (certain: "In force", uncertain: "May be in force: the day is not known exactly"),
        moment: .init("1 July 2020", at: 2020.497))),
    Sample(
      "stretches-limits",
      StretchChart(
        caption: caption("stretch-limits", "Long names and a century"),
        rows: [
          .init(
            eightyCharacters, stretches: [.init(1948.5, 2048)],
            words: eightyCharacters + " " + eightyCharacters)
        ], key: (certain: eightyCharacters, uncertain: "Hatched"),
        moment: .init("The very last day of all", at: 2048))),
    Sample(
      "stretches-empty",
      StretchChart(
        caption: caption("no-stretches", "Nothing yet"), rows: [],
        key: (certain: "In force", uncertain: "May be"))),
  ]
}
