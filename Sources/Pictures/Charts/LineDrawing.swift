// SPDX-License-Identifier: Apache-2.0

/// The drawing of a line chart in one layout: first all measures, then the marks.
struct LineDrawing: Sendable {
  /// How one series looks and what is written at its end.
  struct Line: Sendable {
    let series: LineChart.Series
    let mark: Mark
    let colour: String
    /// Its points in drawing order, broken where values are missing.
    var runs: [[Point]] = []
    let label: TextBlock
  }

  private static let markRadius = 5.0

  /// From the plot's edge to the names of the lines, with room for a leader and a mark.
  private static let labelOffset = 44.0

  let chart: LineChart
  let layout: Layout
  private let ticks: Ticks
  private let key: [TextBlock]
  private let labelWidth: Double
  private let plot: Box
  private let heading: TextBlock
  private var lines: [Line]

  init(_ chart: LineChart, layout: Layout) {
    self.chart = chart
    self.layout = layout
    ticks = Ticks(covering: Self.range(of: chart), count: 5)
    let isKeyed = Self.needsKey(chart, layout)
    heading = Self.heading(chart, layout)
    key = isKeyed ? chart.series.map { Self.keyEntry($0, layout) } : []
    lines = chart.series.enumerated().map { index, series in
      let (mark, colour) = Mark.numbered(index)
      let label = Self.endLabel(series, chart, layout, isKeyed: isKeyed)
      return Line(series: series, mark: mark, colour: colour, label: label)
    }
    labelWidth = lines.map(\.label.width).max() ?? 0
    let gutter = Self.widestTick(ticks, chart, layout) + 10
    let keyHeight = key.reduce(0) { $0 + $1.height + 4 }
    let top = heading.height + (key.isEmpty ? 0 : keyHeight + 8) + 14
    let labels = lines.reduce(0) { $0 + $1.label.height + 4 }
    let height = max(layout == .wide ? 320 : 240, labels)
    plot = Box(
      x: layout.left + gutter, y: top,
      width: layout.right - labelWidth - Self.labelOffset - 2 - layout.left - gutter, height: height
    )
    for index in lines.indices { lines[index].runs = runs(of: lines[index].series) }
  }

  func svg() -> String {
    var canvas = Canvas(layout: layout, caption: chart.caption)
    canvas.text(heading, x: layout.left, top: 0)
    drawKey(in: &canvas)
    drawGrid(in: &canvas)
    let bottom = drawPlaces(in: &canvas)
    for line in lines {
      drawBand(line, in: &canvas) { line.series.range(at: $0) }
      drawBand(line, in: &canvas) { line.series.innerRange(at: $0) }
    }
    for line in lines { draw(line, in: &canvas) }
    drawEndLabels(in: &canvas)
    return canvas.svg(height: bottom + 4)
  }
}

// MARK: - Measuring

extension LineDrawing {
  private static func range(of chart: LineChart) -> ClosedRange<Double> {
    let indices = chart.places.indices
    let values = chart.series.flatMap { line in
      indices.compactMap { line.value(at: $0) }
        + indices.compactMap { line.range(at: $0) }.flatMap { [$0.lowerBound, $0.upperBound] }
    }
    guard let low = values.min(), let high = values.max() else { return 0...1 }
    switch chart.baseline {
    case .zero: return low == 0 && high == 0 ? 0...1 : min(low, 0)...max(high, 0)
    case .fitted: return low == high ? (low - 1)...(high + 1) : low...high
    }
  }

  /// True when names at the line ends would take too much of a phone's width.
  private static func needsKey(_ chart: LineChart, _ layout: Layout) -> Bool {
    layout == .narrow
      && (chart.series.count > 4 || chart.series.contains { wrappedName($0, layout).count > 3 })
  }

  private static func wrappedName(_ series: LineChart.Series, _ layout: Layout) -> [String] {
    TextMeasure.wrap(series.name, width: nameWidth(layout), size: layout.textSize)
  }

  private static func nameWidth(_ layout: Layout) -> Double { layout == .wide ? 220 : 96 }

  private static func keyEntry(_ series: LineChart.Series, _ layout: Layout) -> TextBlock {
    TextBlock(series.name, width: layout.width - 30, layout: layout)
  }

  /// The unit, and a warning in words when the scale leaves zero out.
  private static func heading(_ chart: LineChart, _ layout: Layout) -> TextBlock {
    let leavesOutZero = chart.baseline == .fitted && !range(of: chart).contains(0)
    let warning = leavesOutZero ? ". The scale does not start at zero." : ""
    return TextBlock(
      chart.valueHeading + warning, width: layout.width - 4, layout: layout, style: .quiet)
  }

  private static func endLabel(
    _ series: LineChart.Series, _ chart: LineChart, _ layout: Layout, isKeyed: Bool
  ) -> TextBlock {
    let last = chart.places.indices.reversed().compactMap { series.value(at: $0) }.first
    let width = nameWidth(layout)
    var block = TextBlock(isKeyed ? "" : series.name, width: width, layout: layout)
    let style: TextStyle = last == nil ? .quiet : .value
    block.append(chart.numbers.text(last), width: width, style: style)
    return block
  }

  private static func widestTick(_ ticks: Ticks, _ chart: LineChart, _ layout: Layout) -> Double {
    let style = chart.numbers.withDecimals(atLeast: ticks.decimals)
    return ticks.values.map {
      TextMeasure.width(style.text($0), size: layout.textSize)
    }.max() ?? 0
  }

  private var vertical: Scale {
    let low = ticks.values.first ?? 0
    return Scale(low...max(ticks.values.last ?? 1, low), from: plot.maxY, to: plot.y)
  }

  /// Horizontal place of each axis place; a single one stands in the middle.
  private var columns: [Double] {
    let positions = chart.places.map(\.position)
    let low = positions.min() ?? 0
    let high = positions.max() ?? 0
    guard high > low else { return positions.map { _ in plot.x + plot.width / 2 } }
    let scale = Scale(low...high, from: plot.x + 10, to: plot.maxX - 6)
    return positions.map { scale($0) }
  }

  private var hasEvenPlaces: Bool {
    let gaps = zip(columns, columns.dropFirst()).map { $1 - $0 }
    return gaps.allSatisfy { ($0 - gaps[0]).magnitude < 0.5 }
  }

  private func runs(of series: LineChart.Series) -> [[Point]] {
    var runs: [[Point]] = [[]]
    for (index, x) in columns.enumerated() {
      if let value = series.value(at: index) {
        runs[runs.count - 1].append(Point(x, vertical(value)))
      } else {
        runs.append([])
      }
    }
    return runs.filter { !$0.isEmpty }
  }
}

// MARK: - Drawing

extension LineDrawing {
  private func drawKey(in canvas: inout Canvas) {
    var top = heading.height + 8
    for (line, entry) in zip(lines, key) {
      let centre = Point(canvas.left + 8, top + layout.lineHeight / 2)
      canvas.mark(line.mark, at: centre, radius: Self.markRadius, class: line.colour)
      canvas.text(entry, x: canvas.left + 24, top: top)
      top += entry.height + 4
    }
  }

  private func drawGrid(in canvas: inout Canvas) {
    let style = chart.numbers.withDecimals(atLeast: ticks.decimals)
    for tick in ticks.values {
      let y = vertical(tick)
      let isZero = tick == 0
      canvas.line(
        from: Point(plot.x, y), to: Point(plot.maxX, y), class: isZero ? "pic-axis" : "pic-rule")
      let text = TextBlock(style.text(tick), width: .infinity, layout: layout, style: .quiet)
      canvas.text(text, x: plot.x - 8, top: y - layout.lineHeight / 2, anchor: .end)
    }
  }

  /// Prints as many place labels as fit, the last one first, and returns where they end.
  private func drawPlaces(in canvas: inout Canvas) -> Double {
    let top = plot.maxY + 10
    let width = min(150, plot.width / 2)
    let blocks = chart.places.map {
      TextBlock($0.label, width: width, layout: layout, style: .quiet)
    }
    let spans = zip(blocks, columns).map { block, x in
      let half = block.width / 2
      let centre = min(max(x, canvas.left + half), canvas.right - half)
      return PlaceLabels.Span(low: centre - half, high: centre + half)
    }
    for index in PlaceLabels.shown(spans, areEven: hasEvenPlaces) {
      let tick = Point(columns[index], plot.maxY)
      canvas.line(from: tick, to: Point(tick.x, plot.maxY + 6), class: "pic-rule")
      canvas.text(blocks[index], x: spans[index].centre, top: top, anchor: .middle)
    }
    return top + (blocks.map(\.height).max() ?? 0)
  }

  private func drawBand(
    _ line: Line, in canvas: inout Canvas, range: (Int) -> ClosedRange<Double>?
  ) {
    var run: [(Double, ClosedRange<Double>)] = []
    for (index, x) in columns.enumerated() {
      if let range = range(index) {
        run.append((x, range))
      } else {
        drawBandRun(run, colour: line.colour, in: &canvas)
        run = []
      }
    }
    drawBandRun(run, colour: line.colour, in: &canvas)
  }

  private func drawBandRun(
    _ run: [(Double, ClosedRange<Double>)], colour: String, in canvas: inout Canvas
  ) {
    guard run.count > 1 else { return }
    let scale = vertical
    let upper = run.map { Point($0.0, scale($0.1.upperBound)) }
    let lower = run.reversed().map { Point($0.0, scale($0.1.lowerBound)) }
    canvas.add(
      Element(
        name: "path",
        attributes: [("class", "pic-band \(colour)"), ("d", path(upper + lower) + "Z")]))
  }

  private func draw(_ line: Line, in canvas: inout Canvas) {
    for run in line.runs where run.count > 1 {
      canvas.add(
        Element(
          name: "path", attributes: [("class", "pic-line \(line.colour)"), ("d", path(run))]))
    }
    for point in marked(line) {
      canvas.mark(line.mark, at: point, radius: Self.markRadius, class: line.colour)
    }
  }

  /// Every point when there is room, else the two ends and points that stand alone.
  private func marked(_ line: Line) -> [Point] {
    let points = line.runs.flatMap(\.self)
    guard Double(points.count) * 20 > plot.width else { return points }
    return line.runs.flatMap { $0.count > 1 ? [$0[0], $0[$0.count - 1]] : $0 }
  }

  private func drawEndLabels(in canvas: inout Canvas) {
    let ends = lines.map { $0.runs.last?.last }
    let wanted = zip(lines, ends).map { line, end in
      Slots.Item(
        centre: end?.y ?? plot.maxY - line.label.height / 2, height: line.label.height)
    }
    let range = (plot.y - 8)...(plot.maxY + 8)
    let centres = Slots.place(wanted, in: range, gap: 4)
    for (index, line) in lines.enumerated() {
      let centre = Point(plot.maxX + Self.labelOffset - 13, centres[index])
      if let end = ends[index] {
        drawLeader(from: end, to: Point(centre.x - 9, centre.y), in: &canvas)
      }
      canvas.mark(line.mark, at: centre, radius: Self.markRadius, class: line.colour)
      let top = centre.y - line.label.height / 2
      canvas.text(line.label, x: plot.maxX + Self.labelOffset, top: top)
    }
  }

  private func drawLeader(from end: Point, to label: Point, in canvas: inout Canvas) {
    let start = Point(end.x + Self.markRadius + 3, end.y)
    canvas.line(from: start, to: label, class: "pic-leader")
  }
}
