// SPDX-License-Identifier: Apache-2.0

/// A table whose cells are shaded by how full they are, with the figures in them.
public struct HeatTable: Picture {
  /// One cell.
  public struct Cell: Sendable, Hashable {
    /// How much of what there is, 1 for all of it; nil when there is nothing to fill.
    public var share: Double?
    /// What is printed on a wide screen.
    public var words: String
    /// What is printed on a phone.
    public var short: String

    /// A cell.
    public init(share: Double?, words: String, short: String) {
      self.share = share
      self.words = words
      self.short = short
    }
  }

  /// The words that go with the drawing.
  public var caption: Caption
  /// What the rows are.
  public var rowHeading: String
  /// The names of the columns.
  public var columns: [String]
  /// The names of the rows.
  public var rows: [String]
  /// The cells, by row and then by column.
  public var cells: [[Cell]]

  /// A heat table.
  public init(
    caption: Caption, rowHeading: String, columns: [String], rows: [String], cells: [[Cell]]
  ) {
    self.caption = caption
    self.rowHeading = rowHeading
    self.columns = columns
    self.rows = rows
    self.cells = cells
  }

  /// The same cells in words.
  public var table: DataTable {
    DataTable(
      caption: title,
      columns: [.init(rowHeading)] + columns.map { .init($0, isNumeric: true) },
      rows: rows.enumerated().map { [$1] + cells[$0].map(\.words) })
  }

  /// Draws the cells; on a phone the columns have numbers, which a key explains.
  public func svg(_ layout: Layout) -> String {
    guard !rows.isEmpty, !columns.isEmpty else { return Canvas.empty(caption, layout: layout) }
    var canvas = Canvas(layout: layout, caption: caption)
    var top = drawKey(in: &canvas)
    let first =
      10 + (rows.map { TextMeasure.width($0, size: layout.textSize) }.max() ?? 0)
    let width = (layout.width - 4 - first) / Double(columns.count)
    let headings = columns.enumerated().map { place, name in
      TextBlock(
        layout == .wide ? name : "\(place + 1)", width: width - 8, layout: layout, style: .quiet)
    }
    for (place, block) in headings.enumerated() {
      canvas.text(block, x: canvas.left + first + Double(place) * width + 2, top: top)
    }
    top += (headings.map(\.height).max() ?? 0) + 6
    for (place, name) in rows.enumerated() {
      let block = TextBlock(name, width: .infinity, layout: layout)
      canvas.text(block, x: canvas.left, top: top + 5)
      for (column, cell) in cells[place].enumerated() {
        let box = Box(
          x: canvas.left + first + Double(column) * width, y: top, width: width - 2, height: 30)
        draw(cell, box, in: &canvas)
      }
      top += 32
    }
    return canvas.svg(height: top + 2)
  }

  private func drawKey(in canvas: inout Canvas) -> Double {
    guard canvas.layout == .narrow else { return 0 }
    var top = 0.0
    for (place, name) in columns.enumerated() {
      let block = TextBlock(
        "\(place + 1) \(name)", width: canvas.layout.width - 8, layout: canvas.layout)
      canvas.text(block, x: canvas.left, top: top)
      top += block.height
    }
    return top + 10
  }

  /// The figure stands on paper, so that it can be read on every shade.
  private func draw(_ cell: Cell, _ box: Box, in canvas: inout Canvas) {
    canvas.box(box, class: cell.share.map { "pic-step pic-step\(Self.step($0))" } ?? "pic-shut")
    let layout = canvas.layout
    let block = TextBlock(
      layout == .wide ? cell.words : cell.short, width: .infinity, layout: layout)
    guard block.width <= box.width - 2 else { return }
    canvas.plated(
      block, x: box.x + box.width / 2, top: box.y + (box.height - layout.lineHeight) / 2,
      anchor: .middle)
  }

  /// Up to a quarter, half, four fifths, all, and more than all.
  static func step(_ share: Double) -> Int {
    if share > 1 + 1e-9 { return 5 }
    return share > 0.8 ? 4 : share > 0.5 ? 3 : share > 0.25 ? 2 : 1
  }
}
