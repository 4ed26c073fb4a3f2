// SPDX-License-Identifier: Apache-2.0

import PlanPackage

/// The settings of a run: what was entered, or the usual.
struct ToolSettings: Sendable {
  private let values: [String: String]
  let violations: [Violation]

  init(_ entered: [String: String], for tool: ProductivityTool) {
    var values: [String: String] = [:]
    var violations: [Violation] = []
    for option in tool.options {
      let text = entered[option.name] ?? ""
      values[option.name] = text.isEmpty ? option.usual : text
      if !text.isEmpty, let expected = option.fault(text) {
        violations.append(
          Violation(
            file: ProductivityTool.settingsFile, column: option.name,
            found: "“\(text.prefix(40))”", expected: expected, advice: "Change the setting."))
      }
    }
    let known = Set(tool.options.map(\.name))
    for name in entered.keys.sorted() where !known.contains(name) {
      violations.append(
        Violation(
          file: ProductivityTool.settingsFile, column: name, found: "the setting “\(name)”",
          expected: "one of " + tool.options.map(\.name).joined(separator: ", "),
          advice: "Leave it out."))
    }
    self.values = values
    self.violations = violations
  }

  func text(_ name: String) -> String { values[name] ?? "" }

  /// A number; nil when nothing was entered and there is no usual one.
  func number(_ name: String) -> Double? { ToolNumbers.read(text(name)) }

  /// A number that has a usual value.
  func value(_ name: String) -> Double { number(name) ?? 0 }

  /// Names with semicolons between them.
  func list(_ name: String) -> [String] {
    text(name).split(separator: ";").map { part in
      String(part.drop { $0.isWhitespace }.reversed().drop { $0.isWhitespace }.reversed())
    }.filter { !$0.isEmpty }
  }
}

extension ToolOption {
  /// What was expected instead; nil when the text will do.
  fileprivate func fault(_ text: String) -> String? {
    switch kind {
    case .text: return nil
    case .number(let range):
      guard let value = ToolNumbers.read(text), range.contains(value) else {
        return "a number from \(ToolNumbers.plain(range.lowerBound, decimals: 2)) to "
          + ToolNumbers.plain(range.upperBound, decimals: 2)
      }
      return nil
    case .choice(let choices):
      let values = choices.map(\.value)
      return values.contains(text) ? nil : "one of " + values.joined(separator: ", ")
    }
  }
}
