// SPDX-License-Identifier: Apache-2.0

/// What turns activity into the beds, rooms, machines, visits and staff that it needs.
///
/// Everything is an index into these arrays, so that a run is arithmetic on flat arrays.
public struct CapacityInputs: Equatable, Sendable {
  /// The years and their months.
  public var calendar: CapacityCalendar
  /// How the year of a service falls on its months.
  public var seasons: [CapacitySeason]
  /// What is done, in the order of the activity that a run is given.
  public var services: [CapacityService]
  /// What it is done with.
  public var resources: [CapacityResource]
  /// Which service, or which resource, draws on which resource, and how much.
  public var uses: [CapacityUse]

  /// Gathers the parts; `CapacityModel` checks them.
  public init(
    calendar: CapacityCalendar, seasons: [CapacitySeason] = [], services: [CapacityService],
    resources: [CapacityResource], uses: [CapacityUse]
  ) {
    self.calendar = calendar
    self.seasons = seasons
    self.services = services
    self.resources = resources
    self.uses = uses
  }
}
