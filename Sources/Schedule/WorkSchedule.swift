// SPDX-License-Identifier: Apache-2.0

/// Dates of one item.
public struct ScheduledItem: Hashable, Sendable {
  /// The name of the item.
  public let id: String
  /// The earliest day on which it starts.
  public let earlyStart: Double
  /// The earliest day on which it finishes.
  public let earlyFinish: Double
  /// The latest day on which it may start without delaying the end or missing a date.
  public let lateStart: Double
  /// The latest day on which it may finish without delaying the end or missing a date.
  public let lateFinish: Double
  /// Days that it can slip without delaying the end or missing a date; negative when a date is
  /// missed already.
  public let totalFloat: Double
  /// Days that it can slip without moving anything that waits for it.
  public let freeFloat: Double
  /// Whether it has finished, so that nothing moves it.
  public let isDone: Bool

  /// Whether any slip of it delays the end or misses a date.
  public var isCritical: Bool { !isDone && totalFloat <= ForwardPass.tolerance }
}

/// A step of a path: an item, and the link by which it was reached.
public struct PathStep: Hashable, Sendable {
  /// The name of the item.
  public let id: String
  /// The link from the step before; nil for the first.
  public let link: WorkLink?
  /// The day on which the item starts.
  public let start: Double
  /// The day on which the item finishes.
  public let finish: Double
}

/// All dates of a network for one length of each item.
public struct WorkSchedule: Sendable {
  /// The network of these dates.
  public let network: WorkNetwork
  /// The items in the order of the network.
  public let items: [ScheduledItem]
  /// The day on which the last item finishes.
  public let end: Double

  let durations: [Double]
  let pass: ForwardPass

  /// Works out the dates of a network.
  ///
  /// `origin` is the day on which work starts that waits for nothing and has no date of its own, in a
  /// network without a data day.
  /// - Complexity: O(items + links).
  public init(
    _ network: WorkNetwork, _ estimate: DurationEstimate = .likely, origin: Double = 0
  ) {
    self.network = network
    durations = network.items.map { $0.duration.days(estimate) }
    pass = ForwardPass(network, origin: origin)
    var starts = durations
    var finishes = durations
    pass.run(durations, starts: &starts, finishes: &finishes)
    let end = finishes.max() ?? origin
    self.end = end
    let late = Self.lateDates(network, durations, lastDay: { min($0.mustBy ?? end, end) })
    let free = Self.freeFloats(network, starts, finishes, end)
    items = network.items.indices.map { place in
      ScheduledItem(
        id: network.items[place].id, earlyStart: starts[place], earlyFinish: finishes[place],
        lateStart: late[place].start, lateFinish: late[place].finish,
        totalFloat: min(
          late[place].start - starts[place], late[place].finish - finishes[place]),
        freeFloat: free[place], isDone: network.items[place].finished != nil)
    }
  }

  /// The dates of an item.
  ///
  /// - Throws: `ScheduleError.unknown`.
  public func item(_ id: String) throws(ScheduleError) -> ScheduledItem {
    items[try network.place(of: id)]
  }

  /// The items any slip of which delays the end or misses a date, in the order of the network.
  public var critical: [ScheduledItem] { items.filter(\.isCritical) }

  /// Items that can slip by some days at most, apart from the critical ones.
  public func nearCritical(within days: Double) -> [ScheduledItem] {
    items.filter { !$0.isDone && !$0.isCritical && $0.totalFloat <= days }
  }

  /// The days that each item can slip before one item finishes later; nil for what it does not
  /// wait for.
  ///
  /// - Throws: `ScheduleError.unknown`.
  /// - Complexity: O(items + links).
  public func floats(to id: String) throws(ScheduleError) -> [Double?] {
    let target = try network.place(of: id)
    let late = Self.lateDates(network, durations) { [items] item in
      item.id == id ? items[target].earlyFinish : .infinity
    }
    return items.indices.map { place in
      let float = min(
        late[place].start - items[place].earlyStart, late[place].finish - items[place].earlyFinish)
      return float.isFinite ? float : nil
    }
  }

  /// Late dates by a pass from the last item to the first; an item of which nothing waits has the
  /// day that `lastDay` gives.
  private static func lateDates(
    _ network: WorkNetwork, _ durations: [Double], lastDay: (WorkItem) -> Double
  ) -> [(start: Double, finish: Double)] {
    var late = network.items.map { (start: Double.infinity, finish: lastDay($0)) }
    for place in network.items.indices.reversed() {
      late[place].start = min(late[place].start, late[place].finish - durations[place])
      // What has happened holds nothing back any more.
      guard network.items[place].finished == nil else { continue }
      for link in network.firstLink[place]..<network.firstLink[place + 1] {
        let source = Int(network.sources[link])
        let lag = network.lags[link]
        let hasStarted = network.items[place].started != nil
        switch network.kinds[link] {
        case .finishToFinish:
          late[source].finish = min(late[source].finish, late[place].finish - lag)
        case .finishToStart where !hasStarted:
          late[source].finish = min(late[source].finish, late[place].start - lag)
        case .startToStart where !hasStarted:
          late[source].start = min(late[source].start, late[place].start - lag)
        default: break
        }
      }
    }
    return late
  }

  private static func freeFloats(
    _ network: WorkNetwork, _ starts: [Double], _ finishes: [Double], _ end: Double
  ) -> [Double] {
    var free = [Double](repeating: .infinity, count: starts.count)
    for place in starts.indices where network.items[place].finished == nil {
      for link in network.firstLink[place]..<network.firstLink[place + 1] {
        let source = Int(network.sources[link])
        let lag = network.lags[link]
        let slack =
          switch network.kinds[link] {
          case .finishToStart: starts[place] - finishes[source] - lag
          case .startToStart: starts[place] - starts[source] - lag
          case .finishToFinish: finishes[place] - finishes[source] - lag
          }
        free[source] = min(free[source], slack)
      }
    }
    return free.indices.map { free[$0].isFinite ? max(free[$0], 0) : end - finishes[$0] }
  }
}
