// SPDX-License-Identifier: Apache-2.0

import Foundation

/// How far the linkage behind tables can be trusted, from its report.
public struct LinkageRates: Codable, Sendable, Hashable {
  /// The errors that are expected among the records of a group.
  public struct Group: Codable, Sendable, Hashable {
    /// What the groups are of: source, age, ethnicity or deprivation.
    public let by: String
    /// The group.
    public let group: String
    /// The share of links that are wrong.
    public let falseMatchRate: Double
    /// The share of true links that are missed.
    public let missedMatchRate: Double
  }

  /// The report of a linkage, as far as it is needed.
  private struct Report: Decodable {
    struct Rates: Decodable {
      let by: String
      let group: String
      let records: Int
      let falseMatchRate: Double
      let missedMatchRate: Double
    }
    let expectedPrecision: Double?
    let expectedRecall: Double?
    let errorRates: [Rates]?
  }

  private static let leastRecords = 1000

  /// The share of links that are right, as the linkage expects.
  public let precision: Double?
  /// The share of true links that were made.
  public let recall: Double?
  /// The errors of groups that have records enough for rates to tell of nobody.
  public let groups: [Group]

  /// Reads a report; nil when there is none, or it says nothing of this.
  init?(_ path: String) {
    guard let data = FileManager.default.contents(atPath: path),
      let report = try? JSONDecoder().decode(Report.self, from: data),
      report.expectedPrecision != nil || report.expectedRecall != nil
    else { return nil }
    precision = report.expectedPrecision
    recall = report.expectedRecall
    let enough = (report.errorRates ?? []).filter { $0.records >= LinkageRates.leastRecords }
    groups = enough.map {
      Group(
        by: $0.by, group: $0.group, falseMatchRate: LinkageRates.rounded($0.falseMatchRate),
        missedMatchRate: LinkageRates.rounded($0.missedMatchRate))
    }
  }

  private static func rounded(_ rate: Double) -> Double { (rate * 1000).rounded() / 1000 }

  var lines: [String] {
    var lines: [String] = []
    if let precision {
      lines.append("Links expected to be wrong: \(LinkageRates.percent(1 - precision)).")
    }
    if let recall {
      lines.append(
        "True links expected to be missed: \(LinkageRates.percent(1 - recall)). Somebody whose "
          + "records are not linked counts as two people, each with part of the contacts.")
    }
    if let worst = groups.max(by: { $0.missedMatchRate < $1.missedMatchRate }) {
      lines.append(
        "Most are missed for \(worst.by) \(worst.group): "
          + "\(LinkageRates.percent(worst.missedMatchRate)). All groups are in report.json.")
    }
    return lines
  }

  private static func percent(_ share: Double) -> String {
    let tenths = Int((max(0, share) * 1000).rounded())
    return "\(tenths / 10).\(tenths % 10)%"
  }
}
