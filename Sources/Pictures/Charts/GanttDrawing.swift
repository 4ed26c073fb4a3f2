// SPDX-License-Identifier: Apache-2.0

/// The drawing of a Gantt chart in one layout.
struct GanttDrawing: Sendable {
  private struct Placed: Sendable {
    let row: GanttChart.Row
    let words: TextBlock
    let top: Double
    let height: Double
    /// The middle of the bar.
    let middle: Double
  }

  private static let thickness = 14.0
  private static let markRadius = 7.0

  private let chart: GanttChart
  private let layout: Layout
  private let left: Double
  private let scale: Scale
  private let placed: [Placed]
  private let top: Double
  private let bottom: Double

  init(_ chart: GanttChart, layout: Layout) {
    self.chart = chart
    self.layout = layout
    let isBeside = layout == .wide
    let nameWidth = isBeside ? 300.0 : layout.width - 8
    left = layout.left + (isBeside ? nameWidth + 18 : 8)
    scale = Scale(Self.range(of: chart), from: left + 6, to: layout.right - 12)
    let key = Self.keyHeight(layout)
    top = key + layout.lineHeight * (chart.today == nil ? 1 : 2) + 10
    var next = top + 4
    var placed: [Placed] = []
    for row in chart.rows {
      var words = TextBlock(row.name, width: nameWidth, layout: layout)
      words.append(
        row.isCritical && !row.isDone ? row.dates + ", critical" : row.dates, width: nameWidth,
        style: .quiet)
      let height = isBeside ? max(words.height, 34) + 12 : words.height + 40
      let middle = isBeside ? next + height / 2 - 3 : next + words.height + 14
      placed.append(
        Placed(row: row, words: words, top: next, height: height, middle: middle))
      next += height
    }
    self.placed = placed
    bottom = next
  }

  func svg() -> String {
    var canvas = Canvas(layout: layout, caption: chart.caption)
    drawKey(in: &canvas)
    drawScale(in: &canvas)
    for row in placed { draw(row, in: &canvas) }
    drawToday(in: &canvas)
    return canvas.svg(height: bottom + 6)
  }
}

// MARK: - Measuring

extension GanttDrawing {
  private static func range(of chart: GanttChart) -> ClosedRange<Double> {
    var days = chart.rows.flatMap { row in
      [row.start, row.finish, row.latest, row.baseline?.lowerBound, row.baseline?.upperBound]
    }.compactMap { $0 }
    days += chart.ticks.map(\.position) + [chart.today?.position].compactMap { $0 }
    let real = days.filter(\.isFinite)
    guard let low = real.min(), let high = real.max() else { return 0...1 }
    return low...max(high, low + 1)
  }

  private static let keyWords = [
    "A bar is work, a diamond a gate; filled when done", "Thick outline: critical",
    "Hatched: baseline", "Thin line: to the latest finish",
  ]

  private static func keyBlocks(_ layout: Layout) -> [TextBlock] {
    [
      TextBlock(
        keyWords.joined(separator: ". ") + ".", width: layout.width - 4, layout: layout,
        style: .quiet)
    ]
  }

  private static func keyHeight(_ layout: Layout) -> Double {
    keyBlocks(layout).reduce(8) { $0 + $1.height }
  }
}

// MARK: - Drawing

extension GanttDrawing {
  private func drawKey(in canvas: inout Canvas) {
    for block in Self.keyBlocks(layout) { canvas.text(block, x: canvas.left, top: 0) }
  }

  private func drawScale(in canvas: inout Canvas) {
    let labels = chart.ticks.map {
      TextBlock($0.label, width: .infinity, layout: layout, style: .quiet)
    }
    let spans = zip(chart.ticks, labels).map { tick, label in
      let half = label.width / 2
      let centre = min(max(scale(tick.position), left + half), canvas.right - half)
      return PlaceLabels.Span(low: centre - half, high: centre + half)
    }
    for tick in chart.ticks {
      let x = scale(tick.position)
      canvas.line(from: Point(x, top - 4), to: Point(x, bottom), class: "pic-rule")
    }
    for index in PlaceLabels.shown(spans, areEven: true) {
      canvas.text(
        labels[index], x: spans[index].centre, top: top - layout.lineHeight - 6, anchor: .middle)
    }
    canvas.line(from: Point(canvas.left, top), to: Point(canvas.right, top), class: "pic-axis")
  }

  private func drawToday(in canvas: inout Canvas) {
    guard let today = chart.today, today.position.isFinite else { return }
    let x = scale(today.position)
    let above = top - layout.lineHeight * 2 - 6
    canvas.line(
      from: Point(x, above + layout.lineHeight), to: Point(x, bottom), class: "pic-reference",
      isDashed: true)
    let label = TextBlock(today.label, width: .infinity, layout: layout)
    let half = label.width / 2
    let centre = min(max(x, canvas.left + half), canvas.right - half)
    canvas.text(label, x: centre, top: above, anchor: .middle, halo: .paper)
  }

  private func draw(_ placed: Placed, in canvas: inout Canvas) {
    let row = placed.row
    canvas.link(to: row.link, label: row.name) { canvas in
      canvas.text(placed.words, x: canvas.left, top: placed.top + 4)
    }
    if let baseline = row.baseline { drawBaseline(baseline, placed, in: &canvas) }
    if let latest = row.latest, latest > row.finish, !row.isDone {
      drawWhisker(to: latest, placed, in: &canvas)
    }
    if row.isMoment { drawMoment(placed, in: &canvas) } else { drawBar(placed, in: &canvas) }
    let end = placed.top + placed.height
    canvas.line(from: Point(canvas.left, end), to: Point(canvas.right, end), class: "pic-rule")
  }

  private func drawBar(_ placed: Placed, in canvas: inout Canvas) {
    let row = placed.row
    let start = scale(row.start)
    let box = Box(
      x: start, y: placed.middle - Self.thickness / 2, width: max(scale(row.finish) - start, 3),
      height: Self.thickness)
    canvas.box(box, class: row.isDone ? "pic-happened" : "pic-stated")
    guard row.isCritical, !row.isDone else { return }
    let around = Box(x: box.x - 2.5, y: box.y - 2.5, width: box.width + 5, height: box.height + 5)
    canvas.box(around, class: "pic-front")
  }

  private func drawMoment(_ placed: Placed, in canvas: inout Canvas) {
    let row = placed.row
    let centre = Point(scale(row.finish), placed.middle)
    canvas.mark(
      .diamond, at: centre, radius: Self.markRadius,
      class: row.isDone ? "pic-happened" : "pic-stated")
    guard row.isCritical, !row.isDone else { return }
    let reach = Self.markRadius * 1.3 + 4
    let corners = [
      Point(centre.x, centre.y - reach), Point(centre.x + reach, centre.y),
      Point(centre.x, centre.y + reach), Point(centre.x - reach, centre.y),
    ]
    canvas.add(
      Element(
        name: "path", attributes: [("class", "pic-front"), ("d", path(corners) + "Z")]))
  }

  private func drawBaseline(
    _ span: ClosedRange<Double>, _ placed: Placed, in canvas: inout Canvas
  ) {
    let start = scale(span.lowerBound)
    let width = max(scale(span.upperBound) - start, 5)
    let box = Box(
      x: min(start, canvas.right - width), y: placed.middle + 12, width: width, height: 6)
    canvas.bar(box, tone: .unexplained)
  }

  private func drawWhisker(to latest: Double, _ placed: Placed, in canvas: inout Canvas) {
    let end = Point(scale(latest), placed.middle)
    canvas.line(
      from: Point(scale(placed.row.finish), placed.middle), to: end, class: "pic-connector")
    canvas.line(
      from: Point(end.x, end.y - 5), to: Point(end.x, end.y + 5), class: "pic-connector")
  }
}
