// SPDX-License-Identifier: Apache-2.0

/// Draws many schedules of a network, each with durations by chance, and keeps when some items
/// finish and what they hang on.
///
/// Monte Carlo simulation of networks: Van Slyke (1963), "Monte Carlo methods and the PERT problem",
/// Operations Research 11(5). Durations are drawn independently of each other, which makes ranges
/// narrower than where one cause delays many items.
public struct Simulation: Sendable {
  /// The most items that one simulation follows.
  public static let targetLimit = 64

  private let pass: ForwardPass
  private let sampler: DurationSampler
  private let targets: [Int]
  private let draws: CounterDraws

  /// Prepares draws of a network.
  ///
  /// - Throws: `ScheduleError.unknown` and `tooManyTargets`.
  public init(
    _ network: WorkNetwork, targets: [String], shape: DurationShape = .pert, seed: UInt64,
    origin: Double = 0
  ) throws(ScheduleError) {
    guard targets.count <= Self.targetLimit else { throw .tooManyTargets(targets.count) }
    var places: [Int] = []
    for target in targets { places.append(try network.place(of: target)) }
    self.targets = places
    pass = ForwardPass(network, origin: origin)
    sampler = DurationSampler(network.items.map(\.duration), shape) { place in
      network.items[place].finished == nil
    }
    draws = CounterDraws(key: seed)
  }

  /// Draws the schedules of some numbers; the same number always gives the same schedule.
  ///
  /// - Throws: `ScheduleError.noSchedules`.
  public func run(_ numbers: Range<Int>) throws(ScheduleError) -> SimulatedSchedules {
    guard !numbers.isEmpty else { throw .noSchedules }
    let count = pass.network.items.count
    var durations = pass.network.items.map(\.duration.likely)
    var starts = durations
    var finishes = durations
    var startMarks = [UInt64](repeating: 0, count: count)
    var finishMarks = startMarks
    var found = SimulatedSchedules(
      ids: pass.network.items.map(\.id), targets: targets.map { pass.network.items[$0].id },
      count: numbers.count)
    for (row, number) in numbers.enumerated() {
      sampler.draw(draws, schedule: number, into: &durations)
      pass.run(durations, starts: &starts, finishes: &finishes)
      for (column, target) in targets.enumerated() {
        found.finishes[column][row] = finishes[target]
      }
      pass.drivers(
        of: targets, durations, starts, finishes, startMarks: &startMarks,
        finishMarks: &finishMarks)
      found.count(startMarks, finishMarks, pass.isDone)
    }
    return found
  }
}

/// What came of drawn schedules.
public struct SimulatedSchedules: Hashable, Sendable {
  /// The items of the network, in its order.
  public let ids: [String]
  /// The items that were followed.
  public let targets: [String]
  /// For each target, its finish in each schedule, in the order of the schedules.
  public internal(set) var finishes: [[Double]]
  /// For each target and item, in how many schedules the target hung on the item: one target's items
  /// after another's.
  private var driven: [Int32]

  init(ids: [String], targets: [String], count: Int) {
    self.ids = ids
    self.targets = targets
    finishes = targets.map { _ in [Double](repeating: 0, count: count) }
    driven = [Int32](repeating: 0, count: ids.count * targets.count)
  }

  /// How many schedules were drawn.
  public var count: Int { finishes.first?.count ?? 0 }

  mutating func count(
    _ startMarks: [UInt64], _ finishMarks: [UInt64], _ isDone: [Bool]
  ) {
    let count = ids.count
    for place in 0..<count {
      var marks = startMarks[place] | finishMarks[place]
      guard marks != 0, !isDone[place] else { continue }
      while marks != 0 {
        driven[marks.trailingZeroBitCount * count + place] += 1
        marks &= marks - 1
      }
    }
  }

  /// Puts further schedules of the same simulation behind these.
  public mutating func append(_ further: SimulatedSchedules) {
    for target in targets.indices { finishes[target] += further.finishes[target] }
    for place in driven.indices { driven[place] += further.driven[place] }
  }

  /// When a target finishes; nil for what was not followed.
  public func finish(of target: String) -> FinishDistribution? {
    targets.firstIndex(of: target).map { FinishDistribution(finishes[$0]) }
  }

  /// The share of schedules in which a delay of an item would have delayed a target.
  public func criticality(of id: String, for target: String) -> Double? {
    guard let column = targets.firstIndex(of: target), let place = ids.firstIndex(of: id),
      count > 0
    else { return nil }
    return Double(driven[column * ids.count + place]) / Double(count)
  }

  /// Items by the share of schedules in which a target hung on them, the highest first, apart from
  /// those on which it never did.
  public func criticalities(for target: String) -> [(id: String, share: Double)] {
    guard let column = targets.firstIndex(of: target), count > 0 else { return [] }
    return ids.indices.map { (ids[$0], driven[column * ids.count + $0]) }.filter { $0.1 > 0 }
      .map { ($0.0, Double($0.1) / Double(count)) }
      .sorted { ($1.1, $0.0) < ($0.1, $1.0) }
  }
}
