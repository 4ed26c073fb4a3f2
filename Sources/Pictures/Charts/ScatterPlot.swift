// SPDX-License-Identifier: Apache-2.0

/// The two scales of a scatter chart, with the words at their ends.
struct ScatterPlot: Sendable {
  private static let bottomGap = 9.0

  private let chart: ScatterChart
  private let layout: Layout
  private let xTicks: Ticks
  private let yTicks: Ticks
  private let upWords: TextBlock

  /// The area between the scales.
  let box: Box
  let x: Scale
  let y: Scale

  init(_ chart: ScatterChart, layout: Layout) {
    self.chart = chart
    self.layout = layout
    let shown = chart.points.filter(\.isDrawable)
    xTicks = Self.ticks(
      shown.compactMap(\.x), chart.across.references, count: layout == .wide ? 8 : 6)
    yTicks = Self.ticks(shown.compactMap(\.y), chart.up.references, count: 5)
    upWords = Self.upWords(chart.up, layout)
    let style = chart.up.numbers.withDecimals(atLeast: yTicks.decimals)
    let gutter =
      yTicks.values.map {
        TextMeasure.width(style.text($0), size: layout.textSize)
      }.max() ?? 0
    let left = layout.left + gutter + 10
    box = Box(
      x: left, y: upWords.height + 16, width: max(layout.right - left, 60),
      height: layout == .wide ? 420 : 340)
    x = Self.scale(xTicks, from: box.x + 12, to: box.maxX - 14)
    y = Self.scale(yTicks, from: box.maxY, to: box.y)
  }

  /// Round values that cover the points and the reference lines; a single value gets room on both
  /// sides of it.
  private static func ticks(
    _ values: [Double], _ references: [ScatterChart.Reference], count: Int
  ) -> Ticks {
    let all = values + references.map(\.value).filter(\.isFinite)
    let low = all.min() ?? 0
    let high = all.max() ?? 1
    guard high - low <= 1e-9 * max(low.magnitude, 1) else {
      return Ticks(covering: low...high, count: count)
    }
    let room = max(low.magnitude * 0.1, 1)
    return Ticks(covering: (low - room)...(high + room), count: count)
  }

  private static func scale(_ ticks: Ticks, from start: Double, to end: Double) -> Scale {
    let low = ticks.values.first ?? 0
    return Scale(low...max(ticks.values.last ?? 1, low), from: start, to: end)
  }

  private static func upWords(_ axis: ScatterChart.Axis, _ layout: Layout) -> TextBlock {
    let width = layout.width - 4
    var block = TextBlock(axis.heading, width: width, layout: layout)
    if let better = axis.better {
      let arrow = better.isHigher ? "\u{2191}" : "\u{2193}"
      block.append("\(arrow) \(better.words)", width: width - 12, style: .quiet)
    }
    return block
  }

  /// Where a point of the chart stands in the drawing; nil for one that cannot be drawn.
  func callAsFunction(_ point: ScatterChart.Point) -> Point? {
    guard point.isDrawable, let across = point.x, let up = point.y else { return nil }
    return Point(x(across), y(up))
  }

  /// Draws gridlines, scales and headings, and returns where the words under the plot end.
  func draw(in canvas: inout Canvas) -> Double {
    canvas.text(upWords, x: layout.left, top: 0)
    drawRows(in: &canvas)
    let top = drawColumns(in: &canvas)
    return drawAcrossWords(top: top, in: &canvas)
  }

  private func drawRows(in canvas: inout Canvas) {
    let style = chart.up.numbers.withDecimals(atLeast: yTicks.decimals)
    for (index, tick) in yTicks.values.enumerated() {
      let height = y(tick)
      let name = index == 0 ? "pic-axis" : "pic-rule"
      canvas.line(from: Point(box.x, height), to: Point(box.maxX, height), class: name)
      let text = TextBlock(style.text(tick), width: .infinity, layout: layout, style: .quiet)
      canvas.text(text, x: box.x - 8, top: height - layout.lineHeight / 2, anchor: .end)
    }
  }

  /// Prints as many values as fit under the plot and returns where they end.
  private func drawColumns(in canvas: inout Canvas) -> Double {
    let style = chart.across.numbers.withDecimals(atLeast: xTicks.decimals)
    let blocks = xTicks.values.map {
      TextBlock(style.text($0), width: box.width, layout: layout, style: .quiet)
    }
    let spans = zip(blocks, xTicks.values).map { block, tick in
      let half = block.width / 2
      let centre = min(max(x(tick), layout.left + half), layout.right - half)
      return PlaceLabels.Span(low: centre - half, high: centre + half)
    }
    let top = box.maxY + Self.bottomGap
    for index in PlaceLabels.shown(spans, areEven: true) {
      let foot = Point(x(xTicks.values[index]), box.maxY)
      canvas.line(from: foot, to: Point(foot.x, foot.y + 6), class: "pic-axis")
      canvas.text(blocks[index], x: spans[index].centre, top: top, anchor: .middle)
    }
    return top + (blocks.map(\.height).max() ?? 0)
  }

  /// The heading stands at the right end; which way is better stands at the end that is better.
  private func drawAcrossWords(top: Double, in canvas: inout Canvas) -> Double {
    let width = layout.width - 4
    let heading = TextBlock(chart.across.heading, width: width, layout: layout)
    canvas.text(heading, x: layout.right, top: top + 2, anchor: .end)
    let bottom = top + 2 + heading.height
    guard let better = chart.across.better else { return bottom }
    if better.isHigher {
      let words = TextBlock(
        "\(better.words) \u{2192}", width: width - 12, layout: layout, style: .quiet)
      canvas.text(words, x: layout.right, top: bottom, anchor: .end)
      return bottom + words.height
    }
    let words = TextBlock(
      "\u{2190} \(better.words)", width: width - 12, layout: layout, style: .quiet)
    let fits = words.width + heading.width + 40 <= box.width && words.lines.count == 1
    let wordsTop = fits ? top + 2 : bottom
    canvas.text(words, x: fits ? box.x : layout.left, top: wordsTop)
    return max(bottom, wordsTop + words.height)
  }
}
