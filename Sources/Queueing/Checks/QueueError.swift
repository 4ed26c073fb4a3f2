// SPDX-License-Identifier: Apache-2.0

/// Why a question about a queue has no answer.
public enum QueueError: Error, Equatable, Sendable {
  /// A number is infinite or not a number.
  case notANumber(String, Double)
  /// A number is not in the range that it must be in.
  case outside(String, Double, ClosedRange<Double>)
  /// A count is not in the range that it must be in.
  case countOutside(String, Int, ClosedRange<Int>)
  /// More arrives than can be served: there is no steady state.
  case unstable([Overload])
  /// Two lists that belong together differ in length.
  case lengthsDiffer(String, Int, String, Int)
  /// A list that must hold something is empty.
  case empty(String)
  /// Two stations have one name.
  case stationTwice(String)
  /// The ways out of a station do not add up to 1.
  case routingSum(station: String, sum: Double)
  /// Nobody who comes to a station ever leaves the network.
  case neverLeaves(station: String)
  /// Nobody ever comes to a station.
  case unreached(station: String)
  /// The exact answer would take too long: what is large, and what to do.
  case tooMuchWork(String, advice: String)
  /// A calculation did not settle: what it was, and how much it still moved.
  case didNotSettle(String, change: Double)
  /// A course without end was asked of arrivals that end.
  case doesNotRepeat
  /// No number of beds within reach is enough.
  case notEnough(String, most: Int)

  /// A place where more arrives than can be served.
  public struct Overload: Equatable, Sendable {
    /// The station, or an empty text where there is only one.
    public let station: String
    /// People by whom the queue grows in each unit of time; 0 when load equals capacity.
    public let growth: Double

    /// States an overload.
    public init(station: String = "", growth: Double) {
      self.station = station
      self.growth = growth
    }
  }
}
