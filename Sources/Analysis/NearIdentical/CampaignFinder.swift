// SPDX-License-Identifier: Apache-2.0

/// Finds responses that are copies, or near copies, of one text.
public struct CampaignFinder: Sendable {
  /// When texts count as the same.
  public let settings: CampaignSettings

  /// Against how many wordings of a bucket each is checked at most.
  ///
  /// It bounds the time that texts made to collide could take.
  private static let leadersPerBucket = 64
  /// How many of them may be near copies of one another, so that a large campaign does not crowd
  /// out a second one in the same bucket.
  private static let leadersOfOneKind = 16
  /// Against how many wordings of a campaign each is set to find the most typical.
  private static let typicalSample = 64

  /// Makes a finder.
  public init(settings: CampaignSettings = CampaignSettings()) {
    self.settings = settings
  }

  /// Finds the campaigns among texts, first seen first.
  ///
  /// Case, spaces, punctuation and accents do not count. Texts with the same words are put together
  /// first; near copies are then found by MinHash and confirmed on their shingles. Texts joined
  /// through a third are one campaign. The same texts in the same order give the same result.
  public func campaigns(in texts: [String]) -> [Campaign] {
    let wordings = Wording.wordings(of: texts, settings: settings)
    var sets = DisjointSets(count: wordings.count)
    let hash = MinHash(threshold: settings.threshold)
    let bands = wordings.map { hash.bands(of: $0.shingles) }
    for band in 0..<(MinHash.length / hash.bandRows) {
      joinAlike(wordings, key: { bands[$0][band] }, sets: &sets)
    }
    var clusters: [Int: [Int]] = [:]
    for wording in wordings.indices {
      clusters[sets.root(of: wording), default: []].append(wording)
    }
    return clusters.values.compactMap { campaign(of: $0, wordings) }
      .sorted { $0.members[0] < $1.members[0] }
  }

  /// Joins the alike among wordings whose key is the same.
  private func joinAlike(
    _ wordings: [Wording], key: (Int) -> UInt64, sets: inout DisjointSets
  ) {
    let order = wordings.indices.map { (key($0), $0) }.sorted { $0 < $1 }
    var start = 0
    while start < order.count {
      var end = start + 1
      while end < order.count, order[end].0 == order[start].0 { end += 1 }
      if end - start > 1 { join(order[start..<end].map(\.1), wordings, sets: &sets) }
      start = end
    }
  }

  private func join(_ bucket: [Int], _ wordings: [Wording], sets: inout DisjointSets) {
    var leaders: [Int] = []
    for wording in bucket {
      var isJoined = false
      for leader in leaders {
        if sets.root(of: leader) == sets.root(of: wording) {
          isJoined = true
        } else if wordings[wording].isAlike(wordings[leader], threshold: settings.threshold) {
          sets.join(wording, leader)
          isJoined = true
        }
      }
      let limit = isJoined ? Self.leadersOfOneKind : Self.leadersPerBucket
      if leaders.count < limit { leaders.append(wording) }
    }
  }

  private func campaign(of cluster: [Int], _ wordings: [Wording]) -> Campaign? {
    let members = cluster.flatMap { wordings[$0].texts }.sorted()
    guard members.count >= settings.minimumSize else { return nil }
    let byCopies = cluster.sorted {
      (-wordings[$0].texts.count, $0) < (-wordings[$1].texts.count, $1)
    }
    let sample = byCopies.prefix(Self.typicalSample)
    var best = (wording: cluster[0], score: -1.0)
    for wording in cluster {
      let score = sample.reduce(0.0) { sum, other in
        sum + Double(wordings[other].texts.count)
          * (other == wording ? 1 : wordings[wording].similarity(to: wordings[other]))
      }
      if score > best.score { best = (wording, score) }
    }
    return Campaign(
      representative: wordings[best.wording].texts[0], members: members, wordings: cluster.count)
  }
}
