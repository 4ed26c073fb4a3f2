// SPDX-License-Identifier: Apache-2.0

/// Lines of text set as one label: already wrapped, with the size they will take.
struct TextBlock: Sendable {
  /// Which end of each line stands at the given x.
  enum Anchor: String, Sendable {
    case start
    case middle
    case end
  }

  /// One line and how it is set.
  struct Line: Sendable {
    let text: String
    let style: TextStyle
  }

  private(set) var lines: [Line]
  let layout: Layout

  /// Wraps `text` to `width`.
  init(_ text: String, width: Double, layout: Layout, style: TextStyle = .plain) {
    self.layout = layout
    lines = []
    append(text, width: width, style: style)
  }

  /// Adds more lines below, in another style if wanted.
  mutating func append(_ text: String, width: Double, style: TextStyle) {
    lines += TextMeasure.wrap(
      text, width: width, size: layout.textSize, isBold: style.isBold
    ).map { Line(text: $0, style: style) }
  }

  /// Estimated width of the longest line.
  var width: Double { lines.map(width(of:)).max() ?? 0 }

  /// Height of all lines.
  var height: Double { Double(lines.count) * layout.lineHeight }

  func width(of line: Line) -> Double {
    TextMeasure.width(line.text, size: layout.textSize, isBold: line.style.isBold)
  }

  /// The text elements, the top of the first line at `top`.
  func elements(x: Double, top: Double, anchor: Anchor = .start, halo: Halo = .none) -> [Element] {
    lines.enumerated().map { index, line in
      let baseline = top + Double(index) * layout.lineHeight + baselineOffset
      let names = [line.style.className, halo.className].compactMap(\.self)
      var attributes: [Element.Attribute] = []
      if !names.isEmpty { attributes.append(("class", names.joined(separator: " "))) }
      attributes.append(("x", Digits.coordinate(x)))
      attributes.append(("y", Digits.coordinate(baseline)))
      if anchor != .start { attributes.append(("text-anchor", anchor.rawValue)) }
      return Element(name: "text", attributes: attributes, text: line.text)
    }
  }

  private var baselineOffset: Double {
    (layout.lineHeight - layout.textSize) / 2 + layout.textSize * 0.82
  }
}

/// How a line of text is set.
enum TextStyle: Sendable {
  case plain
  case quiet
  case strong
  /// A printed value: bold, and not underlined inside a link.
  case value

  var isBold: Bool { self == .strong || self == .value }

  var className: String? {
    switch self {
    case .plain: nil
    case .quiet: "pic-quiet"
    case .strong: "pic-strong"
    case .value: "pic-value"
    }
  }
}

/// Whether text has a band of paper round it, to stay readable over lines.
enum Halo: Sendable {
  case none
  case paper

  var className: String? { self == .paper ? "pic-halo" : nil }
}
