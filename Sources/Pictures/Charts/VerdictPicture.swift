// SPDX-License-Identifier: Apache-2.0

/// One line for each measure, with two signs: what changed, and whether the target is reached.
///
/// The signs are our own. Each has a shape of its own and its words beside it.
public struct VerdictPicture: Picture {
  /// What the latest point says.
  public enum Variation: String, Sendable, CaseIterable {
    case better
    case worse
    case higher
    case lower
    case usual
    case unknown
  }

  /// Whether the target is reached.
  public enum Assurance: String, Sendable, CaseIterable {
    case hits
    case hitAndMiss
    case fails
    case none
    case unknown
  }

  /// One measure.
  public struct Line: Sendable, Hashable {
    /// Its name.
    public var name: String
    /// The address of its page, or nil.
    public var address: String?
    /// The latest value, in words.
    public var latest: String
    /// The sign of what changed.
    public var variation: Variation
    /// The words beside it.
    public var variationWords: String
    /// The sign of the target.
    public var assurance: Assurance
    /// The words beside it.
    public var assuranceWords: String

    /// A line.
    public init(
      name: String, address: String?, latest: String, variation: Variation,
      variationWords: String, assurance: Assurance, assuranceWords: String
    ) {
      self.name = name
      self.address = address
      self.latest = latest
      self.variation = variation
      self.variationWords = variationWords
      self.assurance = assurance
      self.assuranceWords = assuranceWords
    }
  }

  /// The words that go with the drawing.
  public var caption: Caption
  /// The measures in order.
  public var lines: [Line]

  /// A picture of verdicts.
  public init(caption: Caption, lines: [Line]) {
    self.caption = caption
    self.lines = lines
  }

  /// One row a measure.
  public var table: DataTable {
    DataTable(
      caption: title,
      columns: [.init("Measure"), .init("Latest"), .init("Change"), .init("Target")],
      rows: lines.map { [$0.name, $0.latest, $0.variationWords, $0.assuranceWords] })
  }

  /// Draws the lines.
  public func svg(_ layout: Layout) -> String {
    guard !lines.isEmpty else { return Canvas.empty(caption, layout: layout) }
    var canvas = Canvas(layout: layout, caption: caption)
    var top = 4.0
    for line in lines {
      canvas.line(
        from: Point(canvas.left, top), to: Point(canvas.right, top), class: "pic-rule")
      top = draw(line, top: top + 10, in: &canvas) + 10
    }
    canvas.line(from: Point(canvas.left, top), to: Point(canvas.right, top), class: "pic-rule")
    return canvas.svg(height: top + 4)
  }

  /// Three columns when there is room; on a phone the signs stand under the name.
  private func draw(_ line: Line, top: Double, in canvas: inout Canvas) -> Double {
    let layout = canvas.layout
    let isWide = layout == .wide
    var name = TextBlock(line.name, width: isWide ? 380 : layout.width - 8, layout: layout)
    name.append(line.latest, width: isWide ? 380 : layout.width - 8, style: .value)
    canvas.link(to: line.address, label: "\(line.name): \(line.latest)") { canvas in
      canvas.text(name, x: canvas.left, top: top)
    }
    let signTop = isWide ? top : top + name.height + 8
    let columns = isWide ? [400.0, 670] : [canvas.left, 182]
    let width = isWide ? 220.0 : 128
    var bottom = top + name.height
    for (place, words) in [line.variationWords, line.assuranceWords].enumerated() {
      let block = TextBlock(words, width: width, layout: layout)
      let centre = Point(columns[place] + 20, signTop + 20)
      if place == 0 {
        VerdictSign.draw(line.variation, at: centre, in: &canvas)
      } else {
        VerdictSign.draw(line.assurance, at: centre, in: &canvas)
      }
      let textTop = max(signTop, centre.y - block.height / 2)
      canvas.text(block, x: columns[place] + 46, top: textTop)
      bottom = max(bottom, centre.y + 20, textTop + block.height)
    }
    return bottom
  }
}

/// The signs: shapes of the points of a control chart, and a band beside a line for the target.
enum VerdictSign {
  static func draw(
    _ variation: VerdictPicture.Variation, at centre: Point, in canvas: inout Canvas
  ) {
    switch variation {
    case .better: canvas.mark(.diamond, at: centre, radius: 13, class: "pic-good")
    case .worse: canvas.mark(.square, at: centre, radius: 14, class: "pic-bad")
    case .higher: canvas.mark(.triangle, at: centre, radius: 14, class: "pic-c3")
    case .lower: canvas.mark(.downTriangle, at: centre, radius: 14, class: "pic-c3")
    case .unknown: canvas.mark(.ring, at: centre, radius: 15, class: "pic-c6")
    case .usual:
      canvas.mark(.circle, at: centre, radius: 15, class: "pic-c1")
    }
  }

  /// The band is where values usually lie; the line is the target, with its good side to the right.
  static func draw(
    _ assurance: VerdictPicture.Assurance, at centre: Point, in canvas: inout Canvas
  ) {
    let (left, tone): (Double, Tone)
    switch assurance {
    case .hits: (left, tone) = (2, .good)
    case .hitAndMiss: (left, tone) = (-8, .warning)
    case .fails: (left, tone) = (-18, .bad)
    case .none, .unknown:
      canvas.line(
        from: Point(centre.x - 14, centre.y), to: Point(centre.x + 14, centre.y),
        class: "pic-connector", isDashed: true)
      return
    }
    canvas.bar(Box(x: centre.x + left, y: centre.y - 9, width: 16, height: 18), tone: tone)
    canvas.line(
      from: Point(centre.x, centre.y - 17), to: Point(centre.x, centre.y + 17), class: "pic-axis")
  }
}
