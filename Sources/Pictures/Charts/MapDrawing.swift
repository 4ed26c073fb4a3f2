// SPDX-License-Identifier: Apache-2.0

/// The drawing of a map in one layout.
struct MapDrawing: Sendable {
  /// A site with its place on the drawing and its words.
  private struct Dot: Sendable {
    let site: DotMap.Site
    let point: Point
    let mark: Mark
    let colour: String
    let label: TextBlock
    var place: LabelPlacement.Place?
    /// Its number in the list under the map, when its name found no room.
    var number: Int?
  }

  private static let markRadius = 6.5

  private let map: DotMap
  private let layout: Layout
  private let projection: Projection
  private var dots: [Dot]

  init(_ map: DotMap, shown: [DotMap.Site], layout: Layout) {
    self.map = map
    self.layout = layout
    let outlines = map.outlines.flatMap(\.self).filter(\.isDrawable)
    projection = Projection(
      shown.compactMap(\.coordinate) + outlines, width: layout.width,
      heights: layout == .wide ? 320...620 : 260...480, padding: layout == .wide ? 28 : 22)
    let categories = map.orderedCategories
    dots = []
    for site in shown {
      guard let coordinate = site.coordinate else { continue }
      let look = Mark.numbered(categories.firstIndex(of: site.category) ?? 0)
      dots.append(
        Dot(
          site: site, point: projection(coordinate), mark: look.mark, colour: look.colour,
          label: Self.label(site, layout)))
    }
    placeLabels()
  }

  func svg() -> String {
    var canvas = Canvas(layout: layout, caption: map.caption)
    drawOutlines(in: &canvas)
    drawLeaders(in: &canvas)
    for dot in dots { draw(dot, in: &canvas) }
    var bottom = projection.size.height + 8
    bottom = drawScaleBar(top: bottom, in: &canvas)
    bottom = drawKey(top: bottom + 8, in: &canvas)
    bottom = drawList(top: bottom, in: &canvas)
    return canvas.svg(height: bottom + 4)
  }
}

// MARK: - Labels

extension MapDrawing {
  private static func label(_ site: DotMap.Site, _ layout: Layout) -> TextBlock {
    let width = layout == .wide ? 230.0 : 120
    var block = TextBlock(site.name, width: width, layout: layout)
    block.append(site.note ?? "", width: width, style: .quiet)
    return block
  }

  /// Places the names that fit, then numbers for the rest; numbers for all when most do not fit.
  private mutating func placeLabels() {
    let bounds = Box(
      x: layout.left, y: 2, width: layout.right - layout.left, height: projection.size.height - 4)
    let empty = LabelPlacement(bounds: bounds, dots: dots.map(\.point))
    var placement = empty
    let most = layout == .wide ? 4 : 3
    let short = dots.indices.filter { dots[$0].label.lines.count <= most }
    let places = placement.place(short.map { item(dots[$0], dots[$0].label) })
    if places.count(where: { $0 != nil }) * 2 >= dots.count {
      for (index, place) in zip(short, places) { dots[index].place = place }
    } else {
      placement = empty
    }
    placeNumbers(&placement)
  }

  private mutating func placeNumbers(_ placement: inout LabelPlacement) {
    let rest = dots.indices.filter { dots[$0].place == nil }
    for (number, index) in rest.enumerated() { dots[index].number = number + 1 }
    let places = placement.place(rest.map { item(dots[$0], numeral(dots[$0])) })
    for (index, place) in zip(rest, places) { dots[index].place = place }
  }

  private func item(_ dot: Dot, _ block: TextBlock) -> LabelPlacement.Item {
    .init(dot: dot.point, width: block.width, height: block.height)
  }

  private func numeral(_ dot: Dot) -> TextBlock {
    let text = dot.number.map { "\($0)" } ?? ""
    return TextBlock(text, width: .infinity, layout: layout, style: .strong)
  }
}

// MARK: - Drawing

extension MapDrawing {
  private func drawOutlines(in canvas: inout Canvas) {
    for outline in map.outlines {
      let points = outline.filter(\.isDrawable).map { projection($0) }
      let steps = points.enumerated().filter { index, point in
        index == 0 || path([point]) != path([points[index - 1]])
      }.map(\.element)
      guard steps.count > 1 else { continue }
      let isClosed = outline.first == outline.last && steps.count > 3
      let name = isClosed ? "pic-outline pic-land" : "pic-outline"
      canvas.add(Element(name: "path", attributes: [("class", name), ("d", path(steps))]))
    }
  }

  private func drawLeaders(in canvas: inout Canvas) {
    for dot in dots {
      guard let end = dot.place?.leaderEnd else { continue }
      canvas.line(from: dot.point, to: end, class: "pic-leader")
    }
  }

  private func draw(_ dot: Dot, in canvas: inout Canvas) {
    canvas.link(to: dot.site.link, label: linkLabel(dot.site)) { canvas in
      canvas.mark(dot.mark, at: dot.point, radius: Self.markRadius, class: dot.colour)
      guard let place = dot.place else { return }
      let x =
        switch place.anchor {
        case .start: place.box.x
        case .end: place.box.maxX
        case .middle: place.box.x + place.box.width / 2
        }
      let block = dot.number == nil ? dot.label : numeral(dot)
      canvas.text(block, x: x, top: place.box.y, anchor: place.anchor, halo: .paper)
    }
  }

  private func linkLabel(_ site: DotMap.Site) -> String {
    [site.name, site.category, site.note ?? ""].filter { !$0.isEmpty }.joined(separator: ", ")
  }

  private func drawScaleBar(top: Double, in canvas: inout Canvas) -> Double {
    let bar = projection.scaleBar(limit: layout.width / 4)
    let y = top + layout.lineHeight / 2
    let start = Point(canvas.left, y)
    let end = Point(canvas.left + bar.length, y)
    canvas.line(from: start, to: end, class: "pic-axis")
    for tip in [start, end] {
      canvas.line(from: Point(tip.x, y - 4), to: Point(tip.x, y + 4), class: "pic-axis")
    }
    let decimals = bar.kilometres < 0.1 ? 2 : bar.kilometres < 1 ? 1 : bar.kilometres == 2.5 ? 1 : 0
    let text = NumberStyle(suffix: " km", decimals: decimals).text(bar.kilometres)
    let block = TextBlock(text, width: .infinity, layout: layout, style: .quiet)
    canvas.text(block, x: end.x + 8, top: top)
    return top + layout.lineHeight
  }

  /// Shape and name of each category in use, flowing over as many lines as they need.
  private func drawKey(top: Double, in canvas: inout Canvas) -> Double {
    let used = map.orderedCategories.enumerated().filter { _, category in
      dots.contains { $0.site.category == category } && !category.isEmpty
    }
    guard used.count > 1 else { return top - 8 }
    var x = canvas.left
    var y = top
    var lineHeight = 0.0
    for (index, category) in used {
      let block = TextBlock(category, width: layout.width - 30, layout: layout)
      if x > canvas.left, x + 22 + block.width > canvas.right {
        x = canvas.left
        y += lineHeight + 4
        lineHeight = 0
      }
      let look = Mark.numbered(index)
      let centre = Point(x + 8, y + layout.lineHeight / 2)
      canvas.mark(look.mark, at: centre, radius: Self.markRadius, class: look.colour)
      canvas.text(block, x: x + 22, top: y)
      x += 22 + block.width + 24
      lineHeight = max(lineHeight, block.height)
    }
    return y + lineHeight
  }

  /// Names that found no room on the map, by number; those without even a number come last.
  private func drawList(top: Double, in canvas: inout Canvas) -> Double {
    var y = top + 10
    let numbered = dots.filter { $0.number != nil }
    guard !numbered.isEmpty else { return top }
    for dot in numbered {
      let number = numeral(dot)
      let words = [dot.site.name, dot.site.note ?? ""].filter { !$0.isEmpty }
      let hidden = dot.place == nil ? " (too close to others to mark)" : ""
      let block = TextBlock(
        words.joined(separator: ", ") + hidden, width: layout.width - 44, layout: layout)
      let rowTop = y
      canvas.link(to: dot.site.link, label: linkLabel(dot.site)) { canvas in
        canvas.text(number, x: canvas.left + 28, top: rowTop, anchor: .end)
        canvas.text(block, x: canvas.left + 36, top: rowTop)
      }
      y += max(block.height, number.height) + 2
    }
    return y
  }
}
