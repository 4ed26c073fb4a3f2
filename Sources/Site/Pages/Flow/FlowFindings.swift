// SPDX-License-Identifier: Apache-2.0

import OutputAnalysis
import PatientFlow
import Simulation

/// What the pages say first of a study.
struct FlowFindings {
  let study: FlowStudy

  init(_ study: FlowStudy) { self.study = study }

  var units: [FlowUnit] { study.model.network.units }

  /// The unit for which most people wait, of those that have beds or visits; nil when none has.
  var mostWaitedFor: Int? {
    let limited = units.indices.filter { units[$0].isLimited }
    return limited.max { (waiting($0).mean, $1) < (waiting($1).mean, $0) }
  }

  /// The unit whose beds are worth adding to: where people wait in a bed elsewhere for one here, and
  /// from where they need no other; of several, the one that most wait for.
  var worthAdding: Int? {
    let ends = units.indices.filter { unit in
      guard case .beds = units[unit].kind else { return false }
      let isFed = estimate(unit) { $0.meanWaitingElsewhere }.mean > 0.05
      let onward = study.model.network.journeys.filter { $0.unit == unit }.flatMap(\.routes)
      return isFed && onward.allSatisfy { $0.unit.map { !units[$0].isLimited } ?? true }
    }
    return ends.max { (waiting($0).mean, $1) < (waiting($1).mean, $0) } ?? mostWaitedFor
  }

  /// The mean over time of the people who wait for a unit, wherever they are.
  func waiting(_ unit: Int) -> Estimate { estimate(unit, UnitResult.waiting) }

  /// A number of each replication as an estimate.
  func estimate(_ unit: Int, _ value: (UnitResult) -> Double) -> Estimate {
    let values = study.results.map { result in
      result.units.indices.contains(unit) ? value(result.units[unit]) : 0
    }
    return Estimate.of(values)
      ?? Estimate(mean: .nan, halfWidth: nil, standardDeviation: nil, replications: values.count)
  }

  /// What was found, in a sentence: who waits for what, and how full it is.
  var headline: String {
    guard let unit = mostWaitedFor else {
      return unlimited
    }
    let waiting = waiting(unit)
    let name = "“\(units[unit].name)”"
    let people =
      waiting.mean < 0.05
      ? "Hardly anybody waits for \(name)"
      : "On average \(FlowPhrase.people(waiting)) wait for \(name)"
    return [heldUp, "\(people).", use(unit)].filter { !$0.isEmpty }.joined(separator: " ")
  }

  /// How many keep a bed that they no longer need, where most do; empty where hardly anybody does.
  private var heldUp: String {
    let held = units.indices.map { ($0, estimate($0) { $0.meanBlocked }) }
    guard let most = held.max(by: { $0.1.mean < $1.1.mean }), most.1.mean >= 0.5 else { return "" }
    return "On average \(FlowPhrase.people(most.1)) in “\(units[most.0].name)” could go on, but "
      + "nothing is free for them."
  }

  /// What is said where nothing has a limit: how many people are where.
  private var unlimited: String {
    let people = units.indices.map { ($0, estimate($0) { $0.meanOccupied }.mean) }
    let all = people.reduce(0) { $0 + $1.1 }
    guard let most = people.max(by: { $0.1 < $1.1 }) else { return "" }
    return
      "No unit here has a limit, so nobody waits, and what is found is what would be needed. On "
      + "average \(FlowPhrase.number(all)) people are there at once, \(FlowPhrase.number(most.1)) of them "
      + "in “\(units[most.0].name)”."
  }

  private func use(_ unit: Int) -> String {
    let occupied = estimate(unit) { $0.meanOccupied }
    let staffed = estimate(unit) { $0.meanStaffed }
    if case .visits = units[unit].kind {
      let visits = estimate(unit) { $0.meanVisits }
      return "\(FlowPhrase.number(visits.mean)) visits are made a day, of "
        + "\(FlowPhrase.number(staffed.mean)) that could be."
    }
    // More people than beds are there while beds wait to be closed until somebody leaves.
    return occupied.mean > staffed.mean
      ? "\(FlowPhrase.number(occupied.mean)) people are there, for whom \(FlowPhrase.number(staffed.mean)) "
        + "beds are staffed."
      : "\(FlowPhrase.number(occupied.mean)) of \(FlowPhrase.number(staffed.mean)) beds are in use."
  }

  /// The finding about keeping up, as a sentence for everybody.
  var verdict: String {
    switch study.verdict.finding {
    case .steady:
      mostWaitedFor == nil
        ? "This has settled: the figures are what is normal."
        : "There is enough for all who come, though some have to wait."
    case .terminating: "This follows a span of time from a known start to a known end."
    case .notSettled:
      "This is so full that even a long run does not show what is normal: read the figures as one "
        + "stretch of time, not as what to expect."
    case .unstable:
      study.loads.reduce(0) { $0 + $1.growth } < 0.5
        ? "This is as full as it can be: queues that are there do not clear by themselves."
        : "More people come than can be cared for, and queues grow for as long as that lasts."
    }
  }

  /// Comparisons with exact answers that do not agree.
  var alarms: [ExactComparison] { study.comparisons.filter { !$0.agrees } }
}

extension FlowUnit {
  /// Whether there can be too little of it.
  var isLimited: Bool { !isUnlimited }

  /// What there is more or less of: "bed", "visit a day".
  var noun: String {
    if case .visits = kind { return "visit a day" }
    return "bed"
  }

  /// Of several.
  var nouns: String {
    if case .visits = kind { return "visits a day" }
    return "beds"
  }
}

extension UnitResult {
  /// The mean over time of the people who wait for it, wherever they are.
  var waiting: Double { meanQueue + meanWaitingElsewhere }
  static func waiting(_ unit: UnitResult) -> Double { unit.waiting }

  /// The mean of the days waited by those who were admitted.
  var meanWait: Double { admissions > 0 ? daysWaited / Double(admissions) : 0 }

  /// The share of its beds in use.
  var occupancy: Double { meanStaffed > 0 ? meanOccupied / meanStaffed : .nan }
}
