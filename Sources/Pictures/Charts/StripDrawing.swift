// SPDX-License-Identifier: Apache-2.0

/// Lays out and draws a strip chart.
struct StripDrawing: Sendable {
  private static let radius = 6.0
  /// Room between the middles of dots on top of each other.
  private static let step = 13.0
  /// More levels than this would make a row too high; further dots then overlap.
  private static let mostLevels = 9

  private let chart: StripChart
  private let layout: Layout
  private let ticks: Ticks
  private let scale: Scale
  private let style: NumberStyle

  init(_ chart: StripChart, layout: Layout) {
    self.chart = chart
    self.layout = layout
    let values =
      chart.rows.flatMap { row in
        row.dots.map(\.value)
          + (row.quartiles.map { [$0.lower, $0.median, $0.upper] } ?? [])
      } + (chart.reference.map { [$0.value] } ?? [])
    let shown = values.filter(\.isFinite)
    let (low, high) = (shown.min() ?? 0, shown.max() ?? 1)
    let room = high - low <= 1e-9 * max(low.magnitude, 1) ? max(low.magnitude * 0.1, 1) : 0
    ticks = Ticks(covering: (low - room)...(high + room), count: layout == .wide ? 8 : 4)
    style = chart.numbers.withDecimals(atLeast: ticks.decimals)
    let first = ticks.values.first ?? 0
    scale = Scale(
      first...max(ticks.values.last ?? 1, first), from: layout.left + 10, to: layout.right - 10)
  }

  func svg() -> String {
    var canvas = Canvas(layout: layout, caption: chart.caption)
    let start = drawReferenceWords(in: &canvas)
    // The line of the reference lies under everything, so its end is found by drawing once aside.
    var aside = canvas
    let end = drawRows(top: start, in: &aside)
    if let reference = chart.reference, reference.value.isFinite {
      let x = scale(reference.value)
      canvas.line(
        from: Point(x, start), to: Point(x, end), class: "pic-reference", isDashed: true)
    }
    _ = drawRows(top: start, in: &canvas)
    let bottom = drawScale(top: end, in: &canvas)
    return canvas.svg(height: bottom + 2)
  }

  private func drawRows(top: Double, in canvas: inout Canvas) -> Double {
    chart.rows.reduce(top) { draw($1, top: $0, in: &canvas) }
  }

  private func drawReferenceWords(in canvas: inout Canvas) -> Double {
    guard let reference = chart.reference, reference.value.isFinite else { return 2 }
    let words = TextBlock(
      "\(reference.label): \(chart.numbers.text(reference.value))", width: layout.width - 8,
      layout: layout)
    let half = words.width / 2
    let centre = min(max(scale(reference.value), layout.left + half), layout.right - half)
    canvas.text(words, x: centre, top: 0, anchor: .middle)
    return words.height + 4
  }
}

// MARK: - Rows

extension StripDrawing {
  /// Draws a row and returns where the next begins.
  private func draw(_ row: StripChart.Row, top: Double, in canvas: inout Canvas) -> Double {
    let name = TextBlock(row.name, width: layout.width - 8, layout: layout, style: .strong)
    canvas.plated(name, x: layout.left, top: top)
    let dots = row.dots.filter(\.value.isFinite).sorted {
      ($0.value, $0.name) < ($1.value, $1.name)
    }
    let levels = levels(dots)
    let reach = Double(levels.map(\.magnitude).max() ?? 0) * Self.step + Self.radius + 6
    let middle = top + name.height + 4 + reach
    drawQuartiles(row, middle: middle, reach: reach, in: &canvas)
    canvas.line(
      from: Point(layout.left, middle), to: Point(layout.right, middle), class: "pic-rule")
    var named: [(dot: StripChart.Dot, mark: Mark, colour: String)] = []
    for (dot, level) in zip(dots, levels) {
      let point = Point(scale(dot.value), middle + Double(level) * Self.step)
      guard dot.isNamed else {
        canvas.mark(.circle, at: point, radius: Self.radius, class: "pic-c1")
        continue
      }
      // The first pair of mark and colour is that of the dots without a name.
      let (mark, colour) = Mark.numbered(named.count + 1)
      canvas.mark(mark, at: point, radius: Self.radius + 1, class: colour)
      named.append((dot, mark, colour))
    }
    var bottom = middle + reach + 2
    for item in named { bottom = drawKey(item, top: bottom, in: &canvas) }
    return bottom + 10
  }

  private func drawQuartiles(
    _ row: StripChart.Row, middle: Double, reach: Double, in canvas: inout Canvas
  ) {
    guard let found = row.quartiles, found.lower.isFinite, found.upper.isFinite else { return }
    let left = scale(found.lower)
    let box = Box(
      x: left, y: middle - reach, width: max(scale(found.upper) - left, 1), height: reach * 2)
    canvas.box(box, class: "pic-band pic-c1")
    guard found.median.isFinite else { return }
    let x = scale(found.median)
    canvas.line(
      from: Point(x, middle - reach), to: Point(x, middle + reach), class: "pic-axis")
  }

  /// A named dot in words: its mark, its name and its value.
  private func drawKey(
    _ item: (dot: StripChart.Dot, mark: Mark, colour: String), top: Double,
    in canvas: inout Canvas
  ) -> Double {
    let words = TextBlock(
      "\(item.dot.name): \(chart.numbers.text(item.dot.value))", width: layout.width - 32,
      layout: layout)
    canvas.mark(
      item.mark, at: Point(layout.left + 8, top + layout.lineHeight / 2), radius: Self.radius,
      class: item.colour)
    canvas.plated(words, x: layout.left + 22, top: top)
    return top + words.height
  }

  /// How far from the middle each dot stands, so that none hides another: 0, −1, 1, −2, 2, ….
  private func levels(_ dots: [StripChart.Dot]) -> [Int] {
    var ends = [Double](repeating: -.infinity, count: Self.mostLevels)
    return dots.map { dot in
      let x = scale(dot.value)
      let free = ends.indices.first { ends[$0] + 2 * Self.radius + 1 <= x } ?? 0
      ends[free] = x
      return free.isMultiple(of: 2) ? free / 2 : -(free + 1) / 2
    }
  }
}

// MARK: - Scale

extension StripDrawing {
  /// Draws the scale with its words and returns where they end.
  private func drawScale(top: Double, in canvas: inout Canvas) -> Double {
    canvas.line(from: Point(layout.left, top), to: Point(layout.right, top), class: "pic-axis")
    let blocks = ticks.values.map {
      TextBlock(style.text($0), width: layout.width, layout: layout, style: .quiet)
    }
    let spans = zip(blocks, ticks.values).map { block, tick in
      let half = block.width / 2
      let centre = min(max(scale(tick), layout.left + half), layout.right - half)
      return PlaceLabels.Span(low: centre - half, high: centre + half)
    }
    for index in PlaceLabels.shown(spans, areEven: true) {
      let foot = Point(scale(ticks.values[index]), top)
      canvas.line(from: foot, to: Point(foot.x, foot.y + 6), class: "pic-axis")
      canvas.text(blocks[index], x: spans[index].centre, top: top + 8, anchor: .middle)
    }
    var bottom = top + 8 + layout.lineHeight
    let heading = TextBlock(chart.valueHeading, width: layout.width - 8, layout: layout)
    canvas.text(heading, x: layout.right, top: bottom, anchor: .end)
    bottom += heading.height
    guard chart.rows.contains(where: { $0.quartiles != nil }) else { return bottom }
    let key = TextBlock(
      "Shaded: the middle half. Upright line: the median.", width: layout.width - 8,
      layout: layout, style: .quiet)
    canvas.text(key, x: layout.left, top: bottom + 2)
    return bottom + 2 + key.height
  }
}
