// SPDX-License-Identifier: Apache-2.0

/// The drawing of a scatter chart in one layout: first all places, then the marks.
struct ScatterDrawing: Sendable {
  /// A point with its place in the drawing and its look.
  private struct Dot: Sendable {
    let index: Int
    let centre: Point
    let mark: Mark
    let colour: String
  }

  private let chart: ScatterChart
  private let layout: Layout
  private let plot: ScatterPlot
  /// Named dots, in the order of `labels`.
  private let named: [Dot]
  private let quiet: [Dot]
  private let front: [Point]
  private let references: ScatterReferences
  private let labels: DotLabels

  init(_ chart: ScatterChart, layout: Layout) {
    self.chart = chart
    self.layout = layout
    let plot = ScatterPlot(chart, layout: layout)
    let dots = Self.dots(chart, plot)
    named = dots.filter { chart.points[$0.index].isNamed }
    quiet = dots.filter { !chart.points[$0.index].isNamed }
    front = Self.front(chart, plot)
    self.plot = plot
    let centres = named.map(\.centre)
    let ways = Self.samples(along: front)
    references = ScatterReferences(
      chart, plot, layout: layout, named: centres, background: quiet.map(\.centre))
    let bounds = Box(
      x: plot.box.x, y: plot.box.y - 8, width: layout.right - plot.box.x,
      height: plot.box.height + 4)
    let placement = LabelPlacement(
      bounds: bounds, dots: centres,
      background: quiet.map(\.centre) + ways + references.samples, taken: references.boxes)
    let items = named.map { Self.item(chart, chart.points[$0.index], at: $0.centre, layout) }
    labels = DotLabels(items, placement: placement, layout: layout)
  }

  func svg() -> String {
    var canvas = Canvas(layout: layout, caption: chart.caption)
    var bottom = plot.draw(in: &canvas)
    references.drawLines(in: &canvas)
    for dot in quiet { drawQuiet(dot, in: &canvas) }
    drawFront(in: &canvas)
    references.drawLabels(in: &canvas)
    labels.drawLeaders(in: &canvas)
    for order in named.indices { drawNamed(order, in: &canvas) }
    bottom = KeyRow(entries: key).draw(top: bottom + 10, in: &canvas)
    bottom = labels.drawList(top: bottom, in: &canvas)
    bottom = drawNotes(top: bottom, in: &canvas)
    return canvas.svg(height: bottom + 4)
  }
}

// MARK: - Measuring

extension ScatterDrawing {
  private static func dots(_ chart: ScatterChart, _ plot: ScatterPlot) -> [Dot] {
    let categories = chart.orderedCategories.enumerated()
    let positions = Dictionary(categories.map { ($1, $0) }) { first, _ in first }
    return chart.points.enumerated().compactMap { index, point in
      guard let centre = plot(point) else { return nil }
      let look = Mark.numbered(positions[point.category] ?? 0)
      return Dot(index: index, centre: centre, mark: look.mark, colour: look.colour)
    }
  }

  private static func item(
    _ chart: ScatterChart, _ point: ScatterChart.Point, at centre: Point, _ layout: Layout
  ) -> DotLabels.Item {
    let width = layout == .wide ? 190.0 : 118
    var label = TextBlock(point.name, width: width, layout: layout, style: .strong)
    label.append(point.note ?? "", width: width, style: .quiet)
    let words = [point.name, point.note ?? ""].filter { !$0.isEmpty }
    return DotLabels.Item(
      dot: centre, label: label, words: words.joined(separator: ", "), link: point.link,
      linkLabel: spoken(chart, point))
  }

  /// A point in words: its name, category, both values and note.
  private static func spoken(_ chart: ScatterChart, _ point: ScatterChart.Point) -> String {
    let across = "\(chart.across.heading) \(chart.across.numbers.text(point.x))"
    let up = "\(chart.up.heading) \(chart.up.numbers.text(point.y))"
    return [point.name, point.category, across, up, point.note ?? ""].filter { !$0.isEmpty }
      .joined(separator: ", ")
  }

  /// The corners of the front from left to right.
  private static func front(_ chart: ScatterChart, _ plot: ScatterPlot) -> [Point] {
    guard let front = chart.front else { return [] }
    let points = front.members.filter(chart.points.indices.contains)
      .compactMap { plot(chart.points[$0]) }
      .sorted { ($0.x, $0.y) < ($1.x, $1.y) }
    guard front.shape == .stepped else { return points }
    // What a point achieves is also achieved by anything worse, so its level runs to that side.
    let runsRight = chart.across.better?.isHigher != true
    return points.enumerated().flatMap { index, point -> [Point] in
      guard index > 0 else { return [point] }
      let last = points[index - 1]
      return [runsRight ? Point(point.x, last.y) : Point(last.x, point.y), point]
    }
  }

  /// Points along a line that labels had better not cover.
  private static func samples(along corners: [Point]) -> [Point] {
    zip(corners, corners.dropFirst()).flatMap { start, end in
      let length = max((end.x - start.x).magnitude, (end.y - start.y).magnitude)
      let count = max(Int(length / 12), 1)
      return (0...count).map { step in
        let share = Double(step) / Double(count)
        return Point(start.x + (end.x - start.x) * share, start.y + (end.y - start.y) * share)
      }
    }
  }
}

// MARK: - Drawing

extension ScatterDrawing {
  private var quietRadius: Double { layout == .wide ? 3.6 : 3 }

  private var namedRadius: Double { layout == .wide ? 6.5 : 5.5 }

  private func drawQuiet(_ dot: Dot, in canvas: inout Canvas) {
    let point = chart.points[dot.index]
    canvas.link(to: point.link, label: Self.spoken(chart, point)) { canvas in
      canvas.mark(
        dot.mark, at: dot.centre, radius: quietRadius, class: "\(dot.colour) pic-faint")
    }
  }

  private func drawFront(in canvas: inout Canvas) {
    guard front.count > 1 else { return }
    canvas.add(Element(name: "path", attributes: [("class", "pic-front"), ("d", path(front))]))
  }

  private func drawNamed(_ order: Int, in canvas: inout Canvas) {
    let dot = named[order]
    labels.draw(order, in: &canvas) { canvas in
      canvas.mark(dot.mark, at: dot.centre, radius: namedRadius, class: dot.colour)
    }
  }

  private var key: [KeyRow.Entry] {
    let used = Set((named + quiet).map { chart.points[$0.index].category })
    let categories = chart.orderedCategories.enumerated().filter {
      used.contains($1) && !$1.isEmpty
    }
    var entries: [KeyRow.Entry] = []
    if categories.count > 1 {
      entries = categories.map { index, category in
        let look = Mark.numbered(index)
        let sign = KeyRow.Sign.mark(
          look.mark, radius: namedRadius, className: look.colour)
        return .init(sign: sign, words: category)
      }
    }
    if let name = chart.front?.name, front.count > 1 {
      entries.append(.init(sign: .line(className: "pic-front"), words: name))
    }
    return entries
  }

  /// Says what the small marks are, which reference lines found no room for words, and what is left
  /// out.
  private func drawNotes(top: Double, in canvas: inout Canvas) -> Double {
    let whole = NumberStyle()
    var notes = references.notes
    if !named.isEmpty, !quiet.isEmpty {
      notes.append(
        quiet.count == 1
          ? "The small mark is named in the table."
          : "The \(whole.text(Double(quiet.count))) small marks are named in the table.")
    }
    let missing = chart.points.count - named.count - quiet.count
    if missing > 0 {
      let share = "\(whole.text(Double(missing))) of \(whole.text(Double(chart.points.count)))"
      let verb = missing == 1 ? "is" : "are"
      notes.append(
        "\(share) \(verb) not drawn, because a value is not known; the table says which.")
    }
    guard !notes.isEmpty else { return top }
    let block = TextBlock(
      notes.joined(separator: " "), width: layout.width - 4, layout: layout, style: .quiet)
    canvas.text(block, x: canvas.left, top: top + 8)
    return top + 8 + block.height
  }
}
