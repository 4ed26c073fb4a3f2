// SPDX-License-Identifier: Apache-2.0

extension SearchState {
  /// Puts a unit into the ring and the sums of a group.
  mutating func insert(_ unit: Int, into target: Int) {
    group[unit] = target
    let head = first[target]
    if head < 0 {
      first[target] = unit
      next[unit] = unit
      previous[unit] = unit
    } else {
      let last = previous[head]
      next[last] = unit
      previous[unit] = last
      next[unit] = head
      previous[head] = unit
    }
    add(unit, to: target, times: 1)
  }

  private mutating func remove(_ unit: Int) {
    let source = group[unit]
    let after = next[unit]
    if after == unit {
      first[source] = -1
    } else {
      let before = previous[unit]
      next[before] = after
      previous[after] = before
      if first[source] == unit { first[source] = after }
    }
    add(unit, to: source, times: -1)
  }

  private mutating func add(_ unit: Int, to target: Int, times sign: Double) {
    let weight = sign * model.people[unit]
    unitCount[target] += sign > 0 ? 1 : -1
    people[target] += weight
    later[target] += sign * model.later[unit]
    eastSum[target] += weight * model.east[unit]
    northSum[target] += weight * model.north[unit]
    deprivationPeople[target] += sign * model.deprivationPeople[unit]
    deprivationSum[target] += sign * model.deprivationPeople[unit] * model.deprivation[unit]
    for number in model.kept.indices {
      let label = model.kept[number].labels[unit]
      if label >= 0 { Self.add(weight, of: target, to: &keptShares[number][label]) }
    }
    let commissioner = model.commissioner[unit]
    if commissioner >= 0 {
      Self.add(weight, of: commissioner, to: &commissionerShares[target])
    }
  }

  private static func add(_ people: Double, of key: Int, to shares: inout [LabelShare]) {
    for place in shares.indices where shares[place].key == key {
      shares[place].people += people
      // Units of nobody leave no trace; sums of whole numbers are exact.
      if shares[place].people == 0 { shares.swapAt(place, shares.count - 1); shares.removeLast() }
      return
    }
    if people != 0 { shares.append(LabelShare(key: key, people: people)) }
  }

  /// Moves a unit and measures the two groups again.
  mutating func move(_ unit: Int, to target: Int) {
    let source = group[unit]
    if let journeys = model.journeys { shiftJourneys(unit, to: target, journeys) }
    remove(unit)
    insert(unit, into: target)
    if model.journeys == nil {
      distance[source] = straightSum(source, without: -1, with: -1)
      distance[target] = straightSum(target, without: -1, with: -1)
    } else {
      distance[source] = leastJourneys(source)
      distance[target] = leastJourneys(target)
    }
  }

  /// Measures a group from nothing.
  mutating func remeasure(_ group: Int) {
    guard let journeys = model.journeys else {
      distance[group] = straightSum(group, without: -1, with: -1)
      return
    }
    let members = members(of: group)
    for centre in members {
      journeysTo[centre] = members.reduce(0) {
        $0 + model.people[$1] * journeys[$1 * model.count + centre]
      }
    }
    distance[group] = leastJourneys(group)
  }

  func members(of group: Int) -> [Int] {
    guard first[group] >= 0 else { return [] }
    var members = [first[group]]
    var unit = next[first[group]]
    while unit != first[group] {
      members.append(unit)
      unit = next[unit]
    }
    return members
  }

  private mutating func shiftJourneys(_ unit: Int, to target: Int, _ journeys: [Double]) {
    let weight = model.people[unit]
    let row = unit * model.count
    for centre in members(of: group[unit]) { journeysTo[centre] -= weight * journeys[row + centre] }
    var sum = 0.0
    for centre in members(of: target) {
      journeysTo[centre] += weight * journeys[row + centre]
      sum += model.people[centre] * journeys[centre * model.count + unit]
    }
    journeysTo[unit] = sum + weight * journeys[row + unit]
  }

  private func leastJourneys(_ group: Int) -> Double {
    var least = Double.infinity
    let start = first[group]
    guard start >= 0 else { return 0 }
    var unit = start
    repeat {
      least = min(least, journeysTo[unit])
      unit = next[unit]
    } while unit != start
    return least
  }
}
