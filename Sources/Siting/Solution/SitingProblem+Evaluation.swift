// SPDX-License-Identifier: Apache-2.0
import Access

extension SitingProblem {
  /// The nearest of some sites for each area, the first of several; nil where none has a route.
  func assignment(to open: [Int]) -> [Int?] {
    let sites = travel.sites.count
    return travel.minutes.withUnsafeBufferPointer { minutes in
      weights.indices.map { area in
        var nearest: Int?
        var least = Double.infinity
        for site in open where minutes[area * sites + site] < least {
          least = minutes[area * sites + site]
          nearest = site
        }
        return nearest
      }
    }
  }

  /// What a plan achieves, summed area by area in their order.
  func value(of objective: SitingObjective, open: [Int], assignment: [Int?]) -> Double {
    switch objective {
    case .weightedMean:
      return weightedSum { area in minutes(from: area, in: assignment) } / weightedSum { _ in 1 }
    case .largestMinutes:
      return weights.indices.reduce(0) { max($0, minutes(from: $1, in: assignment)) }
    case .fewestSites:
      return Double(open.count)
    case .largestShare(_, let radius):
      let covered = weightedSum { area in
        minutes(from: area, in: assignment) <= radius && assignment[area] != nil ? 1 : 0
      }
      return covered / weightedSum { _ in 1 }
    }
  }

  private func minutes(from area: Int, in assignment: [Int?]) -> Double {
    assignment[area].map { travel[area, $0] } ?? .infinity
  }

  /// The sum of the weights times a value; an area of zero weight adds nothing, whatever its value.
  private func weightedSum(_ value: (Int) -> Double) -> Double {
    var sum = 0.0
    for (area, weight) in weights.enumerated() where weight > 0 { sum += weight * value(area) }
    return sum
  }
}
