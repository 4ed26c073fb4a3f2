// SPDX-License-Identifier: Apache-2.0

import Pictures

extension Sample {
  static let strips = [
    Sample(
      "strips-prices",
      StripChart(
        caption: caption("prices", "One buyer pays a third more for gloves"),
        rowHeading: "Product", nameHeading: "Buyer", valueHeading: "Price, £ a box",
        numbers: NumberStyle(prefix: "£", decimals: 2),
        rows: [
          .init(
            "Examination gloves",
            dots: [
              .init("Buyer 1", 10), .init("Buyer 2", 12, isNamed: true), .init("Buyer 3", 9),
              .init("Buyer 4", 11), .init("Buyer 5", 10), .init("Buyer 6", 10.01),
            ], quartiles: .init(lower: 9.75, median: 10.5, upper: 11.25)),
          .init(
            eightyCharacters,
            dots: (0..<60).map { .init("B\($0)", 10 + Double($0 % 7) / 100) }
              + [.init("Nobody knows", .nan), .init("The dearest", 14, isNamed: true)]),
        ], reference: .init("Catalogue price", at: 9.5))),
    Sample(
      "strips-one",
      StripChart(
        caption: caption("strip-one", "One value"), rowHeading: "Group", nameHeading: "Trust",
        valueHeading: "Index", rows: [.init("All <trusts>", dots: [.init("A & B", 104)])])),
    Sample(
      "strips-empty",
      StripChart(
        caption: caption("strip-none", "Nothing yet"), rowHeading: "Group", nameHeading: "Trust",
        valueHeading: "Index", rows: [.init("All", dots: [])])),
  ]
}
