// SPDX-License-Identifier: Apache-2.0

public import Facts

/// A service whose sites have to be chosen.
public struct ServiceRow: Sendable {
  /// Permanent name.
  public let id: String
  /// Name.
  public let name: String
  /// What is counted, as a plural noun.
  public let cases: String
  /// The series of demand used unless told otherwise.
  public let series: String
  /// The set of journey times used unless told otherwise.
  public let travel: String
  /// Minutes worth reporting, in rising order.
  public let thresholds: [Double]
  /// The day on which those who score first saw scores.
  public let scoresSeen: Day?
  /// The question that the review has to answer.
  public let question: String
  /// Where the review is described.
  public let source: String
  /// Anything a reader should know.
  public let note: String
  /// The row of the table, with the header as row 1.
  public let row: Int

  init(_ row: Row) {
    id = row["id"]
    name = row["name"]
    cases = row["cases"]
    series = row["series"]
    travel = row["travel"]
    thresholds = row.list("thresholds").compactMap { Double($0) }.sorted()
    scoresSeen = Day(iso: row["scores_seen"])
    question = row["question"]
    source = row["source"]
    note = row["note"]
    self.row = row.number
  }
}

/// A figure that turns patients into beds, staff or outcomes.
public struct ServiceParameterRow: Sendable {
  /// What such a figure can be used for.
  public enum Name: String, CaseIterable, Sendable {
    /// Minutes from the start of illness until the journey to hospital starts.
    case minutesBeforeTravel = "minutes-before-travel"
    /// Minutes from the call for help until the journey to hospital starts.
    case callToTravel = "call-to-travel"
    /// Minutes from the hospital door to treatment.
    case doorToNeedle = "door-to-needle"
    /// Share of patients who can have the treatment that depends on time, in %.
    case treatedShare = "treated-share"
    /// Patients a year from which a unit counts as large.
    case targetVolume = "target-volume"
    /// Minutes beyond which a journey is too long.
    case travelLimit = "travel-limit"
    /// Mean days in hospital.
    case lengthOfStay = "length-of-stay"
    /// Days of these in a hyper-acute bed.
    case hyperAcuteStay = "hyper-acute-stay"
    /// Share of beds occupied on average, in %.
    case occupancy
    /// Chance that no bed is free when a patient comes, in %.
    case chanceNoBed = "chance-no-bed"
    /// Consultants that a round-the-clock rota needs.
    case rota
    /// Consultants that there are.
    case consultantsAvailable = "consultants-available"
    /// Whole-time nurses for each hyper-acute bed.
    case nursesPerHyperAcuteBed = "nurses-per-hyper-acute-bed"
    /// Whole-time nurses for each acute bed.
    case nursesPerAcuteBed = "nurses-per-acute-bed"
    /// Yearly discount rate, in %.
    case discountRate = "discount-rate"
    /// Kilometres driven in a minute.
    case kilometresPerMinute = "kilometres-per-minute"
    /// Kilograms of carbon dioxide equivalent for each kilometre.
    case emissionsPerKilometre = "emissions-per-kilometre"
  }

  /// The service.
  public let service: String
  /// What the figure is used for.
  public let name: Name
  /// The fact that is the figure.
  public let fact: FactID
  /// Anything a reader should know.
  public let note: String
  /// The row of the table, with the header as row 1.
  public let row: Int

  init?(_ row: Row) {
    guard let name = Name(rawValue: row["name"]), let fact = FactID(row["fact"]) else { return nil }
    self.name = name
    self.fact = fact
    service = row["service"]
    note = row["note"]
    self.row = row.number
  }
}

/// A site at which a service could be, must be or may not be.
public struct ServiceSiteRow: Sendable {
  /// What may be done with a site.
  public enum Role: String, Sendable {
    /// It may be chosen.
    case candidate
    /// It is open whatever is chosen.
    case always
    /// It is closed whatever is chosen.
    case never
  }

  /// The service.
  public let service: String
  /// The site.
  public let site: String
  /// What may be done with it.
  public let role: Role
  /// Who runs it.
  public let group: String
  /// Whether it provides the service today.
  public let isNow: Bool
  /// Anything a reader should know.
  public let note: String
  /// The row of the table, with the header as row 1.
  public let row: Int

  init?(_ row: Row) {
    guard let role = Role(rawValue: row["role"]) else { return nil }
    self.role = role
    service = row["service"]
    site = row["site"]
    group = row["group"]
    isNow = row["now"] == "yes"
    note = row["note"]
    self.row = row.number
  }
}

/// Something else that is at a site, on which a service may depend.
public struct SiteServiceRow: Sendable {
  /// The site.
  public let site: String
  /// What is there.
  public let capability: String

  init(_ row: Row) {
    site = row["site"]
    capability = row["capability"]
  }
}

/// What a service has to reach.
public struct StandardRow: Sendable {
  /// What can be compared with a limit.
  public enum Measure: String, CaseIterable, Sendable {
    /// Patients a year of a unit.
    case volume
    /// Mean minutes of travel.
    case meanMinutes = "mean-minutes"
    /// The longest minutes of travel.
    case longestMinutes = "longest-minutes"
    /// Share of patients within some minutes, in %.
    case shareWithin = "share-within"
    /// Share of patients treated in large units, in %.
    case shareInLargeUnits = "share-in-large-units"
    /// Minutes from the call to treatment for the patient farthest away.
    case callToNeedle = "call-to-needle"
    /// Consultants needed for rotas at all open sites.
    case consultants
    /// Nurses needed at all open sites.
    case nurses
  }

  /// The service.
  public let service: String
  /// Permanent name.
  public let id: String
  /// The standard in plain English.
  public let label: String
  /// What is compared with the limit.
  public let measure: Measure
  /// For a share within a time: the minutes.
  public let within: Double?
  /// Whether the measure has to be at least the limit; otherwise at most.
  public let isAtLeast: Bool
  /// The fact that is the limit.
  public let limit: FactID
  /// Whether each open site has to reach it; otherwise the whole system.
  public let isEachSite: Bool
  /// Anything a reader should know.
  public let note: String
  /// The row of the table, with the header as row 1.
  public let row: Int

  init?(_ row: Row) {
    guard let measure = Measure(rawValue: row["measure"]), let limit = FactID(row["limit"]) else {
      return nil
    }
    self.measure = measure
    self.limit = limit
    service = row["service"]
    id = row["id"]
    label = row["label"]
    within = Double(row["within"])
    isAtLeast = row["comparison"] == "at-least"
    isEachSite = row["scope"] == "each-site"
    note = row["note"]
    self.row = row.number
  }
}
