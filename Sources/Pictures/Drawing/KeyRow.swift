// SPDX-License-Identifier: Apache-2.0

/// Entries of a key, flowing over as many lines as they need.
struct KeyRow: Sendable {
  /// What stands for something, and the words for it.
  struct Entry: Sendable {
    let sign: Sign
    let words: String
  }

  /// What is drawn in front of the words.
  enum Sign: Sendable {
    case mark(Mark, radius: Double, className: String)
    case line(className: String)
  }

  private static let indent = 24.0
  private static let gap = 22.0

  let entries: [Entry]

  /// Draws the entries below `top` and returns where they end; `top` itself when there are none.
  func draw(top: Double, in canvas: inout Canvas) -> Double {
    let layout = canvas.layout
    var x = canvas.left
    var y = top
    var lineHeight = 0.0
    for entry in entries {
      let width = layout.width - Self.indent - 8
      let block = TextBlock(entry.words, width: width, layout: layout)
      if x > canvas.left, x + Self.indent + block.width > canvas.right {
        x = canvas.left
        y += lineHeight + 4
        lineHeight = 0
      }
      draw(entry.sign, at: Point(x + 9, y + layout.lineHeight / 2), in: &canvas)
      canvas.text(block, x: x + Self.indent, top: y)
      x += Self.indent + block.width + Self.gap
      lineHeight = max(lineHeight, block.height)
    }
    return y + lineHeight
  }

  private func draw(_ sign: Sign, at centre: Point, in canvas: inout Canvas) {
    switch sign {
    case .mark(let mark, let radius, let name):
      canvas.mark(mark, at: centre, radius: radius, class: name)
    case .line(let name):
      canvas.line(
        from: Point(centre.x - 8, centre.y), to: Point(centre.x + 8, centre.y), class: name)
    }
  }
}
