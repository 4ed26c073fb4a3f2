// SPDX-License-Identifier: Apache-2.0

/// Lays out and draws a histogram of runs.
struct RunsHistogramDrawing: Sendable {
  private let chart: RunsHistogram
  private let layout: Layout
  private let across: Scale
  private let height: Double

  init(_ chart: RunsHistogram, layout: Layout) {
    self.chart = chart
    self.layout = layout
    height = layout == .wide ? 220 : 170
    var low = chart.bins.first?.low ?? 0
    var high = chart.bins.last?.high ?? 1
    if let value = chart.reference?.value, value.isFinite {
      low = min(low, value)
      high = max(high, value)
    }
    across = Scale(low...max(high, low), from: layout.left + 6, to: layout.right - 6)
  }

  func svg() -> String {
    var canvas = Canvas(layout: layout, caption: chart.caption)
    let heading = TextBlock(
      "\(chart.valueHeading). Each bar: how many of \(NumberStyle().text(Double(chart.runs))) runs "
        + "came to so much.", width: layout.width - 8, layout: layout, style: .quiet)
    canvas.text(heading, x: layout.left, top: 0)
    let top = drawReferenceWords(top: heading.height + 6, in: &canvas)
    let floor = top + height
    drawBars(top: top, floor: floor, in: &canvas)
    if let reference = chart.reference, reference.value.isFinite {
      let x = across(reference.value)
      canvas.line(
        from: Point(x, top - 4), to: Point(x, floor), class: "pic-reference", isDashed: true)
    }
    let bottom = drawScale(top: floor, in: &canvas)
    return canvas.svg(height: bottom + 2)
  }

  private func drawReferenceWords(top: Double, in canvas: inout Canvas) -> Double {
    guard let reference = chart.reference, reference.value.isFinite else { return top + 4 }
    let words = TextBlock(
      "\(reference.label): \(chart.numbers.text(reference.value))", width: layout.width - 8,
      layout: layout)
    let half = words.width / 2
    let centre = min(max(across(reference.value), layout.left + half), layout.right - half)
    canvas.text(words, x: centre, top: top, anchor: .middle)
    return top + words.height + 6
  }

  private func drawBars(top: Double, floor: Double, in canvas: inout Canvas) {
    let most = Double(chart.bins.map(\.count).max() ?? 1)
    let up = Scale(0...max(most, 1), from: floor, to: top)
    for bin in chart.bins where bin.count > 0 {
      let y = up(Double(bin.count))
      let (start, end) = (across(bin.low), across(bin.high))
      canvas.box(
        Box(x: start + 1, y: y, width: max(end - start - 2, 1), height: floor - y),
        class: "pic-bar pic-neutral")
    }
  }

  /// Draws the scale below the bars and returns where it ends.
  private func drawScale(top: Double, in canvas: inout Canvas) -> Double {
    canvas.line(from: Point(layout.left, top), to: Point(layout.right, top), class: "pic-axis")
    let style = chart.numbers.withDecimals(atLeast: chart.decimals)
    let edges = [chart.bins.first?.low].compactMap(\.self) + chart.bins.map(\.high)
    let blocks = edges.map {
      TextBlock(style.text($0), width: layout.width, layout: layout, style: .quiet)
    }
    let spans = zip(blocks, edges).map { block, edge in
      let half = block.width / 2
      let centre = min(max(across(edge), layout.left + half), layout.right - half)
      return PlaceLabels.Span(low: centre - half, high: centre + half)
    }
    for index in PlaceLabels.shown(spans, areEven: true) {
      let foot = Point(across(edges[index]), top)
      canvas.line(from: foot, to: Point(foot.x, foot.y + 6), class: "pic-axis")
      canvas.text(blocks[index], x: spans[index].centre, top: top + 8, anchor: .middle)
    }
    return top + 8 + layout.lineHeight
  }
}
