// SPDX-License-Identifier: Apache-2.0

/// What happens to somebody who finds no bed.
public enum NoBed: String, CaseIterable, Equatable, Sendable {
  /// They wait until there is one: Erlang's delay formula, for exponential stays.
  case waits
  /// They go elsewhere: Erlang's loss formula, for stays of any distribution.
  case goesElsewhere
}

/// Questions about one pool of beds, one call each.
public enum BedPool {
  /// A pool and what comes of it.
  public struct Answer: Equatable, Sendable {
    /// Beds.
    public let beds: Int
    /// The mean number of people if there were always a bed.
    public let load: Double
    /// The share of arrivals that find no bed.
    public let chance: Double
    /// The share of beds in use.
    public let occupancy: Double
  }

  /// The fewest beds with which at most a share of arrivals finds none.
  ///
  /// - Parameters:
  ///   - arrivalRate: Arrivals in a unit of time.
  ///   - meanStay: Mean stay.
  ///   - chance: The share, such as 0.01.
  ///   - noBed: What happens to those who find none.
  /// - Returns: The beds and what comes of them.
  /// - Throws: `QueueError` for numbers out of range.
  public static func beds(
    arrivalRate: Double, meanStay: Double, chance: Double, noBed: NoBed
  ) throws(QueueError) -> Answer {
    try Check.positive(arrivalRate, "the rate of arrivals")
    try Check.positive(meanStay, "the mean stay")
    let load = arrivalRate * meanStay
    return try answer(load: load, beds: beds(load: load, chance: chance, noBed: noBed), noBed)
  }

  /// The same, by the load.
  public static func beds(load: Double, chance: Double, noBed: NoBed) throws(QueueError) -> Int {
    switch noBed {
    case .waits: try ErlangC.servers(load: load, waiting: chance)
    case .goesElsewhere: try ErlangB.servers(load: load, blocking: chance)
    }
  }

  /// What a number of beds comes to.
  public static func answer(load: Double, beds: Int, _ noBed: NoBed) throws(QueueError) -> Answer {
    switch noBed {
    case .waits:
      let chance = try ErlangC.waiting(load: load, servers: beds)
      return Answer(beds: beds, load: load, chance: chance, occupancy: load / Double(beds))
    case .goesElsewhere:
      let chance = try ErlangB.blocking(load: load, servers: beds)
      return Answer(
        beds: beds, load: load, chance: chance, occupancy: load * (1 - chance) / Double(beds))
    }
  }

  /// The highest occupancy at which a pool of this size keeps its promise.
  ///
  /// No occupancy is safe for every pool: 85% of 10 beds leaves half of arrivals without a bed,
  /// and 95% of 1,000 hardly any.
  /// - Parameters:
  ///   - beds: Beds in one pool.
  ///   - chance: The share of arrivals that may find none.
  ///   - noBed: What happens to those who find none.
  /// - Returns: The highest load and occupancy that are safe.
  /// - Throws: `QueueError` for numbers out of range.
  public static func safeOccupancy(
    beds: Int, chance: Double, noBed: NoBed
  ) throws(QueueError) -> Answer {
    let load =
      switch noBed {
      case .waits: try ErlangC.load(servers: beds, waiting: chance)
      case .goesElsewhere: try ErlangB.load(servers: beds, blocking: chance)
      }
    guard load >= 1e-9 else { return Answer(beds: beds, load: 0, chance: 0, occupancy: 0) }
    return try answer(load: load, beds: beds, noBed)
  }

  /// The share of arrivals that find no bed when so much of a pool is in use, people waiting for
  /// beds.
  ///
  /// It answers “is 85% (or 92%) safe here?”.
  public static func chance(beds: Int, occupancy: Double) throws(QueueError) -> Double {
    try Check.servers(beds, "the number of beds")
    try Check.chance(occupancy, "the occupancy")
    return try ErlangC.waiting(load: occupancy * Double(beds), servers: beds)
  }

  /// Beds for several groups of people, apart and together.
  public struct Pooling: Equatable, Sendable {
    /// Beds of each group on its own.
    public let separate: [Answer]
    /// One pool for all.
    public let together: Answer
    /// Beds that one pool saves.
    public var saved: Int { separate.reduce(0) { $0 + $1.beds } - together.beds }
  }

  /// What one pool saves while it keeps the same promise to everybody.
  ///
  /// - Parameters:
  ///   - loads: The load of each group: arrivals times mean stay.
  ///   - chance: The share of arrivals that may find no bed.
  ///   - noBed: What happens to those who find none.
  /// - Returns: Beds apart and together.
  /// - Throws: `QueueError` for numbers out of range.
  public static func pooling(
    loads: [Double], chance: Double, noBed: NoBed
  ) throws(QueueError) -> Pooling {
    guard !loads.isEmpty else { throw .empty("the list of groups") }
    try Check.count(loads.count, "the number of groups", 1...10_000)
    var separate: [Answer] = []
    for load in loads {
      let beds = try beds(load: load, chance: chance, noBed: noBed)
      separate.append(try answer(load: load, beds: beds, noBed))
    }
    let all = loads.reduce(0, +)
    let beds = try beds(load: all, chance: chance, noBed: noBed)
    return Pooling(separate: separate, together: try answer(load: all, beds: beds, noBed))
  }
}
