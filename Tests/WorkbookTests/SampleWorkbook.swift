// SPDX-License-Identifier: Apache-2.0

import Workbook

/// The money tables of a made-up plan.
func sampleWorkbook(
  created: Workbook.Day = .init(year: 2019, month: 2, day: 14), sheets: [Sheet]? = nil
) -> Workbook {
  Workbook(
    title: "Kent and Medway: the money", subject: "Finance tables",
    author: "Kent and Medway partnership", created: created,
    cover: ["Published on 14 February 2019.", "Questions: plan@example.org"],
    notes: ["Cash prices as published."], sheets: sheets ?? [moneySheet()])
}

func moneySheet(
  name: String = "Gap", columns: [Column]? = nil, rows: [[Cell]]? = nil
) -> Sheet {
  Sheet(
    name: name, title: "Parts of the gap, 2020-21", intro: ["See note 1."],
    columns: columns ?? [
      Column("Part of the gap"), Column("£ million", numberFormat: "#,##0.0"), Column("Where from"),
    ],
    rows: rows ?? [
      [.text("Gap if nothing changes"), .number(486), .text("stated")],
      [.text("=1+1"), .number(-1234.5), .text("not a formula")],
      [.text("Prevention"), .blank(reason: "not published"), .text("<&\"'> é")],
    ])
}

/// One row of one text.
func textSheet(_ text: String, name: String = "Text") -> Sheet {
  Sheet(name: name, title: "Text", columns: [Column("Words")], rows: [[.text(text)]])
}
