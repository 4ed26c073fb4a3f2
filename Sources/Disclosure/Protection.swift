// SPDX-License-Identifier: Apache-2.0

extension Sheet {
  /// Hides as much else as it takes for every sensitive figure to stay in doubt.
  ///
  /// Hiding only ever widens what is possible, so a witness that was found stays one, and one pass
  /// is enough. The other figures are chosen one box at a time, by what is lost with them (Cox,
  /// "Suppression methodology and statistical disclosure control", 1980, for two axes).
  /// - Returns: Whether every figure is proved to be safe.
  mutating func protect(_ policy: DisclosurePolicy) -> Bool {
    for cell in values.indices where isSensitive(cell, policy) {
      if isSafe(cell, policy) { continue }
      if hideBoxes(at: cell, policy) { continue }
      hideTotals(policy)
      guard isSafe(cell, policy) else { return false }
    }
    return true
  }

  /// Whether there are witnesses for as much doubt as the policy asks for.
  func isSafe(_ cell: Int, _ policy: DisclosurePolicy) -> Bool {
    let wanted = doubt(cell, policy)
    var witness = Witness(self, cell)
    let up = witness.reach(1, wanted: wanted.most.up)
    let down = witness.reach(-1, wanted: wanted.most.down)
    return up + down >= wanted.total
  }

  /// How far a figure must be able to be from its exact value, and how far at most it helps.
  private func doubt(
    _ cell: Int, _ policy: DisclosurePolicy
  ) -> (total: Int, most: (down: Int, up: Int)) {
    guard let figure = cells[cell] else { return (0, (0, 0)) }
    let room = policy.room(figure)
    let isSmall =
      Quantity(measure: name.measure) == .count && (1..<policy.limit).contains(figure.value)
    let total = isSmall ? policy.leastValues - 1 : room.down + room.up
    return (total, room)
  }

  /// Hides the corners of one box that gives all the doubt that is wanted, or of several that give
  /// a part each; false when that is not enough.
  private mutating func hideBoxes(at cell: Int, _ policy: DisclosurePolicy) -> Bool {
    let wanted = doubt(cell, policy)
    for parts in [1, 2, 3, 6] {
      for upwards in [false, true] {
        let most = upwards ? 0 : wanted.most.down
        let down = max(wanted.total - wanted.most.up, min(most, wanted.total / 2))
        let share = (down: (down + parts - 1) / parts, up: (wanted.total - down) / parts)
        for _ in 0..<parts {
          guard hideCheapestBox(at: cell, share, isNew: parts > 1, policy) else { break }
          if isSafe(cell, policy) { return true }
        }
      }
    }
    return false
  }

  /// Hides the corners of the box that costs least; false when no box would do.
  private mutating func hideCheapestBox(
    at cell: Int, _ wanted: (down: Int, up: Int), isNew: Bool, _ policy: DisclosurePolicy
  ) -> Bool {
    let (down, up) = wanted
    var best: [Int] = []
    var least = Int.max
    boxes(at: cell) { corners in
      var toHide: [Int] = []
      var loss = 0
      for corner in corners.dropFirst() {
        let isSame = corner.sign > 0
        guard let hides = cost(corner.cell, isSame ? down : up, isSame ? up : down, policy)
        else { return true }
        if hides > 0 { toHide.append(corner.cell) }
        loss += hides
      }
      // A box that is possible already has been tried, and was not enough.
      if isNew && loss == 0 { return true }
      if loss < least {
        least = loss
        best = toHide
      }
      return least > 0
    }
    guard least < Int.max else { return false }
    for other in best { hide(other, .protectsAnother, policy) }
    return true
  }

  /// What is lost when a cell is hidden so that it can go so far down and up: nothing when it can
  /// as it is, nil when it cannot.
  private func cost(_ cell: Int, _ down: Int, _ up: Int, _ policy: DisclosurePolicy) -> Int? {
    if anchors[cell] { return nil }
    let value = values[cell]
    if value - low[cell] >= down && high[cell] - value >= up { return 0 }
    guard hidden[cell] == nil, cells[cell] != nil, value > 0 else { return nil }
    var range = hiddenRange(cell, policy)
    if known[cell].contains(value) { range = range.clamped(to: known[cell]) }
    guard value - range.lowerBound >= down, range.upperBound - value >= up else { return nil }
    return Int.bitWidth - value.leadingZeroBitCount + 8 * totals(cell)
  }

  private mutating func hideTotals(_ policy: DisclosurePolicy) {
    for cell in values.indices
    where isDerived(cell) && hidden[cell] == nil && cells[cell] != nil && values[cell] > 0
      && !anchors[cell]
    {
      hide(cell, .protectsAnother, policy)
    }
  }
}
