// SPDX-License-Identifier: Apache-2.0

/// The drawing of groups of places in one layout.
struct ClusterMapDrawing: Sendable {
  private let map: ClusterMap
  private let layout: Layout
  private let projection: Projection
  /// Positions of the places that can be drawn.
  private let shown: [Int]
  /// Where the label of each group stands, if it found room.
  private let labels: [LabelPlacement.Place?]

  init(_ map: ClusterMap, layout: Layout) {
    self.map = map
    self.layout = layout
    let shown = map.places.indices.filter { map.places[$0].coordinate.isDrawable }
    let centres = map.groups.map(\.centre).filter(\.isDrawable)
    let projection = Projection(
      shown.map { map.places[$0].coordinate } + centres, width: layout.width,
      heights: layout == .wide ? 320...640 : 260...480, padding: layout == .wide ? 30 : 20)
    self.shown = shown
    self.projection = projection
    labels = Self.labels(map, projection, layout)
  }

  func svg() -> String {
    var canvas = Canvas(layout: layout, caption: map.caption)
    drawSpokes(in: &canvas)
    drawPlaces(in: &canvas)
    for index in map.groups.indices { drawLabel(index, in: &canvas) }
    var bottom = canvas.scaleBar(projection, top: projection.size.height + 8)
    bottom = KeyRow(entries: key).draw(top: bottom + 10, in: &canvas)
    bottom = drawOmissions(top: bottom, in: &canvas)
    return canvas.svg(height: bottom + 4)
  }

  private var radius: Double { layout == .wide ? 5.5 : 3.4 }
}

// MARK: - Places

extension ClusterMapDrawing {
  /// One path for each group keeps a map of hundreds of places small.
  private func drawSpokes(in canvas: inout Canvas) {
    for (index, group) in map.groups.enumerated() where group.centre.isDrawable {
      let centre = projection(group.centre)
      let data = shown.filter { map.places[$0].group == index }
        .map { path([centre, projection(map.places[$0].coordinate)]) }.joined()
      guard !data.isEmpty else { continue }
      let name = "pic-line \(Mark.numbered(group.number).colour) pic-spoke"
      canvas.add(Element(name: "path", attributes: [("class", name), ("d", data)]))
    }
  }

  private func drawPlaces(in canvas: inout Canvas) {
    for index in shown {
      let place = map.places[index]
      let point = projection(place.coordinate)
      let look = map.group(of: place).map { Mark.numbered($0.number) } ?? (.plus, "pic-unreached")
      canvas.mark(look.mark, at: point, radius: radius, class: look.colour)
      if place.isMoved { canvas.add(Self.ring(at: point, radius: radius * 1.9)) }
    }
  }

  private static func ring(at point: Point, radius: Double) -> Element {
    Element(
      name: "circle",
      attributes: [
        ("class", "pic-front"), ("cx", Digits.coordinate(point.x)),
        ("cy", Digits.coordinate(point.y)), ("r", Digits.coordinate(radius)),
      ])
  }

  private var key: [KeyRow.Entry] {
    var entries: [KeyRow.Entry] = []
    if let first = shown.first, let group = map.group(of: map.places[first]) {
      let look = Mark.numbered(group.number)
      entries.append(
        .init(
          sign: .mark(look.mark, radius: radius, className: look.colour),
          words: "a place, joined to the middle of its \(map.groupWord)"))
    }
    if shown.contains(where: { map.places[$0].isMoved }) {
      entries.append(
        .init(
          sign: .mark(.ring, radius: radius * 1.7, className: "pic-front"), words: "moved by hand"))
    }
    return entries
  }
}

// MARK: - Labels

extension ClusterMapDrawing {
  private static func block(_ group: ClusterMap.Group, _ layout: Layout) -> TextBlock {
    TextBlock(group.label, width: .infinity, layout: layout, style: .strong)
  }

  /// Labels keep off each other, and off marks where they can.
  private static func labels(
    _ map: ClusterMap, _ projection: Projection, _ layout: Layout
  ) -> [LabelPlacement.Place?] {
    let bounds = Box(
      x: layout.left, y: 2, width: layout.right - layout.left, height: projection.size.height - 4)
    let drawn = map.groups.indices.filter { map.groups[$0].centre.isDrawable }
    let background = map.places.filter(\.coordinate.isDrawable).map { projection($0.coordinate) }
    var placement = LabelPlacement(
      bounds: bounds, dots: drawn.map { projection(map.groups[$0].centre) }, background: background)
    let found = placement.place(
      drawn.map { index in
        let block = block(map.groups[index], layout)
        return LabelPlacement.Item(
          dot: projection(map.groups[index].centre), width: block.width, height: block.height)
      })
    var places: [LabelPlacement.Place?] = map.groups.map { _ in nil }
    for (index, place) in zip(drawn, found) { places[index] = place }
    return places
  }

  private func drawLabel(_ index: Int, in canvas: inout Canvas) {
    guard let place = labels[index] else { return }
    let group = map.groups[index]
    if let end = place.leaderEnd {
      canvas.line(from: projection(group.centre), to: end, class: "pic-leader")
    }
    canvas.link(to: group.link, label: "\(group.label), \(group.name)") { canvas in
      canvas.plated(
        Self.block(group, layout), x: place.textX, top: place.box.y, anchor: place.anchor)
    }
  }

  /// Says which labels and how many places the drawing leaves out.
  private func drawOmissions(top: Double, in canvas: inout Canvas) -> Double {
    let crowded = map.groups.indices.filter { labels[$0] == nil }.map { map.groups[$0].label }
    let lost = map.places.count - shown.count
    var lines: [String] = []
    if !crowded.isEmpty {
      lines.append("Too close to others for a label: \(crowded.joined(separator: ", ")).")
    }
    if lost > 0 {
      lines.append(
        lost == 1
          ? "1 place is not drawn, because nobody knows where it is."
          : "\(lost) places are not drawn, because nobody knows where they are.")
    }
    var y = top
    for line in lines {
      let block = TextBlock(line, width: layout.width - 4, layout: layout, style: .quiet)
      canvas.text(block, x: canvas.left, top: y + 8)
      y += 8 + block.height
    }
    return y
  }
}
