// SPDX-License-Identifier: Apache-2.0

extension Sheet {
  /// Whether a cell is the total over an axis whose parts make it.
  func isDerived(_ cell: Int) -> Bool { (0..<3).contains { addsUp[$0] && isTotal(cell, $0) } }

  /// Hides what may not be shown for itself, and notes what is known of everything.
  ///
  /// `forced` says what else has to be hidden, and why.
  mutating func mark(
    _ policy: DisclosurePolicy, forced: (CellKey) -> SuppressionReason?
  ) {
    for cell in values.indices {
      hidden[cell] = nil
      if let figure = cells[cell] {
        let own = policy.reason(figure)
        hidden[cell] = policy.showsAnyway(figure) ? nil : own
        // A zero of people stays, but that few people had no contact is not to be told.
        let stays = figure.value == 0 && name.measure == "people" && policy.showsZeros
        if hidden[cell] == nil, !stays { hidden[cell] = forced(figure.key) }
      }
      note(cell, policy)
    }
  }

  /// Hides a cell so that another is safe.
  mutating func hide(_ cell: Int, _ reason: SuppressionReason, _ policy: DisclosurePolicy) {
    hidden[cell] = reason
    note(cell, policy)
  }

  /// What a reader of everything knows of a cell.
  private mutating func note(_ cell: Int, _ policy: DisclosurePolicy) {
    var range = publicRange(cell, policy)
    if known[cell].contains(values[cell]) { range = range.clamped(to: known[cell]) }
    low[cell] = range.lowerBound
    high[cell] = range.upperBound
  }

  func publicRange(_ cell: Int, _ policy: DisclosurePolicy) -> ClosedRange<Int> {
    guard cells[cell] != nil else {
      return isDerived(cell) ? 0...unlimited : 0...0
    }
    if policy.totals == .sumsOfShown, isDerived(cell) { return 0...unlimited }
    let quantity = Quantity(measure: name.measure)
    guard hidden[cell] == nil else { return hiddenRange(cell, policy) }
    return policy.range(shownAs: policy.rounded(values[cell], quantity), quantity)
  }

  /// What is known of a cell that is hidden: only that it is not shown.
  ///
  /// Why it is hidden is not released, so it may be small or have been hidden for another's sake.
  func hiddenRange(_ cell: Int, _ policy: DisclosurePolicy) -> ClosedRange<Int> {
    (name.measure == "people" && policy.showsZeros ? 1 : 0)...unlimited
  }

  /// Whether a cell tells of few people, and so has to stay in doubt.
  func isSensitive(_ cell: Int, _ policy: DisclosurePolicy) -> Bool {
    guard let figure = cells[cell], figure.value > 0 else { return false }
    return policy.reason(figure) != nil || hidden[cell] == .differencing
  }
}

extension DisclosurePolicy {
  /// Whether a small count is shown all the same, because its rounding hides it.
  func showsAnyway(_ figure: UnsafeCell) -> Bool {
    !hidesSmall && Quantity(measure: figure.key.measure) == .count
      && (1..<limit).contains(figure.value)
  }
}
