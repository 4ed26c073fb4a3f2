// SPDX-License-Identifier: Apache-2.0

/// The wide timeline: years across, one line for each event.
struct TimelineYears: Sendable {
  /// An event with its words and the side of its mark on which they fit.
  private struct Line: Sendable {
    enum Side: Sendable {
      case after
      case before
      case below
    }

    let event: Timeline.Event
    let span: ClosedRange<Double>?
    let label: TextBlock
    let side: Side

    var height: Double {
      let own = max(label.height, Layout.wide.lineHeight)
      return side == .below ? own + 20 : own + 4
    }
  }

  private static let layout = Layout.wide
  private static let markRadius = 7.0
  private static let gap = 8.0

  private let timeline: Timeline
  private let names: [TextBlock]
  private let scale: Scale
  private let years: [Int]
  private let left: Double

  init(_ timeline: Timeline) {
    self.timeline = timeline
    names = timeline.rows.map { TextBlock($0.name, width: 270, layout: Self.layout) }
    left = Self.layout.left + (names.map(\.width).max() ?? 0) + 24
    let spans = timeline.rows.flatMap(\.events).compactMap(\.span)
    let moment = timeline.moment.flatMap { $0.position.isFinite ? $0.position : nil }
    let dates = spans.flatMap { [$0.lowerBound, $0.upperBound] } + (moment.map { [$0] } ?? [])
    let range = Self.wholeYears(dates)
    scale = Scale(
      Double(range.lowerBound)...Double(range.upperBound), from: left + 12,
      to: Self.layout.right - 24)
    years = Self.ticks(range)
  }

  func svg() -> String {
    var canvas = Canvas(layout: Self.layout, caption: timeline.caption)
    let lines = timeline.rows.map { row in row.events.map { line($0) } }
    let top = Self.layout.lineHeight + 8 + momentHeight
    let heights = zip(lines, names).map { lines, name in
      max(lines.reduce(0) { $0 + $1.height }, name.height) + 16
    }
    let bottom = top + heights.reduce(0, +)
    drawYears(top: top, bottom: bottom, in: &canvas)
    var rowTop = top
    for (index, height) in heights.enumerated() {
      draw(index, lines[index], top: rowTop, in: &canvas)
      rowTop += height
      canvas.line(
        from: Point(Self.layout.left, rowTop), to: Point(Self.layout.right, rowTop),
        class: "pic-rule")
    }
    return canvas.svg(height: bottom + 4)
  }
}

// MARK: - Measuring

extension TimelineYears {
  private static func wholeYears(_ dates: [Double]) -> ClosedRange<Int> {
    let bounded = dates.map { min(max($0, -9999), 9999) }
    guard let low = bounded.min(), let high = bounded.max() else { return 2000...2001 }
    let first = Int(low.rounded(.down))
    return first...max(Int(high.rounded(.up)), first + 1)
  }

  private static func ticks(_ range: ClosedRange<Int>) -> [Int] {
    let step = max(1, Int(Ticks.step(atLeast: Double(range.count) / 12).step))
    return range.filter { $0 % step == 0 }
  }

  /// Chooses the side of the mark with room for the words; below it when neither has.
  private func line(_ event: Timeline.Event) -> Line {
    let span = event.span.map { scale($0.lowerBound)...scale($0.upperBound) }
    let whole = Self.layout.right - left
    guard let span else {
      let label = TextBlock(event.label, width: whole, layout: Self.layout, style: .quiet)
      return Line(event: event, span: nil, label: label, side: .after)
    }
    let reach = Self.markRadius + Self.gap
    let after = Self.layout.right - span.upperBound - reach
    let before = span.lowerBound - reach - left
    let room = max(min(after, 420), min(before, 420))
    let isBelow = room < 150
    let label = TextBlock(event.label, width: isBelow ? whole : room, layout: Self.layout)
    let side: Line.Side = isBelow ? .below : label.width <= after ? .after : .before
    return Line(event: event, span: span, label: label, side: side)
  }

  /// Room above the years for the words at the marked moment.
  private var momentHeight: Double { momentLabel.map { $0.height + 2 } ?? 0 }

  private var momentLabel: TextBlock? {
    guard let moment = timeline.moment, moment.position.isFinite else { return nil }
    return TextBlock(moment.text, width: 300, layout: Self.layout)
  }
}

// MARK: - Drawing

extension TimelineYears {
  private func drawYears(top: Double, bottom: Double, in canvas: inout Canvas) {
    for year in years {
      let x = scale(Double(year))
      canvas.line(from: Point(x, top - 4), to: Point(x, bottom), class: "pic-rule")
    }
    drawMoment(bottom: bottom, in: &canvas)
    for year in years {
      let text = TextBlock("\(year)", width: .infinity, layout: Self.layout, style: .quiet)
      let above = top - Self.layout.lineHeight - 6
      canvas.text(text, x: scale(Double(year)), top: above, anchor: .middle, halo: .paper)
    }
    canvas.line(from: Point(canvas.left, top), to: Point(canvas.right, top), class: "pic-axis")
  }

  private func drawMoment(bottom: Double, in canvas: inout Canvas) {
    guard let moment = timeline.moment, let label = momentLabel else { return }
    let x = scale(min(max(moment.position, -9999), 9999))
    canvas.line(
      from: Point(x, label.height), to: Point(x, bottom), class: "pic-connector", isDashed: true)
    let half = label.width / 2
    let centre = min(max(x, canvas.left + half), canvas.right - half)
    canvas.text(label, x: centre, top: 0, anchor: .middle)
  }

  private func draw(_ index: Int, _ lines: [Line], top: Double, in canvas: inout Canvas) {
    let row = timeline.rows[index]
    canvas.link(to: row.link, label: row.name) { canvas in
      canvas.text(names[index], x: canvas.left, top: top + 8)
    }
    var y = top + 8
    for line in lines {
      draw(line, top: y, in: &canvas)
      y += line.height
    }
    guard lines.isEmpty else { return }
    let block = TextBlock(
      NumberStyle.notKnown, width: .infinity, layout: Self.layout, style: .quiet)
    canvas.text(block, x: left, top: y, halo: .paper)
  }

  private func draw(_ line: Line, top: Double, in canvas: inout Canvas) {
    guard let span = line.span else {
      return canvas.text(line.label, x: left, top: top, halo: .paper)
    }
    let middle = top + Self.layout.lineHeight / 2
    drawMark(line.event, span, middle: middle, in: &canvas)
    let reach = Self.gap + (isMoment(span) ? Self.markRadius : 0)
    switch line.side {
    case .after:
      canvas.text(line.label, x: span.upperBound + reach, top: top, halo: .paper)
    case .before:
      canvas.text(line.label, x: span.lowerBound - reach, top: top, anchor: .end, halo: .paper)
    case .below:
      canvas.text(line.label, x: left, top: top + 18, halo: .paper)
    }
  }

  private func isMoment(_ span: ClosedRange<Double>) -> Bool {
    span.upperBound - span.lowerBound < Self.markRadius * 2
  }

  private func drawMark(
    _ event: Timeline.Event, _ span: ClosedRange<Double>, middle: Double, in canvas: inout Canvas
  ) {
    guard !isMoment(span) else {
      let centre = Point((span.lowerBound + span.upperBound) / 2, middle)
      return canvas.mark(
        event.state.mark, at: centre, radius: Self.markRadius, class: event.state.className)
    }
    let box = Box(
      x: span.lowerBound, y: middle - 6, width: span.upperBound - span.lowerBound, height: 12)
    canvas.box(box, class: event.state.className)
    if let texture = event.state.texture { canvas.textured(box, with: texture) }
  }
}
