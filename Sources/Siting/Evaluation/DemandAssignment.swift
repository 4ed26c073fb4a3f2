// SPDX-License-Identifier: Apache-2.0

/// Where the demand of every area goes, how long it takes, and what every unit sees.
public struct DemandAssignment: Hashable, Sendable {
  /// The open unit of each area, as a position among the sites; nil where there is no route to any.
  public internal(set) var siteOfArea: [Int?]
  /// The minutes from each area to its unit; infinite where there is no route.
  public internal(set) var minutes: [Double]
  /// The demand that goes to each site; zero for a closed one.
  public internal(set) var volumes: [Double]
}

extension ConfigurationState {
  /// The unit, the minutes and the volumes behind the measures.
  ///
  /// - Complexity: O(areas).
  public var assignment: DemandAssignment {
    var result = DemandAssignment(
      siteOfArea: Array(repeating: nil, count: evaluator.areas.count),
      minutes: Array(repeating: .infinity, count: evaluator.areas.count),
      volumes: sums.tallies.map { Double($0[0]) / evaluator.demand.grid.stepsPerUnit })
    var index = 0
    while index < evaluator.tree.nodes.count {
      let node = evaluator.tree.nodes[index]
      let isReached = isOpen[Int(node.site)]
      if isReached {
        for position in Int(node.firstArea)..<Int(node.endArea) {
          result.send(position, to: Int(node.site), in: evaluator)
        }
      }
      index = isReached ? Int(node.end) : index + 1
    }
    for run in lone.runs(in: evaluator) {
      for position in run where lone.site[position] >= 0 {
        result.send(position, to: Int(lone.site[position]), in: evaluator)
      }
    }
    return result
  }
}

extension DemandAssignment {
  fileprivate mutating func send(
    _ position: Int, to site: Int, in evaluator: ConfigurationEvaluator
  ) {
    let area = Int(evaluator.tree.areaOrder[position])
    let place = evaluator.packed.place(position: position, site: site, of: evaluator.areas.count)
    siteOfArea[area] = site
    minutes[area] = evaluator.times.minutes[place]
  }
}
