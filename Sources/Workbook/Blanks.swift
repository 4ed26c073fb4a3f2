// SPDX-License-Identifier: Apache-2.0

/// The shorthand that stands in cells without a value, and what each means.
struct Blanks: Sendable {
  /// Reasons in order of first appearance in the workbook.
  private let reasons: [String]

  init(_ sheets: [Sheet]) {
    reasons = Self.reasons(in: sheets.flatMap { $0.rows.flatMap(\.self) })
  }

  private static func reasons(in cells: [Cell]) -> [String] {
    var seen: Set<String> = []
    return cells.compactMap { cell in
      guard case .blank(let reason) = cell, seen.insert(reason).inserted else { return nil }
      return reason
    }
  }

  /// `[x]` when the whole workbook has one reason, else `[x1]`, `[x2]` and so on.
  func shorthand(for reason: String) -> String {
    guard reasons.count > 1, let index = reasons.firstIndex(of: reason) else { return "[x]" }
    return "[x\(index + 1)]"
  }

  /// Every shorthand in the workbook with its meaning.
  var explained: [(shorthand: String, meaning: String)] {
    reasons.map { (shorthand(for: $0), Self.meaning($0)) }
  }

  /// A sentence for each shorthand that a sheet uses.
  func sentences(for sheet: Sheet) -> [String] {
    Self.reasons(in: sheet.rows.flatMap(\.self)).map {
      "\(shorthand(for: $0)) means that there is no value: \(Self.meaning($0))."
    }
  }

  private static func meaning(_ reason: String) -> String {
    let line = reason.onOneLine
    return line.isEmpty ? "not known" : line
  }
}
