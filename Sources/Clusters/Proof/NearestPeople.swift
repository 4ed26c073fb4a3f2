// SPDX-License-Identifier: Apache-2.0

/// The nearest units of each unit, until they have as many people as a group may have.
struct NearestPeople {
  /// Of one unit: distances in order, from itself at 0, and the people up to and with each.
  struct Reach {
    var distances: [Double]
    var people: [Double]
  }

  private let units: [Unit]
  private let side: Double
  private let least: (east: Double, north: Double)
  private let width: Int
  private let height: Int
  private var cells: [[Int]]

  /// Sorts the units of a part into square cells of about eight units.
  init(_ units: [Unit]) {
    self.units = units
    let easts = units.map(\.east)
    let norths = units.map(\.north)
    least = (easts.min() ?? 0, norths.min() ?? 0)
    let across = (easts.max() ?? 0) - least.east
    let up = (norths.max() ?? 0) - least.north
    let area = max(across * up, 1e-6)
    let thin = max(across, up) / Double(max(units.count, 1))
    side = max((area * 8 / Double(max(units.count, 1))).squareRoot(), thin, 1e-6)
    width = Int(across / side) + 1
    height = Int(up / side) + 1
    cells = Array(repeating: [], count: width * height)
    for (index, unit) in units.enumerated() {
      let (column, row) = cell(unit)
      cells[row * width + column].append(index)
    }
  }

  private func cell(_ unit: Unit) -> (Int, Int) {
    (Int((unit.east - least.east) / side), Int((unit.north - least.north) / side))
  }

  /// The units nearest to one, itself first, until their people are at least so many, or all units.
  func reach(of unit: Int, upTo people: Double) -> Reach {
    let (column, row) = cell(units[unit])
    var found: [(distance: Double, unit: Int)] = []
    for ring in 0...max(width, height) {
      collect(ring, column, row, from: unit, into: &found)
      // Whoever is in a cell further out is at least so many cells away.
      let safe = Double(ring) * side
      let near = found.reduce(0) { $1.distance <= safe ? $0 + Double(units[$1.unit].people) : $0 }
      if near >= people { break }
    }
    found.sort { ($0.distance, $0.unit) < ($1.distance, $1.unit) }
    var reach = Reach(distances: [], people: [])
    var sum = 0.0
    for (distance, other) in found {
      sum += Double(units[other].people)
      reach.distances.append(distance)
      reach.people.append(sum)
      if sum >= people { break }
    }
    return reach
  }

  private func collect(
    _ ring: Int, _ column: Int, _ row: Int, from unit: Int,
    into found: inout [(distance: Double, unit: Int)]
  ) {
    for up in -ring...ring where (0..<height).contains(row + up) {
      let step = abs(up) == ring || ring == 0 ? 1 : 2 * ring
      for across in stride(from: -ring, through: ring, by: step)
      where (0..<width).contains(column + across) {
        for other in cells[(row + up) * width + column + across] {
          let east = units[other].east - units[unit].east
          let north = units[other].north - units[unit].north
          let distance = (east * east + north * north).squareRoot()
          found.append((other == unit ? 0 : distance, other))
        }
      }
    }
  }
}
