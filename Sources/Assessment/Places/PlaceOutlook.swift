// SPDX-License-Identifier: Apache-2.0

public import PlanPackage

/// Where people of a place would go for a service, under each option.
public struct PlaceOutlook: Sendable {
  /// What an option would mean for the place.
  public struct Row: Sendable {
    /// The option.
    public let configuration: ConfigurationRow
    /// The units that would be nearest for somebody there, with the share of its people.
    public let units: [(site: String, share: Double)]
    /// Minutes by each set of journey times, in the order of the plan.
    public let journeys: [Journey]
    /// Minutes more than now to the nearest unit for people there on average, by the service's own
    /// set of journey times; nil when nothing says where it is now.
    public let change: Double?
  }

  /// Journeys from a place by one set of times.
  public struct Journey: Sendable {
    /// The set of times, by id.
    public let id: String
    /// Minutes from the neighbourhood that is nearest to its unit.
    public let least: Double
    /// Minutes from the neighbourhood that is farthest from its unit.
    public let most: Double
  }

  /// One neighbourhood of the place under one option.
  public struct Neighbourhood: Sendable {
    /// The neighbourhood.
    public let area: AreaRow
    /// The nearest unit by id; nil where none can be reached.
    public let site: String?
    /// Minutes to that unit; infinite where none can be reached.
    public let minutes: Double
  }

  /// What the service is today; nil when the plan does not say.
  public let now: Row?
  /// The options that were consulted on or decided, in the order of the plan.
  public let options: [Row]
  private let model: ServiceModel
  private let place: Place

  /// Works out a place for a service; nil when no area of the place has journey times.
  public init?(_ place: Place, _ model: ServiceModel) {
    self.model = model
    self.place = place
    let rows = model.configurations
    let current = rows.first { $0.stage == .current }
    let before = current.flatMap { PlaceOutlook.mean(place, $0, model) }
    now = current.flatMap { PlaceOutlook.row($0, place, model, before: before) }
    options = rows.filter { $0.stage == .shortlist || $0.stage == .decided }
      .compactMap { PlaceOutlook.row($0, place, model, before: before) }
    guard now != nil || !options.isEmpty else { return nil }
  }

  /// Each neighbourhood of the place under an option, by the service's own journey times.
  public func neighbourhoods(_ configuration: ConfigurationRow) -> [Neighbourhood] {
    model.areaOutcomes(of: configuration.sites, in: Set(place.areas))
      .map { Neighbourhood(area: $0.area, site: $0.site, minutes: $0.minutes) }
  }

  private static func row(
    _ configuration: ConfigurationRow, _ place: Place, _ model: ServiceModel, before: Double?
  ) -> Row? {
    let wanted = Set(place.areas)
    var journeys: [Journey] = []
    var units: [(site: String, share: Double)] = []
    for set in model.journeys {
      let areas = model.areaOutcomes(
        of: configuration.sites, journeys: set.row.id, in: wanted)
      guard let least = areas.map(\.minutes).min(), let most = areas.map(\.minutes).max() else {
        continue
      }
      journeys.append(Journey(id: set.row.id, least: least, most: most))
      if set.row.id == model.service.travel { units = shares(areas) }
    }
    guard !journeys.isEmpty else { return nil }
    let after = mean(place, configuration, model)
    let change = before.flatMap { before in after.map { $0 - before } }
    return Row(configuration: configuration, units: units, journeys: journeys, change: change)
  }

  private static func shares(
    _ areas: [ConfigurationOutcome.AreaOutcome]
  ) -> [(site: String, share: Double)] {
    var people: [String: Double] = [:]
    for area in areas { people[area.site ?? "", default: 0] += area.area.population ?? 1 }
    let total = people.values.reduce(0, +)
    return people.filter { !$0.key.isEmpty }.map { ($0.key, total > 0 ? $0.value / total : 0) }
      .sorted { ($1.share, $0.site) < ($0.share, $1.site) }
  }

  private static func mean(
    _ place: Place, _ configuration: ConfigurationRow, _ model: ServiceModel
  ) -> Double? {
    let areas = model.areaOutcomes(of: configuration.sites, in: Set(place.areas))
    let people = areas.reduce(0) { $0 + ($1.area.population ?? 1) }
    guard people > 0 else { return nil }
    return areas.reduce(0) { $0 + $1.minutes * ($1.area.population ?? 1) } / people
  }
}
