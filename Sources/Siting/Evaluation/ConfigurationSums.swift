// SPDX-License-Identifier: Apache-2.0

/// The exact sums that the measures of a configuration are made from.
struct ConfigurationSums: Sendable {
  /// What goes to each site; zero for a closed one.
  var tallies: [DemandTally]
  /// The demand that reaches a unit, multiplied by its time.
  var weightedMinutes: Int64 = 0
  /// The demand without a route to an open unit.
  var unreached: Int64 = 0
  /// The longest time of any area, as a place among the distinct times.
  var longest: UInt32 = 0
  /// Whether areas that travelled that long may have been taken away since.
  var longestMayBeLess = false

  init(siteCount: Int) {
    tallies = Array(repeating: DemandTally(), count: siteCount)
  }

  /// Takes over other sums without new memory.
  mutating func copy(_ other: Self) {
    for site in tallies.indices { tallies[site] = other.tallies[site] }
    weightedMinutes = other.weightedMinutes
    unreached = other.unreached
    longest = other.longest
    longestMayBeLess = other.longestMayBeLess
  }

  /// Sends all areas of a node to its site.
  mutating func add(_ node: PrefixTree.Node) {
    tallies[Int(node.site)] &+= node.tally
    weightedMinutes &+= node.weightedMinutes
    if node.longest > longest { longest = node.longest }
  }

  /// Takes all areas of a node from its site.
  mutating func remove(_ node: PrefixTree.Node) {
    if node.longest == longest { longestMayBeLess = true }
    tallies[Int(node.site)] &-= node.tally
    weightedMinutes &-= node.weightedMinutes
  }

  /// Works the measures out.
  func measures(isOpen: [Bool], in evaluator: ConfigurationEvaluator) -> ConfigurationMeasures {
    var result = ConfigurationMeasures()
    let target = evaluator.targetSteps
    var largest: Int64 = 0
    var smallest = Int64.max
    var all = DemandTally()
    var large = DemandTally()
    for site in tallies.indices where isOpen[site] {
      let tally = tallies[site]
      let isCounted = evaluator.roles[site].isCounted
      all &+= tally
      if isCounted {
        result.units += 1
        largest = max(largest, tally[0])
        smallest = min(smallest, tally[0])
      }
      if !isCounted || tally[0] >= target { large &+= tally }
    }
    let demand = evaluator.demand
    let total = Double(demand.total)
    result.meanMinutes =
      unreached > 0
      ? .infinity : Double(weightedMinutes) / total / demand.minuteGrid.stepsPerUnit
    result.maximumMinutes = evaluator.times.minutes[Int(longest)]
    result.largestUnit = Double(largest) / demand.grid.stepsPerUnit
    result.smallestUnit = result.units == 0 ? 0 : Double(smallest) / demand.grid.stepsPerUnit
    result.withinFirst = Double(all[1]) / total
    result.withinSecond = Double(all[2]) / total
    result.withinThird = Double(all[3]) / total
    result.atTarget = Double(large[0]) / total
    result.withinFirstAtTarget = Double(large[1]) / total
    result.withinSecondAtTarget = Double(large[2]) / total
    result.withinThirdAtTarget = Double(large[3]) / total
    return result
  }
}
