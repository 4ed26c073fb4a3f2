// SPDX-License-Identifier: Apache-2.0

extension ConfigurationState {
  /// Measures what one or two flips would give, and leaves everything as it is.
  ///
  /// Putting the sums back is faster than flipping back. Lone areas are put back too where there are
  /// many; where there are few, flips that changed any are taken back.
  mutating func trial(_ first: Int, _ second: Int? = nil) -> ConfigurationMeasures {
    let before = measures
    let changes = lone.changes
    let isSaved = lone.areMany
    saved.copy(sums)
    if isSaved { savedLone.copy(lone) }
    flipUnchecked(first, second)
    let result = measures
    if isSaved || lone.changes == changes {
      undo(first, second, measures: before, withLone: isSaved)
    } else {
      flipUnchecked(first, second)
    }
    return result
  }
}
