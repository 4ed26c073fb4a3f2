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
  /// The limit at which it would just be met; nil when it is met or no limit would do.
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
    let measured = MeasuredValues(standard, outcome, model)
    isKnown = measured != nil
    values = (measured?.pairs ?? []).map { site, value in
      Value(site: site, value: value, isMet: standard.engine?.limit.admits(value) ?? false)
    }
    let configuration = MeasuredConfiguration(
      openSites: Set(outcome.open),
      measures: measured.map { [standard.row.id: $0] } ?? [:])
    let result = try? standard.engine?.check(configuration)
    isMet = result?.isMet ?? false
    limitThatWouldDo = result?.relaxations.compactMap(\.number).first
  }
}

extension ServiceModel.Standard {
  /// The standard in the engine's terms; the measure goes by the id of the standard.
  var engine: ServiceStandard? {
    try? ServiceStandard(
      id: row.id, measure: row.id, limit: row.isAtLeast ? .atLeast(limit) : .atMost(limit),
      unit: row.measure.rawValue,
      scope: row.isEachSite && row.measure.isBySite ? .eachSite : .system)
  }
}

extension StandardRow.Measure {
  /// Whether every site has a value of its own.
  var isBySite: Bool { self == .volume || self == .nurses }
}

extension Relaxation {
  /// The number of a limit with one end.
  fileprivate var number: Double? {
    switch self {
    case .limit(.atLeast(let limit)), .limit(.atMost(let limit)): limit
    case .limit(.between), .share: nil
    }
  }
}

extension MeasuredValues {
  /// What a standard compares; nil when the plan lacks what it is worked out from.
  init?(
    _ standard: ServiceModel.Standard, _ outcome: ConfigurationOutcome, _ model: ServiceModel
  ) {
    let row = standard.row
    if row.measure.isBySite {
      let sites = outcome.candidates.compactMap { site in
        (row.measure == .volume ? site.volume : site.nurses)
          .map { SiteValue(site: site.id, value: $0) }
      }
      guard sites.count == outcome.candidates.count else { return nil }
      self = row.isEachSite ? .sites(sites) : .system(sites.reduce(0) { $0 + $1.value })
      return
    }
    guard let value = MeasuredValues.ofSystem(row, outcome, model) else { return nil }
    self = .system(value)
  }

  private static func ofSystem(
    _ row: StandardRow, _ outcome: ConfigurationOutcome, _ model: ServiceModel
  ) -> Double? {
    switch row.measure {
    case .volume, .nurses: return nil
    case .meanMinutes: return outcome.meanMinutes
    case .longestMinutes: return outcome.longestMinutes
    case .shareWithin: return row.within.flatMap { outcome.share(within: $0) }.map { $0 * 100 }
    case .shareInLargeUnits:
      return model.parameters[.targetVolume].flatMap { outcome.shareInUnits(ofAtLeast: $0) }
        .map { $0 * 100 }
    case .callToNeedle:
      guard let before = model.parameters[.callToTravel],
        let after = model.parameters[.doorToNeedle]
      else { return nil }
      return before + outcome.longestMinutes + after
    case .consultants: return outcome.consultants
    }
  }

  /// Each value with its site, if it is of one.
  fileprivate var pairs: [(site: String?, value: Double)] {
    switch self {
    case .sites(let sites): sites.map { ($0.site, $0.value) }
    case .system(let value): [(nil, value)]
    case .areas(let areas): areas.map { ($0.area, $0.value) }
    }
  }
}

extension ConfigurationOutcome {
  /// The share of everybody treated at the candidates who is treated in units of at least a volume.
  fileprivate func shareInUnits(ofAtLeast target: Double) -> Double? {
    let all = candidates.reduce(0) { $0 + $1.volume }
    let large = candidates.filter { $0.volume >= target }.reduce(0) { $0 + $1.volume }
    return all > 0 ? large / all : nil
  }
}
