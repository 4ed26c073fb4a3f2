// SPDX-License-Identifier: Apache-2.0

public import Engagement
public import Schedule

/// What becomes of a gate when work is late.
public struct GateSlip: Sendable, Hashable {
  /// The gate as it stands.
  public let gate: GateForecast
  /// Its day when the work is late.
  public let after: CivilDay
  /// Its status then.
  public let status: GateOutlook
  /// The path by which the delay reaches it, as ids from the late work on; empty when it does not.
  public let path: [String]

  /// Days by which it moves.
  public var days: Int { after.number - gate.forecast.number }
}

extension TimelineView {
  /// What becomes of the gates that are not passed when some work finishes days later than now
  /// forecast; those that move most come first.
  ///
  /// Each late activity finishes its delay after its own forecast: delays do not add up along a
  /// chain. What is not known or done already is left out.
  public func slips(late ids: [String], by days: Int) -> [GateSlip] {
    let known = Set(schedule.items.map(\.id))
    let delays = Dictionary(
      ids.filter { known.contains($0) }.map { ($0, Double(days)) },
      uniquingKeysWith: { first, _ in first })
    let open = gates.filter { !$0.isDone }
    guard let traced = try? schedule.slips(of: open.map(\.id), when: delays) else { return [] }
    return zip(open, traced).map { gate, slip in
      let after = timelineDay(slip.after)
      let status = GateRule.judge(
        forecast: after, promised: gate.promised, mustBy: gate.mustBy, isDone: false, rules: rules
      ).0
      return GateSlip(gate: gate, after: after, status: status, path: slip.path.map(\.id))
    }
    .sorted { ($1.days, $0.gate.forecast, $0.gate.id) < ($0.days, $1.gate.forecast, $1.gate.id) }
  }

  /// The activities of a workstream that are not done.
  public func unfinished(of workstream: String) -> [String] {
    activities.filter { $0.activity.workstream == workstream && !$0.isDone }.map(\.id)
  }

  /// Draws schedules by chance and follows the gates that are not passed, the first 64 of them.
  ///
  /// Lengths are drawn from the beta distribution of PERT, independently of each other; the same
  /// record and seed always give the same answer.
  public func simulate(schedules: Int? = nil) -> SimulatedSchedules? {
    let open = gates.filter { !$0.isDone }.prefix(Simulation.targetLimit).map(\.id)
    guard !open.isEmpty else { return nil }
    let simulation = try? Simulation(
      schedule.network, targets: Array(open), seed: rules.seed, origin: Double(day.number))
    return try? simulation?.run(0..<(schedules ?? rules.schedules))
  }

  /// The dates of everything as they stand, for a baseline.
  public var dates: [TimelineBaseline.Dates] {
    activities.map {
      TimelineBaseline.Dates(activity: $0.id, start: $0.start, finish: $0.finish)
    }
  }

  /// How each gate moved from one baseline to another, or to now when there is no second.
  public func moves(
    from first: RecordedBaseline, to second: RecordedBaseline?
  ) -> [(label: String, id: String, before: CivilDay?, after: CivilDay?)] {
    gates.map { gate in
      (
        gate.label, gate.id, first.dates(of: gate.id)?.finish,
        second.map { $0.dates(of: gate.id)?.finish } ?? gate.forecast
      )
    }
  }
}
