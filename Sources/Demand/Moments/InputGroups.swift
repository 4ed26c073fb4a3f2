// SPDX-License-Identifier: Apache-2.0

/// Inputs that some mitigator multiplies with each other, grouped: its reach and its effect.
///
/// Groups are independent of each other, and each has the points of all its inputs crossed.
struct InputGroups {
  /// The most points of a group.
  static let pointLimit = 200_000

  /// One group.
  struct Group {
    /// Its inputs.
    var inputs: [Int]
    /// By point: the values of its inputs.
    var values: [[Double]] = [[]]
    var weights: [Double] = [1]
  }

  private(set) var groups: [Group] = []
  /// By input: its group, or −1 where nothing uses it.
  private(set) var groupOf: [Int]

  init(_ inputs: DemandInputs, _ quadratures: [InputQuadrature]) throws(DemandError) {
    var leader = Array(quadratures.indices)
    func find(_ input: Int) -> Int {
      var place = input
      while leader[place] != place { place = leader[place] }
      return place
    }
    var used = Set(inputs.growth.compactMap(\.amount.input))
    for mitigator in inputs.mitigators {
      let pair = [mitigator.reach.input, mitigator.effect.input].compactMap { $0 }
      used.formUnion(pair)
      if let first = pair.first, let last = pair.last {
        leader[max(find(first), find(last))] = min(find(first), find(last))
      }
    }
    groupOf = Array(repeating: -1, count: quadratures.count)
    for input in used.sorted() {
      let first = find(input)
      if groupOf[first] < 0 {
        groupOf[first] = groups.count
        groups.append(Group(inputs: []))
      }
      groupOf[input] = groupOf[first]
      try groups[groupOf[input]].cross(input, quadratures[input])
    }
  }
}

extension InputGroups.Group {
  /// Adds an input: its points are crossed with those that are there.
  mutating func cross(_ input: Int, _ quadrature: InputQuadrature) throws(DemandError) {
    guard values.count * quadrature.points.count <= InputGroups.pointLimit else {
      throw DemandError([
        DemandProblem(
          .question, "the analytic moments", .tooManyWays,
          found: "\(inputs.count + 1) inputs that reach and effects of mitigators tie together",
          expected: "at most \(InputGroups.pointLimit) points of such inputs",
          advice: "Give these inputs by mean and standard deviation, or simulate.")
      ])
    }
    inputs.append(input)
    var crossed: [[Double]] = []
    var masses: [Double] = []
    for (old, weight) in zip(values, weights) {
      for (point, mass) in zip(quadrature.points, quadrature.weights) {
        crossed.append(old + [point])
        masses.append(weight * mass)
      }
    }
    (values, weights) = (crossed, masses)
  }
}
