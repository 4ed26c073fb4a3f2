// SPDX-License-Identifier: Apache-2.0

extension PrecedenceDiagram {
  private static let gap = 30.0

  func wide() -> String {
    var canvas = Canvas(layout: .wide, caption: caption)
    let layers = layers
    let count = (layers.max() ?? 0) + 1
    let width = (Layout.wide.width - 8 - Self.gap * Double(count - 1)) / Double(count)
    let blocks = nodes.map { block($0, width: width - 16, .wide) }
    let heights = (0..<count).map { layer in
      nodes.indices.filter { layers[$0] == layer }.reduce(0) { $0 + blocks[$1].height + 32 }
    }
    let height = heights.max() ?? 0
    var boxes = [Box](repeating: Box(x: 0, y: 0, width: 0, height: 0), count: nodes.count)
    for layer in 0..<count {
      var top = 4 + (height - heights[layer]) / 2
      for node in nodes.indices where layers[node] == layer {
        boxes[node] = Box(
          x: 4 + Double(layer) * (width + Self.gap), y: top + 8, width: width,
          height: blocks[node].height + 12)
        top += blocks[node].height + 32
      }
    }
    for arrow in arrows { draw(arrow, boxes, in: &canvas) }
    for node in nodes.indices { draw(node, blocks[node], boxes[node], in: &canvas) }
    return canvas.svg(height: height + 8)
  }

  func narrow() -> String {
    var canvas = Canvas(layout: .narrow, caption: caption)
    let layers = layers
    let order = nodes.indices.sorted { (layers[$0], $0) < (layers[$1], $1) }
    var top = 4.0
    for (place, node) in order.enumerated() {
      var block = block(nodes[node], width: Layout.narrow.width - 28, .narrow)
      block.append(
        "After: \(before(nodes[node].id))", width: Layout.narrow.width - 28, style: .quiet)
      let box = Box(x: 5, y: top, width: Layout.narrow.width - 10, height: block.height + 12)
      draw(node, block, box, in: &canvas)
      top = box.maxY + 18
      guard place + 1 < order.count else { continue }
      canvas.line(
        from: Point(24, box.maxY), to: Point(24, top), class: "pic-connector")
    }
    return canvas.svg(height: top - 8)
  }

  private func block(_ node: Node, width: Double, _ layout: Layout) -> TextBlock {
    var block = TextBlock(node.label, width: width, layout: layout)
    block.append(node.note, width: width, style: .quiet)
    return block
  }

  private func draw(_ node: Int, _ block: TextBlock, _ box: Box, in canvas: inout Canvas) {
    let isCritical = nodes[node].isCritical
    canvas.box(box, class: "pic-stated")
    if isCritical {
      let around = Box(
        x: box.x - 2.5, y: box.y - 2.5, width: box.width + 5, height: box.height + 5)
      canvas.box(around, class: "pic-front")
    }
    canvas.link(to: nodes[node].link, label: nodes[node].label) { canvas in
      canvas.text(block, x: box.x + 8, top: box.y + 6)
    }
  }

  private func draw(_ arrow: Arrow, _ boxes: [Box], in canvas: inout Canvas) {
    guard let from = nodes.firstIndex(where: { $0.id == arrow.from }),
      let to = nodes.firstIndex(where: { $0.id == arrow.to })
    else { return }
    let start = Point(boxes[from].maxX, boxes[from].y + boxes[from].height / 2)
    let end = Point(boxes[to].x - 8, boxes[to].y + boxes[to].height / 2)
    let isCritical = nodes[from].isCritical && nodes[to].isCritical
    canvas.line(from: start, to: end, class: isCritical ? "pic-front" : "pic-connector")
    let head = [
      Point(end.x + 6, end.y), Point(end.x - 3, end.y - 5), Point(end.x - 3, end.y + 5),
    ]
    canvas.add(
      Element(
        name: "path", attributes: [("class", "pic-open"), ("d", path(head) + "Z")]))
  }
}
