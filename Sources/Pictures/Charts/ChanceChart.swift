// SPDX-License-Identifier: Apache-2.0

/// How likely things are, as so many of ten: a row of ten dots for each, with the words beside it.
///
/// Ten dots are read faster and by more people than a percentage (Gigerenzer and Hoffrage, 1995, on
/// natural frequencies). The exact share and its interval are printed too.
public struct ChanceChart: Picture {
  /// One thing that may happen.
  public struct Row: Sendable, Hashable {
    /// What it is.
    public var name: String
    /// How likely, between 0 and 1.
    public var chance: Double
    /// The ends of the interval of the chance, where one is known.
    public var interval: ClosedRange<Double>?
    /// A second line under the name.
    public var note: String?

    /// Makes a row.
    public init(
      _ name: String, chance: Double, interval: ClosedRange<Double>? = nil, note: String? = nil
    ) {
      self.name = name
      self.chance = chance
      self.interval = interval
      self.note = note
    }

    /// Whether the chance can be drawn.
    var isKnown: Bool { chance >= 0 && chance <= 1 }
  }

  /// The words that go with the drawing.
  public var caption: Caption
  /// What the rows are, for the table.
  public var nameHeading: String
  /// The rows, top to bottom.
  public var rows: [Row]

  /// Makes a chart of chances.
  public init(caption: Caption, nameHeading: String, rows: [Row]) {
    self.caption = caption
    self.nameHeading = nameHeading
    self.rows = rows
  }

  /// A chance in plain words: "about 3 in 10", "almost never", "less than 1 in 20".
  public static func words(_ chance: Double) -> String {
    guard chance >= 0, chance <= 1 else { return NumberStyle.notKnown }
    if chance == 0 { return "in none of the runs" }
    if chance == 1 { return "in all of the runs" }
    if chance < 0.05 { return "less than 1 in 20" }
    if chance > 0.95 { return "more than 19 in 20" }
    // 0.05 and 0.95 round to 1 and 10 tenths: the ends are kept for what is nearly certain.
    return "about \(min(max(Int((chance * 10).rounded()), 1), 9)) in 10"
  }

  /// The percentage and its interval: "27% (between 24% and 30%)".
  static func percent(_ row: Row) -> String {
    guard row.isKnown else { return "" }
    // Near the ends a whole number would say 0% or 100% of what is neither.
    let ends = [row.chance, row.interval?.lowerBound, row.interval?.upperBound].compactMap(\.self)
    let isNearEnd = ends.contains { ($0 > 0 && $0 < 0.01) || ($0 > 0.99 && $0 < 1) }
    let style = NumberStyle(suffix: "%", decimals: isNearEnd ? 1 : 0)
    let chance = style.text(row.chance * 100)
    guard let interval = row.interval else { return chance }
    return chance + " (between \(style.text(interval.lowerBound * 100)) and "
      + "\(style.text(interval.upperBound * 100)))"
  }

  /// The chances in per cent, with their intervals and in words.
  public var table: DataTable {
    let style = NumberStyle(decimals: 1)
    let per = { (share: Double?) in style.bare(share.map { $0 * 100 }) }
    var table = DataTable(
      caption: title,
      columns: [
        .init(nameHeading), .init("Chance, %", isNumeric: true), .init("Low, %", isNumeric: true),
        .init("High, %", isNumeric: true), .init("In words"),
      ],
      rows: rows.map { row in
        [
          row.name, per(row.isKnown ? row.chance : nil), per(row.interval?.lowerBound),
          per(row.interval?.upperBound), Self.words(row.chance),
        ]
      })
    table.appendColumn("Note", cells: rows.map { $0.note ?? "" })
    return table
  }

  /// Draws ten dots for each row.
  public func svg(_ layout: Layout) -> String {
    guard !rows.isEmpty else { return Canvas.empty(caption, layout: layout) }
    var canvas = Canvas(layout: layout, caption: caption)
    let bottom = rows.reduce(2.0) { draw($1, top: $0, in: &canvas) }
    return canvas.svg(height: bottom)
  }

  private static let radius = 9.0
  private static let step = 24.0

  /// Draws a row and returns where the next begins.
  private func draw(_ row: Row, top: Double, in canvas: inout Canvas) -> Double {
    let layout = canvas.layout
    var name = TextBlock(row.name, width: layout.width - 8, layout: layout, style: .strong)
    name.append(row.note ?? "", width: layout.width - 8, style: .quiet)
    canvas.text(name, x: layout.left, top: top)
    let dotsTop = top + name.height + 4
    let filled = row.isKnown ? Int((row.chance * 10).rounded()) : 0
    for place in 0..<10 {
      let centre = Point(
        layout.left + Self.radius + 2 + Double(place) * Self.step, dotsTop + Self.radius + 2)
      canvas.mark(
        place < filled ? .circle : .ring, at: centre, radius: Self.radius, class: "pic-c1")
    }
    return drawWords(row, top: dotsTop, in: &canvas) + 16
  }

  /// The words beside the dots in wide, below them in narrow.
  private func drawWords(_ row: Row, top: Double, in canvas: inout Canvas) -> Double {
    let layout = canvas.layout
    let isBeside = layout == .wide
    let left = isBeside ? layout.left + 10 * Self.step + 12 : layout.left
    var words = TextBlock(
      Self.words(row.chance), width: layout.right - left, layout: layout, style: .value)
    words.append(Self.percent(row), width: layout.right - left, style: .quiet)
    let dots = 2 * Self.radius + 4
    let start = isBeside ? top : top + dots + 4
    canvas.text(words, x: left, top: start)
    return max(top + dots, start + words.height)
  }
}
