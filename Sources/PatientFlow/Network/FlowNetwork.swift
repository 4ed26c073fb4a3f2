// SPDX-License-Identifier: Apache-2.0

/// Units through which patients of several classes flow: what a simulation is about.
///
/// Times are in days, rates a day. Classes and units are referred to by their places in the lists.
/// `FlowPlan` checks a network and makes it ready to run.
public struct FlowNetwork: Hashable, Sendable {
  /// The kinds of patient.
  public var classes: [PatientClass]
  /// Where patients are cared for or wait.
  public var units: [FlowUnit]
  /// Who comes from outside, and when.
  public var arrivals: [ArrivalStream]
  /// What happens to a class at a unit: how long, and where next.
  ///
  /// One for each pair that occurs.
  public var journeys: [Journey]
  /// Who is there at the start.
  public var census: [CensusEntry]

  /// A network of its parts.
  public init(
    classes: [PatientClass], units: [FlowUnit], arrivals: [ArrivalStream], journeys: [Journey],
    census: [CensusEntry] = []
  ) {
    self.classes = classes
    self.units = units
    self.arrivals = arrivals
    self.journeys = journeys
    self.census = census
  }
}

/// A kind of patient.
public struct PatientClass: Hashable, Sendable {
  /// Permanent name.
  public var id: String
  /// Name in plain English.
  public var name: String
  /// Who goes first where a unit looks at priority: the lower number.
  public var priority: Int
  /// How long somebody waits in a queue from outside before going away; nil is for ever.
  public var patience: StayTime?
  /// The length of a queue from outside at which a newcomer does not join it; nil for none.
  public var balksAtQueue: Int?
  /// When a planned admission is called off; nil for people who cannot be put off.
  public var cancellation: CancellationRule?

  /// A class of its parts.
  public init(
    id: String, name: String, priority: Int = 0, patience: StayTime? = nil,
    balksAtQueue: Int? = nil, cancellation: CancellationRule? = nil
  ) {
    self.id = id
    self.name = name
    self.priority = priority
    self.patience = patience
    self.balksAtQueue = balksAtQueue
    self.cancellation = cancellation
  }
}

/// When planned admissions are called off to relieve a unit.
public struct CancellationRule: Hashable, Sendable {
  /// Called off when so many beds or fewer are free at the unit as the patient should come.
  public var freeBedsAtMost: Int
  /// Days after which the patient is booked again; nil for never.
  public var rebookedAfter: Double?

  /// A rule of its parts.
  public init(freeBedsAtMost: Int, rebookedAfter: Double? = nil) {
    self.freeBedsAtMost = freeBedsAtMost
    self.rebookedAfter = rebookedAfter
  }
}
