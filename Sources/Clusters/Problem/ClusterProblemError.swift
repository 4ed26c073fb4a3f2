// SPDX-License-Identifier: Apache-2.0

/// Why units, links and rules are no problem that can be solved: every fault at once.
public struct ClusterProblemError: Error, Equatable, CustomStringConvertible {
  /// What is wrong, in the order of units, links and rules.
  public let faults: [ClusterFault]

  /// A sentence for each.
  public var description: String { faults.map(\.description).joined(separator: "\n") }
}

/// One thing that is wrong with a problem; indices are those of units and of links as they were given.
public enum ClusterFault: Sendable, Equatable, CustomStringConvertible {
  case noUnits
  /// Two units have the same id.
  case duplicate(id: String, first: Int, second: Int)
  case negativePeople(unit: Int, id: String, people: Int)
  /// A place or a score that is no number.
  case notANumber(unit: Int, id: String, what: String)
  /// A link names a unit that is not there.
  case linkToNowhere(link: Int, unit: Int)
  /// A link joins a unit to itself.
  case linkToItself(link: Int, unit: Int)
  case floorAboveCeiling(floor: Int, ceiling: Int)
  case bandOfNobody(floor: Int, ceiling: Int)
  case count(Int, units: Int)
  case weight(Wish, Double)
  /// A wish needs data of units, and no unit has them.
  case noData(for: Wish, needs: String)
  case travelShape(found: Int, expected: Int)
  /// A journey that is negative or no number.
  case journey(from: String, to: String, value: Double)
  /// A set of fixed units names a unit that is not there, or is empty, or shares a unit with another.
  case fixedSet(String)

  /// A plain sentence: what is wrong and what to do.
  public var description: String {
    switch self {
    case .noUnits: "There are no units to group: give at least one."
    case .duplicate(let id, let first, let second):
      "Units \(first + 1) and \(second + 1) are both called \(id): each needs an id of its own."
    case .negativePeople(_, let id, let people):
      "\(id) has \(people) people: a number of 0 or more was expected."
    case .notANumber(_, let id, let what): "\(id) has a \(what) that is no number."
    case .linkToNowhere(let link, let unit):
      "Link \(link + 1) names unit number \(unit), which is not there: take it out, or add the unit."
    case .linkToItself(let link, let unit):
      "Link \(link + 1) joins unit number \(unit) to itself: take it out."
    case .floorAboveCeiling(let floor, let ceiling):
      "The floor of \(floor.grouped) is above the ceiling of \(ceiling.grouped): exchange them, or "
        + "lower the floor."
    case .bandOfNobody(let floor, let ceiling):
      "A band from \(floor) to \(ceiling) people is none: the floor is 0 or more, the ceiling 1 or "
        + "more."
    case .count(let count, let units):
      "\(count) groups cannot be made of \(units.grouped) units: ask for 1 to \(units.grouped)."
    case .weight(let wish, let weight):
      "The weight of \(wish.rawValue) is \(weight): a number of 0 or more was expected."
    case .noData(let wish, let needs):
      "The wish for \(wish.rawValue) needs the \(needs) of units, and none has one: give them, or "
        + "take the wish out."
    case .travelShape(let found, let expected):
      "The table of journeys has \(found.grouped) values where \(expected.grouped) were expected: one "
        + "from each unit to each unit."
    case .journey(let from, let to, let value):
      "The journey from \(from) to \(to) is \(value): a number of 0 or more was expected."
    case .fixedSet(let sentence): sentence
    }
  }
}

extension Int {
  /// With commas between thousands, as sentences have it.
  var grouped: String {
    let digits = String(magnitude)
    var text = ""
    for (place, digit) in digits.enumerated() {
      if place > 0 && (digits.count - place) % 3 == 0 { text.append(",") }
      text.append(digit)
    }
    return (self < 0 ? "-" : "") + text
  }
}

extension Double {
  /// With one decimal, as sentences have it.
  var tenths: String {
    guard isFinite, magnitude < 1e15 else { return "\(self)" }
    let tenths = Int((self * 10).rounded())
    return "\(tenths < 0 ? "-" : "")\((tenths.magnitude / 10))."
      + "\(tenths.magnitude % 10)"
  }
}
