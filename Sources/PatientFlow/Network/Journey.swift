// SPDX-License-Identifier: Apache-2.0

/// What happens to a class of patients at a unit.
public struct Journey: Hashable, Sendable {
  /// The unit, by its place.
  public var unit: Int
  /// The class, by its place.
  public var patientClass: Int
  /// How long care is needed, where a route does not say otherwise.
  public var stay: StayTime
  /// Where patients go next.
  ///
  /// Their chances make 1; the route of a patient is settled on admission.
  public var routes: [Route]

  /// A journey of its parts.
  public init(unit: Int, patientClass: Int, stay: StayTime, routes: [Route]) {
    self.unit = unit
    self.patientClass = patientClass
    self.stay = stay
    self.routes = routes
  }
}

/// One way on from a unit.
public struct Route: Hashable, Sendable {
  /// The share of patients who take it.
  public var chance: Double
  /// The unit that comes next, by its place; nil for leaving the network.
  public var unit: Int?
  /// What the way is called, such as `home`, where it leaves the network.
  public var name: String
  /// The class as which the patient goes on, by its place; nil for the same.
  public var becomes: Int?
  /// How long care is needed before, for those who take this way; nil for the stay of the journey.
  public var stay: StayTime?
  /// How long the patient keeps the bed after care is no longer needed and before the way is free,
  /// such as for papers, equipment or transport.
  public var transition: StayTime?

  /// A route of its parts.
  public init(
    chance: Double, to unit: Int?, name: String = "", becomes: Int? = nil, stay: StayTime? = nil,
    transition: StayTime? = nil
  ) {
    self.chance = chance
    self.unit = unit
    self.name = name
    self.becomes = becomes
    self.stay = stay
    self.transition = transition
  }
}

/// How long something takes, in days.
public enum StayTime: Hashable, Sendable {
  /// The same for all.
  case fixed(Double)
  /// Exponential, by its mean.
  case exponential(mean: Double)
  /// Lognormal, by the mean and the standard deviation of the logarithm.
  case lognormal(location: Double, scale: Double)
  /// Any time between the two, all as likely.
  case uniform(low: Double, high: Double)
  /// Weibull, by its shape and scale.
  case weibull(shape: Double, scale: Double)
  /// Times that were seen, each as likely, and every time between neighbours; its mean is theirs.
  case observed([Double])
}

/// Patients who come from outside.
public struct ArrivalStream: Hashable, Sendable {
  /// Permanent name; luck belongs to it and to the number of the patient.
  public var id: String
  /// The class, by its place.
  public var patientClass: Int
  /// The unit that they come to, by its place.
  public var unit: Int
  /// How many come on a day of factor 1, at random (a Poisson process).
  public var perDay: Double
  /// How the rate differs by hour, weekday and day.
  public var profile: ArrivalProfile

  /// A stream of its parts.
  public init(
    id: String, patientClass: Int, unit: Int, perDay: Double, profile: ArrivalProfile = .even
  ) {
    self.id = id
    self.patientClass = patientClass
    self.unit = unit
    self.perDay = perDay
    self.profile = profile
  }
}

/// Factors on a rate of arrivals, multiplied with each other.
public struct ArrivalProfile: Hashable, Sendable {
  /// 24 factors by hour of the day, or none.
  public var hours: [Double]
  /// Seven factors by day of the week, Monday first, or none.
  public var weekdays: [Double]
  /// A factor for each day from the start (season, bank holiday, shock); repeated from the beginning
  /// when the run is longer, or none.
  public var days: [Double]

  /// The same rate always.
  public static let even = ArrivalProfile()

  /// A profile of its parts.
  public init(hours: [Double] = [], weekdays: [Double] = [], days: [Double] = []) {
    self.hours = hours
    self.weekdays = weekdays
    self.days = days
  }
}

/// People of a class who are there at the start.
public struct CensusEntry: Hashable, Sendable {
  /// The class, by its place.
  public var patientClass: Int
  /// Where they are cared for, by its place; nil for people who wait outside.
  public var unit: Int?
  /// The unit that they wait for, by its place; nil for people who are still in need of care where
  /// they are.
  public var waitingFor: Int?
  /// How many.
  public var people: Int

  /// An entry of its parts.
  ///
  /// What is left of the stay of people in care is drawn from the equilibrium of their stay: long
  /// stays are likelier to be met in a census.
  public init(patientClass: Int, unit: Int?, waitingFor: Int? = nil, people: Int) {
    self.patientClass = patientClass
    self.unit = unit
    self.waitingFor = waitingFor
    self.people = people
  }
}
