// SPDX-License-Identifier: Apache-2.0

import Pictures
import Testing

@Suite struct BarChartTests {
  private func chart(_ values: [Double?]) -> BarChart {
    BarChart(
      caption: caption("bars", "Bars"), nameHeading: "Name", valueHeading: "Value",
      bars: values.enumerated().map { .init("Bar \($0)", $1) })
  }

  @Test(arguments: Layout.allCases)
  func `bars are as long as their values`(_ layout: Layout) throws {
    let values = [120.0, 30, -60, 240, 1]
    let drawn = try #require(Drawn(chart(values).svg(layout)))
    let lengths = drawn.all("rect", class: "pic-bar").compactMap { $0.number("width") }
    let unit = lengths[3] / 240

    for (value, length) in zip(values, lengths) {
      // Coordinates are rounded to a tenth.
      #expect((length - value.magnitude * unit).magnitude <= 0.11)
    }
  }

  @Test func `a bar below zero lies to the left of the baseline`() throws {
    let drawn = try #require(Drawn(chart([50, -50]).svg(.wide)))
    let zero = try #require(drawn.all("line", class: "pic-axis").first?.number("x1"))
    let bars = drawn.all("rect", class: "pic-bar")

    #expect(bars[0].number("x") == zero)
    #expect((bars[1].number("x") ?? 0) + (bars[1].number("width") ?? 0) == zero)
  }

  @Test(arguments: Layout.allCases)
  func `a missing value has words and no bar`(_ layout: Layout) throws {
    let drawn = try #require(Drawn(chart([nil, 4]).svg(layout)))

    #expect(drawn.words.contains("not known"))
    #expect(drawn.all("rect", class: "pic-bar").count == 1)
    #expect(chart([nil, 4]).table.rows[0] == ["Bar 0", "not known"])
  }

  @Test func `a value of zero is printed and has no length`() throws {
    let drawn = try #require(Drawn(chart([0]).svg(.wide)))

    #expect(drawn.words == "Bar 0 0")
    #expect(drawn.all("rect", class: "pic-bar").first?.number("width") == 0)
  }

  @Test(arguments: Tone.allCases.filter { $0 != .neutral })
  func `every tone has a texture of its own and a word in the table`(_ tone: Tone) throws {
    var bars = chart([4])
    bars.bars[0].tone = tone
    let drawn = try #require(Drawn(bars.svg(.wide)))

    #expect(drawn.all("rect", class: "pic-texture").count == 1)
    #expect(bars.table.rows[0].last == tone.word)
  }

  @Test func `a link is named in full and other schemes than http are dropped`() throws {
    let sample = try #require(Sample.named("bars-links-missing-negative"))
    let links = try #require(Drawn(sample.picture.svg(.wide))).all("a")

    #expect(links.count == 3)
    #expect(links[0].attributes["href"] == "/facts/dartford?a=1&b=2")
    #expect(links[2].attributes["aria-label"] == "\(eightyCharacters): −£7.3m")
  }

  @Test(arguments: ["JavaScript:alert(1)", " java\nscript:x", "data:text/html,x", "vbscript:x", ""])
  func `an unsafe address is no link`(_ address: String) {
    var bars = chart([4])
    bars.bars[0].link = address

    #expect(!bars.svg(.wide).contains("<a "))
  }

  @Test(arguments: ["/facts/a", "facts/a:b", "#x", "?q=a:b", "https://example.org/a"])
  func `a relative or web address is a link`(_ address: String) {
    var bars = chart([4])
    bars.bars[0].link = address

    #expect(bars.svg(.wide).contains("<a "))
  }

  @Test func `names are escaped and forbidden characters dropped`() throws {
    var bars = chart([4])
    bars.bars[0].name = "<b>\"R&D\"</b> 'x'\u{1}"
    let drawn = try #require(Drawn(bars.svg(.wide)))

    #expect(drawn.words == "<b>\"R&D\"</b> 'x' 4")
  }
}

@Suite struct WaterfallTests {
  private func bridge(_ steps: [Waterfall.Step]) -> Waterfall {
    Waterfall(caption: caption("bridge", "Bridge"), valueHeading: "£ million", steps: steps)
  }

  @Test func `the end is the start and all changes`() {
    let table = bridge([
      .init("Start", .start(110)), .init("Up", .change(376)), .init("Middle", .subtotal),
      .init("Down", .change(-190)), .init("End", .end(stated: nil)),
    ]).table

    #expect(table.rows.map { $0[1] } == ["110", "376", "486", "−190", "296"])
    #expect(table.rows.map { $0[2] } == ["110", "486", "486", "296", "296"])
  }

  @Test func `a stated end that the steps miss is reached by a hatched step`() throws {
    let waterfall = bridge([
      .init("Gap", .start(486)), .init("Productivity", .change(-190)),
      .init("Left over", .end(stated: 29)),
    ])
    let drawn = try #require(Drawn(waterfall.svg(.wide)))

    #expect(waterfall.table.rows[2].prefix(3) == ["Not explained", "−267", "29"])
    #expect(drawn.all("rect", class: "pic-unexplained").count == 1)
  }

  @Test func `a stated end that the steps reach needs no step`() {
    let table = bridge([
      .init("Start", .start(0.1)), .init("More", .change(0.2)), .init("End", .end(stated: 0.3)),
    ]).table

    #expect(table.rows.count == 3)
  }

  @Test(arguments: Layout.allCases)
  func `each bar begins where the one before it ended`(_ layout: Layout) throws {
    let sample = try #require(Sample.named("waterfall-columns"))
    let drawn = try #require(Drawn(sample.picture.svg(layout)))
    let bars = drawn.all("rect", class: "pic-bar")
    let (place, size) = layout == .wide ? ("y", "height") : ("x", "width")
    let edges = bars.map { bar in
      [bar.number(place) ?? 0, (bar.number(place) ?? 0) + (bar.number(size) ?? 0)]
    }

    for (edge, next) in zip(edges, edges.dropFirst()) {
      let nearest = edge.flatMap { end in next.map { ($0 - end).magnitude } }.min() ?? 1
      #expect(nearest <= 0.11)
    }
  }

  @Test func `an unknown change leaves the running total as it was`() {
    let table = bridge([
      .init("Start", .start(10)), .init("Prevention", .change(nil)),
      .init("End", .end(stated: nil)),
    ]).table

    #expect(table.rows[1] == ["Prevention", "not known", "10"])
    #expect(table.rows[2] == ["End", "10", "10"])
  }

  @Test func `columns stand upright in wide and rows lie down in narrow`() throws {
    let sample = try #require(Sample.named("waterfall-columns"))
    let wide = try #require(Drawn(sample.picture.svg(.wide))).all("rect", class: "pic-bar")
    let narrow = try #require(Drawn(sample.picture.svg(.narrow))).all("rect", class: "pic-bar")

    #expect(Set(wide.compactMap { $0.attributes["width"] }).count == 1)
    #expect(Set(narrow.compactMap { $0.attributes["height"] }).count == 1)
  }
}
