// SPDX-License-Identifier: Apache-2.0

/// A pattern laid over a filled shape, so that colour is never the only sign.
enum Texture: String, Sendable, CaseIterable {
  case rising
  case falling
  case dots
  case hatch

  /// The `<pattern>` that draws the texture: strokes of an 8 by 8 tile, not rotated, so that no
  /// seams show between tiles.
  func pattern(id: String) -> Element {
    Element(
      name: "pattern",
      attributes: [
        ("id", id), ("width", "8"), ("height", "8"), ("patternUnits", "userSpaceOnUse"),
      ],
      children: [mark])
  }

  private var mark: Element {
    switch self {
    case .rising: stripes("M-2 2L2 -2M0 8L8 0M6 10L10 6", class: "pic-stripe")
    case .falling: stripes("M-2 6L2 10M0 0L8 8M6 -2L10 2", class: "pic-stripe")
    case .hatch: stripes("M-2 2L2 -2M0 8L8 0M6 10L10 6", class: "pic-hatch")
    case .dots:
      Element(
        name: "circle",
        attributes: [("class", "pic-dot"), ("cx", "4"), ("cy", "4"), ("r", "1.5")])
    }
  }

  private func stripes(_ path: String, class name: String) -> Element {
    Element(name: "path", attributes: [("class", name), ("d", path)])
  }
}
