// SPDX-License-Identifier: Apache-2.0

import Foundation

/// How far the linkage behind tables can be trusted, from its report.
public struct LinkageRates: Codable, Sendable, Hashable {
  private enum CodingKeys: String, CodingKey {
    case precision = "expected-precision"
    case recall = "expected-recall"
  }

  /// The share of links that are right, as the linkage expects.
  public let precision: Double?
  /// The share of true links that were made.
  public let recall: Double?

  /// Reads a report; nil when there is none, or it says nothing of this.
  init?(_ path: String) {
    guard let data = FileManager.default.contents(atPath: path),
      let rates = try? JSONDecoder().decode(LinkageRates.self, from: data),
      rates.precision != nil || rates.recall != nil
    else { return nil }
    self = rates
  }

  var lines: [String] {
    var lines: [String] = []
    if let precision { lines.append("Links expected to be right: \(percent(precision)).") }
    if let recall {
      lines.append(
        "True links expected to be missed: \(percent(1 - recall)). Somebody whose records are not "
          + "linked counts as two people, each with part of the contacts.")
    }
    return lines
  }

  private func percent(_ share: Double) -> String {
    let tenths = Int((share * 1000).rounded())
    return "\(tenths / 10).\(tenths % 10)%"
  }
}
