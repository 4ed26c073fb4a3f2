// SPDX-License-Identifier: Apache-2.0

/// A square of consequence by likelihood, five by five, with the names of what lies in each cell.
///
/// Method: National Patient Safety Agency, “A risk matrix for risk managers” (2008): the score of a
/// cell is the product of its row and its column. The worst cell is at the top right.
public struct RiskMatrix: Picture {
  /// What lies in the matrix.
  public struct Entry: Sendable, Hashable {
    /// A short name, such as "R7".
    public var name: String
    /// From 1 to 5.
    public var consequence: Int
    /// From 1 to 5.
    public var likelihood: Int

    /// Something of a consequence and a likelihood, which must be from 1 to 5 to be drawn.
    public init(_ name: String, consequence: Int, likelihood: Int) {
      self.name = name
      self.consequence = consequence
      self.likelihood = likelihood
    }
  }

  /// The words that go with the drawing.
  public var caption: Caption
  /// The words for consequences 1 to 5.
  public var consequences: [String]
  /// The words for likelihoods 1 to 5.
  public var likelihoods: [String]
  /// What lies in the matrix, in the order in which a cell names it.
  public var entries: [Entry]

  /// Makes a matrix; both lists of words have five items.
  public init(
    caption: Caption, consequences: [String], likelihoods: [String], entries: [Entry]
  ) {
    self.caption = caption
    self.consequences = consequences
    self.likelihoods = likelihoods
    self.entries = entries
  }

  /// A row for each consequence, the worst first, and a column for each likelihood; no row when
  /// nothing lies in the matrix.
  public var table: DataTable {
    let rows = entries.isEmpty ? [] : [5, 4, 3, 2, 1]
    return DataTable(
      caption: title,
      columns: [.init("Consequence")] + likelihoods.map { .init($0) },
      rows: rows.map { consequence in
        [Self.word(consequences, consequence)]
          + (1...5).map { likelihood in
            let names = names(consequence, likelihood)
            return names.isEmpty ? "none" : names.joined(separator: ", ")
          }
      })
  }

  /// Draws the matrix: names in the cells where they fit, else how many there are.
  public func svg(_ layout: Layout) -> String {
    entries.isEmpty
      ? Canvas.empty(caption, layout: layout) : RiskMatrixDrawing(self, layout: layout).svg()
  }

  func names(_ consequence: Int, _ likelihood: Int) -> [String] {
    entries.filter { $0.consequence == consequence && $0.likelihood == likelihood }.map(\.name)
  }

  static func word(_ words: [String], _ place: Int) -> String {
    words.indices.contains(place - 1) ? words[place - 1] : "\(place)"
  }
}

/// The drawing of a risk matrix in one layout.
struct RiskMatrixDrawing {
  private let matrix: RiskMatrix
  private let layout: Layout
  private let left: Double
  private let cell: (width: Double, height: Double)

  init(_ matrix: RiskMatrix, layout: Layout) {
    self.matrix = matrix
    self.layout = layout
    left = layout == .wide ? 160 : 24
    cell = ((layout.right - left) / 5, layout == .wide ? 78 : 72)
  }

  /// Words of the wide layout may take two lines; the narrow one has figures alone.
  private var top: Double { layout.lineHeight * (layout == .wide ? 3 : 2) + 8 }

  func svg() -> String {
    var canvas = Canvas(layout: layout, caption: matrix.caption)
    heading("Likelihood, from left to right", 0, in: &canvas)
    for likelihood in 1...5 { columnHeading(likelihood, in: &canvas) }
    for consequence in 1...5 {
      rowHeading(consequence, in: &canvas)
      for likelihood in 1...5 { draw(consequence, likelihood, in: &canvas) }
    }
    let bottom = top + cell.height * 5 + 8
    let key = TextBlock(
      "Consequence, from bottom to top. A cell shows its score and its band: L low, M moderate, "
        + "H high, E extreme. A figure in bold counts what a cell has no room to name.",
      width: layout.right - layout.left, layout: layout, style: .quiet)
    canvas.text(key, x: layout.left, top: bottom)
    return canvas.svg(height: bottom + key.height + 4)
  }

  private func heading(_ words: String, _ y: Double, in canvas: inout Canvas) {
    let block = TextBlock(words, width: layout.right - left, layout: layout, style: .quiet)
    canvas.text(block, x: left, top: y)
  }

  private func columnHeading(_ likelihood: Int, in canvas: inout Canvas) {
    let word = RiskMatrix.word(matrix.likelihoods, likelihood)
    let shown = layout == .wide ? word : "\(likelihood)"
    let block = TextBlock(shown, width: cell.width, layout: layout, style: .strong)
    canvas.text(
      block, x: left + (Double(likelihood) - 0.5) * cell.width, top: layout.lineHeight + 2,
      anchor: .middle)
  }

  private func rowHeading(_ consequence: Int, in canvas: inout Canvas) {
    let word = RiskMatrix.word(matrix.consequences, consequence)
    let shown = layout == .wide ? word : "\(consequence)"
    let block = TextBlock(shown, width: left - 12, layout: layout, style: .strong)
    canvas.text(block, x: layout.left, top: y(consequence) + cell.height / 2 - 10)
  }

  private func y(_ consequence: Int) -> Double { top + Double(5 - consequence) * cell.height }

  private func draw(_ consequence: Int, _ likelihood: Int, in canvas: inout Canvas) {
    let score = consequence * likelihood
    let band = Self.band(score)
    let box = Box(
      x: left + Double(likelihood - 1) * cell.width, y: y(consequence), width: cell.width - 2,
      height: cell.height - 2)
    canvas.box(box, class: "pic-band \(band.colour)")
    let corner = TextBlock(
      "\(score) \(band.letter)", width: cell.width, layout: layout, style: .quiet)
    canvas.text(corner, x: box.x + 6, top: box.y + 3)
    let names = matrix.names(consequence, likelihood)
    if names.isEmpty { return }
    canvas.text(
      content(names), x: box.x + 6, top: box.y + 3 + layout.lineHeight)
  }

  private func content(_ names: [String]) -> TextBlock {
    let room = cell.width - 12
    let all = TextBlock(
      names.joined(separator: " "), width: room, layout: layout, style: .strong)
    if all.lines.count <= 2, all.width <= room { return all }
    return TextBlock("\(names.count)", width: room, layout: layout, style: .strong)
  }

  /// The bands of the model matrix of 2008, with a letter, so that colour is not needed.
  private static func band(_ score: Int) -> (letter: String, colour: String) {
    switch score {
    case ..<4: ("L", "pic-c4")
    case ..<8: ("M", "pic-c7")
    case ..<15: ("H", "pic-c2")
    default: ("E", "pic-c5")
    }
  }
}
