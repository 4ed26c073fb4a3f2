// SPDX-License-Identifier: Apache-2.0

/// Finds room on a map for labels, so that none covers a dot, a leader or another label.
///
/// Greedy: what matters most chooses first, then the most crowded dots, and each takes the best free
/// place: beside the dot, or further away with a leader, whichever covers fewer background points.
struct LabelPlacement: Sendable {
  /// A label to place beside a dot.
  struct Item: Sendable {
    let dot: Point
    let width: Double
    let height: Double
    /// Whether it chooses before the others.
    var isFirst = false
  }

  /// Where a label goes.
  struct Place: Sendable {
    let box: Box
    let anchor: TextBlock.Anchor
    /// The end of the line from dot to label, for labels too far away to need none.
    let leaderEnd: Point?
  }

  private static let dotRadius = 8.0

  /// How much further away a label goes rather than cover one more background point.
  private static let coverCost = 12.0

  private let bounds: Box
  private let dots: [Point]
  private let background: [Point]
  private var taken: [Box]

  /// Labels stay within `bounds`, keep off `dots` and `taken`, and keep off `background` if they can.
  init(bounds: Box, dots: [Point], background: [Point] = [], taken: [Box] = []) {
    self.bounds = bounds
    self.dots = dots
    self.background = background
    self.taken = taken
  }

  /// One place for each item, in the order of `items`; nil where there is no room.
  mutating func place(_ items: [Item]) -> [Place?] {
    var places = [Place?](repeating: nil, count: items.count)
    for index in items.indices.sorted(by: { rank(items, $0) < rank(items, $1) }) {
      guard let place = best(items[index]) else { continue }
      places[index] = place
      taken.append(place.box)
      if let end = place.leaderEnd { taken += steps(from: items[index].dot, to: end) }
    }
    return places
  }

  private func rank(_ items: [Item], _ index: Int) -> (Int, Int, Int) {
    let crowd = dots.count {
      Box.around($0, radius: 0).touches(.around(items[index].dot, radius: 60))
    }
    return (items[index].isFirst ? 0 : 1, -crowd, index)
  }

  /// The free place that costs least; the first of equals.
  private func best(_ item: Item) -> Place? {
    var best: (place: Place, cost: Double)?
    for place in candidates(item) where isFree(place, from: item) {
      // Rounded, so that the directions of one ring are equals.
      let distance = place.leaderEnd.map { length(from: item.dot, to: $0).rounded() } ?? 0
      guard distance < best?.cost ?? .infinity else { continue }
      let cost = distance + Self.coverCost * Double(covered(by: place.box))
      if cost < best?.cost ?? .infinity { best = (place, cost) }
    }
    return best?.place
  }

  private func covered(by box: Box) -> Int {
    background.count { Box.around($0, radius: 2).touches(box) }
  }

  private func length(from start: Point, to end: Point) -> Double {
    let x = end.x - start.x
    let y = end.y - start.y
    return (x * x + y * y).squareRoot()
  }

  private func isFree(_ place: Place, from item: Item) -> Bool {
    guard bounds.holds(place.box) else { return false }
    let isClear =
      taken.allSatisfy { !$0.touches(place.box, gap: 6) }
      && dots.allSatisfy { !Box.around($0, radius: Self.dotRadius).touches(place.box) }
    guard isClear, let end = place.leaderEnd else { return isClear }
    let others = dots.filter { $0 != item.dot }
    return steps(from: item.dot, to: end).allSatisfy { step in
      taken.allSatisfy { !$0.touches(step) }
        && others.allSatisfy { !Box.around($0, radius: Self.dotRadius - 1).touches(step) }
    }
  }

  /// Small boxes along a leader, outside its dot.
  private func steps(from dot: Point, to end: Point) -> [Box] {
    (2...8).map { step in
      let share = Double(step) / 8
      let point = Point(dot.x + (end.x - dot.x) * share, dot.y + (end.y - dot.y) * share)
      return .around(point, radius: 1)
    }
  }

  private func candidates(_ item: Item) -> [Place] {
    let near = Self.dotRadius + 4
    let beside = Self.directions.prefix(8).map {
      place(item, towards: $0, distance: near, hasLeader: false)
    }
    let away = [24.0, 38, 54, 74, 98].flatMap { distance in
      Self.directions.map { place(item, towards: $0, distance: distance, hasLeader: true) }
    }
    return beside + away
  }

  /// Unit directions in order of preference: right, left, above, below, then between them.
  private static let directions = [
    Point(1, 0), Point(-1, 0), Point(0, -1), Point(0, 1),
    Point(0.8, -0.6), Point(0.8, 0.6), Point(-0.8, -0.6), Point(-0.8, 0.6),
    Point(0.95, -0.3), Point(0.95, 0.3), Point(-0.95, -0.3), Point(-0.95, 0.3),
    Point(0.5, -0.87), Point(0.5, 0.87), Point(-0.5, -0.87), Point(-0.5, 0.87),
  ]

  private func place(
    _ item: Item, towards direction: Point, distance: Double, hasLeader: Bool
  ) -> Place {
    let end = Point(
      item.dot.x + direction.x * distance, item.dot.y + direction.y * distance)
    let anchor: TextBlock.Anchor =
      direction.x > 0.4 ? .start : direction.x < -0.4 ? .end : .middle
    let x =
      switch anchor {
      case .start: end.x
      case .end: end.x - item.width
      case .middle: end.x - item.width / 2
      }
    let y =
      direction.y < -0.5
      ? end.y - item.height : direction.y > 0.5 ? end.y : end.y - item.height / 2
    let box = Box(x: x, y: y, width: item.width, height: item.height)
    return Place(box: box, anchor: anchor, leaderEnd: hasLeader ? end : nil)
  }
}
