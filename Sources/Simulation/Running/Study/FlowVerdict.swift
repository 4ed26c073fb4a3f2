// SPDX-License-Identifier: Apache-2.0

import Foundation
import OutputAnalysis
import PatientFlow

/// Whether the network can keep up, and whether the run can be called steady.
public struct FlowVerdict: Hashable, Sendable, Codable {
  /// The finding.
  public enum Finding: String, Hashable, Sendable, Codable {
    /// Less comes than can be cared for, and the run is long enough to say so.
    case steady
    /// From a known start to a known end: no steady state is claimed.
    case terminating
    /// The run is too short for a unit so full: results depend on the warm-up.
    case notSettled = "not-settled"
    /// More comes than can be cared for: the queue grows for as long as it lasts.
    case unstable
  }

  /// The finding.
  public let finding: Finding
  /// In plain English, such as "unstable: the queue for the acute unit grows by 1.2 a day".
  public let words: String

  /// A verdict of its parts.
  public init(finding: Finding, words: String) {
    self.finding = finding
    self.words = words
  }

  /// The verdict on a model, of what its numbers say and what replications of it showed.
  init(_ model: FlowModel, _ loads: [UnitLoad], _ results: [FlowResult]) {
    let growing = loads.filter { $0.growth > 0 && !Self.isBarelyFull($0, model) }
    guard growing.isEmpty else {
      self.init(finding: .unstable, words: Self.growth(growing, model))
      return
    }
    guard model.kind == .steady else {
      self.init(finding: .terminating, words: Self.ending(loads))
      return
    }
    let late = loads.filter { $0.startLeft > Relaxation.tolerance }
    guard late.isEmpty else {
      self.init(finding: .notSettled, words: Self.lateness(late, model))
      return
    }
    let drifts = FlowDrift.all(model, results)
    guard drifts.isEmpty else {
      self.init(finding: .notSettled, words: Self.drift(drifts))
      return
    }
    let fullest = loads.filter { $0.load != nil }.max { ($0.load ?? 0) < ($1.load ?? 0) }
    let words = fullest.map {
      "steady: the fullest unit is \($0.name), at \(Self.percent($0.load ?? 0)) of what it can care "
        + "for."
    }
    self.init(finding: .steady, words: words ?? "steady: no unit has a limit.")
  }

  /// Whether a unit is full within half a percent and the run ends: what comes in excess is then less
  /// than luck, and no queue has the time to grow.
  private static func isBarelyFull(_ load: UnitLoad, _ model: FlowModel) -> Bool {
    model.kind == .terminating && (load.load ?? 0) <= 1.005
  }

  private static func ending(_ loads: [UnitLoad]) -> String {
    let full = loads.filter { ($0.load ?? 0) >= 0.995 }.map(\.name)
    let words = "from a known start to a known end: nothing is said of the long run."
    guard !full.isEmpty else { return words }
    let names = full.map { "“\($0)”" }.joined(separator: full.count == 2 ? " and " : ", ")
    return words
      + " As many people come for \(names) as there is room for, so a queue there does not shorten by "
      + "itself."
  }

  private static func growth(_ loads: [UnitLoad], _ model: FlowModel) -> String {
    let parts = loads.map { load in
      "the queue for \(load.name) grows by \(number(load.growth)) a day"
    }
    let over = model.kind == .steady ? "" : ", on average over the days that are counted"
    let fed = loads.filter(\.isFedByBeds).map(\.name)
    let backs =
      fed.isEmpty
      ? ""
      : " People who wait for \(fed.joined(separator: " and ")) keep their beds in the units before, "
        + "which fill up in turn."
    let means =
      model.kind == .steady
      ? " The means below are the lengths of the run and no more: no average exists." : ""
    return "unstable: " + parts.joined(separator: "; ") + over + "." + backs + means
  }

  private static func lateness(_ loads: [UnitLoad], _ model: FlowModel) -> String {
    let parts = loads.map { load -> String in
      let full = load.load.map { " at \(percent($0)) of what it can care for" } ?? ""
      let needed = load.warmUpNeeded.map { "; it takes about \(days($0)) to fade to 5%" } ?? ""
      return
        "\(load.name)\(full) remembers its start: after a warm-up of \(days(model.horizon.warmUp)) "
        + "\(percent(load.startLeft)) of what the start did is still in the means\(needed)"
    }
    return "not settled: " + parts.joined(separator: ". ")
      + ". Results depend on the warm-up: do not read them as the long run."
  }

  private static func drift(_ drifts: [FlowDrift]) -> String {
    let parts = drifts.map { drift in
      "\(drift.words) \(drift.change > 0 ? "rose" : "fell") by \(number(drift.change.magnitude)) from "
        + "the first half of the run to the second"
    }
    return "not settled: " + parts.joined(separator: "; ")
      + ". Make the warm-up longer, or ask whether it can settle at all."
  }

  private static func number(_ value: Double) -> String { FlowNumber.plain(value) }
  private static func percent(_ share: Double) -> String { FlowNumber.percent(share) }
  private static func days(_ days: Double) -> String {
    "\(FlowNumber.plain(days.rounded())) \(days.rounded() == 1 ? "day" : "days")"
  }
}

/// A measure that still rises or falls over the counted run.
struct FlowDrift {
  let words: String
  let change: Double

  /// The drifts of the beds in use and of the queue of every unit.
  static func all(_ model: FlowModel, _ results: [FlowResult]) -> [FlowDrift] {
    model.network.units.indices.flatMap { place -> [FlowDrift] in
      let units = results.compactMap { $0.units.indices.contains(place) ? $0.units[place] : nil }
      let name = model.network.units[place].name
      let looks: [(String, [[Double]])] = [
        ("the number in \(name)", units.map { $0.dailyOccupied.map(Double.init) }),
        ("the queue for \(name)", units.map { $0.dailyQueue.map(Double.init) }),
      ]
      return looks.compactMap { words, series in
        guard let drift = Drift.of(series), drift.isClear else { return nil }
        return FlowDrift(words: words, change: drift.change.mean)
      }
    }
  }
}
