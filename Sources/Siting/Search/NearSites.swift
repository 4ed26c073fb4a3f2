// SPDX-License-Identifier: Apache-2.0

/// For every site, the sites that compete with it for demand.
///
/// Two sites compete for an area when both are among the sites nearest to it. A swap of sites that
/// don't compete is a closing and an opening that have nothing to do with each other.
struct NearSites: Sendable {
  /// For each site, its competitors among the sites that may be decided, the strongest first.
  private let sites: [[Int]]

  /// Finds the competitors of each site.
  init(_ evaluator: ConfigurationEvaluator) {
    let siteCount = evaluator.sites.count
    let lists = evaluator.nodesBySite
    var shared = [[Int: Int64]](repeating: [:], count: siteCount)
    for site in 0..<siteCount {
      for entry in Int(lists.starts[site])..<Int(lists.starts[site + 1]) {
        let demand = evaluator.tree.nodes[Int(lists.nodes[entry])].tally[0]
        for index in Int(lists.earlierStarts[entry])..<Int(lists.earlierStarts[entry + 1]) {
          let other = Int(lists.earlierSites[index])
          shared[site][other, default: 0] += demand
          shared[other][site, default: 0] += demand
        }
      }
    }
    sites = shared.map { row in
      let rivals = row.filter { evaluator.roles[$0.key] == .optional }
      return rivals.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map(\.key)
    }
  }

  /// The strongest open competitors of a site.
  func open(near site: Int, isOpen: [Bool], atMost count: Int) -> [Int] {
    var result: [Int] = []
    for rival in sites[site] where isOpen[rival] {
      if result.count == count { break }
      result.append(rival)
    }
    return result
  }
}
