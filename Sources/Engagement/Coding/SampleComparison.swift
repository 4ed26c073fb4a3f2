// SPDX-License-Identifier: Apache-2.0

public import Analysis

extension CodingSample {
  /// How the two coders compare, once the second is done; nil before.
  ///
  /// `frame`: the codes to compare, in order.
  public func comparison(_ frame: CodeFrame) -> CodingComparison? {
    guard !isOpen else { return nil }
    return CodingComparison(
      first: Self.named(first, frame), second: Self.named(second, frame),
      frame: frame.inUse.map(\.id))
  }

  /// Codes by the name of the comment; a code that was merged since counts as the one it became.
  private static func named(
    _ codes: [CommentID: Set<String>], _ frame: CodeFrame
  ) -> [String: Set<String>] {
    Dictionary(
      codes.map { ($0.key.rawValue, Set($0.value.map(frame.present))) },
      uniquingKeysWith: { first, _ in first })
  }
}
