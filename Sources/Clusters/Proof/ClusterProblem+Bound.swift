// SPDX-License-Identifier: Apache-2.0

extension ClusterProblem {
  /// No grouping of this many groups that keeps the rules costs less: what its distances must cost at the
  /// least; wishes other than compactness may be met wholly.
  public var bound: Double {
    guard people > 0, preferences.compactness > 0 else { return 0 }
    let sum = travel == nil ? DistanceBound(self).best + exceptionDistance : journeyBound
    return preferences.compactness * sum / Double(people)
  }

  private var exceptionDistance: Double {
    exceptions.reduce(0) { sum, set in
      let members = set.sorted()
      let group = judgement(
        of: 0, members, known: nil, isException: true, splitTowns: [])
      return sum + group.meanDistance * Double(group.people)
    }
  }

  /// By journeys: everybody but the people of the units that are centres has at least the shortest
  /// journey out of their unit.
  private var journeyBound: Double {
    guard let travel else { return 0 }
    let least = units.indices.map { unit -> Double in
      let row = travel.values[(unit * units.count)..<((unit + 1) * units.count)]
      let out = row.enumerated().reduce(Double.infinity) {
        $1.offset == unit ? $0 : min($0, $1.element)
      }
      return out.isFinite ? out * Double(units[unit].people) : 0
    }
    return least.sorted().dropLast(min(chosenCount, units.count)).reduce(0, +)
  }
}
