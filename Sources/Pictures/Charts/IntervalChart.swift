// SPDX-License-Identifier: Apache-2.0

/// Estimates with their intervals along one scale, and where no difference lies.
///
/// An interval is drawn as a band with a mark at the estimate. One that reaches across zero says
/// that the figures cannot tell in which direction something moves.
public struct IntervalChart: Picture {
  /// One estimate.
  public struct Row: Sendable, Hashable {
    /// What is estimated.
    public var name: String
    /// The estimate.
    public var value: Double
    /// The interval; nil where none is known.
    public var interval: ClosedRange<Double>?
    /// Whether it is good or bad news.
    public var tone: Tone
    /// What the row means, in words.
    public var words: String

    /// Makes a row.
    public init(
      _ name: String, _ value: Double, interval: ClosedRange<Double>?, tone: Tone = .neutral,
      words: String = ""
    ) {
      self.name = name
      self.value = value
      self.interval = interval
      self.tone = tone
      self.words = words
    }
  }

  /// The words that go with the drawing.
  public var caption: Caption
  /// What the rows are, for the table.
  public var nameHeading: String
  /// What the scale is, with the unit.
  public var valueHeading: String
  /// How values are printed.
  public var numbers: NumberStyle
  /// The rows, top to bottom.
  public var rows: [Row]

  /// Makes a chart.
  public init(
    caption: Caption, nameHeading: String, valueHeading: String, numbers: NumberStyle = .init(),
    rows: [Row]
  ) {
    self.caption = caption
    self.nameHeading = nameHeading
    self.valueHeading = valueHeading
    self.numbers = numbers
    self.rows = rows
  }

  /// One row an estimate, with the ends of its interval.
  public var table: DataTable {
    DataTable(
      caption: title,
      columns: [
        .init(nameHeading), .init(valueHeading, isNumeric: true),
        .init("At least", isNumeric: true), .init("At most", isNumeric: true),
        .init("In words"),
      ],
      rows: rows.map { row in
        [
          row.name, numbers.signed(row.value), numbers.signed(row.interval?.lowerBound),
          numbers.signed(row.interval?.upperBound), row.words,
        ]
      })
  }

  /// Draws each row under its name, about one line of no difference.
  public func svg(_ layout: Layout) -> String {
    guard rows.contains(where: { $0.value.isFinite }) else {
      return Canvas.empty(caption, layout: layout)
    }
    var canvas = Canvas(layout: layout, caption: caption)
    let heading = TextBlock(
      "\(valueHeading). The band is the interval, the mark the estimate.",
      width: layout.width - 8, layout: layout, style: .quiet)
    canvas.text(heading, x: canvas.left, top: 0)
    var top = heading.height + 12
    let scale = scale(layout)
    for row in rows {
      let block = block(row, layout)
      canvas.text(block, x: canvas.left, top: top)
      draw(row, top: top + block.height + 6, scale, in: &canvas)
      top += block.height + Self.thickness + 24
    }
    let bottom = top - 12
    let zero = TextBlock("no difference", width: .infinity, layout: layout, style: .quiet)
    let half = zero.width / 2
    let centre = min(max(scale(0), canvas.left + half), canvas.right - half)
    canvas.text(zero, x: centre, top: bottom + 4, anchor: .middle)
    return canvas.svg(height: bottom + 8 + layout.lineHeight)
  }

  private static let thickness = 14.0

  private func scale(_ layout: Layout) -> Scale {
    let ends = rows.flatMap { row in
      [row.value, row.interval?.lowerBound ?? row.value, row.interval?.upperBound ?? row.value]
    }.filter(\.isFinite)
    let low = min(ends.min() ?? 0, 0)
    let high = max(ends.max() ?? 0, 0)
    return Scale(low...high, from: layout.left + 10, to: layout.right - 10)
  }

  private func block(_ row: Row, _ layout: Layout) -> TextBlock {
    let width = layout.width - 8
    var block = TextBlock(row.name, width: width, layout: layout, style: .strong)
    var words = numbers.signed(row.value)
    if let interval = row.interval {
      words += ", between \(numbers.signed(interval.lowerBound)) and "
      words += numbers.signed(interval.upperBound)
    }
    block.append(
      row.words.isEmpty ? words : "\(words): \(row.words)", width: width, style: .plain)
    return block
  }

  private func draw(_ row: Row, top: Double, _ scale: Scale, in canvas: inout Canvas) {
    guard row.value.isFinite else { return }
    // Beside the bar alone: a line through all rows would cross their words.
    canvas.line(
      from: Point(scale(0), top - 3), to: Point(scale(0), top + Self.thickness + 3),
      class: "pic-axis")
    if let interval = row.interval, interval.lowerBound.isFinite, interval.upperBound.isFinite {
      let start = scale(interval.lowerBound)
      let width = max(scale(interval.upperBound) - start, 2)
      canvas.bar(
        Box(x: start, y: top, width: width, height: Self.thickness), tone: row.tone)
    }
    canvas.mark(
      .diamond, at: Point(scale(row.value), top + Self.thickness / 2), radius: 6,
      class: "pic-open")
  }
}
