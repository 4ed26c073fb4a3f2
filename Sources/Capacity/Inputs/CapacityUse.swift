// SPDX-License-Identifier: Apache-2.0

/// What draws on a resource, and how much.
public struct CapacityUse: Equatable, Sendable {
  /// The resource drawn on: an index into `CapacityInputs.resources`.
  public var resource: Int
  /// What it is drawn on by.
  public var driver: CapacityDriver
  /// How many for each unit of the driver: contacts for a referral, tests for an attendance, bed days for a
  /// bed day (1), days on a caseload for a referral, staff for a bed.
  public var amount: Double
  /// The minutes of each, with cleaning, notes and travel; nil for a whole day of 24 hours.
  public var minutes: Double?

  /// States a use.
  public init(resource: Int, driver: CapacityDriver, amount: Double = 1, minutes: Double? = nil) {
    self.resource = resource
    self.driver = driver
    self.amount = amount
    self.minutes = minutes
  }

  /// The hours of one job.
  var hoursEach: Double { (minutes ?? 24 * 60) / 60 }
}

/// What draws on a resource.
public enum CapacityDriver: Hashable, Sendable {
  /// Each unit of a service's activity.
  case activity(service: Int)
  /// Each bed day of a service.
  case bedDays(service: Int)
  /// Each unit required of another resource, every day: nurses for beds, a team for a theatre.
  case required(resource: Int)
}
