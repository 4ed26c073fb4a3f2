// SPDX-License-Identifier: Apache-2.0

/// The reference lines of a scatter chart and where their words stand.
struct ScatterReferences: Sendable {
  /// A line across the plot and its words, which are nil where they found no room.
  private struct Line: Sendable {
    let start: Point
    let end: Point
    let label: TextBlock
    let words: String
    var place: Box?

    /// Points along the line.
    var samples: [Point] {
      (0...30).map { step in
        let share = Double(step) / 30
        return Point(start.x + (end.x - start.x) * share, start.y + (end.y - start.y) * share)
      }
    }
  }

  private var lines: [Line] = []

  /// Places each label along its line, off other labels and the `named` points, where it covers the
  /// fewest of the others.
  init(
    _ chart: ScatterChart, _ plot: ScatterPlot, layout: Layout, named: [Point],
    background: [Point]
  ) {
    lines = Self.lines(chart, plot, layout)
    let bounds = Box(
      x: plot.box.x, y: plot.box.y - 8, width: layout.right - plot.box.x,
      height: plot.box.height + 6)
    for index in lines.indices {
      let others = boxes
      let crossing = lines.indices.filter { $0 != index }.flatMap { lines[$0].samples }
      lines[index].place =
        Self.candidates(lines[index], in: bounds)
        .filter { box in
          bounds.holds(box) && others.allSatisfy { !$0.touches(box, gap: 6) }
            && named.allSatisfy { !Box.around($0, radius: 8).touches(box) }
        }
        .map { box in
          (box, (background + crossing).count { Box.around($0, radius: 2).touches(box) })
        }
        .min { $0.1 < $1.1 }?.0
    }
  }

  private static func lines(
    _ chart: ScatterChart, _ plot: ScatterPlot, _ layout: Layout
  ) -> [Line] {
    func label(_ reference: ScatterChart.Reference) -> TextBlock {
      TextBlock(reference.label, width: min(plot.box.width * 0.6, 260), layout: layout)
    }
    let upright = chart.across.references.filter(\.value.isFinite).map { reference in
      let x = plot.x(reference.value)
      return Line(
        start: Point(x, plot.box.y - 8), end: Point(x, plot.box.maxY), label: label(reference),
        words: described(reference, chart.across))
    }
    let level = chart.up.references.filter(\.value.isFinite).map { reference in
      let y = plot.y(reference.value)
      return Line(
        start: Point(plot.box.x, y), end: Point(plot.box.maxX, y), label: label(reference),
        words: described(reference, chart.up))
    }
    return upright + level
  }

  private static func described(
    _ reference: ScatterChart.Reference, _ axis: ScatterChart.Axis
  ) -> String {
    "The dashed line at \(axis.numbers.text(reference.value)): \(reference.label)."
  }

  /// Boxes on both sides of the line, from its end back to its start.
  private static func candidates(_ line: Line, in bounds: Box) -> [Box] {
    let width = line.label.width
    let height = line.label.height
    let isUpright = line.start.x == line.end.x
    if isUpright {
      return stride(from: 0, through: 1, by: 0.125).flatMap { share -> [Box] in
        let y = line.start.y + 1 + share * (line.end.y - line.start.y - height - 3)
        return [line.start.x + 6, line.start.x - 6 - width].map {
          Box(x: $0, y: y, width: width, height: height)
        }
      }
    }
    return stride(from: 1, through: 0, by: -0.125).flatMap { share -> [Box] in
      let x = line.start.x + 2 + share * (line.end.x - line.start.x - width - 2)
      return [line.start.y - height - 2, line.start.y + 2].map {
        Box(x: x, y: $0, width: width, height: height)
      }
    }
  }

  /// What the labels take up.
  var boxes: [Box] { lines.compactMap(\.place) }

  /// Points along the lines, which other labels had better not cover.
  var samples: [Point] { lines.flatMap(\.samples) }

  /// Sentences for the lines whose words found no room.
  var notes: [String] { lines.filter { $0.place == nil }.map(\.words) }

  func drawLines(in canvas: inout Canvas) {
    for line in lines {
      canvas.line(from: line.start, to: line.end, class: "pic-reference", isDashed: true)
    }
  }

  func drawLabels(in canvas: inout Canvas) {
    for line in lines {
      guard let box = line.place else { continue }
      canvas.plated(line.label, x: box.x, top: box.y)
    }
  }
}
