// SPDX-License-Identifier: Apache-2.0

extension BlockingRule {
  /// The names of the columns that it looks at.
  public var columns: Set<String> {
    Set(keys.flatMap { [$0.left.column, $0.right.column] })
  }
}

extension Comparison {
  /// The names of the columns that its levels look at.
  public var columns: Set<String> {
    levels.reduce(into: []) { $0.formUnion($1.condition.columns) }
  }
}

extension LevelCondition {
  /// The names of the columns that it looks at.
  public var columns: Set<String> {
    switch self {
    case .otherwise: []
    case .missing(let part), .equal(let part), .similar(let part, _, _), .edits(let part, _, _),
      .daysApart(let part, _), .dayAndMonthSwapped(let part), .nickname(let part):
      [part.column]
    case .swapped(let one, let other): [one.column, other.column]
    case .crossed(let left, let right), .similarAcross(let left, let right, _, _):
      [left.column, right.column]
    case .all(let inner), .any(let inner): inner.reduce(into: []) { $0.formUnion($1.columns) }
    case .not(let inner): inner.columns
    }
  }

  /// The columns that this says are equal as a whole, when it says nothing else.
  public var equalColumns: Set<String>? {
    switch self {
    case .equal(let part): part.part == .whole ? [part.column] : nil
    case .all(let inner):
      inner.reduce(Set<String>?.some([])) { known, next in
        known.flatMap { known in next.equalColumns.map { known.union($0) } }
      }
    default: nil
    }
  }
}
