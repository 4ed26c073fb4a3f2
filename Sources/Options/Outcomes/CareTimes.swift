// SPDX-License-Identifier: Apache-2.0

/// The minutes from the onset of a stroke to treatment that are not spent travelling to hospital.
public struct CareTimes: Equatable, Sendable {
  /// The minutes from onset to the call for help.
  public let onsetToCall: Double
  /// The minutes from the call to the start of the journey to hospital.
  public let callToTravel: Double
  /// The minutes from the hospital's door to the needle.
  public let doorToNeedle: Double

  /// States the three times.
  ///
  /// - Throws: `OutcomeError.notZeroOrMore`.
  public init(
    onsetToCall: Double, callToTravel: Double, doorToNeedle: Double
  ) throws(OutcomeError) {
    try OutcomeCheck.zeroOrMore("onset to call", onsetToCall)
    try OutcomeCheck.zeroOrMore("call to travel", callToTravel)
    try OutcomeCheck.zeroOrMore("door to needle", doorToNeedle)
    self.init(checked: onsetToCall, callToTravel, doorToNeedle)
  }

  private init(checked onsetToCall: Double, _ callToTravel: Double, _ doorToNeedle: Double) {
    self.onsetToCall = onsetToCall
    self.callToTravel = callToTravel
    self.doorToNeedle = doorToNeedle
  }

  /// The times that Allen and others (BMJ Open 2017;7:e018143) took in their code: 30 minutes from
  /// onset to call, 40 from call to travel and 45 from door to needle.
  public static let allen2017 = CareTimes(checked: 30, 40, 45)

  /// The minutes from onset to treatment of somebody who lives at the hospital's door.
  public var total: Double { beforeDoor + doorToNeedle }

  /// The minutes before the hospital's door, without the journey.
  var beforeDoor: Double { onsetToCall + callToTravel }

  /// The same times with another time from door to needle.
  ///
  /// - Throws: `OutcomeError.notZeroOrMore`.
  public func with(doorToNeedle: Double) throws(OutcomeError) -> CareTimes {
    try CareTimes(
      onsetToCall: onsetToCall, callToTravel: callToTravel, doorToNeedle: doorToNeedle)
  }
}
