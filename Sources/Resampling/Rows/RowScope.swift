// SPDX-License-Identifier: Apache-2.0

/// Which rows something applies to: all conditions at once; without any, all rows.
public struct RowScope: Sendable, Hashable {
  /// For a column, the texts of which a row must have one.
  public var texts: [String: Set<String>]
  /// The ages, or all.
  public var ages: ClosedRange<Int>?
  /// The sex, or all.
  public var sex: Sex?
  /// The shortest length of stay in nights; for spells.
  public var leastStay: Int

  /// A scope.
  public init(
    texts: [String: Set<String>] = [:], ages: ClosedRange<Int>? = nil, sex: Sex? = nil,
    leastStay: Int = 0
  ) {
    self.texts = texts
    self.ages = ages
    self.sex = sex
    self.leastStay = leastStay
  }

  /// Rows of which one column has one text.
  public static func only(_ column: String, _ text: String) -> RowScope {
    RowScope(texts: [column: [text]])
  }
}
