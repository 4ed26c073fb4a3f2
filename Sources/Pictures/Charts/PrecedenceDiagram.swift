// SPDX-License-Identifier: Apache-2.0

/// What leads to one gate, from left to right: a box for each step and an arrow for each link.
///
/// Meant for the drivers of one gate, not for a whole programme. What decides the date has a thick
/// outline and a thick arrow.
public struct PrecedenceDiagram: Picture {
  /// One step.
  public struct Node: Sendable, Hashable {
    /// The permanent name.
    public var id: String
    /// What it is.
    public var label: String
    /// Its dates as printed.
    public var note: String
    /// Whether it decides the date of the gate.
    public var isCritical: Bool
    /// Where it leads; relative or http(s), anything else is ignored.
    public var link: String?

    /// Makes a node.
    public init(
      _ id: String, label: String, note: String, isCritical: Bool = false, link: String? = nil
    ) {
      self.id = id
      self.label = label
      self.note = note
      self.isCritical = isCritical
      self.link = link
    }
  }

  /// A link from one step to the next.
  public struct Arrow: Sendable, Hashable {
    /// The step that comes first.
    public var from: String
    /// The step that waits.
    public var to: String

    /// Makes an arrow.
    public init(_ from: String, _ to: String) {
      self.from = from
      self.to = to
    }
  }

  /// The words that go with the drawing.
  public var caption: Caption
  /// The steps; the last layer is drawn at the right.
  public var nodes: [Node]
  /// The links; those that name no step are left out.
  public var arrows: [Arrow]

  /// Makes a diagram.
  public init(caption: Caption, nodes: [Node], arrows: [Arrow]) {
    self.caption = caption
    self.nodes = nodes
    self.arrows = arrows
  }

  /// One row a step, with what it waits for.
  public var table: DataTable {
    DataTable(
      caption: title,
      columns: [.init("Step"), .init("Dates"), .init("Comes after"), .init("Decides the date")],
      rows: nodes.map { node in
        [node.label, node.note, before(node.id), node.isCritical ? "yes" : "no"]
      })
  }

  /// The labels of what a step waits for, or a dash.
  func before(_ id: String) -> String {
    let names = arrows.filter { $0.to == id }.compactMap { arrow in
      nodes.first { $0.id == arrow.from }?.label
    }
    return names.isEmpty ? "nothing here" : names.joined(separator: "; ")
  }

  /// Draws the steps in layers; on a phone as a list from the first to the last.
  public func svg(_ layout: Layout) -> String {
    guard !nodes.isEmpty else { return Canvas.empty(caption, layout: layout) }
    return layout == .wide ? wide() : narrow()
  }

  /// The layer of each step: the longest way to a step that nothing waits for, from the right.
  var layers: [Int] {
    let places = Dictionary(
      nodes.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { one, _ in one })
    let links = arrows.compactMap { arrow -> (from: Int, to: Int)? in
      guard let from = places[arrow.from], let to = places[arrow.to] else { return nil }
      return (from, to)
    }
    var layer = [Int](repeating: 0, count: nodes.count)
    // As often as there are nodes is enough; a loop stops there too.
    for _ in nodes.indices {
      for link in links where layer[link.from] < layer[link.to] + 1 {
        layer[link.from] = min(layer[link.to] + 1, nodes.count - 1)
      }
    }
    let last = layer.max() ?? 0
    return layer.map { last - $0 }
  }
}
