// SPDX-License-Identifier: Apache-2.0

/// A network as flat tables.
struct FlowTables: Sendable {
  var units: [UnitRecord] = []
  var groups: [GroupRecord] = []
  var calendars: [BedCalendar] = []
  var lanes: [LaneRecord] = []
  var classes: [ClassRecord] = []
  /// Streams first, then entries of the census.
  var sources: [SourceKey] = []
  var streams: [StreamTable] = []
  var journeys: [JourneyRecord] = []
  var routes: [RouteRecord] = []
  /// The place of the lane of a class at a unit.
  var laneOf: [Int32] = []
  /// The place of the journey of a class at a unit; below 0 for none.
  var journeyOf: [Int32] = []
  /// Times that were seen.
  var observed: [Double] = []
  /// Factors and shares of profiles.
  var factors: [Double] = []
  /// Escalation rules with the group that each belongs to.
  var rules: [(group: Int, rule: EscalationRule)] = []
  /// The ways on of people in care at the start, for each entry of the census.
  var census: [CensusTable] = []
  /// Home visits by unit.
  var visits: [HomeVisits?] = []
}

/// Where patients come from: the name that their luck belongs to.
struct SourceKey: Sendable {
  var name: String
  var patientClass: Int
  var unit: Int
}

/// A stream of arrivals with its place in the table of factors.
struct StreamTable: Sendable {
  var perDay: Double
  var hours: Int
  var weekdays: Int
  var days: Int
  var dayCount: Int
}
