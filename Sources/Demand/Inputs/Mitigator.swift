// SPDX-License-Identifier: Apache-2.0

/// Something that the system plans to do so that activity or bed days change.
///
/// In a year it takes the share p = reach × effect × ramp of what is in its scope. Mitigators work in
/// the order in which they are listed, each on what is there when it comes: what those before it left,
/// and what they moved in. So nothing is moved twice and nothing becomes negative.
public struct Mitigator: Sendable, Hashable {
  /// What it does; the raw values are those of plan tables.
  public enum Kind: String, CaseIterable, Sendable, Hashable {
    /// Activity is avoided, and its bed days with it.
    case avoidance
    /// Stays become shorter: bed days fall, activity stays. With a destination each bed day freed
    /// becomes `unitsPerUnit` units there, such as visits of a ward at home.
    case lengthOfStay = "length-of-stay"
    /// Admissions become day cases in the destination, without bed days.
    case dayCase = "day-case"
    /// Attendances become telephone or video contacts in the destination.
    case virtual
    /// Admissions become cases of same-day emergency care in the destination, without bed days.
    case sameDay = "same-day"
    /// Activity moves to the destination, perhaps of another provider and setting. Bed days go with
    /// it where both have beds, see ``Mitigator/bedDaysPerBedDay``.
    case move
  }

  /// Its name in tables and in the shares of a change.
  public var id: String
  /// What it does.
  public var kind: Kind
  /// The activity that it is about; its own destination is never part of it.
  public var scope: ActivityScope
  /// The share of the activity in scope that it can touch, from 0 to 1.
  public var reach: Parameter
  /// The share of what it reaches that changes, from 0 to 1.
  public var effect: Parameter
  /// The first year; nil means the one after the base year.
  public var from: Int?
  /// Shares of the whole effect by year from `from`, each from 0 to 1.
  ///
  /// The last goes on; empty means whole at once.
  public var ramp: [Double]
  /// The id of the service that activity goes to.
  public var toService: String?
  /// Units of the destination for each unit (for length of stay: each bed day) that leaves.
  public var unitsPerUnit: Double
  /// Bed days at the destination for each that leaves, in a move or a shortened stay; nil means 1
  /// where the destination has beds and 0 where not.
  public var bedDaysPerBedDay: Double?

  /// Describes a mitigator.
  public init(
    id: String, kind: Kind = .avoidance, scope: ActivityScope = ActivityScope(),
    reach: Parameter = .number(1), effect: Parameter, from: Int? = nil, ramp: [Double] = [],
    toService: String? = nil, unitsPerUnit: Double = 1, bedDaysPerBedDay: Double? = nil
  ) {
    self.id = id
    self.kind = kind
    self.scope = scope
    self.reach = reach
    self.effect = effect
    self.from = from
    self.ramp = ramp
    self.toService = toService
    self.unitsPerUnit = unitsPerUnit
    self.bedDaysPerBedDay = bedDaysPerBedDay
  }

  /// Whether it has to name a destination.
  public var needsDestination: Bool {
    switch kind {
    case .avoidance, .lengthOfStay: false
    case .dayCase, .virtual, .sameDay, .move: true
    }
  }
}
