// SPDX-License-Identifier: Apache-2.0

extension SearchState {
  /// What it would cost to move a unit to a group, without the question whether groups still hang together.
  func difference(_ unit: Int, to target: Int) -> Double {
    let source = group[unit]
    let weight = model.people[unit]
    let later = model.later[unit]
    var cost =
      bandCost(source, people: people[source] - weight, later: self.later[source] - later)
      - bandCost(source, people: people[source], later: self.later[source])
      + bandCost(target, people: people[target] + weight, later: self.later[target] + later)
      - bandCost(target, people: people[target], later: self.later[target])
    if model.deprivationCost > 0 { cost += deprivationDifference(unit, source, target) }
    if !model.kept.isEmpty { cost += keptDifference(unit, source, target) }
    if model.weights.commissioners > 0 { cost += commissionerDifference(unit, source, target) }
    if !model.weights.mustBeContiguous && model.weights.contiguity > 0 {
      cost += pieceDifference(unit, source, target)
    }
    return cost + model.weights.compactness * distanceDifference(unit, source, target)
  }

  private func distanceDifference(_ unit: Int, _ source: Int, _ target: Int) -> Double {
    if let journeys = model.journeys {
      return journeysAfter(unit, source, target, journeys) - distance[source] - distance[target]
    }
    return straightSum(source, without: unit, with: -1) - distance[source]
      + straightSum(target, without: -1, with: unit) - distance[target]
  }

  /// Distance times people to the mean place of a group, were one unit gone or come.
  func straightSum(_ group: Int, without: Int, with: Int) -> Double {
    var total = people[group]
    var east = eastSum[group]
    var north = northSum[group]
    if without >= 0 {
      total -= model.people[without]
      east -= model.people[without] * model.east[without]
      north -= model.people[without] * model.north[without]
    }
    if with >= 0 {
      total += model.people[with]
      east += model.people[with] * model.east[with]
      north += model.people[with] * model.north[with]
    }
    guard total > 0, first[group] >= 0 || with >= 0 else { return 0 }
    east /= total
    north /= total
    var sum = with >= 0 ? reach(with, east, north) : 0
    let start = first[group]
    guard start >= 0 else { return sum }
    var unit = start
    repeat {
      sum += reach(unit, east, north)
      unit = next[unit]
    } while unit != start
    if without >= 0 { sum -= reach(without, east, north) }
    return sum
  }

  @inline(__always)
  private func reach(_ unit: Int, _ east: Double, _ north: Double) -> Double {
    let across = model.east[unit] - east
    let up = model.north[unit] - north
    return model.people[unit] * (across * across + up * up).squareRoot()
  }

  private func journeysAfter(
    _ unit: Int, _ source: Int, _ target: Int, _ journeys: [Double]
  ) -> Double {
    let weight = model.people[unit]
    let row = unit * model.count
    var leastAtSource = unitCount[source] > 1 ? Double.infinity : 0
    var member = next[unit]
    while member != unit {
      leastAtSource = min(leastAtSource, journeysTo[member] - weight * journeys[row + member])
      member = next[member]
    }
    var here = weight * journeys[row + unit]
    var leastAtTarget = Double.infinity
    let start = first[target]
    if start >= 0 {
      member = start
      repeat {
        leastAtTarget = min(leastAtTarget, journeysTo[member] + weight * journeys[row + member])
        here += model.people[member] * journeys[member * model.count + unit]
        member = next[member]
      } while member != start
    }
    return leastAtSource + min(leastAtTarget, here)
  }

  private func deprivationDifference(_ unit: Int, _ source: Int, _ target: Int) -> Double {
    let weight = model.deprivationPeople[unit]
    let score = weight * model.deprivation[unit]
    return deprivationCost(deprivationSum[source] - score, deprivationPeople[source] - weight)
      - deprivationCost(deprivationSum[source], deprivationPeople[source])
      + deprivationCost(deprivationSum[target] + score, deprivationPeople[target] + weight)
      - deprivationCost(deprivationSum[target], deprivationPeople[target])
  }

  private func keptDifference(_ unit: Int, _ source: Int, _ target: Int) -> Double {
    var cost = 0.0
    for number in model.kept.indices {
      let label = model.kept[number].labels[unit]
      guard label >= 0 else { continue }
      let shares = keptShares[number][label]
      var before = 0.0
      var after = 0.0
      var isThere = false
      for share in shares {
        before = max(before, share.people)
        var people = share.people
        if share.key == source { people -= model.people[unit] }
        if share.key == target {
          people += model.people[unit]
          isThere = true
        }
        after = max(after, people)
      }
      if !isThere { after = max(after, model.people[unit]) }
      cost += (model.kept[number].cost ?? penalty) * (before - after)
    }
    return cost
  }

  private func commissionerDifference(_ unit: Int, _ source: Int, _ target: Int) -> Double {
    let name = model.commissioner[unit]
    guard name >= 0 else { return 0 }
    let weight = model.people[unit]
    return model.weights.commissioners
      * (Self.apart(commissionerShares[source], with: -weight, of: name)
        - Self.apart(commissionerShares[source])
        + Self.apart(commissionerShares[target], with: weight, of: name)
        - Self.apart(commissionerShares[target]))
  }

  private static func apart(_ shares: [LabelShare], with people: Double, of key: Int) -> Double {
    var sum = 0.0
    var most = 0.0
    var isThere = false
    for share in shares {
      let changed = share.key == key ? share.people + people : share.people
      isThere = isThere || share.key == key
      sum += changed
      most = max(most, changed)
    }
    if !isThere {
      sum += people
      most = max(most, people)
    }
    return sum - most
  }
}
