// SPDX-License-Identifier: Apache-2.0

import Pictures
import TestKit
import Testing

@Suite struct ScatterChartTests {
  private func chart(_ points: ScatterChart.Point...) -> ScatterChart {
    ScatterChart(
      caption: caption("scatter", "Scatter"), nameHeading: "Option",
      across: .init("Minutes", better: .lower("fewer is better")),
      up: .init("Strokes", better: .higher("more is better")), points: points)
  }

  private func marks(_ drawn: Drawn) -> [Drawn.Element] {
    drawn.elements.filter { $0.classes.contains("pic-mark") || $0.classes.contains("pic-ring") }
  }

  @Test(arguments: Layout.allCases)
  func `a point stands where its values say`(_ layout: Layout) throws {
    let drawn = try #require(
      Drawn(chart(.init("A", 10, 100), .init("B", 20, 200), .init("C", 40, 400)).svg(layout)))
    let x = marks(drawn).compactMap { $0.number("cx") }
    let y = marks(drawn).compactMap { $0.number("cy") }

    // Coordinates are rounded to a tenth.
    #expect(((x[2] - x[0]) - 3 * (x[1] - x[0])).magnitude < 0.5)
    #expect(((y[0] - y[2]) - 3 * (y[0] - y[1])).magnitude < 0.5)
    #expect(x[0] < x[1] && y[0] > y[1])
  }

  @Test(arguments: Layout.allCases)
  func `named points are large and labelled, others small and in the table`(
    _ layout: Layout
  ) throws {
    let options = chart(.init("Quiet one", 10, 100), .init("Named one", 20, 200, isNamed: true))
    let drawn = try #require(Drawn(options.svg(layout)))
    let radii = marks(drawn).compactMap { $0.number("r") }

    #expect(radii[0] < radii[1])
    #expect(drawn.words.contains("Named one") && !drawn.words.contains("Quiet one"))
    #expect(drawn.words.contains("The small mark is named in the table."))
    #expect(options.table.rows.map { $0[0] } == ["Named one", "Quiet one"])
  }

  @Test(arguments: [nil, Double.nan, .infinity, -.infinity])
  func `a point without a value is left out and named in the table`(_ value: Double?) throws {
    let options = chart(.init("Known", 10, 100), .init("Unknown", value, 3, isNamed: true))
    let drawn = try #require(Drawn(options.svg(.wide)))

    #expect(marks(drawn).count == 1)
    #expect(drawn.words.contains("1 of 2 is not drawn, because a value is not known"))
    #expect(options.table.rows[0] == ["Unknown", "not known", "3", "left out"])
  }

  @Test func `a chart of nothing but unknown values says so`() throws {
    let drawn = try #require(Drawn(chart(.init("Unknown", nil, nil)).svg(.wide)))

    #expect(drawn.words == "No figures yet")
  }

  @Test func `which way is better is said in words at both axes`() throws {
    let drawn = try #require(Drawn(chart(.init("A", 1, 2)).svg(.narrow)))

    #expect(drawn.words.contains("\u{2190} fewer is better"))
    #expect(drawn.words.contains("\u{2191} more is better"))
    #expect(drawn.words.contains("Minutes") && drawn.words.contains("Strokes"))
  }

  @Test func `a category has a shape of its own and a key`() throws {
    let drawn = try #require(
      Drawn(
        chart(.init("A", 1, 2, category: "three"), .init("B", 2, 3, category: "four")).svg(.wide)))

    // One mark in the plot and one in the key.
    #expect(drawn.all("circle", class: "pic-c1").count == 2)
    #expect(drawn.all("path", class: "pic-c2").count == 2)
    #expect(drawn.words.contains("three four"))
  }

  @Test func `a reference line stands at its value and inside the scale`() throws {
    var options = chart(.init("A", 10, 100), .init("B", 20, 200))
    options.up.references = [.init("floor of 150", at: 150), .init("far", at: 900)]
    let drawn = try #require(Drawn(options.svg(.wide)))
    let y = marks(drawn).compactMap { $0.number("cy") }
    let lines = drawn.all("line", class: "pic-reference").compactMap { $0.number("y1") }

    #expect((lines[0] - (y[0] + y[1]) / 2).magnitude <= 0.15)
    #expect(drawn.words.contains("floor of 150") && drawn.words.contains("far"))
  }

  @Test func `a link carries the point in words`() throws {
    let options = chart(.init("A", 10, 100, isNamed: true, link: "/options/a"))
    let link = try #require(Drawn(options.svg(.wide))?.all("a").first)

    #expect(link.attributes["href"] == "/options/a")
    #expect(link.attributes["aria-label"] == "A, Minutes 10, Strokes 100")
  }

  @Test(arguments: [1, 2, 127, 2000])
  func `every point is drawn, from one to two thousand`(_ count: Int) throws {
    var options = Sample.options(count)
    options.points = Array(options.points.prefix(count))
    options.front = nil
    let drawn = try #require(Drawn(options.svg(.narrow)))

    #expect(marks(drawn).count { $0.classes.contains("pic-faint") } == count)
    #expect(options.table.rows.count == count)
  }

  @Test(arguments: Layout.allCases)
  func `all eight names are in the drawing and none covers another`(_ layout: Layout) throws {
    let drawn = try #require(Drawn(Sample.options(119).svg(layout)))

    for name in ["Option A", "Option B", "Option C", "Option D", "Option E", "Today", "One site"] {
      #expect(drawn.words.contains(name))
    }
    #expect(drawn.overlappingWords.isEmpty)
  }
}

@Suite struct ScatterFrontTests {
  private func chart(_ values: [(Double, Double)]) -> ScatterChart {
    ScatterChart(
      caption: caption("front", "Front"), nameHeading: "Option",
      across: .init("Minutes", better: .lower("fewer")), up: .init("Cost", better: .lower("less")),
      points: values.map { .init("Option", $0.0, $0.1) })
  }

  private func corners(_ chart: ScatterChart) throws -> [[Double]] {
    let line = try #require(Drawn(chart.svg(.wide))?.all("path", class: "pic-front").first)
    return (line.attributes["d"] ?? "").split { "ML".contains($0) }
      .map { $0.split(separator: " ").compactMap { Double($0) } }
  }

  @Test func `what another point equals on one axis and beats on the other is off the front`() {
    // (2, 2) is beaten by (2, 1), (3, 1) by (2, 1); the two at (1, 3) are equal and both stay.
    #expect(chart([(1, 3), (2, 2), (2, 1), (3, 1), (1, 3), (0, .nan)]).unbeaten == [0, 2, 4])
  }

  @Test func `nothing is unbeaten where no way is better`() {
    var options = chart([(1, 1)])
    options.up.better = nil

    #expect(options.unbeaten.isEmpty)
  }

  @Test(arguments: UInt64(1)...20)
  func `the front is what comparing every pair finds`(_ seed: UInt64) {
    var numbers = SeededDraws(seed: seed)
    let values = (0..<30).map { _ in
      (
        Double(Int.random(in: 0...9, using: &numbers)),
        Double(Int.random(in: 0...9, using: &numbers))
      )
    }
    var options = chart(values)
    options.up.better = .higher("more")
    let byPairs = values.indices.filter { index in
      !values.contains { other in
        other.0 <= values[index].0 && other.1 >= values[index].1
          && (other.0 < values[index].0 || other.1 > values[index].1)
      }
    }

    #expect(options.unbeaten == byPairs)
  }

  @Test func `a straight front joins its points from left to right`() throws {
    var options = chart([(3, 1), (1, 3), (2, 2)])
    options.front = .init("unbeaten", through: options.unbeaten, shape: .straight)
    let line = try corners(options)

    #expect(line.count == 3)
    #expect(line[0][0] < line[1][0] && line[1][0] < line[2][0])
    #expect(line[0][1] < line[1][1] && line[1][1] < line[2][1])
  }

  @Test func `a stepped front runs on the side of what is worse`() throws {
    var options = chart([(1, 3), (3, 1)])
    options.front = .init("unbeaten", through: [0, 1], shape: .stepped)
    let lower = try corners(options)
    options.across.better = .higher("more")
    let higher = try corners(options)

    // Where less is better, the level of the left point runs on to the right until it is improved.
    #expect(lower[1] == [lower[2][0], lower[0][1]])
    #expect(higher[1] == [higher[0][0], higher[2][1]])
  }

  @Test func `the front is named in the key and in the table`() throws {
    var options = chart([(1, 3), (3, 1), (3, 3)])
    options.front = .init("nothing is better on both", through: [0, 1, 99], shape: .stepped)
    let drawn = try #require(Drawn(options.svg(.wide)))

    #expect(drawn.words.contains("nothing is better on both"))
    #expect(options.table.columns[3].heading == "Nothing is better on both")
    #expect(options.table.rows.map { $0[3] } == ["yes", "yes", ""])
  }
}
