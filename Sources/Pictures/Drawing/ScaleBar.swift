// SPDX-License-Identifier: Apache-2.0

extension Canvas {
  /// Draws a bar of a round number of kilometres below `top` and returns where it ends.
  mutating func scaleBar(_ projection: Projection, top: Double) -> Double {
    let bar = projection.scaleBar(limit: layout.width / 4)
    let y = top + layout.lineHeight / 2
    let end = Point(left + bar.length, y)
    line(from: Point(left, y), to: end, class: "pic-axis")
    for x in [left, end.x] {
      line(from: Point(x, y - 4), to: Point(x, y + 4), class: "pic-axis")
    }
    let decimals = bar.kilometres < 0.1 ? 2 : bar.kilometres < 1 ? 1 : bar.kilometres == 2.5 ? 1 : 0
    let words = NumberStyle(suffix: " km", decimals: decimals).text(bar.kilometres)
    let block = TextBlock(words, width: .infinity, layout: layout, style: .quiet)
    text(block, x: end.x + 8, top: top)
    return top + layout.lineHeight
  }
}
