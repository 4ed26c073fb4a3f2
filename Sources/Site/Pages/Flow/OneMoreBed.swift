// SPDX-License-Identifier: Apache-2.0

import OutputAnalysis
import PatientFlow
import Simulation

/// What a few beds more or fewer of one unit would change, all else and all luck being the same.
struct OneMoreBed: Sendable {
  /// One number of beds.
  struct Point: Sendable {
    /// Beds more than today's, or fewer.
    let change: Int
    /// Beds in all.
    let beds: Int
    /// People who wait for the unit.
    let waiting: Estimate
    /// How many more wait for it than today; nil for today's number.
    let difference: PairedDifference?
    /// How many more wait for any unit than today; nil for today's number.
    let everywhere: PairedDifference?
  }

  /// The unit, by its place.
  let unit: Int
  /// How many beds make one step.
  let step: Int
  /// The numbers of beds, in rising order.
  let points: [Point]
  /// How many replications each has.
  let replications: Int

  /// Steps up and down: all of them, or fewer for a model with many events.
  private static func changes(_ replications: Int) -> [Int] {
    replications > 12 ? [-4, -2, -1, 0, 1, 2, 3, 4, 6, 8] : [-4, -2, 0, 1, 4, 8]
  }

  init(_ study: FlowStudy, unit: Int) throws(FlowProblems) {
    let model = study.model
    self.unit = unit
    let beds = model.network.units[unit].beds
    let step = Self.step(for: beds)
    self.step = step
    let full = study.results.count
    replications = max(3, full / 3)
    var runs: [(change: Int, here: [Double], everywhere: [Double])] = []
    for change in Self.changes(full) where beds + change * step > 0 {
      let changed = model.adding(change * step, to: unit)
      // With so few, a closure would take away more beds than there are: no such point.
      guard change >= 0 || (try? FlowPlan(changed.network, horizon: changed.horizon)) != nil
      else { continue }
      let results = try FlowEffort.run(changed, 1..<(replications + 1), seed: study.seed)
      runs.append(
        (
          change * step, results.map { $0.units[unit].waiting },
          results.map { $0.units.reduce(0) { $0 + $1.waiting } }
        ))
    }
    let today = runs.first { $0.change == 0 }
    points = runs.compactMap { run in
      guard let waiting = Estimate.of(run.here) else { return nil }
      let isToday = run.change == 0
      return Point(
        change: run.change, beds: beds + run.change, waiting: waiting,
        difference: isToday ? nil : .of(base: today?.here ?? [], other: run.here),
        everywhere: isToday ? nil : .of(base: today?.everywhere ?? [], other: run.everywhere))
    }
  }

  /// A round number of beds, about a fiftieth of what there is.
  private static func step(for beds: Int) -> Int {
    [1, 2, 5, 10, 20, 50, 100].last { $0 * 50 <= max(beds, 50) } ?? 1
  }

  /// What the first step up is worth.
  var firstStep: Point? { points.first { $0.change == step } }
}

extension FlowUnit {
  /// Beds, or visits a day, where nothing else is said.
  var beds: Int {
    switch kind {
    case .unlimited: 0
    case .beds(let groups): groups.reduce(0) { $0 + $1.calendar.beds }
    case .visits(let visits): visits.calendar.beds
    }
  }
}

extension FlowModel {
  /// The model with so many beds more, or fewer, in the last group of a unit: the pool, where there is
  /// one beside beds kept for some.
  func adding(_ change: Int, to unit: Int) -> FlowModel {
    var network = network
    switch network.units[unit].kind {
    case .unlimited: break
    case .beds(var groups):
      guard let last = groups.indices.last else { break }
      groups[last].calendar.add(change)
      network.units[unit].kind = .beds(groups)
    case .visits(var visits):
      visits.calendar.add(change)
      network.units[unit].kind = .visits(visits)
    }
    return FlowModel(
      id: id, title: title, question: question, kind: kind, network: network, horizon: horizon,
      firstDay: firstDay, precision: precision, mostReplications: mostReplications,
      deciding: deciding, parameters: parameters, notes: notes, variants: variants,
      variant: variant, overview: overview, limits: limits)
  }
}

extension BedCalendar {
  fileprivate mutating func add(_ change: Int) {
    beds = max(beds + change, 0)
    weekdays = weekdays?.map { max($0 + change, 0) }
  }
}
