// SPDX-License-Identifier: Apache-2.0

/// The largest mean that each number of units can bear under a rule, for many numbers at once.
///
/// Small numbers are solved exactly, and of large ones a few, with the rest interpolated: the largest mean over
/// the units is a smooth function of 1/√units, close to a polynomial. Tests hold the interpolation to a
/// tenth of `margin`; whoever reads a value that close to a mean in question asks the rule itself.
struct LargestMeans {
  /// How far an interpolated value may be off, with room to spare.
  static let margin = 1e-3

  /// The number of units up to which all are solved.
  let solved: Int
  /// Rising, from 0 for no units.
  let values: [Double]

  /// Solves and interpolates until a mean is reached.
  init(_ rule: PlacesRule, upTo mean: Double) {
    solved = 64 * Int(rule.variability.rounded(.up))
    var values = [0.0]
    var step = 1.0
    for units in 1...solved {
      let last = values[units - 1]
      // A little more than the last step, as steps grow.
      values.append(rule.threshold(units, atLeast: last, step: step * 1.1))
      step = values[units] - last
    }
    var nodes = Self.nodes(rule, values)
    while values[values.count - 1] < mean {
      // Three nodes on either side of the stretch between `from` and `to`.
      let (from, to) = (nodes[2].units, nodes[3].units)
      for units in (from + 1)...to {
        values.append(units == to ? nodes[3].mean : Self.interpolated(units, nodes))
      }
      nodes.removeFirst()
      nodes.append(Self.node(rule, after: nodes[4]))
    }
    self.values = values
  }

  /// A number of units and its largest mean, solved.
  private struct Node {
    let units: Int
    let mean: Double
    /// What is interpolated, and against what.
    let ratio: Double
    let place: Double

    init(_ units: Int, _ mean: Double) {
      self.units = units
      self.mean = mean
      ratio = mean / Double(units)
      place = 1 / Double(units).squareRoot()
    }
  }

  /// The first six nodes: the third is the last of the solved numbers.
  private static func nodes(_ rule: PlacesRule, _ values: [Double]) -> [Node] {
    let solved = values.count - 1
    var nodes = [solved * 5 / 8, solved * 4 / 5, solved].map { Node($0, values[$0]) }
    for _ in 0..<3 { nodes.append(node(rule, after: nodes[nodes.count - 1])) }
    return nodes
  }

  /// The next node: a quarter more units.
  private static func node(_ rule: PlacesRule, after last: Node) -> Node {
    let units = last.units + last.units / 4
    let step = Double(units - last.units)
    return Node(units, rule.threshold(units, atLeast: last.mean, step: step))
  }

  /// The polynomial through six nodes (Lagrange).
  private static func interpolated(_ units: Int, _ nodes: [Node]) -> Double {
    let place = 1 / Double(units).squareRoot()
    var sum = 0.0
    for node in nodes {
      var weight = node.ratio
      for other in nodes where other.units != node.units {
        weight *= (place - other.place) / (node.place - other.place)
      }
      sum += weight
    }
    return sum * Double(units)
  }
}
