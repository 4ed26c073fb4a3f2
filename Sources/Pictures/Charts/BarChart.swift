// SPDX-License-Identifier: Apache-2.0

/// Horizontal bars from a zero baseline, each with its name and value beside it.
///
/// There is no axis to read and no legend to look up: every bar says what it is and how much.
/// Bars keep the order given.
public struct BarChart: Picture {
  /// One bar.
  public struct Bar: Sendable, Hashable {
    /// What is measured, in full; long names wrap.
    public var name: String

    /// How much, or nil when nobody knows.
    public var value: Double?

    /// What the bar means.
    public var tone: Tone

    /// The value as printed, when the chart's style will not do: "about £486m".
    public var display: String?

    /// A second, quiet line under the name: "draft", "estimated", "2016-17".
    public var note: String?

    /// Where the bar leads; relative or http(s), anything else is ignored.
    public var link: String?

    /// Makes a bar.
    public init(
      _ name: String, _ value: Double?, tone: Tone = .neutral, display: String? = nil,
      note: String? = nil, link: String? = nil
    ) {
      self.name = name
      self.value = value
      self.tone = tone
      self.display = display
      self.note = note
      self.link = link
    }
  }

  /// The words that go with the drawing.
  public var caption: Caption

  /// What the bars are, for the table: "Hospital".
  public var nameHeading: String

  /// What the values are, with the unit, for the table: "£ million, 2016-17 prices".
  public var valueHeading: String

  /// How values are printed beside the bars.
  public var numbers: NumberStyle

  /// The bars, top to bottom.
  public var bars: [Bar]

  /// Makes a bar chart.
  public init(
    caption: Caption, nameHeading: String, valueHeading: String, numbers: NumberStyle = .init(),
    bars: [Bar]
  ) {
    self.caption = caption
    self.nameHeading = nameHeading
    self.valueHeading = valueHeading
    self.numbers = numbers
    self.bars = bars
  }

  /// Names, values, and the notes and tones in words where there are any.
  public var table: DataTable {
    var table = DataTable(
      caption: title,
      columns: [.init(nameHeading), .init(valueHeading, isNumeric: true)],
      rows: bars.map { [$0.name, numbers.bare($0.value)] })
    table.appendColumn("As printed", cells: bars.map { $0.display ?? "" })
    table.appendColumn("Marked as", cells: bars.map(\.tone.word))
    table.appendColumn("Note", cells: bars.map { $0.note ?? "" })
    return table
  }

  /// Draws the bars: names to the left of them in wide, above them in narrow.
  public func svg(_ layout: Layout) -> String {
    guard !bars.isEmpty else { return Canvas.empty(caption, layout: layout) }
    let rows = bars.map { bar in
      SpanRow(
        name: bar.name, note: bar.note, value: bar.display ?? numbers.text(bar.value),
        span: bar.value.flatMap { $0.isFinite ? SpanRow.Span(from: 0, to: $0) : nil },
        tone: bar.tone, link: bar.link)
    }
    return SpanRows(rows: rows, caption: caption).svg(layout)
  }
}
