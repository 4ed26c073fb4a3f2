// SPDX-License-Identifier: Apache-2.0

import Foundation
import Pictures

/// What can be taken away from the lab as a file.
enum LabFiles {
  /// Rows as comma-separated values; cells that a spreadsheet might run are made harmless.
  static func csv(_ rows: [[String]]) -> String {
    guard let header = rows.first else { return "" }
    return DataTable(
      caption: "", columns: header.map { .init($0, isNumeric: true) }, rows: Array(rows.dropFirst())
    ).csv()
  }

  /// A state as a file for the scenarios of the plan, which `weald assess --scenario` reads.
  ///
  /// An assumption that a scenario sets has that value in every run, as in the lab.
  static func yaml(
    _ state: LabState, title: String, reason: String, _ laboratory: Laboratory
  ) -> String {
    var lines = [
      "# Put this file into the folder “scenarios” of the plan.",
      "title: \(quoted(title))", "reason: \(quoted(reason))", "assumptions:",
    ]
    lines += laboratory.inputs.compactMap { input in
      state.settings[input.id].map { setting in
        "  \(input.id): \(quoted(value(setting, input)))"
      }
    }
    return lines.joined(separator: "\n") + "\n"
  }

  /// A scenario's word or number; what the evidence says becomes a number.
  private static func value(_ setting: LabSetting, _ input: LabInput) -> String {
    switch setting {
    case .low, .central, .high:
      input.low < input.high ? setting.text : decimal(input.central)
    case .evidence, .value: decimal(setting.value(of: input) ?? input.central)
    }
  }

  /// A number without an exponent, six places at most, as tables of the plan have it.
  static func decimal(_ value: Double) -> String {
    let bare = NumberStyle(decimals: 6).text(value).replacing(",", with: "")
    let plain = bare.replacing("\u{2212}", with: "-")
    var digits = Substring(plain)
    while digits.hasSuffix("0") { digits.removeLast() }
    if digits.hasSuffix(".") { digits.removeLast() }
    return digits == "-" || digits.isEmpty ? "0" : String(digits)
  }

  /// A text as a double-quoted scalar of YAML, on one line.
  static func quoted(_ text: String) -> String {
    var out = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": out += "\\\""
      case "\\": out += "\\\\"
      case "\n", "\r", "\t": out += " "
      default: if scalar.value >= 0x20 && scalar.value != 0x7F { out.unicodeScalars.append(scalar) }
      }
    }
    return out + "\""
  }
}
