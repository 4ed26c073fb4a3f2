// SPDX-License-Identifier: Apache-2.0

/// How long things lasted along the years, one row each, with the parts that are not certain hatched.
///
/// Each row prints its dates in words, so that nothing has to be read off the scale.
public struct StretchChart: Picture {
  /// A part of a row.
  public struct Stretch: Sendable, Hashable {
    /// Where it begins, in decimal years (2019.5 is the middle of 2019).
    public var start: Double
    /// Where it ends, in decimal years.
    public var end: Double
    /// Whether it is known to belong to the row; otherwise it is hatched.
    public var isCertain: Bool

    /// Makes a part of a row.
    public init(_ start: Double, _ end: Double, isCertain: Bool = true) {
      self.start = start
      self.end = end
      self.isCertain = isCertain
    }
  }

  /// One thing that lasted.
  public struct Row: Sendable, Hashable {
    /// What it is, in full; long names wrap.
    public var name: String
    /// Its parts, in any order.
    public var stretches: [Stretch]
    /// Its dates as printed.
    public var words: String

    /// Makes a row.
    public init(_ name: String, stretches: [Stretch], words: String) {
      self.name = name
      self.stretches = stretches
      self.words = words
    }
  }

  /// The words that go with the drawing.
  public var caption: Caption
  /// The rows, top to bottom.
  public var rows: [Row]
  /// What a full box stands for, and what a hatched one does.
  public var key: (certain: String, uncertain: String)
  /// A moment marked across all rows.
  public var moment: Timeline.Moment?

  /// Makes a chart.
  public init(
    caption: Caption, rows: [Row], key: (certain: String, uncertain: String),
    moment: Timeline.Moment? = nil
  ) {
    self.caption = caption
    self.rows = rows
    self.key = key
    self.moment = moment
  }

  /// One row a row: what, and when in words.
  public var table: DataTable {
    DataTable(
      caption: title, columns: [.init("What"), .init("When")],
      rows: rows.map { [$0.name, $0.words.isEmpty ? NumberStyle.notKnown : $0.words] })
  }

  /// Draws names beside the boxes in wide, and above them in narrow.
  public func svg(_ layout: Layout) -> String {
    guard !rows.isEmpty else { return Canvas.empty(caption, layout: layout) }
    return StretchDrawing(self, layout).svg()
  }
}

/// Lays a chart of stretches out and draws it.
struct StretchDrawing: Sendable {
  private static let thickness = 20.0
  private static let nameLimit = 270.0

  private let chart: StretchChart
  private let layout: Layout
  private let left: Double
  private let scale: Scale
  private let years: ClosedRange<Int>

  init(_ chart: StretchChart, _ layout: Layout) {
    self.chart = chart
    self.layout = layout
    let names = chart.rows.map { TextBlock($0.name, width: Self.nameLimit, layout: layout).width }
    left = layout == .wide ? layout.left + (names.max() ?? 0) + 24 : layout.left + 4
    let ends = chart.rows.flatMap(\.stretches).flatMap { [$0.start, $0.end] }
    let dates = (ends + [chart.moment?.position].compactMap(\.self))
      .filter(\.isFinite).map { min(max($0, -9999), 9999) }
    let first = Int((dates.min() ?? 2000).rounded(.down))
    years = first...max(first + 1, Int((dates.max() ?? 2001).rounded(.up)))
    scale = Scale(
      Double(years.lowerBound)...Double(years.upperBound), from: left + 16,
      to: layout.right - 24)
  }

  func svg() -> String {
    var canvas = Canvas(layout: layout, caption: chart.caption)
    var top = drawKey(in: &canvas) + 10
    let momentTop = top
    let label = chart.moment.map { TextBlock($0.text, width: 240, layout: layout) }
    top += label.map { $0.height + 4 } ?? 0
    let axis = top + layout.lineHeight + 6
    let placed = place(from: axis + 8)
    let bottom = placed.last?.bottom ?? axis
    drawYears(labels: top, axis: axis, bottom: bottom, in: &canvas)
    drawMoment(label, top: momentTop, bottom: bottom, in: &canvas)
    for row in placed { draw(row, in: &canvas) }
    return canvas.svg(height: bottom + 6)
  }
}

extension StretchDrawing {
  /// A row with its words and its place.
  private struct Placed {
    let row: StretchChart.Row
    let name: TextBlock
    let words: TextBlock
    let nameTop: Double
    let barTop: Double
    let bottom: Double
  }

  private func place(from start: Double) -> [Placed] {
    var top = start
    return chart.rows.map { row in
      let nameWidth = layout == .wide ? Self.nameLimit : layout.right - layout.left
      let name = TextBlock(row.name, width: nameWidth, layout: layout, style: .strong)
      let words = TextBlock(
        row.words, width: layout.right - left, layout: layout, style: .quiet)
      let barTop = layout == .wide ? top + 4 : top + name.height + 4
      let own = barTop + Self.thickness + 4 + words.height
      let bottom = max(own, top + name.height) + 14
      defer { top = bottom }
      return Placed(
        row: row, name: name, words: words, nameTop: top + 2, barTop: barTop, bottom: bottom)
    }
  }

  private func drawKey(in canvas: inout Canvas) -> Double {
    var top = 2.0
    for (words, tone) in [(chart.key.certain, Tone.neutral), (chart.key.uncertain, .unexplained)] {
      let block = TextBlock(words, width: layout.right - layout.left - 40, layout: layout)
      canvas.bar(Box(x: layout.left + 2, y: top + 3, width: 24, height: 14), tone: tone)
      canvas.text(block, x: layout.left + 34, top: top)
      top += block.height + 4
    }
    return top
  }

  private func drawYears(
    labels: Double, axis: Double, bottom: Double, in canvas: inout Canvas
  ) {
    let room = max(1, Int((scale.end - scale.start) / 56))
    let step = max(1, Int(Ticks.step(atLeast: Double(years.count) / Double(room)).step))
    for year in years where year % step == 0 {
      let x = scale(Double(year))
      canvas.line(from: Point(x, axis - 4), to: Point(x, bottom), class: "pic-rule")
      let text = TextBlock("\(year)", width: .infinity, layout: layout, style: .quiet)
      canvas.text(text, x: x, top: labels, anchor: .middle, halo: .paper)
    }
    canvas.line(from: Point(left, axis), to: Point(canvas.right, axis), class: "pic-axis")
  }

  private func drawMoment(
    _ label: TextBlock?, top: Double, bottom: Double, in canvas: inout Canvas
  ) {
    guard let label, let moment = chart.moment, moment.position.isFinite else { return }
    let x = scale(min(max(moment.position, -9999), 9999))
    canvas.line(
      from: Point(x, top + label.height), to: Point(x, bottom), class: "pic-reference",
      isDashed: true)
    let half = label.width / 2
    let centre = min(max(x, canvas.left + half), canvas.right - half)
    canvas.text(label, x: centre, top: top, anchor: .middle)
  }

  private func draw(_ placed: Placed, in canvas: inout Canvas) {
    canvas.text(placed.name, x: canvas.left, top: placed.nameTop, halo: .paper)
    for stretch in placed.row.stretches where stretch.start.isFinite && stretch.end.isFinite {
      let from = scale(min(stretch.start, stretch.end))
      let to = scale(max(stretch.start, stretch.end))
      // A stretch of a day has to be seen.
      let box = Box(x: from, y: placed.barTop, width: max(3, to - from), height: Self.thickness)
      canvas.bar(box, tone: stretch.isCertain ? .neutral : .unexplained)
    }
    canvas.text(
      placed.words, x: left, top: placed.barTop + Self.thickness + 4, halo: .paper)
  }
}
