// SPDX-License-Identifier: Apache-2.0

/// Lines over years or other ordered places, each named at its end.
///
/// Ranges are drawn as bands. A missing value leaves a gap in its line. Each series has its own
/// shape of point as well as its own colour.
public struct LineChart: Picture {
  /// A place along the horizontal axis.
  public struct Place: Sendable, Hashable {
    /// What is printed under it: "2016-17".
    public var label: String

    /// How far along it lies, in any unit: years keep their true distances.
    public var position: Double

    /// Makes a place.
    public init(_ label: String, at position: Double) {
      self.label = label
      self.position = position
    }

    /// Places at equal distances, for financial years without gaps.
    public static func evenly(_ labels: [String]) -> [Place] {
      labels.enumerated().map { Place($1, at: Double($0)) }
    }
  }

  /// One line.
  public struct Series: Sendable, Hashable {
    /// What it shows; printed at its end.
    public var name: String

    /// One value for each place; nil where nobody knows.
    public var values: [Double?]

    /// The range around each value, or empty for none; drawn as a band.
    public var band: [ClosedRange<Double>?]

    /// A narrower range within the band, drawn darker; only fans have it.
    var innerBand: [ClosedRange<Double>?] = []

    /// Makes a series.
    public init(_ name: String, _ values: [Double?], band: [ClosedRange<Double>?] = []) {
      self.name = name
      self.values = values
      self.band = band
    }
  }

  /// Where the vertical scale begins.
  public enum Baseline: Sendable, Hashable {
    /// At zero, so that heights can be compared.
    case zero
    /// Near the lowest value; the drawing says so in words.
    case fitted
  }

  /// The words that go with the drawing.
  public var caption: Caption

  /// What the places are, for the table: "Financial year".
  public var placeHeading: String

  /// What the values are, with the unit; printed above the scale and in the table.
  public var valueHeading: String

  /// How values are printed.
  public var numbers: NumberStyle

  /// Where the vertical scale begins.
  public var baseline: Baseline

  /// The horizontal axis, in rising order.
  public var places: [Place]

  /// The lines.
  public var series: [Series]

  /// Makes a line chart.
  public init(
    caption: Caption, placeHeading: String, valueHeading: String, numbers: NumberStyle = .init(),
    baseline: Baseline = .zero, places: [Place], series: [Series]
  ) {
    self.caption = caption
    self.placeHeading = placeHeading
    self.valueHeading = valueHeading
    self.numbers = numbers
    self.baseline = baseline
    self.places = places
    self.series = series
  }

  /// One row a place; one column a series, and two more for the ends of its band.
  public var table: DataTable {
    var columns = [DataTable.Column(placeHeading)]
    for line in series {
      columns.append(.init("\(line.name) (\(valueHeading))", isNumeric: true))
      guard line.hasBand else { continue }
      columns.append(.init("\(line.name), low", isNumeric: true))
      columns.append(.init("\(line.name), high", isNumeric: true))
    }
    let rows = places.indices.map { index in
      [places[index].label] + series.flatMap { cells(of: $0, at: index) }
    }
    return DataTable(caption: title, columns: columns, rows: rows)
  }

  private func cells(of line: Series, at index: Int) -> [String] {
    let value = numbers.bare(line.value(at: index))
    guard line.hasBand else { return [value] }
    let range = line.range(at: index)
    return [value, numbers.bare(range?.lowerBound), numbers.bare(range?.upperBound)]
  }

  /// Draws the lines, named at their ends.
  public func svg(_ layout: Layout) -> String {
    guard !places.isEmpty, !series.isEmpty else { return Canvas.empty(caption, layout: layout) }
    return LineDrawing(self, layout: layout).svg()
  }
}

extension LineChart.Series {
  var hasBand: Bool { band.contains { $0 != nil } }

  /// The value at a place, nil when missing, endless or beyond the end of the list.
  func value(at index: Int) -> Double? {
    guard index < values.count, let value = values[index], value.isFinite else { return nil }
    return value
  }

  /// The range at a place, nil when missing, endless or beyond the end of the list.
  func range(at index: Int) -> ClosedRange<Double>? { Self.range(in: band, at: index) }

  /// The narrower range at a place, nil when missing, endless or beyond the end of the list.
  func innerRange(at index: Int) -> ClosedRange<Double>? { Self.range(in: innerBand, at: index) }

  private static func range(
    in band: [ClosedRange<Double>?], at index: Int
  ) -> ClosedRange<Double>? {
    guard index < band.count, let range = band[index],
      range.lowerBound.isFinite, range.upperBound.isFinite
    else { return nil }
    return range
  }
}
