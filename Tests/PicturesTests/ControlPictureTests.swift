// SPDX-License-Identifier: Apache-2.0

import Pictures
import Testing

private func caption(_ id: String) -> Caption {
  Caption(id: id, title: "A title", summary: "What it shows.")
}

private let control = ControlPicture(
  caption: caption("control"), placeHeading: "Month", valueHeading: "% of patients",
  numbers: NumberStyle(suffix: "%", decimals: 1),
  points: (0..<24).map { place in
    ControlPicture.Point(
      "Month \(place + 1)", place == 7 ? nil : 40 + Double(place * 37 % 11),
      ControlPicture.Meaning.allCases[place % 6], note: place == 3 ? "A rule" : "")
  },
  phases: [
    .init(places: 0..<12, mean: 44, lower: 36, upper: 52),
    .init(places: 12..<24, mean: 46, lower: 39.5, upper: 52.5),
  ], newStarts: [12], target: 60)

private let verdicts = VerdictPicture(
  caption: caption("verdicts"),
  lines: zip(VerdictPicture.Variation.allCases, VerdictPicture.Assurance.allCases + [.hits]).map {
    VerdictPicture.Line(
      name: "A measure with quite a long name that has to be wrapped", address: "/m", latest: "4%",
      variation: $0, variationWords: "Changed for the better", assurance: $1,
      assuranceWords: "Consistently fails the target")
  })

private let heat = HeatTable(
  caption: caption("heat"), rowHeading: "Month",
  columns: ["Programme managers", "Clinical leads released from practice", "Analysts"],
  rows: ["April 2017", "May 2017"],
  cells: [0.1, 1.2].map { share in
    [share, nil, 1].map { HeatTable.Cell(share: $0, words: "12 of 20", short: "60%") }
  })

@Suite struct `Pictures of measures and people` {
  static let all: [any Picture] = [control, verdicts, heat]

  @Test(arguments: [0, 1, 2], Layout.allCases)
  func `stay inside the view box, and are named`(_ place: Int, _ layout: Layout) throws {
    let picture = Self.all[place]
    let drawn = try #require(Drawn(picture.svg(layout)))
    let extent = drawn.extent
    #expect(extent.left >= 0 && extent.right <= drawn.width)
    #expect(extent.top >= 0 && extent.bottom <= drawn.height)
    #expect(drawn.all("title").first?.text == picture.title)
    let names = (drawn.root.attributes["aria-labelledby"] ?? "").split(separator: " ")
    #expect(names.count == 2 && names.allSatisfy { drawn.ids.contains(String($0)) })
  }

  @Test func `show what a point means by its shape`() {
    #expect(Set(ControlPicture.Meaning.allCases.map(\.words)).count == 6)
    let svg = control.svg(.wide)
    #expect(svg.contains("pic-mark pic-good") && svg.contains("pic-ring pic-c6"))
    #expect(svg.contains("New limits") && svg.contains("Upper limit"))
  }

  @Test func `have tables with the same figures`() {
    #expect(
      control.table.rows[3] == [
        "Month 4", "41.0", "44.0", "36.0", "52.0", "Higher than usual: A rule",
      ])
    #expect(control.table.rows[7].last == "Not recorded")
    #expect(heat.table.rows[0] == ["April 2017", "12 of 20", "12 of 20", "12 of 20"])
    #expect(verdicts.table.rows.count == 6)
  }

  @Test func `of nothing say so`() {
    let empty = ControlPicture(
      caption: caption("none"), placeHeading: "Month", valueHeading: "%", numbers: NumberStyle(),
      points: [], phases: [])
    #expect(empty.svg(.wide).contains("No figures yet"))
  }
}
