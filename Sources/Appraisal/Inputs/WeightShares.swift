// SPDX-License-Identifier: Apache-2.0

/// The weights of all criteria as shares of one, with the two steps that led to them.
struct WeightShares {
  /// The share of each criterion among all; they sum to one.
  let overall: [Double]
  /// The share of each criterion within its group, or among all when weighting is flat.
  let within: [Double]
  /// The share of the group of each criterion; one when weighting is flat.
  let ofGroup: [Double]
}

extension AppraisalInputs {
  /// The weights as shares; nil when weights that must be shared out are all zero.
  func weightShares() -> WeightShares? {
    switch weighting {
    case .flat:
      guard let shares = normalised(criteria.map(\.weight.points)) else { return nil }
      return WeightShares(
        overall: shares, within: shares, ofGroup: Array(repeating: 1, count: shares.count))
    case .twoLevels: return twoLevelShares()
    }
  }

  private func twoLevelShares() -> WeightShares? {
    guard let groupShares = normalised(groups.map(\.weight.points)) else { return nil }
    var within = [Double](repeating: 0, count: criteria.count)
    var ofGroup = within
    for (group, groupShare) in zip(groups, groupShares) {
      let members = criteria.indices.filter { criteria[$0].group == group.id }
      guard let shares = normalised(members.map { criteria[$0].weight.points }) else { return nil }
      for (member, share) in zip(members, shares) {
        within[member] = share
        ofGroup[member] = groupShare
      }
    }
    return WeightShares(
      overall: zip(within, ofGroup).map { $0 * $1 }, within: within, ofGroup: ofGroup)
  }
}

/// Weights divided by their sum; nil when they are all zero.
///
/// Weights whose sum leaves the number range are first divided by the largest.
func normalised(_ weights: [Double]) -> [Double]? {
  guard let largest = weights.max(), largest > 0 else { return nil }
  let sum = weights.reduce(0, +)
  if sum.isNormal { return weights.map { $0 / sum } }
  let scaled = weights.map { $0 / largest }
  let scaledSum = scaled.reduce(0, +)
  return scaled.map { $0 / scaledSum }
}
