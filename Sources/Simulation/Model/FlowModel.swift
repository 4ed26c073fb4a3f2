// SPDX-License-Identifier: Apache-2.0

public import PatientFlow

/// A model of patient flow that a plan describes: its network, how it is run, and where it comes from.
public struct FlowModel: Sendable {
  /// Whether the question ends on a day or is about the long run: asked of every model.
  public enum Kind: String, Sendable, Codable, CaseIterable {
    /// From a known start to a known end, such as a winter.
    case terminating
    /// What is normal when nothing changes any more.
    case steady
  }

  /// Permanent name, such as `stroke`.
  public let id: String
  /// Name in plain English.
  public let title: String
  /// What it answers, in plain English.
  public let question: String
  /// Whether it ends or is about the long run.
  public let kind: Kind
  /// The units, the patients and the rules.
  public let network: FlowNetwork
  /// How long it runs.
  public let horizon: FlowHorizon
  /// The date of the first day, such as `2017-10-01`; empty for a model without dates.
  public let firstDay: String
  /// The relative half-width that replications go on for, such as 0.05.
  public let precision: Double
  /// The replications at which it stops all the same.
  public let mostReplications: Int
  /// The measures that decide how many replications are enough, such as `acute.blocked`.
  public let deciding: [FlowMeasure]
  /// Every parameter with where it comes from.
  public let parameters: [FlowParameter]
  /// What readers must know.
  public let notes: [String]
  /// The variants that the plan describes, the base not among them.
  public let variants: [FlowVariant]
  /// The variant that this is; nil for the base.
  public let variant: FlowVariant?
  /// How patients go through it, in plain English.
  public let overview: String
  /// What it leaves out, in plain English.
  public let limits: String

  /// A model of its parts.
  public init(
    id: String, title: String, question: String, kind: Kind, network: FlowNetwork,
    horizon: FlowHorizon, firstDay: String, precision: Double, mostReplications: Int,
    deciding: [FlowMeasure], parameters: [FlowParameter], notes: [String],
    variants: [FlowVariant], variant: FlowVariant?, overview: String = "", limits: String = ""
  ) {
    self.id = id
    self.title = title
    self.question = question
    self.kind = kind
    self.network = network
    self.horizon = horizon
    self.firstDay = firstDay
    self.precision = precision
    self.mostReplications = mostReplications
    self.deciding = deciding
    self.parameters = parameters
    self.notes = notes
    self.variants = variants
    self.variant = variant
    self.overview = overview
    self.limits = limits
  }
}

/// A model with some rows changed, to compare with the base: `--scenario` of the command.
public struct FlowVariant: Hashable, Sendable, Codable {
  /// Permanent name within the model.
  public let id: String
  /// Name in plain English.
  public let title: String
  /// Why somebody would ask.
  public let reason: String

  /// A variant of its parts.
  public init(id: String, title: String, reason: String) {
    self.id = id
    self.title = title
    self.reason = reason
  }
}

/// One parameter of a model as a report lists it.
public struct FlowParameter: Hashable, Sendable, Codable {
  /// What it is, in plain English, such as `Mean stay in the acute stroke unit`.
  public let name: String
  /// The value with its unit, as text.
  public let value: String
  /// published, derived, assumption, estimate or synthetic.
  public let basis: String
  /// The source's id in the plan; empty where the note says why there is none.
  public let source: String
  /// The note of the row.
  public let note: String
  /// The file and the row that it comes from, such as `flow/stays.csv:12`.
  public let place: String

  /// A parameter of its parts.
  public init(
    name: String, value: String, basis: String, source: String, note: String, place: String
  ) {
    self.name = name
    self.value = value
    self.basis = basis
    self.source = source
    self.note = note
    self.place = place
  }
}

/// A measure of a unit, each definition by its own name: `acute.blocked`.
public struct FlowMeasure: Hashable, Sendable, Codable, CustomStringConvertible {
  /// What is measured.
  public enum Quantity: String, Sendable, Codable, CaseIterable {
    /// Mean over time of the beds in use.
    case occupied
    /// Mean over time of the people in need of care.
    case needed
    /// Mean over time of the people held up because the next unit is full.
    case blocked
    /// Mean over time of the people in transition.
    case transition
    /// Mean over time of the people who wait outside.
    case queue
    /// Mean over time of the people who wait in another unit for this one.
    case waitingElsewhere = "waiting-elsewhere"
    /// Mean days waited of those admitted: an average over arrivals.
    case wait
    /// Share of arrivals that found no bed: an average over arrivals.
    case foundFull = "found-full"
    /// Share of those admitted who waited over four hours.
    case overFourHours = "over-four-hours"
    /// Beds in use over beds staffed, averages over time.
    case occupancy
    /// Mean of the beds in use at the daily audit.
    case auditOccupied = "audit-occupied"
    /// Mean of the people who wait for the unit at the daily audit.
    case auditQueue = "audit-queue"
    /// People turned away a day.
    case turnedAway = "turned-away"
    /// Planned admissions called off a day.
    case cancelled
    /// Admissions a day.
    case admissions
    /// Visits made a day.
    case visits
  }

  /// The id of the unit.
  public let unit: String
  /// What is measured.
  public let quantity: Quantity

  /// A measure of a unit.
  public init(_ unit: String, _ quantity: Quantity) {
    self.unit = unit
    self.quantity = quantity
  }

  /// Reads `acute.blocked`; nil when it is no measure.
  ///
  /// The unit ends at the last full stop.
  public init?(_ text: String) {
    guard let dot = text.lastIndex(of: "."), dot != text.startIndex,
      let quantity = Quantity(rawValue: String(text[text.index(after: dot)...]))
    else { return nil }
    self.init(String(text[..<dot]), quantity)
  }

  /// `acute.blocked`.
  public var description: String { "\(unit).\(quantity.rawValue)" }
}
