// SPDX-License-Identifier: Apache-2.0

/// Several servers, one queue, and arrivals whose rate changes: M_t/M/c.
///
/// The equations of Kolmogorov are integrated with the rule of Runge and Kutta of the fourth
/// order; the number of states grows with the queue. Every answer states how much it changed when
/// the step was halved, and the most probability that ever stood in the last state.
public struct MtMcQueue: Equatable, Sendable {
  /// Arrivals as time goes on.
  public let arrivals: ArrivalPattern
  /// People whom one server completes in a unit of time.
  public let serviceRate: Double
  /// Servers or beds.
  public let servers: Int

  /// How things stand at a time.
  public struct Moment: Equatable, Sendable {
    /// The time.
    public let time: Double
    /// Mean number in the queue and in service.
    public let meanPresent: Double
    /// Mean number in the queue.
    public let meanQueue: Double
    /// The chance that all servers are busy.
    public let probabilityAllBusy: Double
  }

  /// How things go.
  public struct Course: Equatable, Sendable {
    /// Moments at equal intervals.
    public let moments: [Moment]
    /// The most by which a mean number present changed when the step of integration was halved.
    public let stepError: Double
    /// The most probability that stood in the last state: what is cut off is of this order.
    public let truncation: Double
    /// How many periods it took until nothing changed from one to the next; 0 when it was not
    /// asked for.
    public let periods: Int
  }

  /// Describes the queue.
  ///
  /// - Throws: `QueueError` for numbers out of range; at most 5,000 servers.
  public init(arrivals: ArrivalPattern, serviceRate: Double, servers: Int) throws(QueueError) {
    try Check.positive(serviceRate, "the rate of service")
    try Check.count(servers, "the number of servers", 1...5_000)
    self.arrivals = arrivals
    self.serviceRate = serviceRate
    self.servers = servers
  }

  /// The course of one period once every period is like the one before.
  ///
  /// - Parameter moments: How many, from the start of a period.
  /// - Returns: The moments of a period, and how exact they are.
  /// - Throws: `QueueError.unstable` when more arrives over a period than can be served, and
  ///   `didNotSettle` or `tooMuchWork` when it would take too long.
  public func periodic(moments: Int = 24) throws(QueueError) -> Course {
    try Check.count(moments, "the number of moments", 1...10_000)
    guard arrivals.repeats else { throw .doesNotRepeat }
    try Check.stable(arrivals: arrivals.meanRate, capacity: serviceRate * Double(servers))
    let times = (0...moments).map { arrivals.period * Double($0) / Double(moments) }
    var start = KolmogorovState(
      present: Int(min(arrivals.meanRate / serviceRate, Double(servers))), servers: servers)
    var (last, change) = (Double.infinity, Double.infinity)
    for period in 1...Self.mostPeriods {
      var state = start
      _ = try run(&state, times, halvings: 0)
      let now = abs(state.meanPresent - start.meanPresent)
      // Changes shrink by a ratio: what is still to come is their geometric sum.
      let ratio = min(now / last, 1)
      (last, change) = (now, ratio < 1 ? now / (1 - ratio) : .infinity)
      start = state
      if period > 2, change < 1e-9 * (1 + state.meanPresent) || now < 1e-13 * state.meanPresent {
        return try course(from: start, times, periods: period, keepsLast: false)
      }
    }
    throw .didNotSettle("The course of a period", change: change)
  }

  /// The course from a number of people at time 0.
  ///
  /// It needs no steady state: a queue that grows is shown growing.
  /// - Parameters:
  ///   - present: People at time 0, in service and in the queue.
  ///   - end: The end.
  ///   - moments: Intervals between moments.
  /// - Returns: The moments from 0 to the end, and how exact they are.
  /// - Throws: `QueueError.tooMuchWork` when it would take too long, and errors about numbers out
  ///   of range.
  public func course(
    startingWith present: Int, until end: Double, moments: Int = 24
  ) throws(QueueError) -> Course {
    try Check.count(
      present, "the number of people at the start", 0...KolmogorovState.mostStates / 2)
    try Check.positive(end, "the end")
    try Check.count(moments, "the number of moments", 1...10_000)
    let times = (0...moments).map { end * Double($0) / Double(moments) }
    let start = KolmogorovState(present: present, servers: servers)
    return try course(from: start, times, periods: 0, keepsLast: true)
  }

  private static let mostPeriods = 5_000
  /// Updates of a state, about five seconds of them.
  private static let mostWork = 2e9

  private func course(
    from start: KolmogorovState, _ times: [Double], periods: Int, keepsLast: Bool
  ) throws(QueueError) -> Course {
    var (coarse, fine) = (start, start)
    let rough = try run(&coarse, times, halvings: 0)
    let moments = try run(&fine, times, halvings: 1)
    let error = zip(rough, moments).reduce(0) {
      max($0, abs($1.0.meanPresent - $1.1.meanPresent))
    }
    return Course(
      moments: keepsLast ? moments : Array(moments.dropLast()), stepError: error,
      truncation: fine.truncation, periods: periods)
  }

  private func run(
    _ state: inout KolmogorovState, _ times: [Double], halvings: Int
  ) throws(QueueError) -> [Moment] {
    let end = times[times.count - 1]
    if case .table(_, let step, _) = arrivals.kind, end / step > 1e6 {
      throw .tooMuchWork(
        "a course over more than a million intervals of the table of arrivals",
        advice: "Take a shorter time or longer intervals.")
    }
    let grid = (Set(times).union(arrivals.jumps(until: end))).sorted()
    let longest = min(
      arrivals.period / 100, 0.75 / (arrivals.highest + serviceRate * Double(servers)))
    let steps = end / longest
    guard steps * Double(state.probabilities.count + servers) * 4 <= Self.mostWork else {
      throw .tooMuchWork(
        "an integration of about \(Int(min(steps, 1e15))) steps",
        advice: "Take a shorter time, fewer servers, or simulate.")
    }
    let wanted = Set(times)
    var moments = [state.moment(at: grid[0])]
    for (from, to) in zip(grid, grid.dropFirst()) {
      let count = max(1, Int(((to - from) / longest).rounded(.up))) << halvings
      try advance(&state, from, to, count)
      if wanted.contains(to) { moments.append(state.moment(at: to)) }
    }
    return moments
  }

  private func advance(
    _ state: inout KolmogorovState, _ from: Double, _ to: Double, _ count: Int
  ) throws(QueueError) {
    let step = (to - from) / Double(count)
    // A table is constant between its jumps, and must not be read on one.
    let middle: Double? = arrivals.jumps(until: 1e-300).isEmpty ? nil : (from + to) / 2
    for index in 0..<count {
      let time = from + Double(index) * step
      let rates = (
        arrivals.rate(at: middle ?? time), arrivals.rate(at: middle ?? (time + step / 2)),
        arrivals.rate(at: middle ?? (time + step))
      )
      try state.advance(by: step, arrivals: rates, serviceRate: serviceRate)
    }
  }
}
