// SPDX-License-Identifier: Apache-2.0

/// A bridge from one total to another through the changes between them.
///
/// Totals are worked out, never given, so the drawing always closes. If a published end differs
/// from what the steps come to, a hatched column called "Not explained" fills the difference.
public struct Waterfall: Picture {
  /// What a step does to the running total.
  public enum Kind: Sendable, Hashable {
    /// Sets the running total.
    case start(Double)
    /// Adds to it or takes from it; nil when nobody knows by how much.
    case change(Double?)
    /// Shows it.
    case subtotal
    /// Shows it last, or the published figure when there is one.
    case end(stated: Double?)
  }

  /// One column of the bridge.
  public struct Step: Sendable, Hashable {
    /// What the step is, in full; long names wrap.
    public var name: String

    /// What it does.
    public var kind: Kind

    /// What it means; whether up is good depends on what is counted.
    public var tone: Tone

    /// The amount as printed, when the chart's style will not do.
    public var display: String?

    /// Makes a step.
    public init(_ name: String, _ kind: Kind, tone: Tone = .neutral, display: String? = nil) {
      self.name = name
      self.kind = kind
      self.tone = tone
      self.display = display
    }
  }

  /// The name of the column for a difference that the steps do not account for.
  public static let notExplained = "Not explained"

  /// The words that go with the drawing.
  public var caption: Caption

  /// What the values are, with the unit, for the table: "£ million".
  public var valueHeading: String

  /// How amounts are printed at the columns.
  public var numbers: NumberStyle

  /// The steps in order.
  public var steps: [Step]

  /// Makes a waterfall.
  public init(
    caption: Caption, valueHeading: String, numbers: NumberStyle = .init(), steps: [Step]
  ) {
    self.caption = caption
    self.valueHeading = valueHeading
    self.numbers = numbers
    self.steps = steps
  }

  /// Steps with their amounts and the running total after each.
  public var table: DataTable {
    let columns = Bridge(steps).columns
    var table = DataTable(
      caption: title,
      columns: [
        .init("Step"), .init(valueHeading, isNumeric: true),
        .init("Running total", isNumeric: true),
      ],
      rows: columns.map { [$0.name, numbers.bare($0.amount), numbers.bare($0.running)] })
    table.appendColumn("Marked as", cells: columns.map(\.tone.word))
    return table
  }

  /// Draws columns side by side in wide, rows in narrow, and rows too where names are too long.
  public func svg(_ layout: Layout) -> String {
    let columns = Bridge(steps).columns
    guard !columns.isEmpty else { return Canvas.empty(caption, layout: layout) }
    if layout == .wide, let drawing = WaterfallColumns(self, columns) { return drawing.svg() }
    let rows = columns.map { column in
      SpanRow(
        name: column.name, value: label(of: column),
        span: column.levels.map { .init(from: $0.before, to: $0.after) },
        tone: column.tone, isTotal: column.isTotal, level: column.running)
    }
    return SpanRows(rows: rows, caption: caption).svg(layout)
  }

  /// The printed amount: plain for totals, with its sign for changes.
  func label(of column: Bridge.Column) -> String {
    if let display = column.display { return display }
    return column.isTotal ? numbers.text(column.amount) : numbers.signed(column.amount)
  }
}
