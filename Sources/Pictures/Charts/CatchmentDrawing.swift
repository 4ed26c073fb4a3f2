// SPDX-License-Identifier: Apache-2.0

/// The drawing of catchments in one layout.
struct CatchmentDrawing: Sendable {
  private static let siteRadius = 8.0

  private let map: CatchmentMap
  private let layout: Layout
  private let projection: Projection
  /// Positions of the sites that can be drawn, in the order of `labels`.
  private let shownSites: [Int]
  private let labels: DotLabels

  init(_ map: CatchmentMap, layout: Layout) {
    self.map = map
    self.layout = layout
    let shownSites = map.sites.indices.filter { map.sites[$0].coordinate.isDrawable }
    let places = map.places.map(\.coordinate).filter(\.isDrawable)
    let projection = Projection(
      places + shownSites.map { map.sites[$0].coordinate }, width: layout.width,
      heights: layout == .wide ? 320...640 : 260...480, padding: layout == .wide ? 40 : 22)
    self.shownSites = shownSites
    self.projection = projection
    let items = shownSites.map {
      Self.item(map.sites[$0], at: projection(map.sites[$0].coordinate), layout)
    }
    let bounds = Box(
      x: layout.left, y: 2, width: layout.right - layout.left, height: projection.size.height - 4)
    let placement = LabelPlacement(
      bounds: bounds, dots: items.map(\.dot),
      background: Self.background(map, projection))
    labels = DotLabels(items, placement: placement, layout: layout)
  }

  func svg() -> String {
    var canvas = Canvas(layout: layout, caption: map.caption)
    drawOutlines(in: &canvas)
    drawSpokes(in: &canvas)
    drawPlaces(in: &canvas)
    labels.drawLeaders(in: &canvas)
    for order in shownSites.indices { drawSite(order, in: &canvas) }
    var bottom = canvas.scaleBar(projection, top: projection.size.height + 8)
    bottom = KeyRow(entries: placeKey).draw(top: bottom + 10, in: &canvas)
    bottom = KeyRow(entries: siteKey).draw(top: bottom + 6, in: &canvas)
    bottom = labels.drawList(top: bottom, in: &canvas)
    bottom = drawOmissions(top: bottom, in: &canvas)
    return canvas.svg(height: bottom + 4)
  }
}

// MARK: - Places

extension CatchmentDrawing {
  private func drawOutlines(in canvas: inout Canvas) {
    for outline in map.outlines {
      let points = outline.filter(\.isDrawable).map { projection($0) }
      guard points.count > 1 else { continue }
      let isClosed = outline.first == outline.last && points.count > 3
      let name = isClosed ? "pic-outline pic-land" : "pic-outline"
      canvas.add(Element(name: "path", attributes: [("class", name), ("d", path(points))]))
    }
  }

  /// One path for each site keeps a page of hundreds of places small.
  private func drawSpokes(in canvas: inout Canvas) {
    for index in shownSites {
      let centre = projection(map.sites[index].coordinate)
      let data = map.places.filter { map.site(of: $0) == index && $0.coordinate.isDrawable }
        .map { path([centre, projection($0.coordinate)]) }.joined()
      guard !data.isEmpty else { continue }
      let name = "pic-line \(Self.colour(index)) pic-spoke"
      canvas.add(Element(name: "path", attributes: [("class", name), ("d", data)]))
    }
  }

  /// What names had better not cover: places, twice as bad as lines, and points along the lines.
  private static func background(_ map: CatchmentMap, _ projection: Projection) -> [Point] {
    map.places.filter(\.coordinate.isDrawable).flatMap { place -> [Point] in
      let end = projection(place.coordinate)
      guard let site = map.site(of: place), map.sites[site].coordinate.isDrawable else {
        return [end, end]
      }
      let start = projection(map.sites[site].coordinate)
      return [0.25, 0.5, 0.75, 1, 1].map {
        Point(start.x + (end.x - start.x) * $0, start.y + (end.y - start.y) * $0)
      }
    }
  }

  /// A site keeps its colour on every map of the same sites.
  private static func colour(_ site: Int) -> String { Mark.numbered(site).colour }

  private func radius(_ step: Int?) -> Double {
    let unit = layout == .wide ? 1.0 : 0.72
    return unit * (step.map { 2.8 + 1.3 * Double($0) } ?? 5.5)
  }

  private func look(_ step: Int?) -> (mark: Mark, className: String) {
    guard let step else { return (.plus, "pic-step pic-unreached") }
    return (.circle, "pic-step pic-step\(step + 1)")
  }

  /// The largest first, so that no dot is hidden by a larger one.
  private func drawPlaces(in canvas: inout Canvas) {
    let shown = map.places.filter(\.coordinate.isDrawable)
    let sizes = shown.map { radius(map.step($0)) }
    for index in shown.indices.sorted(by: { (-sizes[$0], $0) < (-sizes[$1], $1) }) {
      let look = look(map.step(shown[index]))
      let centre = projection(shown[index].coordinate)
      canvas.mark(look.mark, at: centre, radius: sizes[index], class: look.className)
    }
  }

  private var placeKey: [KeyRow.Entry] {
    let used = map.places.filter(\.coordinate.isDrawable).map { map.step($0) }
    let steps: [Int?] = Array(0...map.steps.count) + [nil]
    return steps.filter { used.contains($0) }.map { step in
      let look = look(step)
      return .init(
        sign: .mark(look.mark, radius: radius(step), className: look.className),
        words: step.map { map.words($0) } ?? "no journey known")
    }
  }

  /// Says how many places the drawing leaves out.
  private func drawOmissions(top: Double, in canvas: inout Canvas) -> Double {
    let count = map.places.count { !$0.coordinate.isDrawable }
    guard count > 0 else { return top }
    let words =
      count == 1
      ? "1 place is not drawn, because nobody knows where it is."
      : "\(count) places are not drawn, because nobody knows where they are."
    let block = TextBlock(words, width: layout.width - 4, layout: layout, style: .quiet)
    canvas.text(block, x: canvas.left, top: top + 8)
    return top + 8 + block.height
  }
}

// MARK: - Sites

extension CatchmentDrawing {
  private static func item(
    _ site: CatchmentMap.Site, at point: Point, _ layout: Layout
  ) -> DotLabels.Item {
    let state = site.isOpen ? "open" : "closed"
    let words = [site.name, site.note ?? (site.isOpen ? "" : state)].filter { !$0.isEmpty }
    let spoken = [site.name, state, site.note ?? ""].filter { !$0.isEmpty }
    return DotLabels.Item(
      dot: point, label: label(site, layout), words: words.joined(separator: ", "),
      link: site.link, linkLabel: spoken.joined(separator: ", "), isFirst: site.isOpen)
  }

  /// A closed site's state is in the key; its second line is kept for what only the site can say.
  private static func label(_ site: CatchmentMap.Site, _ layout: Layout) -> TextBlock {
    let width = layout == .wide ? 190.0 : 122
    var block = TextBlock(
      site.name, width: width, layout: layout, style: site.isOpen ? .strong : .quiet)
    block.append(site.note ?? "", width: width, style: .quiet)
    return block
  }

  private func drawSite(_ order: Int, in canvas: inout Canvas) {
    let index = shownSites[order]
    let site = map.sites[index]
    let point = projection(site.coordinate)
    labels.draw(order, in: &canvas) { canvas in
      if site.isOpen {
        let name = "\(Self.colour(index)) pic-site"
        canvas.mark(.square, at: point, radius: Self.siteRadius, class: name)
      } else {
        canvas.mark(.ring, at: point, radius: Self.siteRadius - 1, class: "pic-shut")
      }
    }
  }

  private var siteKey: [KeyRow.Entry] {
    let shown = shownSites.map { map.sites[$0] }
    var entries: [KeyRow.Entry] = []
    if shown.contains(where: \.isOpen) {
      let mark = KeyRow.Sign.mark(.square, radius: Self.siteRadius, className: "pic-site pic-open")
      entries.append(.init(sign: mark, words: "open, with a line to each place that goes there"))
    }
    if shown.contains(where: { !$0.isOpen }) {
      let mark = KeyRow.Sign.mark(.ring, radius: Self.siteRadius - 1, className: "pic-shut")
      entries.append(.init(sign: mark, words: "closed"))
    }
    return entries
  }
}
