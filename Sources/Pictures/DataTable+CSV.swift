// SPDX-License-Identifier: Apache-2.0

extension DataTable {
  /// Writes the table as comma-separated values (RFC 4180): a header row, lines ended by CR LF.
  ///
  /// Numbers are written for machines: no thousands separators, and `-` for the minus sign that a
  /// page prints as U+2212. A text cell that a spreadsheet might run as a formula (it begins with
  /// `=`, `+`, `-`, `@`, a tab or a carriage return, and is not a plain number) gets an apostrophe
  /// in front.
  public func csv() -> String {
    let header = columns.map { Self.field(Self.guarded($0.heading)) }
    let body = rows.map { row in
      row.enumerated().map { index, cell in
        Self.field(cell: cell, isNumeric: index < columns.count && columns[index].isNumeric)
      }
    }
    return ([header] + body).map { $0.joined(separator: ",") + "\r\n" }.joined()
  }

  private static func field(cell: String, isNumeric: Bool) -> String {
    if isNumeric, let number = machineNumber(cell) { return number }
    return field(guarded(cell))
  }

  /// Quotes a field when it holds a comma, a quotation mark, a line break or a space at either end.
  private static func field(_ text: String) -> String {
    let needsQuotes =
      text.unicodeScalars.contains { [",", "\"", "\r", "\n"].contains($0) }
      || text.hasPrefix(" ") || text.hasSuffix(" ")
    guard needsQuotes else { return text }
    let doubled = text.unicodeScalars.map { $0 == "\"" ? "\"\"" : String($0) }.joined()
    return "\"" + doubled + "\""
  }

  private static func guarded(_ text: String) -> String {
    let risky: [Unicode.Scalar] = ["=", "+", "-", "@", "\t", "\r", "\n"]
    guard let first = text.unicodeScalars.first, risky.contains(first),
      machineNumber(text) == nil
    else { return text }
    return "'" + text
  }

  /// The number in `text` as machines write it, or nil when it is not a plain decimal number.
  ///
  /// Accepts `-` or U+2212 as the sign and commas between groups of three digits.
  static func machineNumber(_ text: String) -> String? {
    var rest = Substring(text)
    var sign = ""
    if rest.hasPrefix("-") || rest.hasPrefix("\u{2212}") {
      sign = "-"
      rest = rest.dropFirst()
    }
    let parts = rest.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
    guard let whole = parts.first.flatMap(ungrouped) else { return nil }
    guard parts.count == 2 else { return sign + whole }
    guard isDigits(parts[1]) else { return nil }
    return sign + whole + "." + parts[1]
  }

  private static func ungrouped(_ text: Substring) -> String? {
    let groups = text.split(separator: ",", omittingEmptySubsequences: false)
    guard groups.allSatisfy(isDigits) else { return nil }
    guard groups.count > 1 else { return String(text) }
    guard groups[0].count <= 3, groups.dropFirst().allSatisfy({ $0.count == 3 }) else { return nil }
    return groups.joined()
  }

  private static func isDigits(_ text: Substring) -> Bool {
    !text.isEmpty && text.utf8.allSatisfy { $0 >= 0x30 && $0 <= 0x39 }
  }
}
