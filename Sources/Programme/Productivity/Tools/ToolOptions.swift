// SPDX-License-Identifier: Apache-2.0

import Productivity

extension ToolOption {
  /// Which rule gives a percentile.
  static let percentileRule = ToolOption.choice(
    "percentiles", "Rule for percentiles",
    QuantileRule.allCases.map { ("\($0.rawValue)", Self.capitalised($0.name)) }, usual: "7",
    hint: "The nine rules of Hyndman and Fan (1996). They differ when there are few values.")

  private static func capitalised(_ text: String) -> String {
    text.prefix(1).uppercased() + text.dropFirst()
  }
}

extension ToolSettings {
  /// The chosen rule for percentiles.
  var percentiles: QuantileRule {
    Int(text("percentiles")).flatMap(QuantileRule.init(rawValue:)) ?? .linear
  }
}
