// SPDX-License-Identifier: Apache-2.0

/// What numbers may be, so that no formula ever meets one that it cannot take.
enum Check {
  /// Rates and times; beyond these the caller has mistaken a unit.
  static let positive: ClosedRange<Double> = 1e-9...1e9
  static let mostServers: Int = 100_000
  /// People in a queue or in a waiting room.
  static let mostPlaces: Int = 1_000_000
  /// Mean number of people at once, if nobody ever waited.
  static let mostLoad: Double = 1e6

  static func range(
    _ value: Double, _ what: String, _ range: ClosedRange<Double>
  ) throws(QueueError) {
    guard value.isFinite else { throw .notANumber(what, value) }
    guard range.contains(value) else { throw .outside(what, value, range) }
  }

  static func positive(_ value: Double, _ what: String) throws(QueueError) {
    try range(value, what, positive)
  }

  /// A number that may be 0.
  static func amount(_ value: Double, _ what: String) throws(QueueError) {
    try range(value, what, 0...positive.upperBound)
  }

  /// A squared coefficient of variation.
  static func variation(_ value: Double, _ what: String) throws(QueueError) {
    try range(value, what, 0...1e6)
  }

  /// A chance that is neither impossible nor certain.
  static func chance(_ value: Double, _ what: String) throws(QueueError) {
    try range(value, what, 1e-12...(1 - 1e-12))
  }

  /// A share from 0 to 1.
  static func share(_ value: Double, _ what: String) throws(QueueError) {
    try range(value, what, 0...1)
  }

  static func count(_ value: Int, _ what: String, _ range: ClosedRange<Int>) throws(QueueError) {
    guard range.contains(value) else { throw .countOutside(what, value, range) }
  }

  static func servers(_ value: Int, _ what: String = "the number of servers") throws(QueueError) {
    try count(value, what, 1...mostServers)
  }

  static func load(_ value: Double, _ what: String = "the load") throws(QueueError) {
    try range(value, what, 1e-9...mostLoad)
  }

  /// Refuses a load that servers cannot clear.
  static func stable(arrivals: Double, capacity: Double) throws(QueueError) {
    guard arrivals < capacity else {
      throw .unstable([.init(growth: arrivals - capacity)])
    }
  }
}
