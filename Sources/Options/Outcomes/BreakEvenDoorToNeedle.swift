// SPDX-License-Identifier: Apache-2.0

/// The time from door to needle with which one configuration does as well as another.
public enum BreakEvenDoorToNeedle: Equatable, Sendable {
  /// With this time from door to needle, or any shorter, it does at least as well.
  ///
  /// `change` is that time less the time of the other configuration: negative when the hospitals must
  /// be faster.
  case found(minutes: Double, change: Double)
  /// Even with no time at all from door to needle it does worse, by this benefit per patient.
  case outOfReach(shortfall: Double)
  /// However long the time from door to needle, it does at least as well.
  case always
}

extension TimedBenefit {
  /// Finds how fast the hospitals of a configuration must be to make up for its journeys.
  ///
  /// The longest time from door to needle is found by halving until the two ends are neighbouring
  /// numbers. It takes for granted that benefit never rises with time; for a model where it does, as
  /// ``TreatedPathways`` may near a latest time, the answer is one of the times where the two change
  /// places.
  /// - Parameters:
  ///   - changed: minutes of travel in the configuration asked about, weighted by patients.
  ///   - reference: minutes of travel in the configuration to equal.
  ///   - times: the other times, with the reference's time from door to needle.
  /// - Returns: the time, or why there is none.
  /// - Throws: `OutcomeError.negativeTravel` or `.benefitNotFinite`.
  /// - Complexity: O(places) for each halving: about sixty, or a thousand when the time is next to nil.
  public func breakEvenDoorToNeedle(
    of changed: WeightedDistribution, toEqual reference: WeightedDistribution, times: CareTimes
  ) throws(OutcomeError) -> BreakEvenDoorToNeedle {
    let target = try meanBenefit(travel: reference, times: times)
    func shortfall(_ doorToNeedle: Double) throws(OutcomeError) -> Double {
      target - (try meanBenefit(travel: changed, times: times.with(doorToNeedle: doorToNeedle)))
    }
    let atOnce = try shortfall(0)
    guard atOnce <= 0 else { return .outOfReach(shortfall: atOnce) }
    var low = 0.0
    var high = times.doorToNeedle > 1 ? times.doorToNeedle : 1
    while try shortfall(high) <= 0 {
      guard high < longestDoorToNeedle else { return .always }
      low = high
      high *= 2
    }
    while true {
      let middle = low + (high - low) / 2
      guard middle > low && middle < high else { break }
      if try shortfall(middle) <= 0 { low = middle } else { high = middle }
    }
    return .found(minutes: low, change: low - times.doorToNeedle)
  }
}

/// A time in minutes, about two years, beyond which no answer is looked for.
private let longestDoorToNeedle = 1_000_000.0
