// SPDX-License-Identifier: Apache-2.0

/// What is blocked on which day, and by which holds.
public struct HoldCalendar: Sendable, Equatable {
  /// The holds, in the order given.
  public let holds: [LegalHold]

  /// A calendar of holds, which may overlap.
  public init(_ holds: [LegalHold]) { self.holds = holds }

  /// What holds do on a day.
  public func block(on day: Int) -> HoldBlock {
    HoldBlock(
      certain: holds.filter { $0.force(on: day) == .certain }.map(\.id),
      possible: holds.filter { $0.force(on: day) == .possible }.map(\.id))
  }

  /// The days from one to another, both among them, as the longest stretches in which the same
  /// holds are in force.
  ///
  /// - Complexity: holds², whatever the number of days.
  public func periods(from first: Int, through last: Int) -> [HoldPeriod] {
    guard first <= last else { return [] }
    let changes = holds.flatMap { hold -> [Int] in
      var days = [hold.begins.earliest, hold.begins.latest]
      // The day after an end is the first on which something is different.
      if let ends = hold.ends {
        days += [ends.earliest, ends.latest].filter { $0 < .max }.map { $0 + 1 }
      }
      return days
    }
    let starts = Set(changes.filter { first < $0 && $0 <= last } + [first]).sorted()
    var periods: [HoldPeriod] = []
    for (place, start) in starts.enumerated() {
      let end = place + 1 < starts.count ? starts[place + 1] - 1 : last
      let block = block(on: start)
      if let previous = periods.last, previous.block == block {
        periods[periods.count - 1] = HoldPeriod(first: previous.first, last: end, block: block)
      } else {
        periods.append(HoldPeriod(first: start, last: end, block: block))
      }
    }
    return periods
  }

  /// The first day, from a day on, on which no hold is in force or may be; nil when one has no end.
  public func firstFreeDay(from day: Int) -> Int? {
    var day = day
    while true {
      let inForce = holds.filter { $0.force(on: day) != .none }
      guard !inForce.isEmpty else { return day }
      var end = day
      for hold in inForce {
        guard let latest = hold.ends?.latest, latest < .max else { return nil }
        end = max(end, latest)
      }
      day = end + 1
    }
  }

  /// Whether an action may begin on a day.
  ///
  /// A hold that only may be in force refuses as well: what cannot be undone waits until it is known.
  /// Preparation that can be undone is never refused.
  public func permission(
    for action: GatedAction, on day: Int, passed: Set<String>
  ) -> ActionPermission {
    guard !action.isReversible else { return .allowed }
    let block = block(on: day)
    let reasons =
      block.certain.map { ActionPermission.Reason.hold($0) }
      + block.possible.map { ActionPermission.Reason.possibleHold($0) }
      + action.gates.filter { !passed.contains($0) }.map { ActionPermission.Reason.gate($0) }
    return reasons.isEmpty ? .allowed : .refused(reasons)
  }
}

/// The holds that block work which cannot be undone.
public struct HoldBlock: Sendable, Equatable {
  /// The holds that are in force, in order.
  public let certain: [String]
  /// The holds that may be in force.
  public let possible: [String]

  /// How sure it is that work is blocked.
  public var force: LegalHoldForce {
    certain.isEmpty ? (possible.isEmpty ? .none : .possible) : .certain
  }
}

/// A stretch of days on which the same holds are in force.
public struct HoldPeriod: Sendable, Equatable {
  /// The first day.
  public let first: Int
  /// The last day.
  public let last: Int
  /// What is blocked on each of them.
  public let block: HoldBlock

  /// How many days.
  public var days: Int { last - first + 1 }
}

/// Something that is to be done, once it may be.
public struct GatedAction: Sendable, Equatable {
  /// The permanent name.
  public let id: String
  /// Whether it can be undone: preparation, rather than change.
  public let isReversible: Bool
  /// The gates that must be passed before it begins, when it cannot be undone.
  public let gates: [String]

  /// An action behind gates.
  public init(id: String, isReversible: Bool, gates: [String] = []) {
    self.id = id
    self.isReversible = isReversible
    self.gates = gates
  }
}

/// Whether an action may begin.
public enum ActionPermission: Sendable, Equatable {
  /// It may.
  case allowed
  /// It may not, for every one of these reasons.
  case refused([Reason])

  /// Why an action may not begin.
  public enum Reason: Sendable, Equatable {
    /// A hold is in force.
    case hold(String)
    /// A hold may be in force: its first or its last day is not known exactly.
    case possibleHold(String)
    /// A gate has not been passed.
    case gate(String)
  }
}
