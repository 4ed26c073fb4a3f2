// SPDX-License-Identifier: Apache-2.0

/// Dots along one scale, a row for each group, with the middle half shaded and the median marked.
///
/// It shows who stands where among peers or buyers: no dot is hidden behind another, and a few that
/// matter are named under their row. All rows share the scale, so that they can be compared.
public struct StripChart: Picture {
  /// One value of a group.
  public struct Dot: Sendable, Hashable {
    /// Whose value it is.
    public var name: String
    /// The value; one that is not finite is in the table alone.
    public var value: Double
    /// Whether the drawing names it.
    public var isNamed: Bool

    /// Makes a dot.
    public init(_ name: String, _ value: Double, isNamed: Bool = false) {
      self.name = name
      self.value = value
      self.isNamed = isNamed
    }
  }

  /// The middle half of a group.
  public struct Quartiles: Sendable, Hashable {
    /// A quarter lies below.
    public var lower: Double
    /// Half lies below.
    public var median: Double
    /// Three quarters lie below.
    public var upper: Double

    /// Makes the quartiles of a group; the caller says by which rule.
    public init(lower: Double, median: Double, upper: Double) {
      self.lower = lower
      self.median = median
      self.upper = upper
    }
  }

  /// A group.
  public struct Row: Sendable, Hashable {
    /// What the group is.
    public var name: String
    /// Its values.
    public var dots: [Dot]
    /// Its middle half, where that helps.
    public var quartiles: Quartiles?

    /// Makes a row.
    public init(_ name: String, dots: [Dot], quartiles: Quartiles? = nil) {
      self.name = name
      self.dots = dots
      self.quartiles = quartiles
    }
  }

  /// A value that matters to every row.
  public struct Reference: Sendable, Hashable {
    /// What it is.
    public var label: String
    /// Where it is.
    public var value: Double

    /// Makes a reference.
    public init(_ label: String, at value: Double) {
      self.label = label
      self.value = value
    }
  }

  /// The words that go with the drawing.
  public var caption: Caption
  /// What the rows are, for the table.
  public var rowHeading: String
  /// What the dots are, for the table.
  public var nameHeading: String
  /// What the scale is, with the unit.
  public var valueHeading: String
  /// How values are printed.
  public var numbers: NumberStyle
  /// The rows, top to bottom.
  public var rows: [Row]
  /// A value that matters to every row.
  public var reference: Reference?

  /// Makes a strip chart.
  public init(
    caption: Caption, rowHeading: String, nameHeading: String, valueHeading: String,
    numbers: NumberStyle = .init(), rows: [Row], reference: Reference? = nil
  ) {
    self.caption = caption
    self.rowHeading = rowHeading
    self.nameHeading = nameHeading
    self.valueHeading = valueHeading
    self.numbers = numbers
    self.rows = rows
    self.reference = reference
  }

  /// Every dot, row by row, then the quartiles.
  public var table: DataTable {
    DataTable(
      caption: title,
      columns: [.init(nameHeading), .init(rowHeading), .init(valueHeading, isNumeric: true)],
      rows: rows.flatMap { row in
        row.dots.map { [$0.name, row.name, numbers.bare($0.value)] } + quartiles(row)
      })
  }

  private func quartiles(_ row: Row) -> [[String]] {
    guard let found = row.quartiles, !row.dots.isEmpty else { return [] }
    return [
      ("Lower quartile", found.lower), ("Median", found.median), ("Upper quartile", found.upper),
    ].map { [$0.0, row.name, numbers.bare($0.1)] }
  }

  /// Draws the rows, each under its name, and the scale below them.
  public func svg(_ layout: Layout) -> String {
    guard rows.contains(where: { $0.dots.contains { $0.value.isFinite } }) else {
      return Canvas.empty(caption, layout: layout)
    }
    return StripDrawing(self, layout: layout).svg()
  }
}
