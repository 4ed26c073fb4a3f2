// SPDX-License-Identifier: Apache-2.0

/// Lays out and draws a tornado: each name above its bar, the two results below it.
struct TornadoDrawing: Sendable {
  private static let thickness = 22.0
  private static let gap = 14.0

  private let chart: TornadoChart
  private let layout: Layout
  private let scale: Scale

  init(_ chart: TornadoChart, layout: Layout) {
    self.chart = chart
    self.layout = layout
    let ends = chart.bars.filter(\.isFinite).flatMap { [$0.atLow, $0.atHigh] } + [chart.centre]
    let low = ends.min() ?? 0
    let high = ends.max() ?? 1
    // Wide enough for a sliver: equal ends would fill the drawing with rounding errors.
    let least = max(low.magnitude, high.magnitude, 1e-6) * 1e-6
    scale = Scale(
      low...max(high, low + least), from: layout.left + 4, to: layout.right - 4)
  }

  func svg() -> String {
    var canvas = Canvas(layout: layout, caption: chart.caption)
    let start = drawHeading(in: &canvas)
    // The line of the middle lies under everything, so its end is found by drawing once aside.
    var aside = canvas
    let end = chart.bars.reduce(start) { draw($1, top: $0, in: &aside) }
    let middle = scale(chart.centre)
    canvas.line(from: Point(middle, start), to: Point(middle, end), class: "pic-axis")
    let bottom = chart.bars.reduce(start) { draw($1, top: $0, in: &canvas) }
    return canvas.svg(height: bottom + 2)
  }

  private func drawHeading(in canvas: inout Canvas) -> Double {
    var words = TextBlock(chart.valueHeading, width: layout.width - 8, layout: layout)
    words.append(
      "Plain: the assumption at its low end. Striped: at its high end. Upright line: all in the "
        + "middle, \(chart.numbers.text(chart.centre)).",
      width: layout.width - 8, style: .quiet)
    canvas.text(words, x: layout.left, top: 0)
    return words.height + 10
  }

  /// Draws a bar with its words and returns where the next begins.
  private func draw(_ bar: TornadoChart.Bar, top: Double, in canvas: inout Canvas) -> Double {
    let name = TextBlock(bar.name, width: layout.width - 8, layout: layout, style: .strong)
    canvas.plated(name, x: layout.left, top: top)
    let barTop = top + name.height + 3
    guard bar.isFinite else {
      let words = TextBlock(
        NumberStyle.notKnown, width: layout.width - 8, layout: layout, style: .quiet)
      canvas.plated(words, x: layout.left, top: barTop)
      return barTop + words.height + Self.gap
    }
    drawPart(to: bar.atLow, top: barTop, isStriped: false, in: &canvas)
    drawPart(to: bar.atHigh, top: barTop, isStriped: true, in: &canvas)
    return drawResults(bar, top: barTop + Self.thickness + 2, in: &canvas) + Self.gap
  }

  private func drawPart(
    to value: Double, top: Double, isStriped: Bool, in canvas: inout Canvas
  ) {
    let (from, to) = (scale(chart.centre), scale(value))
    let box = Box(x: min(from, to), y: top, width: (to - from).magnitude, height: Self.thickness)
    canvas.box(box, class: "pic-bar pic-neutral")
    if isStriped { canvas.textured(box, with: .rising) }
  }

  /// The two results, each on the side where it lies.
  private func drawResults(
    _ bar: TornadoChart.Bar, top: Double, in canvas: inout Canvas
  ) -> Double {
    let low = "at \(bar.lowEnd): \(chart.numbers.text(bar.atLow))"
    let high = "at \(bar.highEnd): \(chart.numbers.text(bar.atHigh))"
    let (left, right) = bar.atLow <= bar.atHigh ? (low, high) : (high, low)
    let width = layout.width / 2 - 12
    let first = TextBlock(left, width: width, layout: layout)
    let second = TextBlock(right, width: width, layout: layout)
    canvas.plated(first, x: layout.left, top: top)
    canvas.plated(second, x: layout.right, top: top, anchor: .end)
    return top + max(first.height, second.height)
  }
}
