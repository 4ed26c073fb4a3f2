// SPDX-License-Identifier: Apache-2.0

/// Early dates of a network: the inner loop of everything else.
///
/// Kelley and Walker (1959), "Critical-path planning and scheduling"; links of three kinds after
/// Fondahl (1961). Dates that have happened override links.
struct ForwardPass: Sendable {
  /// Dates closer than this are the same.
  static let tolerance = 1e-6

  let network: WorkNetwork
  /// The day before which nothing starts that has no date of its own.
  private let floors: [Double]
  private let finishFloors: [Double]
  private let fixedStarts: [Double]
  private let fixedFinishes: [Double]

  /// Which items have happened, so that nothing moves them.
  let isDone: [Bool]

  private static let free = -Double.infinity

  /// `origin`: the day on which work starts that waits for nothing and has no date.
  init(_ network: WorkNetwork, origin: Double) {
    self.network = network
    let data = network.dataDay
    floors = network.items.map { item in
      max(item.notBefore ?? Self.free, data ?? (item.notBefore == nil ? origin : Self.free))
    }
    finishFloors = network.items.map { item in
      let known = item.finishNotBefore ?? Self.free
      return item.started == nil ? known : max(known, data ?? Self.free)
    }
    fixedStarts = network.items.map { $0.started ?? Double.nan }
    fixedFinishes = network.items.map { $0.finished ?? Double.nan }
    isDone = network.items.map { $0.finished != nil }
  }

  /// Fills in early starts and finishes for durations in the order of the network.
  ///
  /// - Complexity: O(items + links).
  func run(_ durations: [Double], starts: inout [Double], finishes: inout [Double]) {
    // Columns held once, so that the loop counts no references.
    let (firstLink, sources) = (network.firstLink, network.sources)
    let (kinds, lags) = (network.kinds, network.lags)
    for place in durations.indices {
      let finished = fixedFinishes[place]
      if !finished.isNaN {
        let started = fixedStarts[place]
        starts[place] = started.isNaN ? finished - durations[place] : started
        finishes[place] = finished
        continue
      }
      var start = floors[place]
      var finish = finishFloors[place]
      for link in firstLink[place]..<firstLink[place + 1] {
        let source = Int(sources[link])
        let lag = lags[link]
        switch kinds[link] {
        case .finishToStart: start = max(start, finishes[source] + lag)
        case .startToStart: start = max(start, starts[source] + lag)
        case .finishToFinish: finish = max(finish, finishes[source] + lag)
        }
      }
      let started = fixedStarts[place]
      if !started.isNaN { start = started }
      starts[place] = start
      finishes[place] = max(finish, start + durations[place])
    }
  }

  /// Marks what each of up to 64 targets hangs on: bit t of a result is set when a delay of the
  /// start or the finish of the item delays target t.
  ///
  /// All tight links count, so that of two equally long paths both are marked.
  func drivers(
    of targets: [Int], _ durations: [Double], _ starts: [Double], _ finishes: [Double],
    startMarks: inout [UInt64], finishMarks: inout [UInt64]
  ) {
    let (firstLink, sources) = (network.firstLink, network.sources)
    let (kinds, lags) = (network.kinds, network.lags)
    for place in durations.indices {
      startMarks[place] = 0
      finishMarks[place] = 0
    }
    for (bit, target) in targets.enumerated() { finishMarks[target] |= 1 << UInt64(bit) }
    for place in durations.indices.reversed() where !isDone[place] {
      let finish = finishMarks[place]
      if finishes[place] - starts[place] - durations[place] <= Self.tolerance {
        startMarks[place] |= finish
      }
      let start = fixedStarts[place].isNaN ? startMarks[place] : 0
      guard start | finish != 0 else { continue }
      for link in firstLink[place]..<firstLink[place + 1] {
        let source = Int(sources[link])
        let lag = lags[link]
        switch kinds[link] {
        case .finishToStart where finishes[source] + lag >= starts[place] - Self.tolerance:
          finishMarks[source] |= start
        case .startToStart where starts[source] + lag >= starts[place] - Self.tolerance:
          startMarks[source] |= start
        case .finishToFinish where finishes[source] + lag >= finishes[place] - Self.tolerance:
          finishMarks[source] |= finish
        default: break
        }
      }
    }
  }
}
