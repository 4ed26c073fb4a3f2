// SPDX-License-Identifier: Apache-2.0

/// Everything that is wrong with what an engine of capacity was given.
public struct CapacityError: Error, Equatable, Sendable, CustomStringConvertible {
  /// What is wrong, in the order of the inputs.
  public let problems: [CapacityProblem]

  /// Gathers problems.
  public init(_ problems: [CapacityProblem]) { self.problems = problems }

  /// One line for each problem.
  public var description: String { problems.map(\.description).joined(separator: "\n") }
}

/// One thing that is wrong, with its place.
public struct CapacityProblem: Equatable, Sendable, CustomStringConvertible {
  /// Where it stands.
  public let place: CapacityPlace
  /// Which of its values it is.
  public let field: CapacityField
  /// What stands there.
  public let found: String
  /// What ought to stand there.
  public let expected: String
  /// What to do about it.
  public let advice: String

  /// The whole problem in one line.
  public var description: String {
    "\(place), \(field.rawValue): found \(found); expected \(expected). \(advice)"
  }
}

/// Where a problem stands; indexes count from zero.
public enum CapacityPlace: Equatable, Sendable, CustomStringConvertible {
  /// The years.
  case calendar
  /// A season.
  case season(index: Int, id: String)
  /// A service.
  case service(index: Int, id: String)
  /// A resource.
  case resource(index: Int, id: String)
  /// A use, with the resource that it names when there is one.
  case use(index: Int, resource: String?)
  /// The numbers that a run was given.
  case volumes
  /// A question asked on its own, by its name.
  case question(String)

  /// The place in words.
  public var description: String {
    switch self {
    case .calendar: "calendar"
    case .season(_, let id): "season “\(id)”"
    case .service(_, let id): "service “\(id)”"
    case .resource(_, let id): "resource “\(id)”"
    case .use(let index, .some(let id)): "use \(index + 1), of “\(id)”"
    case .use(let index, .none): "use \(index + 1)"
    case .volumes: "the numbers of the run"
    case .question(let name): name
    }
  }
}

/// Which value is wrong.
public enum CapacityField: String, Equatable, Sendable {
  /// A name.
  case id
  /// The number of years, or a year.
  case years
  /// The month in which years start.
  case firstMonth = "first month"
  /// The shares of a season.
  case shares
  /// The season of a service.
  case season
  /// The hours of a week.
  case hoursPerWeek = "hours a week"
  /// The weeks of a year.
  case weeksPerYear = "weeks a year"
  /// The days of a week.
  case daysPerWeek = "days a week"
  /// A share of time that is used.
  case utilisation
  /// A chance of running short.
  case chance
  /// A ratio of variance to mean.
  case variability
  /// What running short means.
  case measure
  /// A factor for the busiest days.
  case peakFactor = "peak factor"
  /// What there is.
  case available
  /// The service of a use.
  case service
  /// The resource of a use, or one that it depends on.
  case resource
  /// How many for each.
  case amount
  /// The minutes of each.
  case minutes
  /// Activity.
  case activity
  /// Bed days.
  case bedDays = "bed days"
  /// A mean number in use.
  case meanInUse = "mean in use"
  /// A number of units.
  case units
  /// A share of working time that is lost.
  case absence
  /// A ratio of staff to what they look after.
  case ratio
  /// The beds of a ward.
  case wards
}
