// SPDX-License-Identifier: Apache-2.0

/// Lays a day out and draws it, still or to be played.
struct DayDrawing: Sendable {
  private static let key =
    "Full: people there. Light, on top: waiting to come in. Each unit has a scale of its own."

  private let chart: DayChart
  private let layout: Layout
  private let across: Scale
  private let laneHeight: Double

  init(_ chart: DayChart, _ layout: Layout) {
    self.chart = chart
    self.layout = layout
    laneHeight = layout == .wide ? 72 : 60
    let most = chart.lanes.map { Self.top(of: $0, chart) }.max() ?? 1
    let gutter = TextMeasure.width(NumberStyle().text(most), size: layout.textSize) + 10
    across = Scale(
      0...Double(chart.moments.count - 1), from: layout.left + gutter, to: layout.right - 8)
  }

  func svg() -> String {
    var canvas = Canvas(layout: layout, caption: chart.caption)
    let key = TextBlock(Self.key, width: layout.width - 8, layout: layout, style: .quiet)
    canvas.text(key, x: canvas.left, top: 0)
    var top = key.height + 12
    let clock = top
    if chart.seconds != nil { top += layout.lineHeight + 6 }
    var plots: [Box] = []
    for lane in chart.lanes {
      let words = words(lane)
      canvas.text(words, x: canvas.left, top: top)
      let plot = Box(
        x: across.start, y: top + words.height + 6, width: across.end - across.start,
        height: laneHeight)
      draw(lane, plot, in: &canvas)
      plots.append(plot)
      top = plot.maxY + 16 + (chart.seconds == nil ? 0 : layout.lineHeight)
    }
    // Below the numbers of the last unit, where the day is played.
    drawTimes(top: top - 12, in: &canvas)
    if let seconds = chart.seconds { play(seconds, plots, clock: clock, in: &canvas) }
    return canvas.svg(height: top + layout.lineHeight + 4)
  }
}

// MARK: - Still

extension DayDrawing {
  /// The highest number of people in and before a unit, one at least.
  private static func top(of lane: DayChart.Lane, _ chart: DayChart) -> Double {
    let most = chart.moments.indices.map { lane.people($0) }.map { $0.present + $0.waiting }.max()
    return max(most ?? 1, 1)
  }

  private func words(_ lane: DayChart.Lane) -> TextBlock {
    let people = chart.moments.indices.map { lane.people($0) }
    let style = NumberStyle()
    let (low, high) = (people.map(\.present).min() ?? 0, people.map(\.present).max() ?? 0)
    let present =
      low == high ? style.text(low) : "between \(style.text(low)) and \(style.text(high))"
    let waiting = people.map(\.waiting).max() ?? 0
    let queue = waiting == 0 ? "nobody waits" : "up to \(style.text(waiting)) waiting"
    var block = TextBlock(lane.name, width: layout.width - 8, layout: layout, style: .strong)
    let line = [lane.capacity, "\(present) there", queue].filter { !$0.isEmpty }
    block.append(line.joined(separator: "; "), width: layout.width - 8, style: .quiet)
    return block
  }

  private func draw(_ lane: DayChart.Lane, _ plot: Box, in canvas: inout Canvas) {
    let most = Self.top(of: lane, chart)
    let up = Scale(0...most, from: plot.maxY, to: plot.y)
    let people = chart.moments.indices.map { lane.people($0) }
    let floor = people.map { _ in 0.0 }
    let present = people.map(\.present)
    area(from: floor, to: present, up, class: "pic-bar pic-neutral", in: &canvas)
    if people.contains(where: { $0.waiting > 0 }) {
      let whole = people.map { $0.present + $0.waiting }
      area(from: present, to: whole, up, class: "pic-unexplained", in: &canvas)
    }
    canvas.line(
      from: Point(plot.x, plot.maxY), to: Point(plot.maxX, plot.maxY), class: "pic-axis")
    for value in [0, most] {
      let text = TextBlock(
        NumberStyle().text(value), width: .infinity, layout: layout, style: .quiet)
      // The upper label hangs from its line, clear of the words above.
      let top = value == 0 ? plot.maxY - layout.lineHeight / 2 : plot.y - 3
      canvas.text(text, x: plot.x - 6, top: top, anchor: .end)
    }
  }

  private func area(
    from low: [Double], to high: [Double], _ up: Scale, class name: String,
    in canvas: inout Canvas
  ) {
    let upper = high.indices.map { Point(across(Double($0)), up(high[$0])) }
    let lower = low.indices.reversed().map { Point(across(Double($0)), up(low[$0])) }
    canvas.add(
      Element(name: "path", attributes: [("class", name), ("d", path(upper + lower) + "Z")]))
  }

  private func drawTimes(top: Double, in canvas: inout Canvas) {
    let blocks = chart.moments.map {
      TextBlock($0, width: .infinity, layout: layout, style: .quiet)
    }
    let spans = blocks.indices.map { index in
      let half = blocks[index].width / 2
      let centre = min(max(across(Double(index)), canvas.left + half), canvas.right - half)
      return PlaceLabels.Span(low: centre - half, high: centre + half)
    }
    for index in PlaceLabels.shown(spans, areEven: true) {
      canvas.text(blocks[index], x: spans[index].centre, top: top, anchor: .middle)
    }
  }
}

// MARK: - Playing

extension DayDrawing {
  /// Covers the day and uncovers it once, with a clock and the numbers of the moment.
  private func play(_ seconds: Double, _ plots: [Box], clock: Double, in canvas: inout Canvas) {
    for (lane, plot) in zip(chart.lanes, plots) {
      uncover(plot, seconds, in: &canvas)
      show(
        seconds, x: plot.x, top: plot.maxY + 2, style: .value, in: &canvas
      ) { moment in
        let people = lane.people(moment)
        let style = NumberStyle()
        return "\(style.text(people.present)) there, \(style.text(people.waiting)) waiting"
      }
    }
    show(seconds, x: canvas.left, top: clock, style: .value, in: &canvas) { chart.moments[$0] }
  }

  private func uncover(_ plot: Box, _ seconds: Double, in canvas: inout Canvas) {
    let cover = Element(
      name: "rect",
      attributes: [
        ("class", "pic-plate"), ("x", Digits.coordinate(plot.x)),
        ("y", Digits.coordinate(plot.y - 1)), ("width", Digits.coordinate(plot.width)),
        ("height", Digits.coordinate(plot.height)),
      ],
      children: [
        animate("x", plot.x, plot.maxX, seconds), animate("width", plot.width, 0, seconds),
      ])
    let hand = Element(
      name: "line",
      attributes: [
        ("class", "pic-front"), ("x1", Digits.coordinate(plot.x)),
        ("y1", Digits.coordinate(plot.y - 2)), ("x2", Digits.coordinate(plot.x)),
        ("y2", Digits.coordinate(plot.maxY)),
      ],
      children: [
        animate("x1", plot.x, plot.maxX, seconds), animate("x2", plot.x, plot.maxX, seconds),
      ])
    canvas.add(cover)
    canvas.add(hand)
  }

  private func animate(
    _ name: String, _ start: Double, _ end: Double, _ seconds: Double
  ) -> Element {
    Element(
      name: "animate",
      attributes: [
        ("attributeName", name), ("from", Digits.coordinate(start)),
        ("to", Digits.coordinate(end)), ("begin", "0s"), ("dur", duration(seconds)),
        ("fill", "freeze"),
      ])
  }

  /// Words that change from moment to moment; the last stay.
  private func show(
    _ seconds: Double, x: Double, top: Double, style: TextStyle, in canvas: inout Canvas,
    words: (Int) -> String
  ) {
    let last = chart.moments.count - 1
    for moment in chart.moments.indices {
      let start = seconds * Double(moment) / Double(last)
      let block = TextBlock(words(moment), width: .infinity, layout: layout, style: style)
      var timing: [Element.Attribute] = [
        ("attributeName", "visibility"), ("to", "visible"), ("begin", duration(start)),
      ]
      timing.append(
        moment == last ? ("fill", "freeze") : ("dur", duration(seconds / Double(last))))
      canvas.add(
        Element(
          name: "g", attributes: [("visibility", "hidden")],
          children: [Element(name: "set", attributes: timing)]
            + block.elements(x: x, top: top)))
    }
  }

  /// Seconds to a hundredth: "1.66s".
  private func duration(_ seconds: Double) -> String {
    let hundredths = Int((max(seconds, 0) * 100).rounded())
    let rest = hundredths % 100
    return "\(hundredths / 100).\(rest < 10 ? "0" : "")\(rest)s"
  }
}
