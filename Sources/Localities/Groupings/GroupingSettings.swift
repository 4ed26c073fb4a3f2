// SPDX-License-Identifier: Apache-2.0

public import Assessment
public import Clusters
import Facts
public import PlanPackage

/// What is asked of the groups of a tier: their size, their number and what is preferred.
public struct GroupingSettings: Sendable {
  /// How many people a group may have.
  public var band: PeopleBand
  /// How many groups to make; nil to look for it.
  public var count: Int?
  /// What groups should be like beside that.
  public var preferences: Preferences

  /// Sets all three.
  public init(band: PeopleBand, count: Int?, preferences: Preferences) {
    self.band = band
    self.count = count
    self.preferences = preferences
  }

  /// What the plan asks of a tier.
  ///
  /// - Throws: `PlanError` when a fact that a row names is not there or is no number of people.
  public init(_ row: GroupingRow, in assessment: Assessment) throws(PlanError) {
    var violations: [Violation] = []
    func number(_ id: String, _ column: String, least: Double) -> Int? {
      let value = FactID(id).flatMap { assessment.graph[$0] }?.quantity.value.asDouble
      if let value, value >= least, value < 1e12 { return Int(value.rounded()) }
      violations.append(Self.violation(row, column, id, value, least: least))
      return nil
    }
    let floor = row.floor.isEmpty ? 0 : number(row.floor, "floor", least: 0)
    let ceiling = number(row.ceiling, "ceiling", least: 1)
    let count = row.count.isEmpty ? nil : number(row.count, "count", least: 1)
    guard let floor, let ceiling, violations.isEmpty else { throw PlanError(violations) }
    self.init(
      band: PeopleBand(floor: floor, ceiling: ceiling), count: count,
      preferences: Self.preferences(
        assessment.plan.groupings.preferences.filter { $0.grouping == row.id }))
  }

  /// The weights of some rows; what no row speaks of does not matter.
  static func preferences(_ rows: [GroupingPreferenceRow]) -> Preferences {
    var preferences = Preferences(compactness: 0, mustBeContiguous: false)
    for row in rows {
      let weight = row.weight ?? 0
      switch row.preference {
      case .compactness: preferences.compactness = weight
      case .contiguity:
        preferences.mustBeContiguous = row.weight == nil
        preferences.contiguity = weight
      case .towns: preferences.towns = weight
      case .commissioners: preferences.commissioners = weight
      case .existingGroups: preferences.existingGroups = weight
      case .growth: preferences.growth = weight
      case .deprivationBalance: preferences.deprivationBalance = weight
      }
    }
    return preferences
  }

  private static func violation(
    _ row: GroupingRow, _ column: String, _ id: String, _ value: Double?, least: Double
  ) -> Violation {
    Violation(
      file: GroupingFile.groupings, row: row.row, column: column,
      found: value.map { "the fact “\(id)”, which is \($0)" } ?? "“\(id)”",
      expected: least > 0 ? "a fact that is a number above zero" : "a fact that is zero or more",
      advice: value == nil
        ? "Name a figure of facts.csv, derived.csv or assumptions.csv."
        : "Correct the figure, or name another.")
  }
}

/// The files that groupings are read from.
enum GroupingFile {
  static let groupings = "local-care/groupings.csv"
  static let changes = "local-care/group_changes.csv"
}
