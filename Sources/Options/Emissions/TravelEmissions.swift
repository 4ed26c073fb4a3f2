// SPDX-License-Identifier: Apache-2.0

/// The greenhouse gases that a kind of vehicle gives off, in kilograms of carbon dioxide equivalent.
///
/// No factor comes with this code: give a published one and say whose it is.
public struct EmissionFactor: Equatable, Sendable {
  /// The kind of vehicle.
  public let vehicle: String
  /// The kilograms for each kilometre driven.
  public let kilogramsPerKilometre: Double
  /// The kilograms for each minute that the engine runs, on top of those for distance.
  public let kilogramsPerMinute: Double
  /// Where the factor comes from, for the reader.
  public let source: String

  /// States a factor; give 0 for the part that doesn't count.
  ///
  /// - Throws: `EmissionsError.notZeroOrMore`.
  public init(
    vehicle: String, kilogramsPerKilometre: Double, kilogramsPerMinute: Double, source: String
  ) throws(EmissionsError) {
    try EmissionsCheck.zeroOrMore("kilograms per kilometre of '\(vehicle)'", kilogramsPerKilometre)
    try EmissionsCheck.zeroOrMore("kilograms per minute of '\(vehicle)'", kilogramsPerMinute)
    self.vehicle = vehicle
    self.kilogramsPerKilometre = kilogramsPerKilometre
    self.kilogramsPerMinute = kilogramsPerMinute
    self.source = source
  }
}

/// The journeys of some patients, or of their visitors or staff, that a change makes longer or shorter.
public struct ChangedJourneys: Equatable, Sendable {
  /// Whose journeys they are, for the reader.
  public let name: String
  /// The patients of a year whose journeys change.
  public let patientsPerYear: Double
  /// The visits for each patient; 1 for an ambulance that brings the patient.
  public let visitsPerPatient: Double
  /// The vehicles for each visit; below 1 when some come on foot or share.
  public let vehiclesPerVisit: Double
  /// The kilometres more of one visit, there and back if both are driven; negative when fewer.
  public let kilometresPerVisit: Double
  /// The minutes more of one visit, there and back if both are driven; negative when fewer.
  public let minutesPerVisit: Double
  /// What the vehicle gives off.
  public let factor: EmissionFactor

  /// Describes journeys.
  ///
  /// It has seven arguments because it is a record, one for each column.
  /// - Throws: `EmissionsError` when a number can't be right.
  public init(
    name: String, patientsPerYear: Double, visitsPerPatient: Double, vehiclesPerVisit: Double,
    kilometresPerVisit: Double, minutesPerVisit: Double, factor: EmissionFactor
  ) throws(EmissionsError) {
    try EmissionsCheck.zeroOrMore("patients a year of '\(name)'", patientsPerYear)
    try EmissionsCheck.zeroOrMore("visits per patient of '\(name)'", visitsPerPatient)
    try EmissionsCheck.zeroOrMore("vehicles per visit of '\(name)'", vehiclesPerVisit)
    try EmissionsCheck.finite("kilometres per visit of '\(name)'", kilometresPerVisit)
    try EmissionsCheck.finite("minutes per visit of '\(name)'", minutesPerVisit)
    self.name = name
    self.patientsPerYear = patientsPerYear
    self.visitsPerPatient = visitsPerPatient
    self.vehiclesPerVisit = vehiclesPerVisit
    self.kilometresPerVisit = kilometresPerVisit
    self.minutesPerVisit = minutesPerVisit
    self.factor = factor
  }

  /// The vehicles on the road in a year.
  public var vehicleVisits: Double { patientsPerYear * visitsPerPatient * vehiclesPerVisit }

  /// The kilometres more in a year.
  public var kilometres: Double { vehicleVisits * kilometresPerVisit }

  /// The minutes more in a year.
  public var minutes: Double { vehicleVisits * minutesPerVisit }

  /// The kilograms of carbon dioxide equivalent more in a year; negative when fewer.
  public var kilograms: Double {
    kilometres * factor.kilogramsPerKilometre + minutes * factor.kilogramsPerMinute
  }
}

/// The greenhouse gases of all journeys that a change makes longer or shorter.
public struct TravelEmissions: Equatable, Sendable {
  /// The journeys, each with all that went into its figure.
  public let journeys: [ChangedJourneys]

  /// Gathers journeys.
  public init(_ journeys: [ChangedJourneys]) { self.journeys = journeys }

  /// The kilometres more in a year.
  public var kilometres: Double { journeys.reduce(0.0) { $0 + $1.kilometres } }

  /// The minutes more in a year.
  public var minutes: Double { journeys.reduce(0.0) { $0 + $1.minutes } }

  /// The kilograms of carbon dioxide equivalent more in a year; negative when fewer.
  public var kilograms: Double { journeys.reduce(0.0) { $0 + $1.kilograms } }
}
