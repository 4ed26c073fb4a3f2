// SPDX-License-Identifier: Apache-2.0

/// The upright drawing of a waterfall, where there is room for it.
struct WaterfallColumns: Sendable {
  /// One column with its wrapped words.
  private struct Slot: Sendable {
    let column: Bridge.Column
    let value: TextBlock
    let name: TextBlock
    let centre: Double
  }

  private static let plotHeight = 300.0
  private static let labelGap = 5.0
  private static let layout = Layout.wide

  private let caption: Caption
  private let slots: [Slot]
  private let slotWidth: Double

  /// Fails when a name would need more than four lines or an amount is wider than its column.
  init?(_ waterfall: Waterfall, _ columns: [Bridge.Column]) {
    let width = min((Self.layout.right - Self.layout.left) / Double(columns.count), 200)
    let textWidth = width - 10
    let slots = columns.enumerated().map { index, column in
      let style: TextStyle = column.levels == nil ? .quiet : .value
      return Slot(
        column: column,
        value: TextBlock(
          waterfall.label(of: column), width: .infinity, layout: Self.layout, style: style),
        name: TextBlock(column.name, width: textWidth, layout: Self.layout),
        centre: Self.layout.left + (Double(index) + 0.5) * width)
    }
    guard slots.allSatisfy({ $0.name.lines.count <= 4 && $0.value.width <= textWidth }),
      columns.allSatisfy({ Self.longestWord($0.name) <= textWidth })
    else { return nil }
    self.caption = waterfall.caption
    self.slots = slots
    self.slotWidth = width
  }

  private static func longestWord(_ name: String) -> Double {
    name.split(separator: " ")
      .map { TextMeasure.width(String($0), size: layout.textSize) }
      .max() ?? 0
  }

  func svg() -> String {
    var canvas = Canvas(layout: Self.layout, caption: caption)
    let levels = slots.compactMap(\.column.levels).flatMap { [$0.before, $0.after] }
    let low = min(0, levels.min() ?? 0)
    let high = max(0, levels.max() ?? 0)
    let top = Self.layout.lineHeight + Self.labelGap + 4
    let plotBottom = top + Self.plotHeight
    let scale = Scale(low...(high > low ? high : low + 1), from: plotBottom, to: top)
    let hasLabelsBelow = slots.contains { !isLabelledAbove($0) }
    let namesTop = plotBottom + (hasLabelsBelow ? Self.layout.lineHeight + Self.labelGap : 0) + 10
    drawConnectors(scale, in: &canvas)
    for slot in slots { draw(slot, scale, namesTop: namesTop, in: &canvas) }
    let end = Point(Self.layout.left + slotWidth * Double(slots.count), scale(0))
    canvas.line(from: Point(Self.layout.left, scale(0)), to: end, class: "pic-axis")
    return canvas.svg(height: namesTop + (slots.map(\.name.height).max() ?? 0) + 6)
  }

  private var barWidth: Double { min(slotWidth * 0.64, 96) }

  private func isLabelledAbove(_ slot: Slot) -> Bool {
    guard let levels = slot.column.levels else { return true }
    return max(levels.before, levels.after) > 0 || min(levels.before, levels.after) >= 0
  }

  private func draw(_ slot: Slot, _ scale: Scale, namesTop: Double, in canvas: inout Canvas) {
    let levels = slot.column.levels
    let high = scale(levels.map { max($0.before, $0.after) } ?? slot.column.running)
    let low = scale(levels.map { min($0.before, $0.after) } ?? slot.column.running)
    let box = Box(x: slot.centre - barWidth / 2, y: high, width: barWidth, height: low - high)
    if slot.column.isTotal, slot.column.tone == .neutral {
      canvas.box(box, class: "pic-bar pic-total")
    } else if levels != nil {
      canvas.bar(box, tone: slot.column.tone)
    }
    let above = high - Self.labelGap - slot.value.height
    let top = isLabelledAbove(slot) ? above : low + Self.labelGap
    canvas.text(slot.value, x: slot.centre, top: top, anchor: .middle)
    canvas.text(slot.name, x: slot.centre, top: namesTop, anchor: .middle)
  }

  private func drawConnectors(_ scale: Scale, in canvas: inout Canvas) {
    for (slot, next) in zip(slots, slots.dropFirst()) {
      let y = scale(slot.column.running)
      let hasBar = slot.column.levels != nil
      let start = Point(slot.centre + (hasBar ? barWidth / 2 : -barWidth / 2), y)
      let end = Point(next.centre - barWidth / 2, y)
      canvas.line(from: start, to: end, class: "pic-connector", isDashed: true)
    }
  }
}
