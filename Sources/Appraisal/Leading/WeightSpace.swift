// SPDX-License-Identifier: Apache-2.0

/// The weights that are admitted: shares of one for all criteria, within ranges, in an order.
///
/// Shares are those of the final weights, the product of both levels when there are two.
public struct WeightSpace: Hashable, Sendable {
  /// The ranges of some criteria; the others may have any share.
  public let ranges: [WeightRange]
  /// Criteria of which each has at least the weight of the next; those left out are free.
  public let order: [CriterionID]

  /// Creates a space; using it checks it.
  public init(ranges: [WeightRange], order: [CriterionID]) {
    self.ranges = ranges
    self.order = order
  }

  /// All weights of zero or more that sum to one.
  public static let all = WeightSpace(ranges: [], order: [])

  /// Weights within ranges.
  public static func within(_ ranges: [WeightRange]) -> Self { Self(ranges: ranges, order: []) }

  /// Weights in an order of importance, the most important criterion first.
  public static func ordered(_ criteria: [CriterionID]) -> Self {
    Self(ranges: [], order: criteria)
  }
}

/// The lowest and highest share that one criterion may have.
public struct WeightRange: Hashable, Sendable {
  /// The criterion.
  public let criterion: CriterionID
  /// The lowest share, from 0.
  public let low: Double
  /// The highest share, up to 1.
  public let high: Double

  /// Creates a range.
  public init(_ criterion: CriterionID, low: Double, high: Double) {
    self.criterion = criterion
    self.low = low
    self.high = high
  }
}

extension AppraisalModel {
  /// The ranges of shares that the low and high swing weights allow.
  ///
  /// The lowest share of a criterion is its low swing weight against the high ones of all others,
  /// and the other way round; with two levels the shares of both are multiplied. The space is the
  /// smallest box around the shares the swing weights allow: in its corners it admits a little more
  /// than they do.
  public func swingWeightSpace() -> WeightSpace {
    switch inputs.weighting {
    case .flat:
      let ends = shareRanges(inputs.criteria.map(\.weight))
      return .within(zip(criterionIDs, ends).map { WeightRange($0, low: $1.low, high: $1.high) })
    case .twoLevels:
      let groupEnds = shareRanges(inputs.groups.map(\.weight))
      var ranges = criterionIDs.map { WeightRange($0, low: 0, high: 1) }
      for (group, groupEnd) in zip(inputs.groups, groupEnds) {
        let members = inputs.criteria.indices.filter { inputs.criteria[$0].group == group.id }
        let ends = shareRanges(members.map { inputs.criteria[$0].weight })
        for (member, end) in zip(members, ends) {
          ranges[member] = WeightRange(
            criterionIDs[member], low: groupEnd.low * end.low, high: groupEnd.high * end.high)
        }
      }
      return .within(ranges)
    }
  }

  private func shareRanges(_ weights: [SwingWeight]) -> [(low: Double, high: Double)] {
    weights.indices.map { index in
      let others = weights.indices.filter { $0 != index }
      let low = share(weights[index].low, against: others.map { weights[$0].high })
      let high = share(weights[index].high, against: others.map { weights[$0].low })
      // Shares in use come from one rounding, ends from another: the range holds both.
      let now = share(weights[index].points, against: others.map { weights[$0].points })
      return (min(low, now), max(high, now))
    }
  }

  private func share(_ weight: Double, against others: [Double]) -> Double {
    guard let shares = normalised([weight] + others) else { return 0 }
    return shares[0]
  }
}
