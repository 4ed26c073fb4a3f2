// SPDX-License-Identifier: Apache-2.0

/// Collects the elements of one drawing and wraps them in an accessible `<svg>`.
struct Canvas {
  let layout: Layout
  let caption: Caption
  private var elements: [Element] = []
  private var textures: [Texture] = []
  private var hasLinks = false

  init(layout: Layout, caption: Caption) {
    self.layout = layout
    self.caption = caption
  }

  /// Start of every element id in this drawing; the two drawings of a picture share a page.
  var prefix: String { elementID(caption.id) + "-" + layout.rawValue }

  var left: Double { layout.left }
  var right: Double { layout.right }

  mutating func add(_ element: Element) {
    elements.append(element)
  }

  mutating func line(from start: Point, to end: Point, class name: String, isDashed: Bool = false) {
    var attributes: [Element.Attribute] = [
      ("class", name),
      ("x1", Digits.coordinate(start.x)), ("y1", Digits.coordinate(start.y)),
      ("x2", Digits.coordinate(end.x)), ("y2", Digits.coordinate(end.y)),
    ]
    if isDashed { attributes.append(("stroke-dasharray", "3 3")) }
    add(Element(name: "line", attributes: attributes))
  }

  mutating func box(_ box: Box, class name: String, fill: String? = nil) {
    var attributes: [Element.Attribute] = [
      ("class", name),
      ("x", Digits.coordinate(box.x)), ("y", Digits.coordinate(box.y)),
      ("width", Digits.coordinate(box.width)), ("height", Digits.coordinate(box.height)),
    ]
    if let fill { attributes.append(("fill", fill)) }
    add(Element(name: "rect", attributes: attributes))
  }

  /// A bar in the colour of its tone with the tone's texture over it.
  mutating func bar(_ box: Box, tone: Tone) {
    self.box(box, class: tone.barClass)
    guard let texture = tone.texture else { return }
    textured(box, with: texture)
  }

  /// Lays a texture over a box.
  mutating func textured(_ box: Box, with texture: Texture) {
    if !textures.contains(texture) { textures.append(texture) }
    self.box(box, class: "pic-texture", fill: "url(#\(prefix)-\(texture.rawValue))")
  }

  mutating func text(
    _ block: TextBlock, x: Double, top: Double,
    anchor: TextBlock.Anchor = .start, halo: Halo = .none
  ) {
    elements += block.elements(x: x, top: top, anchor: anchor, halo: halo)
  }

  /// Text on paper of its own, for words in a link that stand on lines and points: the halo would
  /// break the underline.
  mutating func plated(
    _ block: TextBlock, x: Double, top: Double, anchor: TextBlock.Anchor = .start
  ) {
    for (index, line) in block.lines.enumerated() {
      let width = block.width(of: line)
      let start =
        switch anchor {
        case .start: x
        case .middle: x - width / 2
        case .end: x - width
        }
      let y = top + Double(index) * layout.lineHeight
      box(Box(x: start, y: y, width: width, height: layout.lineHeight), class: "pic-plate")
    }
    text(block, x: x, top: top, anchor: anchor)
  }

  mutating func mark(_ mark: Mark, at point: Point, radius: Double, class name: String) {
    add(mark.element(at: point, radius: radius, class: name))
  }

  /// Draws inside a link when there is a safe address, plainly when there is none.
  ///
  /// The link needs `label` as its accessible name, since drawn text is cut into lines.
  mutating func link(to address: String?, label: String, draw: (inout Canvas) -> Void) {
    guard let address = address.flatMap(safeAddress) else { return draw(&self) }
    let before = elements.count
    draw(&self)
    let inner = Array(elements[before...])
    elements.removeSubrange(before...)
    hasLinks = true
    let attributes: [Element.Attribute] = [
      ("class", "pic-link"), ("href", address), ("aria-label", label),
    ]
    add(Element(name: "a", attributes: attributes, children: inner))
  }

  /// The finished drawing.
  ///
  /// `role="img"` hides what is inside from assistive technology, so a drawing with links is a
  /// `group` instead.
  func svg(height: Double) -> String {
    let size = "0 0 \(Digits.coordinate(layout.width)) \(Digits.coordinate(height.rounded(.up)))"
    let root = Element(
      name: "svg",
      attributes: [
        ("xmlns", "http://www.w3.org/2000/svg"),
        ("class", "picture picture-\(layout.rawValue)"),
        ("viewBox", size),
        ("font-size", Digits.coordinate(layout.textSize)),
        ("role", hasLinks ? "group" : "img"),
        ("aria-labelledby", "\(prefix)-title \(prefix)-desc"),
      ],
      children: [
        Element(name: "title", attributes: [("id", "\(prefix)-title")], text: caption.title),
        Element(name: "desc", attributes: [("id", "\(prefix)-desc")], text: caption.summary),
      ] + definitions + elements)
    return root.markup()
  }

  private var definitions: [Element] {
    guard !textures.isEmpty else { return [] }
    let patterns = textures.map { $0.pattern(id: "\(prefix)-\($0.rawValue)") }
    return [Element(name: "defs", children: patterns)]
  }

  /// The drawing of a picture that has nothing to show.
  static func empty(_ caption: Caption, layout: Layout) -> String {
    var canvas = Canvas(layout: layout, caption: caption)
    let block = TextBlock("No figures yet", width: layout.width, layout: layout, style: .quiet)
    canvas.line(
      from: Point(canvas.left, 4), to: Point(canvas.right, 4), class: "pic-rule")
    canvas.text(block, x: canvas.left, top: 24)
    canvas.line(
      from: Point(canvas.left, 66), to: Point(canvas.right, 66), class: "pic-rule")
    return canvas.svg(height: 70)
  }
}

/// The address if it is relative or http(s); nil for any other scheme, such as `javascript:`.
func safeAddress(_ address: String) -> String? {
  let trimmed = address.unicodeScalars.filter { $0.value > 0x20 }
  let head = trimmed.prefix { $0 != "/" && $0 != "?" && $0 != "#" }
  guard head.contains(":") else { return trimmed.isEmpty ? nil : address }
  let scheme = String(String.UnicodeScalarView(head.prefix { $0 != ":" })).lowercased()
  return scheme == "https" || scheme == "http" ? address : nil
}

extension Layout {
  /// Space kept free at the left and right edge, so that no stroke is cut.
  private static let inset = 2.0

  /// Where drawings begin.
  var left: Double { Self.inset }

  /// Where drawings end.
  var right: Double { width - Self.inset }
}
