// SPDX-License-Identifier: Apache-2.0

import Pictures
import Testing

@Suite struct LineChartTests {
  private func chart(_ series: LineChart.Series...) -> LineChart {
    LineChart(
      caption: caption("lines", "Lines"), placeHeading: "Year", valueHeading: "Beds",
      places: LineChart.Place.evenly(["2016-17", "2017-18", "2018-19"]), series: series)
  }

  @Test func `a missing value leaves a gap in the line`() throws {
    var gap = chart(.init("Beds", [1, nil, 3]))
    let broken = try #require(Drawn(gap.svg(.wide)))
    gap.series[0].values[1] = 2
    let whole = try #require(Drawn(gap.svg(.wide)))

    #expect(broken.all("path", class: "pic-line").isEmpty)
    #expect(whole.all("path", class: "pic-line").count == 1)
    #expect(chart(.init("Beds", [1, nil, 3])).table.rows[1] == ["2017-18", "not known"])
  }

  @Test func `the scale starts at zero unless told otherwise`() throws {
    var lines = chart(.init("Beds", [900, 950, 960]))
    let zero = try #require(Drawn(lines.svg(.wide)))
    lines.baseline = .fitted
    let fitted = try #require(Drawn(lines.svg(.wide)))

    #expect(zero.all("text").contains { $0.text == "0" })
    #expect(!zero.words.contains("does not start at zero"))
    #expect(!fitted.all("text").contains { $0.text == "0" })
    #expect(fitted.words.contains("The scale does not start at zero."))
  }

  @Test(arguments: Layout.allCases)
  func `every line is named where it ends, with its last value`(_ layout: Layout) throws {
    let drawn = try #require(
      Drawn(chart(.init("Surgery", [1, 2, 3]), .init("Medicine", [3, 4, nil])).svg(layout)))
    let words = drawn.all("text").map(\.text)

    #expect(words.contains("Surgery") && words.contains("Medicine"))
    #expect(drawn.all("text", class: "pic-value").map(\.text) == ["3", "4"])
  }

  @Test func `each series has a mark of its own shape`() throws {
    let drawn = try #require(
      Drawn(
        chart(.init("A", [1, 2, 3]), .init("B", [3, 4, 5]), .init("C", [5, 6, 7])).svg(.wide)))

    #expect(drawn.all("circle", class: "pic-c1").count == 4)
    #expect(drawn.all("path", class: "pic-c2").contains { $0.classes.contains("pic-mark") })
    #expect(drawn.all("path", class: "pic-c3").contains { $0.classes.contains("pic-mark") })
  }

  @Test func `a band is drawn and listed`() throws {
    let lines = chart(.init("Beds", [2, 3, 4], band: [1...3, 2...4, 3...6]))
    let drawn = try #require(Drawn(lines.svg(.narrow)))

    #expect(drawn.all("path", class: "pic-band").count == 1)
    #expect(
      lines.table.columns.map(\.heading) == ["Year", "Beds (Beds)", "Beds, low", "Beds, high"])
    #expect(lines.table.rows[2] == ["2018-19", "4", "3", "6"])
  }

  @Test func `years keep their true distances`() throws {
    var lines = chart(.init("Beds", [1, 2, 3]))
    lines.places = [.init("2016", at: 2016), .init("2017", at: 2017), .init("2020", at: 2020)]
    let drawn = try #require(Drawn(lines.svg(.wide)))
    let marks = drawn.all("circle").prefix(3).compactMap { $0.number("cx") }

    #expect(((marks[2] - marks[1]) - 3 * (marks[1] - marks[0])).magnitude < 0.5)
  }
}

@Suite struct DotMapTests {
  private func map(_ sites: DotMap.Site...) -> DotMap {
    DotMap(caption: caption("map", "Map"), sites: sites)
  }

  @Test func `a degree of longitude is narrower than one of latitude by the cosine`() throws {
    let drawn = try #require(
      Drawn(
        map(
          .init("South west", at: .init(longitude: 0, latitude: 59.5)),
          .init("South east", at: .init(longitude: 1, latitude: 59.5)),
          .init("North west", at: .init(longitude: 0, latitude: 60.5))
        ).svg(.wide)))
    let dots = drawn.all("circle")
    let across = (dots[1].number("cx") ?? 0) - (dots[0].number("cx") ?? 0)
    let up = (dots[0].number("cy") ?? 0) - (dots[2].number("cy") ?? 0)

    // The cosine of 60 degrees is one half.
    #expect((across / up - 0.5).magnitude < 0.001)
  }

  @Test(arguments: Layout.allCases)
  func `the scale bar is as long as it says`(_ layout: Layout) throws {
    let drawn = try #require(
      Drawn(
        map(
          .init("South", at: .init(longitude: 0.5, latitude: 51)),
          .init("North", at: .init(longitude: 0.5, latitude: 51.5))
        ).svg(layout)))
    let dots = drawn.all("circle").compactMap { $0.number("cy") }
    // Half a degree of latitude is 55.6 km.
    let unitsPerKilometre = (dots[0] - dots[1]) / 55.597_5
    let bar = try #require(drawn.all("line", class: "pic-axis").first)
    let length = (bar.number("x2") ?? 0) - (bar.number("x1") ?? 0)
    let label = try #require(drawn.all("text").last { $0.text.hasSuffix(" km") })
    let kilometres = try #require(Double(label.text.dropLast(3)))

    #expect((length / unitsPerKilometre - kilometres).magnitude < 0.05 * kilometres)
  }

  @Test(arguments: Layout.allCases)
  func `every site is named on the map or under it`(_ layout: Layout) throws {
    let sample = try #require(Sample.named("map-crowded"))
    let drawn = try #require(Drawn(sample.picture.svg(layout)))

    for number in 1...40 {
      #expect(drawn.all("text").contains { $0.text.hasPrefix("Practice number \(number)") })
    }
    #expect(drawn.overlappingWords.isEmpty)
  }

  @Test func `a site without a place is in the table only`() throws {
    let sites = map(
      .init("Known", at: .init(longitude: 0, latitude: 51)), .init("Unknown", at: nil))
    let drawn = try #require(Drawn(sites.svg(.wide)))

    #expect(!drawn.words.contains("Unknown"))
    #expect(sites.table.rows[1] == ["Unknown", "", "not known", "not known"])
  }

  @Test func `categories differ in shape and are explained by a key`() throws {
    let sample = try #require(Sample.named("map-hospitals"))
    let drawn = try #require(Drawn(sample.picture.svg(.wide)))

    #expect(drawn.words.contains("Stroke unit today"))
    #expect(drawn.all("circle", class: "pic-c1").count == 4)
    #expect(drawn.all("path", class: "pic-c2").count == 4)
  }
}

@Suite struct TimelineTests {
  @Test func `a day is a fraction of its year`() {
    #expect(Timeline.year(2019) == 2019)
    // 1 July is day 181 of a common year, counted from 0.
    #expect(Timeline.year(2019, month: 7) == 2019.0 + 181.0 / 365.0)
    #expect(Timeline.year(2020, month: 12, day: 31) == 2020.0 + 365.0 / 366.0)
  }

  @Test(arguments: Layout.allCases)
  func `every date says its state in words`(_ layout: Layout) throws {
    let sample = try #require(Sample.named("timeline-stroke"))
    let drawn = try #require(Drawn(sample.picture.svg(layout)))

    for words in ["stated: September 2018", "revised: January 2019", "happened: 14 February 2019"] {
      #expect(drawn.words.contains(words))
    }
    #expect(drawn.words.contains("stated: not known"))
    #expect(drawn.overlappingWords.isEmpty)
  }

  @Test func `states differ in shape`() throws {
    let sample = try #require(Sample.named("timeline-stroke"))
    let drawn = try #require(Drawn(sample.picture.svg(.narrow)))

    #expect(drawn.all("circle", class: "pic-ring").allSatisfy { $0.classes.contains("pic-stated") })
    #expect(drawn.all("path", class: "pic-revised").count == 2)
    #expect(!drawn.all("circle", class: "pic-happened").isEmpty)
  }

  @Test func `later dates stand further right`() throws {
    let sample = try #require(Sample.named("timeline-stroke"))
    let drawn = try #require(Drawn(sample.picture.svg(.wide)))
    let stated = try #require(drawn.all("circle", class: "pic-stated").first?.number("cx"))
    let happened = try #require(drawn.all("circle", class: "pic-happened").first?.number("cx"))

    #expect(stated < happened)
  }

  @Test func `the table has a row for each date`() throws {
    let table = try #require(Sample.named("timeline-stroke")).picture.table

    #expect(table.rows.count == 8)
    #expect(
      table.rows[3] == ["Decision on the shape of stroke services", "revised", "January 2019"])
    #expect(table.rows[7] == ["Evaluation", "stated", "not known"])
  }
}
