// SPDX-License-Identifier: Apache-2.0

/// Names for dots: beside them where there is room, else a number that a list explains.
struct DotLabels: Sendable {
  /// A dot and what is written at it.
  struct Item: Sendable {
    let dot: Point
    let label: TextBlock
    /// The same words on one line, for the list.
    let words: String
    var link: String?
    /// The link's accessible name.
    var linkLabel = ""
    /// Whether it chooses its place before the others.
    var isFirst = false
  }

  private let items: [Item]
  private let layout: Layout
  private var places: [LabelPlacement.Place?]
  /// Numbers in the list, for names that found no room.
  private var numbers: [Int?]

  /// Places the names that fit, then numbers for the rest; numbers for all when most do not fit.
  init(_ items: [Item], placement empty: LabelPlacement, layout: Layout) {
    self.items = items
    self.layout = layout
    places = items.map { _ in nil }
    numbers = items.map { _ in nil }
    var placement = empty
    let most = layout == .wide ? 4 : 3
    let short = items.indices.filter { items[$0].label.lines.count <= most }
    let found = placement.place(short.map { Self.request(items[$0], items[$0].label) })
    if found.count(where: { $0 != nil }) * 2 >= items.count {
      for (index, place) in zip(short, found) { places[index] = place }
    } else {
      placement = empty
    }
    placeNumbers(&placement)
  }

  private mutating func placeNumbers(_ placement: inout LabelPlacement) {
    let rest = items.indices.filter { places[$0] == nil }
    for (number, index) in rest.enumerated() { numbers[index] = number + 1 }
    let found = placement.place(rest.map { Self.request(items[$0], numeral($0)) })
    for (index, place) in zip(rest, found) { places[index] = place }
  }

  private static func request(_ item: Item, _ block: TextBlock) -> LabelPlacement.Item {
    .init(dot: item.dot, width: block.width, height: block.height, isFirst: item.isFirst)
  }

  private func numeral(_ index: Int) -> TextBlock {
    let text = numbers[index].map { "\($0)" } ?? ""
    return TextBlock(text, width: .infinity, layout: layout, style: .strong)
  }
}

// MARK: - Drawing

extension DotLabels {
  func drawLeaders(in canvas: inout Canvas) {
    for (item, place) in zip(items, places) {
      guard let end = place?.leaderEnd else { continue }
      canvas.line(from: item.dot, to: end, class: "pic-leader")
    }
  }

  /// Draws the item's mark and words as one link, or plainly when it has none.
  func draw(_ index: Int, in canvas: inout Canvas, mark: (inout Canvas) -> Void) {
    let item = items[index]
    canvas.link(to: item.link, label: item.linkLabel) { canvas in
      mark(&canvas)
      guard let place = places[index] else { return }
      let block = numbers[index] == nil ? item.label : numeral(index)
      canvas.plated(block, x: place.textX, top: place.box.y, anchor: place.anchor)
    }
  }

  /// Draws the names that found no room, by number, and returns where they end.
  ///
  /// That is `top` itself when all found room. Those without even a number say so.
  func drawList(top: Double, in canvas: inout Canvas) -> Double {
    let numbered = items.indices.filter { numbers[$0] != nil }
    guard !numbered.isEmpty else { return top }
    var y = top + 10
    for index in numbered {
      let item = items[index]
      let number = numeral(index)
      let hidden = places[index] == nil ? " (too close to others to mark)" : ""
      let block = TextBlock(item.words + hidden, width: layout.width - 44, layout: layout)
      let rowTop = y
      canvas.link(to: item.link, label: item.linkLabel) { canvas in
        canvas.text(number, x: canvas.left + 28, top: rowTop, anchor: .end)
        canvas.text(block, x: canvas.left + 36, top: rowTop)
      }
      y += max(block.height, number.height) + 2
    }
    return y
  }
}

extension LabelPlacement.Place {
  /// Where text of this anchor stands in the box.
  var textX: Double {
    switch anchor {
    case .start: box.x
    case .end: box.maxX
    case .middle: box.x + box.width / 2
    }
  }
}
