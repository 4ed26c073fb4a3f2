// SPDX-License-Identifier: Apache-2.0

extension CostLists {
  /// Closes free sites that some better free site makes needless, as long as more than `choose`
  /// stay free; returns whether it closed any.
  ///
  /// Only for lists without distances: a site is needless when another serves all of its clients.
  /// A plan with the needless one is no worse with the other, or, when it has both, with any third.
  func closeNeedless(_ states: inout [SiteState], choose: Int) -> Bool {
    let wordCount = (count + 63) / 64
    var columns = Array(repeating: UInt64(0), count: states.count * wordCount)
    var first = Array(repeating: -1, count: states.count)
    for client in (0..<count).reversed() {
      for entry in starts[client]..<starts[client + 1] {
        let site = Int(sites[entry])
        columns[site * wordCount + client / 64] |= 1 << UInt64(client % 64)
        first[site] = client
      }
    }
    let bits = columns.span
    func serves(_ other: Int, allOf site: Int) -> Bool {
      for word in 0..<wordCount
      where bits[site * wordCount + word] & ~bits[other * wordCount + word] != 0 {
        return false
      }
      return true
    }
    var left = states.reduce(0) { $0 + ($1 == .free ? 1 : 0) }
    let before = left
    for site in states.indices where states[site] == .free && left > choose {
      let isNeedless =
        first[site] < 0
        || sites[starts[first[site]]..<starts[first[site] + 1]].contains { candidate in
          let other = Int(candidate)
          return other != site && states[other] == .free && serves(other, allOf: site)
        }
      if isNeedless {
        states[site] = .closed
        left -= 1
      }
    }
    return left < before
  }
}
