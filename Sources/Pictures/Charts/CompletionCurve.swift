// SPDX-License-Identifier: Apache-2.0

/// How likely it is that something is finished by each day: a rising curve from 0 to 100%.
public struct CompletionCurve: Picture {
  /// A day and the share of schedules that have finished by it.
  public struct Step: Sendable, Hashable {
    /// The day, in any calendar without gaps.
    public var day: Double
    /// The day as printed.
    public var label: String
    /// The share, from 0 to 1.
    public var share: Double

    /// Makes a step.
    public init(_ day: Double, _ label: String, _ share: Double) {
      self.day = day
      self.label = label
      self.share = share
    }
  }

  /// The words that go with the drawing.
  public var caption: Caption
  /// The curve, in rising order.
  public var steps: [Step]
  /// Days to read off, such as that by which half or four fifths have finished, the earliest first.
  public var marks: [Step]
  /// The scale below, in rising order.
  public var ticks: [GanttChart.Tick]
  /// The day that was promised.
  public var promised: GanttChart.Tick?

  /// Makes a curve.
  public init(
    caption: Caption, steps: [Step], marks: [Step], ticks: [GanttChart.Tick],
    promised: GanttChart.Tick? = nil
  ) {
    self.caption = caption
    self.steps = steps
    self.marks = marks
    self.ticks = ticks
    self.promised = promised
  }

  /// The marked days.
  public var table: DataTable {
    DataTable(
      caption: title,
      columns: [.init("Chance of being finished"), .init("Finished by")],
      rows: marks.map { [Self.percent($0.share), $0.label] })
  }

  static func percent(_ share: Double) -> String {
    NumberStyle(suffix: "%").text((share * 100).rounded())
  }

  /// Draws the curve with its marked days.
  public func svg(_ layout: Layout) -> String {
    guard !steps.isEmpty else { return Canvas.empty(caption, layout: layout) }
    var canvas = Canvas(layout: layout, caption: caption)
    let top = promised == nil ? 14.0 : layout.lineHeight + 16
    let plot = Box(
      x: layout.left + 58, y: top, width: layout.right - layout.left - 70,
      height: layout == .wide ? 280 : 220)
    let across = Scale(range, from: plot.x + 4, to: plot.maxX - 4)
    let up = Scale(0...1, from: plot.maxY, to: plot.y)
    drawGrid(plot, across, up, in: &canvas)
    drawPromise(plot, across, in: &canvas)
    let points = steps.map { Point(across($0.day), up($0.share)) }
    canvas.add(
      Element(
        name: "path", attributes: [("class", "pic-line pic-c1"), ("d", path(points))]))
    let bottom = drawMarks(plot, across, up, in: &canvas)
    return canvas.svg(height: bottom)
  }

  private var range: ClosedRange<Double> {
    let days = steps.map(\.day) + [promised?.position].compactMap { $0 } + ticks.map(\.position)
    let real = days.filter(\.isFinite)
    guard let low = real.min(), let high = real.max() else { return 0...1 }
    return low...max(high, low + 1)
  }

  private func drawGrid(_ plot: Box, _ across: Scale, _ up: Scale, in canvas: inout Canvas) {
    let layout = canvas.layout
    for share in [0, 0.2, 0.4, 0.6, 0.8, 1] {
      let y = up(share)
      canvas.line(
        from: Point(plot.x, y), to: Point(plot.maxX, y),
        class: share == 0 ? "pic-axis" : "pic-rule")
      let text = TextBlock(Self.percent(share), width: .infinity, layout: layout, style: .quiet)
      canvas.text(text, x: plot.x - 8, top: y - layout.lineHeight / 2, anchor: .end)
    }
    let labels = ticks.map {
      TextBlock($0.label, width: .infinity, layout: layout, style: .quiet)
    }
    let spans = zip(ticks, labels).map { tick, label in
      let half = label.width / 2
      let centre = min(max(across(tick.position), canvas.left + half), canvas.right - half)
      return PlaceLabels.Span(low: centre - half, high: centre + half)
    }
    for index in PlaceLabels.shown(spans, areEven: true) {
      let x = across(ticks[index].position)
      canvas.line(from: Point(x, plot.maxY), to: Point(x, plot.maxY + 6), class: "pic-rule")
      canvas.text(labels[index], x: spans[index].centre, top: plot.maxY + 10, anchor: .middle)
    }
  }

  private func drawPromise(_ plot: Box, _ across: Scale, in canvas: inout Canvas) {
    guard let promised, promised.position.isFinite else { return }
    let x = across(promised.position)
    canvas.line(
      from: Point(x, plot.y - 8), to: Point(x, plot.maxY), class: "pic-reference", isDashed: true)
    let label = TextBlock(promised.label, width: .infinity, layout: canvas.layout)
    let half = label.width / 2
    let centre = min(max(x, canvas.left + half), canvas.right - half)
    canvas.text(label, x: centre, top: 0, anchor: .middle)
  }

  /// Marks the days on the curve and lists them below, where no label can cover another.
  private func drawMarks(
    _ plot: Box, _ across: Scale, _ up: Scale, in canvas: inout Canvas
  ) -> Double {
    var top = plot.maxY + canvas.layout.lineHeight + 18
    for (index, step) in marks.enumerated() {
      let (mark, colour) = Mark.numbered(index)
      canvas.mark(mark, at: Point(across(step.day), up(step.share)), radius: 6, class: colour)
      let words = TextBlock(
        "\(Self.percent(step.share)) by \(step.label)", width: canvas.layout.width - 40,
        layout: canvas.layout)
      canvas.mark(
        mark, at: Point(plot.x + 6, top + canvas.layout.lineHeight / 2), radius: 6, class: colour)
      canvas.text(words, x: plot.x + 22, top: top)
      top += words.height + 4
    }
    return top + 4
  }
}
