// SPDX-License-Identifier: Apache-2.0

/// Beds that are opened under pressure.
public struct FlowEscalationRow: Sendable {
  /// The model.
  public let model: String
  /// The unit.
  public let unit: String
  /// The group of beds.
  public let group: String
  /// Permanent name within the group.
  public let id: String
  /// How many are opened.
  public let beds: Int
  /// Opened when so many wait.
  public let opensAtQueue: Int
  /// Closed when at most so many do.
  public let closesAtQueue: Int
  /// Hours from the decision to the opening.
  public let noticeHours: Double
  /// Where it comes from.
  public let origin: FlowOrigin
  /// The row of the table, with the header as row 1.
  public let row: Int

  init?(_ row: Row) {
    guard let beds = Int(row["beds"]), let opens = Int(row["opens_at_queue"]),
      let closes = Int(row["closes_at_queue"])
    else { return nil }
    self.beds = beds
    opensAtQueue = opens
    closesAtQueue = closes
    model = row["model"]
    unit = row["unit"]
    group = row["group"]
    id = row["id"]
    noticeHours = Double(row["notice_hours"]) ?? 0
    origin = FlowOrigin(row)
    self.row = row.number
  }
}

/// Patients who come from outside.
public struct FlowArrivalsRow: Sendable {
  /// The model.
  public let model: String
  /// Permanent name within the model.
  public let id: String
  /// Name in plain English.
  public let name: String
  /// The class.
  public let patientClass: String
  /// The unit that they come to.
  public let unit: String
  /// How many come on a plain day.
  public let perDay: Double?
  /// The fact that says how many come in so many days.
  public let fact: String?
  /// The days that the fact counts.
  public let factDays: Double?
  /// What the number is multiplied by.
  public let times: Double
  /// The profile; nil when every hour is alike.
  public let profile: String?
  /// Where it comes from.
  public let origin: FlowOrigin
  /// The row of the table, with the header as row 1.
  public let row: Int

  init(_ row: Row) {
    model = row["model"]
    id = row["id"]
    name = row["name"]
    patientClass = row["class"]
    unit = row["unit"]
    perDay = Double(row["per_day"])
    fact = row.name("fact")
    factDays = Double(row["fact_days"])
    times = Double(row["times"]) ?? 1
    profile = row.name("profile")
    origin = FlowOrigin(row)
    self.row = row.number
  }
}

/// A factor of a profile.
public struct FlowProfileRow: Sendable {
  /// The model.
  public let model: String
  /// The profile.
  public let profile: String
  /// hour, weekday, month or date.
  public let kind: String
  /// The hour, the weekday, the month or the date.
  public let key: String
  /// Times as many as on a plain day.
  public let factor: Double
  /// Where it comes from.
  public let origin: FlowOrigin
  /// The row of the table, with the header as row 1.
  public let row: Int

  init?(_ row: Row) {
    guard let factor = Double(row["factor"]) else { return nil }
    self.factor = factor
    model = row["model"]
    profile = row["profile"]
    kind = row["kind"]
    key = row["key"]
    origin = FlowOrigin(row)
    self.row = row.number
  }
}

/// How long something takes.
public struct FlowStayRow: Sendable {
  /// The model.
  public let model: String
  /// Permanent name within the model.
  public let id: String
  /// Name in plain English.
  public let name: String
  /// fixed, exponential, lognormal, uniform, weibull or observed.
  public let distribution: String
  /// The mean, in days.
  public let mean: Double?
  /// The median, in days.
  public let median: Double?
  /// The standard deviation, in days.
  public let deviation: Double?
  /// The shortest, in days.
  public let low: Double?
  /// The longest, in days.
  public let high: Double?
  /// The shape of a Weibull distribution.
  public let shape: Double?
  /// Its scale, in days.
  public let scale: Double?
  /// Times that were seen, in days.
  public let observed: [Double]
  /// Where it comes from.
  public let origin: FlowOrigin
  /// The row of the table, with the header as row 1.
  public let row: Int

  init(_ row: Row) {
    model = row["model"]
    id = row["id"]
    name = row["name"]
    distribution = row["distribution"]
    mean = Double(row["mean"])
    median = Double(row["median"])
    deviation = Double(row["deviation"])
    low = Double(row["low"])
    high = Double(row["high"])
    shape = Double(row["shape"])
    scale = Double(row["scale"])
    observed = row.list("observed").compactMap(Double.init)
    origin = FlowOrigin(row)
    self.row = row.number
  }
}

/// One way on from a unit.
public struct FlowRouteRow: Sendable {
  /// The model.
  public let model: String
  /// The unit.
  public let unit: String
  /// The class.
  public let patientClass: String
  /// Permanent name within the unit and the class.
  public let id: String
  /// Where it leads, in plain English.
  public let name: String
  /// The unit that comes next; nil for the way out.
  public let to: String?
  /// The class as which they go on; nil for the same.
  public let becomes: String?
  /// The share who take it.
  public let chance: Double
  /// The stay in need of care.
  public let stay: String
  /// The stay in which leaving is prepared; nil for none.
  public let transition: String?
  /// Where it comes from.
  public let origin: FlowOrigin
  /// The row of the table, with the header as row 1.
  public let row: Int

  init?(_ row: Row) {
    guard let chance = Double(row["chance"]) else { return nil }
    self.chance = chance
    model = row["model"]
    unit = row["unit"]
    patientClass = row["class"]
    id = row["id"]
    name = row["name"]
    to = row.name("to")
    becomes = row.name("becomes")
    stay = row["stay"]
    transition = row.name("transition")
    origin = FlowOrigin(row)
    self.row = row.number
  }
}

/// People who are there when a run begins.
public struct FlowCensusRow: Sendable {
  /// The model.
  public let model: String
  /// The class.
  public let patientClass: String
  /// Where they are cared for; nil for people who wait outside.
  public let unit: String?
  /// The unit that they wait for; nil for people in need of care.
  public let waitingFor: String?
  /// How many.
  public let people: Int?
  /// The fact that says how many.
  public let fact: String?
  /// Where it comes from.
  public let origin: FlowOrigin
  /// The row of the table, with the header as row 1.
  public let row: Int

  init(_ row: Row) {
    model = row["model"]
    patientClass = row["class"]
    unit = row.name("unit")
    waitingFor = row.name("waiting_for")
    people = Int(row["people"])
    fact = row.name("fact")
    origin = FlowOrigin(row)
    self.row = row.number
  }
}

/// A question of the kind “what if?” that a model is asked.
public struct FlowVariantRow: Sendable {
  /// The model.
  public let model: String
  /// Permanent name within the model.
  public let id: String
  /// Name in plain English.
  public let title: String
  /// Why somebody would ask.
  public let reason: String
  /// The row of the table, with the header as row 1.
  public let row: Int

  init(_ row: Row) {
    model = row["model"]
    id = row["id"]
    title = row["title"]
    reason = row["reason"]
    self.row = row.number
  }
}
