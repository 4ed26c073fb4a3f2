// SPDX-License-Identifier: Apache-2.0

/// The drawing of a control chart in one layout: first all measures, then the marks.
struct ControlDrawing: Sendable {
  /// A line with a name at its right end.
  private struct Level {
    let value: Double
    let words: String
  }

  private let chart: ControlPicture
  private let layout: Layout
  private let ticks: Ticks
  private let heading: TextBlock
  private let names: [(level: Level, block: TextBlock)]

  init(_ chart: ControlPicture, layout: Layout) {
    self.chart = chart
    self.layout = layout
    let range = Self.range(of: chart)
    ticks = Ticks(covering: range, count: 5)
    let warning = range.contains(0) ? "" : ". The scale does not start at zero."
    heading = TextBlock(
      chart.valueHeading + warning, width: layout.width - 4, layout: layout, style: .quiet)
    names = Self.levels(chart).map { level in
      let width = layout.nameWidth
      var block = TextBlock(level.words, width: width, layout: layout)
      block.append(chart.numbers.text(level.value), width: width, style: .value)
      return (level, block)
    }
  }

  func svg() -> String {
    var canvas = Canvas(layout: layout, caption: chart.caption)
    canvas.text(heading, x: layout.left, top: 0)
    let keyEnd = KeyRow(entries: key).draw(top: heading.height + 8, in: &canvas)
    let plot = plot(top: keyEnd + (chart.newStarts.isEmpty ? 16 : 16 + layout.lineHeight))
    drawGrid(plot, in: &canvas)
    drawPhases(plot, in: &canvas)
    drawStarts(plot, in: &canvas)
    drawNames(plot, in: &canvas)
    drawPoints(plot, in: &canvas)
    let bottom = drawPlaces(plot, in: &canvas)
    return canvas.svg(height: bottom + 4)
  }
}

// MARK: - Measuring

extension ControlDrawing {
  private static func range(of chart: ControlPicture) -> ClosedRange<Double> {
    let values =
      chart.points.compactMap(\.value) + chart.phases.flatMap { [$0.lower, $0.upper] }
      + [chart.target].compactMap { $0 }
    let known = values.filter(\.isFinite)
    let (low, high) = (known.min() ?? 0, known.max() ?? 1)
    return low == high ? (low - 1)...(high + 1) : low...high
  }

  /// The lines of the latest phase, which are named, and the target.
  private static func levels(_ chart: ControlPicture) -> [Level] {
    var levels: [Level] = []
    if let last = chart.phases.last {
      levels = [
        Level(value: last.upper, words: "Upper limit"), Level(value: last.mean, words: "Mean"),
        Level(value: last.lower, words: "Lower limit"),
      ]
    }
    if let target = chart.target { levels.append(Level(value: target, words: "Target")) }
    return levels
  }

  private func plot(top: Double) -> Box {
    let style = chart.numbers.withDecimals(atLeast: ticks.decimals)
    let gutter =
      10
      + (ticks.values.map { TextMeasure.width(style.text($0), size: layout.textSize) }.max() ?? 0)
    let right = names.isEmpty ? 8 : (names.map(\.block.width).max() ?? 0) + 22
    let height = max(
      layout == .wide ? 340 : 260, names.reduce(0) { $0 + $1.block.height + 4 })
    return Box(
      x: layout.left + gutter, y: top, width: layout.right - right - layout.left - gutter,
      height: height)
  }

  private func vertical(_ plot: Box) -> Scale {
    let low = ticks.values.first ?? 0
    return Scale(low...max(ticks.values.last ?? 1, low), from: plot.maxY, to: plot.y)
  }

  private func column(_ place: Double, _ plot: Box) -> Double {
    let count = chart.points.count
    guard count > 1 else { return plot.x + plot.width / 2 }
    return Scale(0...Double(count - 1), from: plot.x + 10, to: plot.maxX - 10)(place)
  }

  private var key: [KeyRow.Entry] {
    let shown = Set(chart.points.filter { $0.value != nil }.map(\.meaning))
    return ControlPicture.Meaning.allCases.filter(shown.contains).map { meaning in
      KeyRow.Entry(
        sign: .mark(meaning.mark, radius: 6, className: meaning.className), words: meaning.words)
    }
  }
}

// MARK: - Drawing

extension ControlDrawing {
  private func drawGrid(_ plot: Box, in canvas: inout Canvas) {
    let style = chart.numbers.withDecimals(atLeast: ticks.decimals)
    let scale = vertical(plot)
    for tick in ticks.values {
      canvas.line(
        from: Point(plot.x, scale(tick)), to: Point(plot.maxX, scale(tick)), class: "pic-rule")
      let text = TextBlock(style.text(tick), width: .infinity, layout: layout, style: .quiet)
      canvas.text(text, x: plot.x - 8, top: scale(tick) - layout.lineHeight / 2, anchor: .end)
    }
  }

  private func drawPhases(_ plot: Box, in canvas: inout Canvas) {
    let scale = vertical(plot)
    for phase in chart.phases {
      let start = max(plot.x, column(Double(phase.places.lowerBound) - 0.5, plot))
      let end = min(plot.maxX, column(Double(phase.places.upperBound) - 0.5, plot))
      for (value, isDashed) in [(phase.mean, false), (phase.lower, true), (phase.upper, true)] {
        canvas.line(
          from: Point(start, scale(value)), to: Point(end, scale(value)),
          class: isDashed ? "pic-connector" : "pic-axis", isDashed: isDashed)
      }
    }
    if let target = chart.target {
      canvas.line(
        from: Point(plot.x, scale(target)), to: Point(plot.maxX, scale(target)),
        class: "pic-reference")
    }
  }

  private func drawStarts(_ plot: Box, in canvas: inout Canvas) {
    for place in chart.newStarts {
      let x = column(Double(place) - 0.5, plot)
      canvas.line(
        from: Point(x, plot.y - 6), to: Point(x, plot.maxY), class: "pic-axis", isDashed: true)
      let block = TextBlock("New limits", width: .infinity, layout: layout, style: .quiet)
      let centre = min(max(x, canvas.left + block.width / 2), canvas.right - block.width / 2)
      canvas.text(block, x: centre, top: plot.y - 10 - layout.lineHeight, anchor: .middle)
    }
  }

  private func drawNames(_ plot: Box, in canvas: inout Canvas) {
    let scale = vertical(plot)
    let items = names.map {
      Slots.Item(centre: scale($0.level.value), height: $0.block.height)
    }
    let centres = Slots.place(items, in: (plot.y - 8)...(plot.maxY + 8), gap: 4)
    for (place, name) in names.enumerated() {
      canvas.line(
        from: Point(plot.maxX + 2, scale(name.level.value)),
        to: Point(plot.maxX + 18, centres[place]), class: "pic-leader")
      canvas.text(name.block, x: plot.maxX + 20, top: centres[place] - name.block.height / 2)
    }
  }

  private func drawPoints(_ plot: Box, in canvas: inout Canvas) {
    let scale = vertical(plot)
    var runs: [[Point]] = [[]]
    for (place, point) in chart.points.enumerated() where point.meaning != .leftOut {
      guard let value = point.value, value.isFinite else {
        runs.append([])
        continue
      }
      if chart.newStarts.contains(place) { runs.append([]) }
      runs[runs.count - 1].append(Point(column(Double(place), plot), scale(value)))
    }
    for run in runs where run.count > 1 {
      canvas.add(
        Element(name: "path", attributes: [("class", "pic-line pic-c1"), ("d", path(run))]))
    }
    for (place, point) in chart.points.enumerated() {
      guard let value = point.value, value.isFinite else { continue }
      canvas.mark(
        point.meaning.mark, at: Point(column(Double(place), plot), scale(value)),
        radius: layout == .wide ? 6 : 5, class: point.meaning.className)
    }
  }

  private func drawPlaces(_ plot: Box, in canvas: inout Canvas) -> Double {
    let blocks = chart.points.map {
      TextBlock($0.label, width: min(120, plot.width / 2), layout: layout, style: .quiet)
    }
    let spans = blocks.enumerated().map { place, block in
      let half = block.width / 2
      let x = column(Double(place), plot)
      let centre = min(max(x, canvas.left + half), canvas.right - half)
      return PlaceLabels.Span(low: centre - half, high: centre + half)
    }
    for index in PlaceLabels.shown(spans, areEven: true) {
      let x = column(Double(index), plot)
      canvas.line(from: Point(x, plot.maxY), to: Point(x, plot.maxY + 6), class: "pic-rule")
      canvas.text(blocks[index], x: spans[index].centre, top: plot.maxY + 10, anchor: .middle)
    }
    return plot.maxY + 10 + (blocks.map(\.height).max() ?? 0)
  }
}

extension Layout {
  /// Room for the names of lines at the right.
  fileprivate var nameWidth: Double { self == .wide ? 130 : 74 }
}
