// SPDX-License-Identifier: Apache-2.0

extension AppraisalModel {
  /// Finds who leads as the weight of one criterion or group goes from 0 to 1.
  ///
  /// All other weights keep their proportions, and so do the criteria inside a group. Totals are
  /// then straight lines in the weight, so ranges and crossings are exact, not searched for. Where
  /// no proportions exist because the weights are all zero, those criteria count the same; with a
  /// single criterion there is nothing to vary and its leader leads throughout.
  /// - Parameter varied: the criterion or the group.
  /// - Returns: the leaders from weight 0 to weight 1.
  /// - Throws: ``AppraisalError/unknownCriterion(_:)`` or ``AppraisalError/unknownGroup(_:)``.
  /// - Complexity: O(options² + options x criteria).
  public func weightSensitivity(of varied: WeightPlace) throws(AppraisalErrors) -> WeightSensitivity
  {
    let lines = try weightLines(of: varied)
    let ranges = optionIDs.indices.map { lines.leadingRange(of: $0) }
    let leaderRanges = leaders(of: totals).compactMap { row in
      ranges[row].map { LeadingRange(option: optionIDs[row], low: $0.low, high: $0.high) }
    }
    return WeightSensitivity(
      varied: varied, current: lines.current, leaderRanges: leaderRanges,
      segments: segments(ranges))
  }

  /// Finds who leads as the weight of each criterion in turn goes from 0 to 1.
  public func weightSensitivities() throws(AppraisalErrors) -> [WeightSensitivity] {
    var all: [WeightSensitivity] = []
    for id in criterionIDs { all.append(try weightSensitivity(of: .criterion(id))) }
    return all
  }

  /// Finds the weight of one criterion or group at which one option overtakes another.
  ///
  /// The other weights keep their proportions, as in ``weightSensitivity(of:)``.
  /// - Throws: an unknown id.
  public func switchingWeight(
    of varied: WeightPlace, between first: OptionID, and second: OptionID
  ) throws(AppraisalErrors) -> SwitchingWeight {
    let lines = try weightLines(of: varied)
    let (start, end) = lines.difference(
      try inputs.index(of: first), try inputs.index(of: second))
    if start == 0 && end == 0 { return .alwaysEqual }
    if start >= 0 && end >= 0 { return .neverBehind(first) }
    if start <= 0 && end <= 0 { return .neverBehind(second) }
    return .at(
      start / (start - end), aheadBelow: start > 0 ? first : second,
      aheadAbove: start > 0 ? second : first)
  }

  /// The totals as straight lines in one weight.
  func weightLines(of varied: WeightPlace) throws(AppraisalErrors) -> WeightLines {
    let within = inputs.weightShares()?.within ?? weights
    return WeightLines(
      table, weights: weights, within: within, varied: try positions(of: varied))
  }

  private func positions(of varied: WeightPlace) throws(AppraisalErrors) -> [Int] {
    switch varied {
    case .criterion(let id): return [try inputs.index(of: id)]
    case .group(let id):
      let members = inputs.criteria.indices.filter { inputs.criteria[$0].group == id }
      guard !members.isEmpty else { throw AppraisalErrors(.unknownGroup(id)) }
      return members
    }
  }

  /// Cuts 0 to 1 where any leading range ends; each option leads over one interval, because the
  /// highest of straight lines is convex.
  private func segments(_ ranges: [(low: Double, high: Double)?]) -> [LeaderSegment] {
    var cuts: [Double] = [0]
    for cut in ranges.compactMap({ $0 }).flatMap({ [$0.low, $0.high] }).sorted()
    where cut > cuts[cuts.count - 1] + tieTolerance && cut < 1 - tieTolerance {
      cuts.append(cut)
    }
    cuts.append(1)
    var segments: [LeaderSegment] = []
    for (low, high) in zip(cuts, cuts.dropFirst()) {
      let middle = low + (high - low) / 2
      let leading = optionIDs.indices.filter { row in
        ranges[row].map { $0.low <= middle && middle <= $0.high } ?? false
      }
      let ids = leading.map { optionIDs[$0] }
      if let last = segments.last, last.leaders == ids {
        segments[segments.count - 1] = LeaderSegment(low: last.low, high: high, leaders: ids)
      } else {
        segments.append(LeaderSegment(low: low, high: high, leaders: ids))
      }
    }
    return segments
  }
}
