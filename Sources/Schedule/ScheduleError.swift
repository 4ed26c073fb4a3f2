// SPDX-License-Identifier: Apache-2.0

/// Why a network of work cannot be scheduled.
public enum ScheduleError: Error, Equatable, Sendable, CustomStringConvertible {
  /// Two items have one name.
  case twice(id: String)
  /// A link or a question names an item that is not there.
  case unknown(id: String, in: WorkLink?)
  /// Three estimates of a duration that are negative, endless or out of order.
  case duration(low: Double, likely: Double, high: Double)
  /// A day or a lag that is not a number.
  case endless(id: String)
  /// An item that finished before it started.
  case backwards(id: String)
  /// Links that lead back to where they began, in order: each begins where the one before ends.
  case loop([WorkLink])
  /// More targets were asked for at once than a simulation can follow.
  case tooManyTargets(Int)
  /// A simulation of no schedules.
  case noSchedules

  /// What was found, what was expected and what to do, in plain words.
  public var description: String {
    switch self {
    case .twice(let id): "There are two items called “\(id)”. Give each a name of its own."
    case .unknown(let id, .some(let link)):
      "The link from “\(link.from)” to “\(link.to)” names “\(id)”, which is not in the network. "
        + "Add the item or correct the link."
    case .unknown(let id, .none): "There is no item called “\(id)” in the network."
    case .duration(let low, let likely, let high):
      "The durations \(low), \(likely) and \(high) must be days from 0 up, in rising order."
    case .endless(let id): "“\(id)” has a day or a lag that is not a number. Enter whole days."
    case .backwards(let id): "“\(id)” finished before it started. Correct one of the two days."
    case .loop(let links): "The links go round in a circle: \(Self.circle(links)). Take one out."
    case .tooManyTargets(let count):
      "A simulation follows \(Simulation.targetLimit) items at most; \(count) were asked for."
    case .noSchedules: "A simulation needs at least one schedule."
    }
  }

  /// The names along a loop, such as "a → b → a".
  public static func circle(_ links: [WorkLink]) -> String {
    guard let first = links.first else { return "" }
    return links.reduce("“\(first.from)”") { $0 + " → “\($1.to)”" }
  }
}
