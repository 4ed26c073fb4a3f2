// SPDX-License-Identifier: Apache-2.0

/// A place in the drawing, in view box units, y downwards.
struct Point: Sendable, Hashable {
  var x: Double
  var y: Double

  init(_ x: Double, _ y: Double) {
    self.x = x
    self.y = y
  }
}

/// An upright rectangle in view box units.
struct Box: Sendable, Hashable {
  var x: Double
  var y: Double
  var width: Double
  var height: Double

  var maxX: Double { x + width }
  var maxY: Double { y + height }

  /// True when the two overlap or come nearer than `gap` sideways.
  func touches(_ other: Box, gap: Double = 0) -> Bool {
    x < other.maxX + gap && other.x < maxX + gap && y < other.maxY && other.y < maxY
  }

  /// True when `other` lies wholly inside.
  func holds(_ other: Box) -> Bool {
    other.x >= x && other.maxX <= maxX && other.y >= y && other.maxY <= maxY
  }

  /// The box of the same centre as `point`.
  static func around(_ point: Point, radius: Double) -> Box {
    Box(x: point.x - radius, y: point.y - radius, width: radius * 2, height: radius * 2)
  }
}

/// Cosine of an angle in degrees between −90 and 90.
///
/// A series of our own, because the platforms' libraries differ in the last digit and a picture
/// must not.
func cosine(degrees: Double) -> Double {
  let angle = degrees * (3.141592653589793 / 180)
  var term = 1.0
  var sum = 1.0
  for step in 1...12 {
    term *= -angle * angle / Double((2 * step - 1) * (2 * step))
    sum += term
  }
  return sum
}
