// SPDX-License-Identifier: Apache-2.0

import Pictures
import TestKit
import Testing

@Suite struct `A fan chart` {
  @Test(arguments: Layout.allCases)
  func `has two bands for each future and says what they mean`(layout: Layout) throws {
    let sample = try #require(Sample.named("fan-gap"))
    let drawn = try #require(Drawn(sample.picture.svg(layout)))
    // The second future has a year that nobody knows: its bands begin again after it, and a single
    // year is no band.
    #expect(drawn.all("path", class: "pic-band").count == 2 + 2 + 2)
    #expect(drawn.words.contains("Dark: half of the runs."))
    #expect(drawn.words.contains("£120m"))
  }

  @Test func `has every percentile in its table`() throws {
    let table = try #require(Sample.named("fan-gap")).picture.table
    #expect(table.rows.count == 10)
    #expect(
      table.rows[4] == ["2020-21", "If nothing is done", "390", "438", "486", "558", "630"])
    #expect(table.rows[7][2] == "not known")
  }
}

@Suite struct `A tornado` {
  @Test func `puts what moves the result most first, and what is not known last`() throws {
    let table = try #require(Sample.named("tornado-gap")).picture.table
    #expect(
      table.rows.map { $0[0] } == [
        "Growth in need that age does not explain",
        "Patients whom local care keeps out of hospital", "Price of medicines",
        "Both ends on one side", "Nobody knows",
      ])
    #expect(table.rows[0][5] == "145")
  }

  @Test(arguments: Layout.allCases)
  func `prints each result on the side where it lies`(layout: Layout) throws {
    let sample = try #require(Sample.named("tornado-gap"))
    let drawn = try #require(Drawn(sample.picture.svg(layout)))
    let texts = drawn.all("text")
    let atHigh = try #require(texts.first { $0.text.contains("£96m") })
    #expect(atHigh.attributes["text-anchor"] == nil)
  }
}

@Suite struct `Chances` {
  @Test(arguments: [
    (0.0, "in none of the runs"), (0.0004, "less than 1 in 20"), (0.06, "about 1 in 10"),
    (0.272, "about 3 in 10"), (0.5, "about 5 in 10"), (0.94, "about 9 in 10"),
    (0.951, "more than 19 in 20"), (1, "in all of the runs"), (1.2, "not known"),
    (Double.nan, "not known"),
  ])
  func `are said as so many of ten`(chance: Double, words: String) {
    #expect(ChanceChart.words(chance) == words)
  }

  @Test(arguments: Layout.allCases)
  func `are ten dots, of which so many are filled`(layout: Layout) throws {
    let picture = ChanceChart(
      caption: caption("c", "C"), nameHeading: "P", rows: [.init("A", chance: 0.272)])
    let drawn = try #require(Drawn(picture.svg(layout)))
    #expect(drawn.all("circle", class: "pic-mark").count == 3)
    #expect(drawn.all("circle", class: "pic-ring").count == 7)
    #expect(drawn.words.contains("27%"))
  }
}

@Suite struct `A histogram of runs` {
  @Test func `counts every run once`() throws {
    let table = try #require(Sample.named("histogram-gap")).picture.table
    #expect(table.rows.compactMap { Int($0[2]) }.reduce(0, +) == 200)
    #expect(table.rows.last?.last == "100.0")
  }

  @Test(arguments: Layout.allCases)
  func `has a scale below its bars, and what was promised`(layout: Layout) throws {
    let sample = try #require(Sample.named("histogram-gap"))
    let drawn = try #require(Drawn(sample.picture.svg(layout)))
    #expect(drawn.words.contains("Promised: £29m") && drawn.words.contains("£20m"))
    #expect(drawn.all("line", class: "pic-axis").count > 3)
  }

  @Test(arguments: UInt64(1)...20)
  func `stays within its picture whatever the values`(seed: UInt64) throws {
    var draws = SeededDraws(seed: seed)
    let scales: [Double] = [1e-9, 1, 1e6, 1e12]
    let scale: Double = scales[Int.random(in: 0..<4, using: &draws)]
    let count = Int.random(in: 0...50, using: &draws)
    let values: [Double] = (0..<count).map { _ in
      Double.random(in: -scale...scale, using: &draws)
    }
    let promised = Double.random(in: (-2 * scale)...(2 * scale), using: &draws)
    let picture = RunsHistogram(
      caption: caption("h", "H"), valueHeading: "£", values: values + [.nan],
      reference: .init("Promised", at: promised))
    #expect(picture.table.rows.compactMap { Int($0[2]) }.reduce(0, +) == values.count)
    for layout in Layout.allCases {
      let drawn = try #require(Drawn(picture.svg(layout)))
      #expect(drawn.extent.left >= 0 && drawn.extent.right <= drawn.width)
      #expect(drawn.overlappingWords.isEmpty)
    }
  }
}
