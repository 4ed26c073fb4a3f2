// SPDX-License-Identifier: Apache-2.0

/// The narrow timeline: names as headings, dates as a list hung on a thin rule.
struct TimelineList: Sendable {
  private static let layout = Layout.narrow
  private static let indent = 26.0

  private let timeline: Timeline

  init(_ timeline: Timeline) {
    self.timeline = timeline
  }

  func svg() -> String {
    var canvas = Canvas(layout: Self.layout, caption: timeline.caption)
    var top = 2.0
    for row in timeline.rows { top = draw(row, top: top, in: &canvas) + 18 }
    return canvas.svg(height: top - 14)
  }

  private func draw(_ row: Timeline.Row, top: Double, in canvas: inout Canvas) -> Double {
    let name = TextBlock(
      row.name, width: Self.layout.width - 8, layout: Self.layout, style: .strong)
    canvas.link(to: row.link, label: row.name) { $0.text(name, x: $0.left, top: top) }
    var y = top + name.height + 6
    guard !row.events.isEmpty else {
      let block = TextBlock(
        NumberStyle.notKnown, width: .infinity, layout: Self.layout, style: .quiet)
      canvas.text(block, x: canvas.left + Self.indent, top: y)
      return y + block.height
    }
    let blocks = row.events.map {
      TextBlock($0.label, width: Self.layout.width - Self.indent - 10, layout: Self.layout)
    }
    drawRule(top: y, blocks, in: &canvas)
    for (event, block) in zip(row.events, blocks) {
      let centre = Point(canvas.left + 9, y + Self.layout.lineHeight / 2)
      canvas.mark(event.state.mark, at: centre, radius: 6, class: event.state.className)
      canvas.text(block, x: canvas.left + Self.indent, top: y)
      y += block.height + 6
    }
    return y - 6
  }

  /// The rule from the first mark of a row to its last.
  private func drawRule(top: Double, _ blocks: [TextBlock], in canvas: inout Canvas) {
    guard blocks.count > 1 else { return }
    let x = canvas.left + 9
    let start = top + Self.layout.lineHeight / 2
    let drop = blocks.dropLast().reduce(0) { $0 + $1.height + 6 }
    canvas.line(from: Point(x, start), to: Point(x, start + drop), class: "pic-connector")
  }
}
