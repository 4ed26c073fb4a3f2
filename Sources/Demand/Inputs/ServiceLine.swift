// SPDX-License-Identifier: Apache-2.0

/// One service of one provider, and what it does in the base year.
public struct ServiceLine: Sendable, Hashable {
  /// What makes the need for a service grow before anything else does.
  public enum Growth: String, CaseIterable, Sendable, Hashable {
    /// People, by age and sex.
    case population
    /// Births, by the age of the mother.
    case births
    /// Nothing.
    case none
  }

  /// Its name in tables; each service has one of its own.
  public var id: String
  /// The organisation that provides it.
  public var provider: String
  /// Where it is given.
  public var setting: CareSetting
  /// What a unit of it is.
  public var kind: ServiceKind
  /// The group by which growth beyond demography is stated, or nothing.
  public var growthGroup: String
  /// What its need grows with.
  public var growsWith: Growth
  /// The first year of a service that is new; before it there is no activity.
  ///
  /// Its cells, if there are any, say what it would have done in the base year.
  public var starts: Int?
  /// The profile of its months; nil means in proportion to days.
  public var season: String?
  /// Its activity by sex and age; bands of one sex neither overlap nor leave a gap.
  public var cells: [ActivityCell]

  /// Describes a service.
  public init(
    id: String, provider: String = "", setting: CareSetting = .acute,
    kind: ServiceKind = .emergency,
    growthGroup: String = "", growsWith: Growth = .population, starts: Int? = nil,
    season: String? = nil, cells: [ActivityCell] = []
  ) {
    self.id = id
    self.provider = provider
    self.setting = setting
    self.kind = kind
    self.growthGroup = growthGroup
    self.growsWith = growsWith
    self.starts = starts
    self.season = season
    self.cells = cells
  }
}
