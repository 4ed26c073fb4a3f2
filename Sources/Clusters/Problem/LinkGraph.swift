// SPDX-License-Identifier: Apache-2.0

/// The neighbours of each unit in flat arrays, each in order.
struct LinkGraph: Sendable {
  /// Where the neighbours of each unit begin, and at the end their number.
  let starts: [Int]
  let neighbours: [Int]

  init(count: Int, links: [Link]) {
    var degrees = Array(repeating: 0, count: count + 1)
    for link in links {
      degrees[link.first + 1] += 1
      degrees[link.second + 1] += 1
    }
    for unit in 0..<count { degrees[unit + 1] += degrees[unit] }
    starts = degrees
    var next = starts
    var neighbours = Array(repeating: 0, count: links.count * 2)
    for link in links {
      neighbours[next[link.first]] = link.second
      next[link.first] += 1
      neighbours[next[link.second]] = link.first
      next[link.second] += 1
    }
    self.neighbours = neighbours
  }

  var count: Int { starts.count - 1 }

  func neighbours(of unit: Int) -> ArraySlice<Int> { neighbours[starts[unit]..<starts[unit + 1]] }

  /// The pieces into which some units fall, each in order, in the order of their first units.
  func pieces(of units: [Int]) -> [[Int]] {
    var isWaiting = Array(repeating: false, count: count)
    for unit in units { isWaiting[unit] = true }
    var pieces: [[Int]] = []
    for unit in units.sorted() where isWaiting[unit] {
      isWaiting[unit] = false
      var piece = [unit]
      var place = 0
      while place < piece.count {
        for neighbour in neighbours(of: piece[place]) where isWaiting[neighbour] {
          isWaiting[neighbour] = false
          piece.append(neighbour)
        }
        place += 1
      }
      pieces.append(piece.sorted())
    }
    return pieces
  }
}
