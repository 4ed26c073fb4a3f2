// SPDX-License-Identifier: Apache-2.0

/// Units through which people flow: how many are in each, how many wait for it, and where they go.
///
/// Heights are to one scale for all units, so that a queue can be compared with the unit it waits
/// for. Ways on are as broad as the number of people who take them in a day.
public struct FlowDiagram: Picture {
  /// A unit with the people in it and before it.
  public struct Unit: Sendable, Hashable {
    /// What it is called.
    public var name: String
    /// People who are there and need to be, on average.
    public var inCare: Double
    /// People who are there and could go on, on average.
    public var heldUp: Double
    /// People who wait for it, wherever they are, on average.
    public var waiting: Double
    /// How much of it there is, as printed: "24 beds".
    public var capacity: String

    /// Makes a unit.
    public init(
      _ name: String, inCare: Double, heldUp: Double, waiting: Double, capacity: String
    ) {
      self.name = name
      self.inCare = inCare
      self.heldUp = heldUp
      self.waiting = waiting
      self.capacity = capacity
    }

    var people: Double { inCare + heldUp }
    var isFinite: Bool { inCare.isFinite && heldUp.isFinite && waiting.isFinite }
  }

  /// A way from one unit to another, or out.
  public struct Way: Sendable, Hashable {
    /// The unit that people leave, by its place; nil for those who come from outside.
    public var from: Int?
    /// The unit that they go to, by its place; nil for those who leave.
    public var to: Int?
    /// How many take it in a day.
    public var perDay: Double

    /// Makes a way.
    public init(from: Int?, to: Int?, perDay: Double) {
      self.from = from
      self.to = to
      self.perDay = perDay
    }
  }

  /// What the parts of a box mean, printed above the drawing.
  public static let key =
    "Full: in care. Dotted: held up, and could go on. Hatched: waiting to come in. "
    + "Heights are to one scale; the broader a way, the more people take it."

  /// The words that go with the drawing.
  public var caption: Caption
  /// The units.
  public var units: [Unit]
  /// The ways.
  public var ways: [Way]

  /// Makes a diagram.
  public init(caption: Caption, units: [Unit], ways: [Way]) {
    self.caption = caption
    self.units = units
    self.ways = ways
  }

  /// One row for each unit, with the ways on in words.
  public var table: DataTable {
    DataTable(
      caption: title,
      columns: [
        .init("Unit"), .init("How much there is"), .init("In care", isNumeric: true),
        .init("Held up", isNumeric: true), .init("Waiting to come in", isNumeric: true),
        .init("Come from outside a day", isNumeric: true), .init("Go on to, people a day"),
      ],
      rows: units.indices.map { index in
        let unit = units[index]
        let style = Self.style
        return [
          unit.name, unit.capacity, style.bare(unit.inCare), style.bare(unit.heldUp),
          style.bare(unit.waiting), style.bare(arriving(at: index)), onward(from: index),
        ]
      })
  }

  /// How numbers of people are printed.
  static let style = NumberStyle(decimals: 1)

  /// People who come to a unit from outside in a day.
  func arriving(at unit: Int) -> Double {
    ways.filter { $0.from == nil && $0.to == unit }.reduce(0) { $0 + $1.perDay }
  }

  /// Where people go from a unit: "Ward 1.5, out 2.5".
  func onward(from unit: Int) -> String {
    let own = ways.filter { $0.from == unit && $0.perDay.isFinite }
    let inside = own.compactMap { way in
      way.to.map { "\(units[$0].name) \(Self.style.text(way.perDay))" }
    }
    let out = own.filter { $0.to == nil }.reduce(0) { $0 + $1.perDay }
    return (inside + (out > 0 ? ["out \(Self.style.text(out))"] : [])).joined(separator: ", ")
  }

  /// Draws the units from left to right in wide, and one below the other in narrow.
  public func svg(_ layout: Layout) -> String {
    guard !units.isEmpty, units.allSatisfy(\.isFinite) else {
      return Canvas.empty(caption, layout: layout)
    }
    return FlowDrawing(self, layout).svg()
  }

  /// How far along each unit stands: after every unit that leads to it, going round left out.
  var layers: [Int] {
    var layer = [Int](repeating: 0, count: units.count)
    let forward = forwardWays
    for _ in units.indices {
      for (from, to) in forward { layer[to] = max(layer[to], layer[from] + 1) }
    }
    return layer
  }

  /// The ways between units that do not lead back to where people have been.
  private var forwardWays: [(Int, Int)] {
    var kept: [(Int, Int)] = []
    for way in ways {
      guard let from = way.from, let to = way.to, from != to,
        units.indices.contains(from), units.indices.contains(to),
        !reaches(from, startingAt: to, by: kept)
      else { continue }
      kept.append((from, to))
    }
    return kept
  }

  private func reaches(_ goal: Int, startingAt start: Int, by ways: [(Int, Int)]) -> Bool {
    var seen: Set<Int> = [start]
    var waiting = [start]
    while let unit = waiting.popLast() {
      if unit == goal { return true }
      for (from, to) in ways where from == unit && seen.insert(to).inserted { waiting.append(to) }
    }
    return false
  }
}
