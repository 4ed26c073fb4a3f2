// SPDX-License-Identifier: Apache-2.0

/// One horizontal bar between two values, with its name and its printed value.
struct SpanRow: Sendable {
  /// The two ends of a bar, in the chart's unit.
  struct Span: Sendable {
    let from: Double
    let to: Double
    var low: Double { min(from, to) }
    var high: Double { max(from, to) }
  }

  let name: String
  var note: String?
  let value: String
  /// Nil when the value is not known: the row then has words but no bar.
  let span: Span?
  let tone: Tone
  var link: String?
  var isTotal = false
  /// Where the running total stands after this row, for bridges; nil where rows stand alone.
  var level: Double?
}

/// Lays out rows of horizontal bars; bar charts and bridges both draw with it.
struct SpanRows: Sendable {
  let rows: [SpanRow]
  let caption: Caption

  /// Space between a bar's end and its printed value.
  static let gap = 8.0

  func svg(_ layout: Layout) -> String {
    var canvas = Canvas(layout: layout, caption: caption)
    let plan = plan(in: canvas)
    let placed = placedRows(plan)
    let bottom = placed.last.map { $0.top + $0.height } ?? 0
    drawConnectors(placed, plan, in: &canvas)
    for row in placed { draw(row, plan, in: &canvas) }
    drawBaseline(placed, plan, bottom: bottom, in: &canvas)
    return canvas.svg(height: bottom + 4)
  }
}

// MARK: - Measuring

extension SpanRows {
  /// Widths and the scale that all rows share.
  struct Plan: Sendable {
    let layout: Layout
    let left: Double
    let nameWidth: Double
    let valueWidth: Double
    let scale: Scale

    /// Names stand beside the bars in wide and above them in narrow.
    var isBeside: Bool { layout == .wide }
    var thickness: Double { layout == .wide ? 26 : 22 }
  }

  /// A row with its wrapped text and its place.
  struct Placed: Sendable {
    let row: SpanRow
    let name: TextBlock
    let value: TextBlock
    let top: Double
    let height: Double
    let barTop: Double
  }

  private func plan(in canvas: Canvas) -> Plan {
    let layout = canvas.layout
    let isBeside = layout == .wide
    let nameWidth =
      isBeside
      ? min(widest(rows.flatMap { [$0.name, $0.note ?? ""] }, layout), 330) : layout.width - 8
    let valueLimit = layout == .wide ? 200.0 : 130
    let left = canvas.left + (isBeside ? nameWidth + 16 : 0)
    let low = min(0, rows.compactMap(\.span?.low).min() ?? 0)
    let high = max(0, rows.compactMap(\.span?.high).max() ?? 0)
    let before = rows.filter(isPrintedBefore).map(\.value)
    let after = rows.filter { !isPrintedBefore($0) }.map(\.value)
    let start = left + reserve(before, limit: valueLimit, layout)
    let end = canvas.right - reserve(after, limit: valueLimit, layout)
    return Plan(
      layout: layout, left: left, nameWidth: nameWidth, valueWidth: valueLimit,
      scale: Scale(low...(high > low ? high : low + 1), from: start, to: end))
  }

  private func reserve(_ values: [String], limit: Double, _ layout: Layout) -> Double {
    guard !values.isEmpty else { return 0 }
    return min(widest(values, layout, isBold: true), limit) + Self.gap + 2
  }

  private func widest(_ texts: [String], _ layout: Layout, isBold: Bool = false) -> Double {
    texts.map { TextMeasure.width($0, size: layout.textSize, isBold: isBold) }.max() ?? 0
  }

  /// True when the value is printed to the left of the bar, because the bar lies below zero.
  private func isPrintedBefore(_ row: SpanRow) -> Bool {
    guard let span = row.span else { return false }
    return span.high <= 0 && span.low < 0
  }

  private func placedRows(_ plan: Plan) -> [Placed] {
    var top = 2.0
    return rows.map { row in
      var name = TextBlock(row.name, width: plan.nameWidth, layout: plan.layout)
      name.append(row.note ?? "", width: plan.nameWidth, style: .quiet)
      let style: TextStyle = row.span == nil ? .quiet : .value
      let value = TextBlock(row.value, width: plan.valueWidth, layout: plan.layout, style: style)
      let barArea = max(value.height, plan.thickness)
      let placed: Placed
      if plan.isBeside {
        let height = max(name.height, barArea) + 16
        placed = Placed(
          row: row, name: name, value: value, top: top, height: height,
          barTop: top + (height - plan.thickness) / 2)
      } else {
        let height = name.height + 4 + barArea + 16
        placed = Placed(
          row: row, name: name, value: value, top: top, height: height,
          barTop: top + name.height + 4 + (barArea - plan.thickness) / 2)
      }
      top += placed.height
      return placed
    }
  }
}

// MARK: - Drawing

extension SpanRows {
  private func draw(_ placed: Placed, _ plan: Plan, in canvas: inout Canvas) {
    let label = "\(placed.row.name): \(placed.row.value)"
    canvas.link(to: placed.row.link, label: label) { canvas in
      drawBar(placed, plan, in: &canvas)
      drawName(placed, plan, in: &canvas)
      drawValue(placed, plan, in: &canvas)
    }
  }

  private func drawBar(_ placed: Placed, _ plan: Plan, in canvas: inout Canvas) {
    guard let span = placed.row.span else { return }
    let start = plan.scale(span.low)
    let box = Box(
      x: start, y: placed.barTop, width: plan.scale(span.high) - start, height: plan.thickness)
    if placed.row.isTotal, placed.row.tone == .neutral {
      canvas.box(box, class: "pic-bar pic-total")
    } else {
      canvas.bar(box, tone: placed.row.tone)
    }
  }

  private func drawName(_ placed: Placed, _ plan: Plan, in canvas: inout Canvas) {
    let top = plan.isBeside ? placed.top + (placed.height - placed.name.height) / 2 : placed.top
    canvas.text(placed.name, x: canvas.left, top: top)
  }

  private func drawValue(_ placed: Placed, _ plan: Plan, in canvas: inout Canvas) {
    let top = placed.barTop + (plan.thickness - placed.value.height) / 2
    if isPrintedBefore(placed.row), let span = placed.row.span {
      let x = plan.scale(span.low) - Self.gap
      return canvas.text(placed.value, x: x, top: top, anchor: .end)
    }
    canvas.text(
      placed.value, x: plan.scale(placed.row.span?.high ?? placed.row.level ?? 0) + Self.gap,
      top: top)
  }

  /// The zero line: unbroken beside names, only along each bar where names stand between bars.
  private func drawBaseline(
    _ placed: [Placed], _ plan: Plan, bottom: Double, in canvas: inout Canvas
  ) {
    let zero = plan.scale(0)
    guard !plan.isBeside else {
      let end = Point(zero, bottom)
      return canvas.line(from: Point(zero, 2), to: end, class: "pic-axis")
    }
    for row in placed {
      let end = Point(zero, row.barTop + plan.thickness + 4)
      canvas.line(from: Point(zero, row.barTop - 4), to: end, class: "pic-axis")
    }
  }

  /// Joins each bar's closing level to the next bar.
  private func drawConnectors(_ placed: [Placed], _ plan: Plan, in canvas: inout Canvas) {
    for (row, next) in zip(placed, placed.dropFirst()) {
      guard let level = row.row.level else { continue }
      let x = plan.scale(level)
      let start = Point(x, row.barTop + plan.thickness)
      let end = Point(x, next.barTop)
      guard crossesName(of: next, at: x, plan) else {
        canvas.line(from: start, to: end, class: "pic-connector", isDashed: true)
        continue
      }
      let above = Point(x, next.top)
      let below = Point(x, next.top + next.name.height + 2)
      canvas.line(from: start, to: above, class: "pic-connector", isDashed: true)
      canvas.line(from: below, to: end, class: "pic-connector", isDashed: true)
    }
  }

  private func crossesName(of next: Placed, at x: Double, _ plan: Plan) -> Bool {
    !plan.isBeside && x < plan.layout.left + next.name.width
  }
}
