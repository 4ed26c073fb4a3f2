// SPDX-License-Identifier: Apache-2.0

/// Which wards to close to give up the most beds without giving up more than are spare.
enum WardChoice {
  /// The wards, by dynamic programming over beds closed.
  ///
  /// - Parameters:
  ///   - wards: the beds of each.
  ///   - spare: the most that may close.
  /// - Returns: indexes in rising order: the most beds, then the fewest wards, then the last wards.
  static func closing(_ wards: [Int], spare: Int) -> [Int] {
    guard spare > 0, !wards.isEmpty else { return [] }
    let most = min(spare, wards.reduce(0, +))
    // fewest[beds]: the fewest of the wards seen so far that have exactly so many beds.
    var fewest = [Int](repeating: .max, count: most + 1)
    fewest[0] = 0
    var isTaken = [[Bool]](
      repeating: [Bool](repeating: false, count: most + 1), count: wards.count)
    for (index, size) in wards.enumerated() where size <= most {
      for beds in stride(from: most, through: size, by: -1) {
        let before = fewest[beds - size]
        guard before < .max, before + 1 <= fewest[beds] else { continue }
        fewest[beds] = before + 1
        isTaken[index][beds] = true
      }
    }
    guard var beds = fewest.lastIndex(where: { $0 < .max }) else { return [] }
    var chosen: [Int] = []
    for index in wards.indices.reversed() where isTaken[index][beds] {
      chosen.append(index)
      beds -= wards[index]
    }
    return chosen.reversed()
  }
}
