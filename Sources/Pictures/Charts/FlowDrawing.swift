// SPDX-License-Identifier: Apache-2.0

/// Lays a flow diagram out and draws it.
struct FlowDrawing: Sendable {
  /// Height of the largest unit with its queue.
  private static let tallest = 170.0
  /// Breadth of the way that most people take.
  private static let broadest = 22.0
  private static let gap = 46.0

  private let diagram: FlowDiagram
  private let layout: Layout
  private let perPerson: Double
  private let perFlow: Double

  init(_ diagram: FlowDiagram, _ layout: Layout) {
    self.diagram = diagram
    self.layout = layout
    let most = diagram.units.map { $0.people + $0.waiting }.max() ?? 0
    perPerson = Self.tallest / max(most, 0.1)
    let flow = diagram.ways.map(\.perDay).filter(\.isFinite).max() ?? 0
    perFlow = Self.broadest / max(flow, 1e-9)
  }

  func svg() -> String {
    var canvas = Canvas(layout: layout, caption: diagram.caption)
    let key = TextBlock(
      FlowDiagram.key, width: layout.width - 8, layout: layout, style: .quiet)
    canvas.text(key, x: canvas.left, top: 0)
    let top = key.height + 14
    let bottom = layout == .wide ? drawColumns(top, in: &canvas) : drawRows(top, in: &canvas)
    return canvas.svg(height: bottom + 4)
  }
}

// MARK: - Wide

extension FlowDrawing {
  private func drawColumns(_ start: Double, in canvas: inout Canvas) -> Double {
    let layers = diagram.layers
    let count = (layers.max() ?? 0) + 1
    let width = min(
      200, (layout.right - layout.left - Self.gap * Double(count)) / Double(count))
    let blocks = diagram.units.indices.map { words($0, width: width, withWays: false) }
    let heights = diagram.units.indices.map { blocks[$0].height + 6 + height(of: $0) + 26 }
    let totals = (0..<count).map { layer in
      layers.indices.filter { layers[$0] == layer }.reduce(0) { $0 + heights[$1] }
    }
    let whole = totals.max() ?? 0
    let pitch = count > 1 ? (layout.right - layout.left - Self.gap - width) / Double(count - 1) : 0
    var boxes = diagram.units.map { _ in Box(x: 0, y: 0, width: 0, height: 0) }
    var tops = [Double](repeating: 0, count: diagram.units.count)
    for layer in 0..<count {
      var top = start + (whole - totals[layer]) / 2
      for unit in diagram.units.indices where layers[unit] == layer {
        tops[unit] = top
        boxes[unit] = Box(
          x: layout.left + Self.gap + Double(layer) * pitch, y: top + blocks[unit].height + 6,
          width: width, height: height(of: unit))
        top += heights[unit]
      }
    }
    for way in diagram.ways { draw(way, boxes, in: &canvas) }
    for unit in diagram.units.indices {
      drawBox(unit, boxes[unit], in: &canvas)
      canvas.text(blocks[unit], x: boxes[unit].x, top: tops[unit], halo: .paper)
    }
    return start + whole
  }

  private func draw(_ way: FlowDiagram.Way, _ boxes: [Box], in canvas: inout Canvas) {
    guard let to = way.to, boxes.indices.contains(to), way.perDay.isFinite, way.perDay > 0 else {
      return
    }
    let half = max(way.perDay * perFlow, 2) / 2
    let end = Point(boxes[to].x, middle(boxes[to]))
    guard let from = way.from, boxes.indices.contains(from) else {
      return band(Point(end.x - 36, end.y), end, half, in: &canvas)
    }
    // People who come back to where they were are in the table; a way back would cross the rest.
    guard boxes[from].maxX < boxes[to].x else { return }
    band(Point(boxes[from].maxX, middle(boxes[from])), end, half, in: &canvas)
  }

  private func band(_ start: Point, _ end: Point, _ half: Double, in canvas: inout Canvas) {
    let corners = [
      Point(start.x, start.y - half), Point(end.x, end.y - half), Point(end.x, end.y + half),
      Point(start.x, start.y + half),
    ]
    canvas.add(
      Element(
        name: "path", attributes: [("class", "pic-band pic-c1"), ("d", path(corners) + "Z")]))
  }

  private func middle(_ box: Box) -> Double { box.y + box.height / 2 }
}

// MARK: - Narrow

extension FlowDrawing {
  private func drawRows(_ start: Double, in canvas: inout Canvas) -> Double {
    let layers = diagram.layers
    let order = diagram.units.indices.sorted { (layers[$0], $0) < (layers[$1], $1) }
    var top = start
    for unit in order {
      let block = words(unit, width: layout.width - 96, withWays: true)
      let box = Box(x: layout.left, y: top + 3, width: 72, height: height(of: unit))
      drawBox(unit, box, in: &canvas)
      canvas.text(block, x: layout.left + 84, top: top)
      top += max(block.height, box.height + 3) + 22
    }
    return top - 18
  }
}

// MARK: - Both

extension FlowDrawing {
  private func height(of unit: Int) -> Double {
    let found = diagram.units[unit]
    return max(found.people * perPerson, 3) + (found.waiting > 0 ? waitingHeight(found) + 3 : 0)
  }

  private func waitingHeight(_ unit: FlowDiagram.Unit) -> Double {
    max(unit.waiting * perPerson, 1)
  }

  private func drawBox(_ unit: Int, _ box: Box, in canvas: inout Canvas) {
    let found = diagram.units[unit]
    var top = box.y
    if found.waiting > 0 {
      let height = waitingHeight(found)
      canvas.bar(
        Box(x: box.x, y: top, width: box.width, height: height), tone: .unexplained)
      top += height + 3
    }
    let held = max(found.heldUp, 0) * perPerson
    if held > 0 {
      let part = Box(x: box.x, y: top, width: box.width, height: held)
      canvas.box(part, class: "pic-bar pic-warning")
      canvas.textured(part, with: .dots)
      top += held
    }
    let rest = max(box.maxY - top, 1)
    canvas.box(
      Box(x: box.x, y: top, width: box.width, height: rest), class: "pic-bar pic-neutral")
  }

  private func words(_ unit: Int, width: Double, withWays: Bool) -> TextBlock {
    let found = diagram.units[unit]
    let style = FlowDiagram.style
    var block = TextBlock(found.name, width: width, layout: layout, style: .strong)
    var lines = [found.capacity, "\(style.text(found.inCare)) in care"]
    if found.heldUp >= 0.05 { lines.append("\(style.text(found.heldUp)) held up") }
    if found.waiting > 0 { lines.append("\(style.text(found.waiting)) waiting") }
    let onward = diagram.onward(from: unit)
    if withWays, !onward.isEmpty { lines.append("A day, on to: \(onward)") }
    for line in lines where !line.isEmpty { block.append(line, width: width, style: .quiet) }
    return block
  }
}
