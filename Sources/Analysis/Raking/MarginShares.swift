// SPDX-License-Identifier: Apache-2.0

/// A margin made ready for arithmetic: places instead of names, shares instead of populations.
struct MarginShares {
  let name: String
  let cells: [String]
  let target: [Double]
  /// The cell of each respondent, or -1 where the respondent did not say.
  let places: [Int]

  init(_ margin: RakingMargin) throws(RakingError) {
    var placeOf: [String: Int] = [:]
    var total = 0.0
    for (place, cell) in margin.cells.enumerated() {
      guard cell.population >= 0, cell.population.isFinite else {
        throw .badPopulation(margin: margin.name, cell: cell.name, population: cell.population)
      }
      guard placeOf.updateValue(place, forKey: cell.name) == nil else {
        throw .repeatedCell(margin: margin.name, cell: cell.name)
      }
      total += cell.population
    }
    var places: [Int] = []
    var counts = Array(repeating: 0, count: margin.cells.count)
    for (respondent, cell) in margin.respondents.enumerated() {
      guard let cell else {
        places.append(-1)
        continue
      }
      guard let place = placeOf[cell] else {
        throw .unknownCell(margin: margin.name, cell: cell, respondent: respondent)
      }
      places.append(place)
      counts[place] += 1
    }
    for (cell, count) in zip(margin.cells, counts) {
      if cell.population > 0, count == 0 {
        throw .emptyCell(margin: margin.name, cell: cell.name, population: cell.population)
      }
      if cell.population == 0, count > 0 {
        throw .unpopulatedCell(margin: margin.name, cell: cell.name, respondents: count)
      }
    }
    name = margin.name
    cells = margin.cells.map(\.name)
    target = margin.cells.map { total > 0 ? $0.population / total : 0 }
    self.places = places
  }

  /// The weighted count of each cell.
  func sums(_ weights: [Double]) -> [Double] {
    var sums = Array(repeating: 0.0, count: cells.count)
    for (place, weight) in zip(places, weights) where place >= 0 { sums[place] += weight }
    return sums
  }

  /// Brings each cell to its share of those who said where they are.
  func adjust(_ weights: inout [Double]) {
    let sums = sums(weights)
    let total = sums.reduce(0, +)
    let factors = cells.indices.map { sums[$0] > 0 ? target[$0] * total / sums[$0] : 1 }
    for (respondent, place) in places.enumerated() where place >= 0 {
      weights[respondent] *= factors[place]
    }
  }

  /// The cell furthest from its share, and by how much.
  func largestGap(_ weights: [Double]) -> (cell: Int, gap: Double) {
    let sums = sums(weights)
    let total = sums.reduce(0, +)
    var worst = (cell: 0, gap: 0.0)
    for cell in cells.indices where total > 0 {
      let gap = abs(sums[cell] / total - target[cell])
      if gap > worst.gap { worst = (cell, gap) }
    }
    return worst
  }
}
