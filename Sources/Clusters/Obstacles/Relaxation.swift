// SPDX-License-Identifier: Apache-2.0

/// One change of the rules that makes a grouping possible.
public enum Relaxation: Sendable, Hashable {
  /// A lower floor for all groups.
  case floor(Int)
  /// A higher ceiling for all groups.
  case ceiling(Int)
  /// These units are a group of their own, whatever the band says.
  case standAlone([Int])
  /// A link that is not there, between the nearest units, and its length in kilometres.
  case link(Link, kilometres: Double)
  /// Another number of groups.
  case count(Int)

  /// What is to be done, in the imperative.
  public func sentence(_ problem: ClusterProblem) -> String {
    func name(_ unit: Int) -> String { problem.name(unit) }
    return switch self {
    case .floor(let people):
      "Lower the floor from \(problem.band.floor.grouped) to \(people.grouped)."
    case .ceiling(let people):
      "Raise the ceiling from \(problem.band.ceiling.grouped) to \(people.grouped)."
    case .standAlone(let units):
      units.count == 1
        ? "Let \(name(units[0])) be a group of its own."
        : "Let \(problem.list(units)) be a group of their own, as an exception."
    case .link(let link, let kilometres):
      "Join \(name(link.first)) to \(name(link.second)), \(kilometres.tenths) km away."
    case .count(let count): "Ask for \(count.grouped) groups."
    }
  }
}

extension ClusterProblem {
  /// The same problem with one rule relaxed.
  ///
  /// - Throws: `ClusterProblemError` when the relaxation names units that are not there or are an
  ///   exception already.
  public func relaxed(by relaxation: Relaxation) throws(ClusterProblemError) -> ClusterProblem {
    switch relaxation {
    case .floor(let people):
      try replacing(band: PeopleBand(floor: people, ceiling: band.ceiling))
    case .ceiling(let people):
      try replacing(band: PeopleBand(floor: band.floor, ceiling: people))
    case .standAlone(let units): try replacing(exceptions: exceptions + [units.sorted()])
    case .link(let link, _): try replacing(links: links + [link])
    case .count(let count): try replacing(count: count)
    }
  }

  func name(_ unit: Int) -> String {
    units[unit].name.isEmpty || units[unit].name == units[unit].id
      ? units[unit].id : "\(units[unit].name) (\(units[unit].id))"
  }

  /// The names of units, the first few where there are many.
  func list(_ members: [Int]) -> String {
    let shown = members.prefix(3).map(name).joined(separator: ", ")
    return members.count > 3 ? "\(shown) and \((members.count - 3).grouped) more" : shown
  }
}
