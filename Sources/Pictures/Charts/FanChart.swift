// SPDX-License-Identifier: Apache-2.0

/// What may become of something, year by year: a line through the middle of many runs, a dark band
/// around half of them and a light band around eight in ten.
///
/// Each series is a future: "if nothing is done", "with the plan". A promise, where there is one, is
/// a line of its own. Bands are drawn by percentiles of totals, which the caller works out run by
/// run; percentiles of parts do not add up.
public struct FanChart: Picture {
  /// Five percentiles of the runs in one year.
  public struct Spread: Sendable, Hashable {
    /// One run in ten is below.
    public var lowest: Double
    /// A quarter of the runs are below.
    public var low: Double
    /// Half of the runs are below.
    public var middle: Double
    /// Three quarters of the runs are below.
    public var high: Double
    /// Nine runs in ten are below.
    public var highest: Double

    /// The 10th, 25th, 50th, 75th and 90th percentiles.
    public init(lowest: Double, low: Double, middle: Double, high: Double, highest: Double) {
      self.lowest = lowest
      self.low = low
      self.middle = middle
      self.high = high
      self.highest = highest
    }

    /// A value that every run has.
    public init(certain value: Double) {
      self.init(lowest: value, low: value, middle: value, high: value, highest: value)
    }

    /// The band, nil when an end is missing or the two are the wrong way round.
    static func band(_ low: Double, _ high: Double) -> ClosedRange<Double>? {
      low.isFinite && high.isFinite && low <= high ? low...high : nil
    }
  }

  /// One future.
  public struct Series: Sendable, Hashable {
    /// What it shows; printed at its end.
    public var name: String
    /// One spread for each place; nil where nobody knows.
    public var spreads: [Spread?]

    /// Makes a series.
    public init(_ name: String, _ spreads: [Spread?]) {
      self.name = name
      self.spreads = spreads
    }
  }

  /// A value that was promised.
  public struct Promise: Sendable, Hashable {
    /// What was promised: "Promised: at most 2,828".
    public var label: String
    /// The value.
    public var value: Double

    /// Makes a promise.
    public init(_ label: String, at value: Double) {
      self.label = label
      self.value = value
    }
  }

  /// What the bands mean, printed with the unit.
  public static let key = "Dark: half of the runs. Light: eight in ten."

  /// The words that go with the drawing.
  public var caption: Caption
  /// What the places are, for the table: "Financial year".
  public var placeHeading: String
  /// What the values are, with the unit.
  public var valueHeading: String
  /// How values are printed.
  public var numbers: NumberStyle
  /// Where the vertical scale begins.
  public var baseline: LineChart.Baseline
  /// What is printed under the places, in order.
  public var places: [String]
  /// The futures.
  public var series: [Series]
  /// What was promised, where there is something.
  public var promise: Promise?

  /// Makes a fan chart.
  public init(
    caption: Caption, placeHeading: String, valueHeading: String, numbers: NumberStyle = .init(),
    baseline: LineChart.Baseline = .zero, places: [String], series: [Series],
    promise: Promise? = nil
  ) {
    self.caption = caption
    self.placeHeading = placeHeading
    self.valueHeading = valueHeading
    self.numbers = numbers
    self.baseline = baseline
    self.places = places
    self.series = series
    self.promise = promise
  }

  /// A row for each future and place, with the five percentiles.
  public var table: DataTable {
    DataTable(
      caption: title,
      columns: [.init(placeHeading), .init("Which")]
        + ["1 in 10 below", "a quarter below", "middle", "a quarter above", "1 in 10 above"].map {
          .init("\(valueHeading), \($0)", isNumeric: true)
        },
      rows: series.flatMap { line in
        places.indices.map { [places[$0], line.name] + cells(line, $0) }
      })
  }

  private func cells(_ line: Series, _ index: Int) -> [String] {
    let spread = index < line.spreads.count ? line.spreads[index] : nil
    return [spread?.lowest, spread?.low, spread?.middle, spread?.high, spread?.highest]
      .map(numbers.bare)
  }

  /// Draws the fans, named at their ends.
  public func svg(_ layout: Layout) -> String {
    guard !places.isEmpty, series.contains(where: { $0.spreads.contains { $0 != nil } }) else {
      return Canvas.empty(caption, layout: layout)
    }
    return LineDrawing(lines, layout: layout).svg()
  }

  private var lines: LineChart {
    var lines = series.map { line in
      var drawn = LineChart.Series(
        line.name, line.spreads.map { $0?.middle },
        band: line.spreads.map { $0.flatMap { Spread.band($0.lowest, $0.highest) } })
      drawn.innerBand = line.spreads.map { $0.flatMap { Spread.band($0.low, $0.high) } }
      return drawn
    }
    if let promise {
      lines.append(.init(promise.label, places.map { _ in promise.value }))
    }
    return LineChart(
      caption: caption, placeHeading: placeHeading, valueHeading: "\(valueHeading). \(Self.key)",
      numbers: numbers, baseline: baseline, places: LineChart.Place.evenly(places), series: lines)
  }
}
