// SPDX-License-Identifier: Apache-2.0

import Pictures
import TestKit

/// Pictures nobody would draw by hand: odd sizes, odd names, missing, huge and negative values.
struct RandomPictures {
  private var numbers: SeededDraws

  init(seed: UInt64) {
    numbers = SeededDraws(seed: seed)
  }

  /// One picture of each kind.
  mutating func all() -> [any Picture] {
    [bars(), waterfall(), lines(), scatter(), map(), catchment(), timeline()]
  }

  mutating func bars() -> BarChart {
    BarChart(
      caption: caption("random-bars", name()), nameHeading: name(), valueHeading: name(),
      numbers: style(),
      bars: (0..<count(12)).map { _ in
        .init(
          name(), value(), tone: Tone.allCases.randomElement(using: &numbers) ?? .neutral,
          note: chance() ? name() : nil, link: chance() ? "/facts/\(count(9))" : nil)
      })
  }

  mutating func waterfall() -> Waterfall {
    var steps = [Waterfall.Step(name(), .start(value() ?? 0))]
    for _ in 0..<count(9) { steps.append(.init(name(), .change(value()))) }
    steps.append(.init(name(), .end(stated: chance() ? value() : nil)))
    return Waterfall(
      caption: caption("random-bridge", name()), valueHeading: name(), numbers: style(),
      steps: steps)
  }

  mutating func lines() -> LineChart {
    let places = LineChart.Place.evenly((0...count(25)).map { "20\($0)-\($0)" })
    return LineChart(
      caption: caption("random-lines", name()), placeHeading: "Year", valueHeading: name(),
      numbers: style(), baseline: chance() ? .zero : .fitted, places: places,
      series: (0...count(7)).map { _ in
        .init(name(), places.map { _ in value() }, band: places.map { _ in band() })
      })
  }

  mutating func map() -> DotMap {
    DotMap(
      caption: caption("random-map", name()),
      sites: (0...count(30)).map { _ in
        .init(
          name(),
          at: .init(
            longitude: Double.random(in: -5...5, using: &numbers),
            latitude: Double.random(in: 49...56, using: &numbers)),
          category: "Kind \(count(9))", note: chance() ? name() : nil,
          link: chance() ? "/sites/\(count(9))" : nil)
      })
  }

  mutating func scatter() -> ScatterChart {
    let categories = 1 + count(4)
    var chart = ScatterChart(
      caption: caption("random-scatter", name()), nameHeading: name(), across: axis(), up: axis(),
      points: (0...count(60)).map { _ in
        .init(
          name(), value(), value(), category: "Kind \(count(categories))", isNamed: count(4) == 0,
          note: chance() ? name() : nil, link: chance() ? "/options/\(count(9))" : nil)
      })
    if chance() { chart.front = .init(name(), through: chart.unbeaten, shape: .stepped) }
    return chart
  }

  private mutating func axis() -> ScatterChart.Axis {
    .init(
      name(), numbers: style(), better: chance() ? .lower(name()) : .higher(name()),
      references: (0..<count(2)).map { _ in .init(name(), at: value() ?? .nan) })
  }

  mutating func catchment() -> CatchmentMap {
    CatchmentMap(
      caption: caption("random-catchment", name()), peopleHeading: name(), steps: [15, 30, 45, 60],
      places: (0...count(60)).map { _ in
        .init(
          name(), district: name(), at: coordinate(), site: chance() ? count(9) - 1 : nil,
          minutes: value(), people: value() ?? .nan)
      },
      sites: (0...count(8)).map { _ in
        .init(
          name(), at: coordinate(), isOpen: chance(), note: chance() ? name() : nil,
          link: chance() ? "/sites/\(count(9))" : nil)
      })
  }

  private mutating func coordinate() -> DotMap.Coordinate {
    .init(
      longitude: count(9) == 0 ? .nan : Double.random(in: -5...5, using: &numbers),
      latitude: Double.random(in: 49...56, using: &numbers))
  }

  mutating func timeline() -> Timeline {
    Timeline(
      caption: caption("random-time", name()),
      rows: (0...count(6)).map { _ in
        .init(name(), events: (0..<count(4)).map { _ in event() }, link: chance() ? "/a" : nil)
      }, moment: chance() ? .init(name(), at: 2019.3) : nil)
  }

  private mutating func event() -> Timeline.Event {
    let start = Double.random(in: 2010...2030, using: &numbers)
    let state = Timeline.State.allCases.randomElement(using: &numbers) ?? .stated
    return .init(
      state, start: chance() ? start : nil, end: chance() ? start + 2.5 : nil, text: name())
  }

  private mutating func count(_ most: Int) -> Int { Int.random(in: 0...most, using: &numbers) }

  private mutating func chance() -> Bool { Bool.random(using: &numbers) }

  private mutating func style() -> NumberStyle {
    NumberStyle(prefix: chance() ? "£" : "", suffix: chance() ? "m" : "", decimals: count(2))
  }

  private mutating func value() -> Double? {
    switch count(9) {
    case 0: nil
    case 1: 0
    case 2: Double.random(in: -1e7...1e7, using: &numbers)
    case 3: .nan
    default: Double.random(in: -500...500, using: &numbers)
    }
  }

  private mutating func band() -> ClosedRange<Double>? {
    guard chance() else { return nil }
    let low = Double.random(in: -500...500, using: &numbers)
    return low...(low + 80)
  }

  /// Up to 120 characters, some of them ones that XML must escape or forbid.
  private mutating func name() -> String {
    let letters = Array("abcdefghijklmnopqrstuvwxyz ABC & < > \" ' éŵ\u{1}\t-   ")
    return String((0..<count(120)).map { _ in letters.randomElement(using: &numbers) ?? "a" })
  }
}
