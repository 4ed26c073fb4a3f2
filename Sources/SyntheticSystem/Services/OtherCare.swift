// SPDX-License-Identifier: Apache-2.0

import Demand

/// Care outside the acute hospitals: a service, how much of it there is a year, and for whom.
///
/// The providers are real; every amount is made up.
struct OtherCare: Sendable {
  let service: SyntheticService
  /// Expected activity in a year.
  let yearly: Double
  /// Mean nights in a bed for each unit of activity; 0 where there are no beds.
  let nights: Double
  let ages: AgeShape

  static let all: [OtherCare] = community + mentalHealth + primary + social + [ambulance]

  /// The services that are counted one row for each attendance at A&E, and not here.
  static let minorInjuryUnits = [
    "minor-injuries-kent-community", "minor-injuries-medway-community",
  ]

  private static let community: [OtherCare] = [
    (kentCommunity, "kent-community", 1.0), (medwayCommunity, "medway-community", 0.18),
  ].flatMap { (id: String, short: String, size: Double) -> [OtherCare] in
    [
      OtherCare(
        "community-contacts-\(short)", "Community clinic contacts", id, .community,
        .contact, "contacts", "community", .workingDays, 1_100_000 * size, 0, .communityClinics),
      OtherCare(
        "home-visits-\(short)", "Community home visits", id, .community, .visit, "visits",
        "community", .level, 900_000 * size, 0, .homeVisits),
      OtherCare(
        "community-beds-\(short)", "Stays in community hospital beds", id, .community,
        .bed, "stays", "community", .winterPeak, 4_600 * size, 24, .homeVisits),
      OtherCare(
        "minor-injuries-\(short)", "Minor injury unit attendances", id, .community,
        .emergencyDepartment, "attendances", "emergency-department", .summerPeak, 0, 0, .minor),
    ]
  }

  private static let mentalHealth: [OtherCare] = [
    OtherCare(
      "mental-health-contacts", "Mental health contacts", mentalHealthTrust, .mentalHealth,
      .contact, "contacts", "mental-health", .workingDays, 420_000, 0, .mentalHealthContacts),
    OtherCare(
      "mental-health-beds", "Stays in mental health beds", mentalHealthTrust, .mentalHealth, .bed,
      "stays", "mental-health", .level, 3_900, 37, .mentalHealthBeds),
  ]

  private static let primary: [OtherCare] = [
    OtherCare(
      "gp-appointments", "Appointments with a GP", practices, .primary, .appointment,
      "appointments",
      "primary", .workingDays, 5_400_000, 0, .generalPractice),
    OtherCare(
      "practice-nurse-appointments", "Appointments with a practice nurse", practices, .primary,
      .appointment, "appointments", "primary", .workingDays, 3_100_000, 0, .practiceNurses),
    OtherCare(
      "gp-home-visits", "Home visits by a GP", practices, .primary, .visit, "visits", "primary",
      .winterPeak, 190_000, 0, .homeVisits),
  ]

  private static let social: [OtherCare] = [
    ("council-kent", "kent", 1.0), ("council-medway", "medway", 0.16),
  ].flatMap { (id: String, short: String, size: Double) -> [OtherCare] in
    [
      OtherCare(
        "home-care-\(short)", "People with a home-care package", id, .socialCare,
        .caseload, "people", "social-care", .level, 8_200 * size, 0, .homeCare),
      OtherCare(
        "care-home-placements-\(short)", "People placed in a care home", id, .socialCare,
        .placement, "people", "social-care", .level, 6_300 * size, 0, .careHomes),
    ]
  }

  private static let ambulance = OtherCare(
    "ambulance-incidents", "Ambulance incidents", "trust-south-east-coast-ambulance", .ambulance,
    .contact, "incidents", "ambulance", .winterPeak, 235_000, 0, .ambulance)

  private static let kentCommunity = "trust-kent-community"
  private static let medwayCommunity = "medway-community-healthcare"
  private static let practices = "general-practices"
  private static let mentalHealthTrust = "trust-kent-and-medway-partnership"

  private init(
    _ id: String, _ label: String, _ provider: String, _ setting: CareSetting,
    _ kind: ServiceKind, _ unit: String, _ growthGroup: String, _ season: Season,
    _ yearly: Double, _ nights: Double, _ ages: AgeShape
  ) {
    service = SyntheticService(
      id: id, label: label + " (made-up activity)", provider: provider, setting: setting,
      kind: kind,
      pointOfDelivery: kind == .emergencyDepartment ? AcutePart.minor.name : kind.rawValue,
      unit: unit, growthGroup: growthGroup, season: season)
    self.yearly = yearly
    self.nights = nights
    self.ages = ages
  }
}
