// SPDX-License-Identifier: Apache-2.0

import Options
import PlanPackage

/// Whether a configuration reaches one standard, and by how much.
public struct StandardCheck: Sendable {
  /// The standard with its limit.
  public let standard: ServiceModel.Standard
  /// The values compared: one for the system, or one for each open candidate.
  public let values: [Value]
  /// Whether the standard is met; false when it cannot be worked out.
  public let isMet: Bool
  /// Whether the plan has everything that the measure needs.
  public let isKnown: Bool
  /// The limit at which it would just be met; nil when it is met or cannot be worked out.
  public let limitThatWouldDo: Double?

  /// A value that is compared with the limit.
  public struct Value: Sendable {
    /// The site; nil for the whole system.
    public let site: String?
    /// The value in the unit of the measure.
    public let value: Double
    /// Whether it is on the right side of the limit.
    public let isMet: Bool
  }

  /// Compares a configuration with a standard.
  public init(
    _ standard: ServiceModel.Standard, _ outcome: ConfigurationOutcome, _ model: ServiceModel
  ) {
    self.standard = standard
    let limit: Limit =
      standard.row.isAtLeast ? .atLeast(standard.limit) : .atMost(standard.limit)
    let found = StandardCheck.values(standard.row, outcome, model)
    values = found.map {
      Value(site: $0.site, value: $0.value, isMet: limit.admits($0.value))
    }
    isKnown = !found.isEmpty
    isMet = isKnown && values.allSatisfy(\.isMet)
    guard isKnown, !isMet else {
      limitThatWouldDo = nil
      return
    }
    switch limit.relaxed(toAdmit: found.map(\.value)) {
    case .atLeast(let limit), .atMost(let limit): limitThatWouldDo = limit
    case .between: limitThatWouldDo = nil
    }
  }

  private static func values(
    _ row: StandardRow, _ outcome: ConfigurationOutcome, _ model: ServiceModel
  ) -> [(site: String?, value: Double)] {
    func system(_ value: Double?) -> [(site: String?, value: Double)] {
      value.map { [(nil, $0)] } ?? []
    }
    func sites(
      _ value: (ConfigurationOutcome.SiteOutcome) -> Double?
    ) -> [(site: String?, value: Double)] {
      let found = outcome.candidates.compactMap { site in value(site).map { (site.id, $0) } }
      guard found.count == outcome.candidates.count else { return [] }
      if row.isEachSite { return found.map { (site: $0.0, value: $0.1) } }
      return [(nil, found.reduce(0) { $0 + $1.1 })]
    }
    switch row.measure {
    case .volume: return sites(\.volume)
    case .nurses: return sites(\.nurses)
    case .meanMinutes: return system(outcome.meanMinutes)
    case .longestMinutes: return system(outcome.longestMinutes)
    case .shareWithin:
      return system(row.within.flatMap { outcome.share(within: $0) }.map { $0 * 100 })
    case .shareInLargeUnits:
      guard let target = model.parameters[.targetVolume] else { return [] }
      let all = outcome.candidates.reduce(0) { $0 + $1.volume }
      let large = outcome.candidates.filter { $0.volume >= target }.reduce(0) { $0 + $1.volume }
      return system(all > 0 ? large / all * 100 : nil)
    case .callToNeedle:
      guard let before = model.parameters[.callToTravel],
        let after = model.parameters[.doorToNeedle]
      else { return [] }
      return system(before + outcome.longestMinutes + after)
    case .consultants: return system(outcome.consultants)
    }
  }
}
