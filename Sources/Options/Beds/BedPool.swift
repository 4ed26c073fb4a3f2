// SPDX-License-Identifier: Apache-2.0

/// What becomes of a patient who finds every bed taken.
public enum WhenFull: Hashable, Sendable, CaseIterable {
  /// The patient goes to another hospital and doesn't come back: Erlang's loss formula.
  case patientsGoElsewhere
  /// The patient waits for a bed, however long: Erlang's delay formula.
  case patientsWait
}

/// Beds that all patients of a kind share, who come at random.
///
/// The formulas are those of Erlang (1917) for Poisson arrivals. Loss holds for stays of any
/// distribution; delay holds for exponential ones and is a guide for others. Arrivals that vary more
/// than at random, by season or weekday, need more beds than either says.
public struct BedPool: Equatable, Sendable {
  /// The most beds that the formulas are worked out for.
  public static let mostBeds = 1_000_000

  /// The beds that would be occupied on average if there were no limit to them.
  public let load: Double

  /// Makes a pool from the mean number of beds occupied.
  ///
  /// - Throws: `BedError.notZeroOrMore` or `.loadTooLarge`.
  public init(load: Double) throws(BedError) {
    try BedCheck.zeroOrMore("the beds occupied", load)
    let limit = Double(Self.mostBeds) / 2
    guard load <= limit else { throw .loadTooLarge(load, limit: limit) }
    self.load = load
  }

  private init(checked load: Double) { self.load = load }

  /// The chance that a patient who comes finds no bed free.
  ///
  /// - Parameters:
  ///   - beds: zero or more.
  ///   - whenFull: what becomes of that patient, which changes how often it happens.
  /// - Returns: the chance from 0 to 1.
  /// - Throws: `BedError.impossibleBeds`.
  /// - Complexity: O(beds).
  public func chanceOfNoBed(beds: Int, whenFull: WhenFull) throws(BedError) -> Double {
    try BedCheck.beds(beds, atLeast: 0)
    return chance(beds: beds, whenFull)
  }

  /// The fewest beds with which the chance of finding none free is at most this.
  ///
  /// They are none when there are no patients.
  /// - Parameters:
  ///   - limit: between 0 and 1, ends excluded.
  ///   - whenFull: what becomes of a patient who finds none.
  /// - Returns: a number of beds that does, while one fewer doesn't.
  /// - Throws: `BedError.impossibleChance`, or `.impossibleBeds` when a million are too few.
  /// - Complexity: O(beds).
  public func bedsNeeded(
    chanceOfNoBedAtMost limit: Double, whenFull: WhenFull
  ) throws(BedError) -> Int {
    try BedCheck.chance(limit)
    guard load > 0 else { return 0 }
    var loss = 1.0
    for beds in 0...Self.mostBeds {
      if beds > 0 { loss = nextLoss(loss, beds: beds) }
      if chance(loss: loss, beds: beds, whenFull) <= limit { return beds }
    }
    throw .impossibleBeds(Self.mostBeds + 1, allowed: 0...Self.mostBeds)
  }

  /// The chance without checks.
  private func chance(beds: Int, _ whenFull: WhenFull) -> Double {
    var loss = 1.0
    for count in 0..<beds { loss = nextLoss(loss, beds: count + 1) }
    return chance(loss: loss, beds: beds, whenFull)
  }

  /// Erlang's loss with one bed more: it needs no factorials, so that it never overflows.
  private func nextLoss(_ loss: Double, beds: Int) -> Double {
    load * loss / (Double(beds) + load * loss)
  }

  /// The chance for a rule, from the loss with as many beds.
  private func chance(loss: Double, beds: Int, _ whenFull: WhenFull) -> Double {
    guard whenFull == .patientsWait else { return loss }
    guard load < Double(beds) else { return beds == 0 || load > 0 ? 1 : 0 }
    let use = load / Double(beds)
    return loss / (1 - use * (1 - loss))
  }
}

/// How full a number of beds can be kept without turning too many away.
public struct BearableOccupancy: Equatable, Sendable {
  /// The share of beds occupied on average by those who get one.
  public let occupancy: Double
  /// The beds that would be occupied on average if there were no limit to them.
  public let load: Double
}

extension BedPool {
  /// The highest occupancy at which the chance of finding no bed free is at most this.
  ///
  /// The larger the pool, the fuller it can be: no one occupancy is right for all.
  /// - Parameters:
  ///   - beds: one or more.
  ///   - limit: between 0 and 1, ends excluded.
  ///   - whenFull: what becomes of a patient who finds none.
  /// - Returns: the occupancy and the demand that leads to it.
  /// - Throws: `BedError.impossibleBeds` or `.impossibleChance`.
  /// - Complexity: O(beds) for each of at most about a hundred halvings.
  public static func bearableOccupancy(
    beds: Int, chanceOfNoBedAtMost limit: Double, whenFull: WhenFull
  ) throws(BedError) -> BearableOccupancy {
    try BedCheck.beds(beds, atLeast: 1)
    try BedCheck.chance(limit)
    func chance(_ load: Double) -> Double {
      BedPool(checked: load).chance(beds: beds, whenFull)
    }
    var low = 0.0
    var high = Double(beds)
    while chance(high) <= limit { high *= 2 }
    while true {
      let middle = low + (high - low) / 2
      guard middle > low && middle < high else { break }
      if chance(middle) <= limit { low = middle } else { high = middle }
    }
    let admitted = whenFull == .patientsWait ? low : low * (1 - chance(low))
    return BearableOccupancy(occupancy: admitted / Double(beds), load: low)
  }
}
