// SPDX-License-Identifier: Apache-2.0

/// Something in law on account of which nothing that cannot be undone is begun.
public struct LegalHold: Sendable, Equatable {
  /// The permanent name.
  public let id: String
  /// What it is.
  public let kind: LegalHoldKind
  /// When it began, as exactly as is known.
  public let begins: DayWindow
  /// When it ended, as exactly as is known; nil while nothing says that it has.
  public let ends: DayWindow?

  /// A hold with its beginning and, once it is over, its end.
  ///
  /// - Throws: `AuthorityError` when it would end before it could have begun.
  public init(
    id: String, kind: LegalHoldKind, begins: DayWindow, ends: DayWindow? = nil
  ) throws(AuthorityError) {
    if let ends, ends.latest < begins.earliest {
      throw AuthorityError(
        "The hold “\(id)” ends before it begins. Correct one of the two days.")
    }
    self.id = id
    self.kind = kind
    self.begins = begins
    self.ends = ends
  }

  /// Whether it is in force on a day.
  ///
  /// The record has days and not hours, so the first and the last day count as a whole.
  public func force(on day: Int) -> LegalHoldForce {
    let isPossible = begins.earliest <= day && day <= (ends?.latest ?? .max)
    let isCertain = begins.latest <= day && day <= (ends?.earliest ?? .max)
    return isCertain ? .certain : isPossible ? .possible : .none
  }
}

/// What a hold is.
public enum LegalHoldKind: String, Sendable, CaseIterable, Codable {
  /// A scrutiny committee referred the decision to the Secretary of State.
  case referral
  /// The Secretary of State called the proposal in.
  case callIn = "call-in"
  /// A claim for judicial review.
  case claim
  /// An application to appeal against a judgment.
  case appeal
  /// An order of a court.
  case injunction
  /// A notice, such as one by a regulator.
  case notice
}

/// Whether a hold is in force on a day, as far as the record says.
public enum LegalHoldForce: Int, Sendable, Comparable {
  /// It is not.
  case none
  /// It may be: the day lies between the earliest and the latest day on which it can have begun or
  /// ended.
  case possible
  /// It is.
  case certain

  /// Orders by how sure it is.
  public static func < (one: LegalHoldForce, other: LegalHoldForce) -> Bool {
    one.rawValue < other.rawValue
  }
}

/// A day that is known exactly, or only to lie between two days.
public struct DayWindow: Sendable, Hashable {
  /// The first day that it can be.
  public let earliest: Int
  /// The last day that it can be.
  public let latest: Int

  /// A day known exactly.
  public init(_ day: Int) {
    earliest = day
    latest = day
  }

  /// A day between two days, both of which it can be.
  ///
  /// - Throws: `AuthorityError` when the first is after the last.
  public init(from earliest: Int, through latest: Int) throws(AuthorityError) {
    guard earliest <= latest else {
      throw AuthorityError("A day cannot lie after its latest. Swap the two days.")
    }
    self.earliest = earliest
    self.latest = latest
  }

  /// Whether it is known exactly.
  public var isExact: Bool { earliest == latest }
}
