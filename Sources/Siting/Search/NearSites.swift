// SPDX-License-Identifier: Apache-2.0

/// For every site, the sites that compete with it most for demand.
///
/// Two sites compete for an area when both are among the few nearest to it. A swap of sites that
/// don't compete is a closing and an opening that have nothing to do with each other.
struct NearSites: Sendable {
  /// For each site, its competitors among the sites that may be decided, the strongest first.
  let sites: [[Int]]

  /// Finds at most `count` competitors for each site.
  init(_ evaluator: ConfigurationEvaluator, count: Int) {
    let siteCount = evaluator.sites.count
    let lists = evaluator.nodesBySite
    var shared = [[Int: Int64]](repeating: [:], count: siteCount)
    for site in 0..<siteCount {
      for entry in Int(lists.starts[site])..<Int(lists.starts[site + 1]) {
        let earlier = Int(lists.earlierStarts[entry])..<Int(lists.earlierStarts[entry + 1])
        guard earlier.count < 5 else { continue }
        let demand = evaluator.tree.nodes[Int(lists.nodes[entry])].tally[0]
        for other in earlier.map({ Int(lists.earlierSites[$0]) }) {
          shared[site][other, default: 0] += demand
          shared[other][site, default: 0] += demand
        }
      }
    }
    sites = shared.map { row in
      let rivals = row.filter { evaluator.roles[$0.key] == .optional && $0.value > 0 }
      let sorted = rivals.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
      return sorted.prefix(count).map(\.key)
    }
  }
}
