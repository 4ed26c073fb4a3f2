// SPDX-License-Identifier: Apache-2.0

/// A small shape that stands for a series or a category where colour might not be seen.
enum Mark: Int, Sendable, CaseIterable {
  case circle
  case square
  case triangle
  case diamond
  case downTriangle
  case plus
  case ring

  /// The mark of the nth of many: shape and colour change together, and the pairing shifts after
  /// each round of seven so that 49 stay distinct.
  static func numbered(_ index: Int) -> (mark: Mark, colour: String) {
    let shape = (index + index / allCases.count) % allCases.count
    return (allCases[shape], "pic-c\(index % 7 + 1)")
  }

  /// Draws the mark about a point; all marks have about the area of a circle of `radius`.
  func element(at centre: Point, radius: Double, class name: String) -> Element {
    switch self {
    case .circle: circle(centre, radius, "pic-mark \(name)")
    case .ring: circle(centre, radius - 1, "pic-ring \(name)")
    case .square, .triangle, .diamond, .downTriangle, .plus:
      Element(
        name: "path",
        attributes: [("class", "pic-mark \(name)"), ("d", outline(centre, radius))])
    }
  }

  private func circle(_ centre: Point, _ radius: Double, _ name: String) -> Element {
    Element(
      name: "circle",
      attributes: [
        ("class", name), ("cx", Digits.coordinate(centre.x)),
        ("cy", Digits.coordinate(centre.y)), ("r", Digits.coordinate(radius)),
      ])
  }

  private func outline(_ centre: Point, _ radius: Double) -> String {
    let points = corners.map { Point(centre.x + $0.x * radius, centre.y + $0.y * radius) }
    return path(points) + "Z"
  }

  /// Corners for a radius of 1.
  private var corners: [Point] {
    switch self {
    case .square: [Point(-0.9, -0.9), Point(0.9, -0.9), Point(0.9, 0.9), Point(-0.9, 0.9)]
    case .triangle: [Point(0, -1.2), Point(1.2, 0.9), Point(-1.2, 0.9)]
    case .downTriangle: [Point(0, 1.2), Point(1.2, -0.9), Point(-1.2, -0.9)]
    case .diamond: [Point(0, -1.3), Point(1.3, 0), Point(0, 1.3), Point(-1.3, 0)]
    case .plus:
      [
        Point(-0.4, -1.2), Point(0.4, -1.2), Point(0.4, -0.4), Point(1.2, -0.4),
        Point(1.2, 0.4), Point(0.4, 0.4), Point(0.4, 1.2), Point(-0.4, 1.2),
        Point(-0.4, 0.4), Point(-1.2, 0.4), Point(-1.2, -0.4), Point(-0.4, -0.4),
      ]
    case .circle, .ring: []
    }
  }
}

/// Path data through points: "M1 2L3 4".
func path(_ points: [Point]) -> String {
  points.enumerated().map { index, point in
    (index == 0 ? "M" : "L") + Digits.coordinate(point.x) + " " + Digits.coordinate(point.y)
  }.joined()
}
