// SPDX-License-Identifier: Apache-2.0

import Engagement
import Foundation
import Ledger
import People
import Pictures
import Programme

@testable import Portal

/// A portal whose laboratory answers by a rule that a test can check in its head: the gap in the last
/// year is 300 less twice the shift, give or take 50, and growth adds ten for each point.
final class LabSite: Sendable {
  let data: DataFolder
  let portal: Portal

  static let shift = LabInput(
    id: "assumption.shift", label: "Patients whom local care keeps out of hospital", unit: "%",
    group: "Local care", low: 10, central: 15, high: 20, shape: "the middle is likeliest",
    why: "The plan says so.",
    evidence: [
      .init(
        label: "National pioneers", low: 1.9, high: 4.8, strength: "moderate", source: "pioneers")
    ])
  static let growth = LabInput(
    id: "assumption.growth", label: "Growth in need", unit: "% a year", group: "Growth", low: -1,
    central: 1, high: 3)
  static let stay = LabInput(
    id: "assumption.stay", label: "Days in hospital", unit: "days", group: "Length of stay", low: 5,
    central: 5, high: 5)
  static let money = LabMeasure(
    id: "gap.system", label: "Gap of the system", unit: "£ million, cash",
    numbers: NumberStyle(prefix: "£", suffix: " million"))

  init(fault: String? = nil) throws {
    data = try DataFolder(path: NSTemporaryDirectory() + "lab-" + UUID().uuidString)
    var services = Services(
      data: data, plan: EngagementPlan(title: "Plan"), prose: { "<p>\($0)</p>" })
    services.programme.lab.assumptions = [Self.shift, Self.growth, Self.stay].map {
      .init(id: $0.id, label: $0.label, hasRange: $0.low < $0.high)
    }
    services.laboratory = Laboratory(
      inputs: [Self.shift, Self.growth, Self.stay], fault: fault,
      synthetic: "The activity is made up by a program.", result: { Self.result($0) },
      comparison: { Self.comparison($0) },
      rows: { [["measure", "gap"], ["gap.system", Self.gap($0).formatted()]] })
    portal = Portal(services)
  }

  deinit { try? FileManager.default.removeItem(atPath: data.path) }

  static func gap(_ state: LabState) -> Double {
    let shift = state.settings[shift.id]?.value(of: shift) ?? 15
    let growth = state.settings[growth.id]?.value(of: growth) ?? 1
    return 300 - 2 * shift + 10 * growth
  }

  static func spread(_ middle: Double) -> FanChart.Spread {
    .init(
      lowest: middle - 50, low: middle - 25, middle: middle, high: middle + 25,
      highest: middle + 50)
  }

  static func result(_ state: LabState) -> LabResult {
    let (gap, before) = (gap(state), gap(state.unchanged))
    let isChanged = !state.settings.isEmpty
    return LabResult(
      years: ["2016-17", "2020-21"],
      fans: [
        .init(
          measure: money, doNothing: [.init(certain: 110), spread(486)],
          withPlan: [.init(certain: 110), spread(gap)],
          before: isChanged ? [.init(certain: 110), spread(before)] : nil,
          promise: .init("Promised: at most £29 million", at: 29))
      ], runValues: (0..<100).map { gap - 50 + Double($0) },
      change: isChanged
        ? .init(
          from: before, fromLabel: "The plan", shares: [.init("Shift", gap - before)], to: gap,
          toLabel: "Your change") : nil,
      promises: [
        .init(
          label: "The gap is closed by 2020-21", chance: 0.27, interval: 0.24...0.3,
          before: isChanged ? 0.5 : nil)
      ], centre: gap,
      swings: [
        .init(input: growth.id, atLow: gap - 20, atHigh: gap + 20),
        .init(input: shift.id, atLow: gap + 10, atHigh: gap - 10),
      ], variance: (growth.id, 0.64),
      information: .init(
        decision: "whether to go ahead", all: 4.2,
        each: [.init(input: growth.id, worth: 3.1), .init(input: shift.id, worth: 0.01)]),
      warnings: ["“Shift” is above everything that was found elsewhere."], runs: state.runs,
      seed: state.seed)
  }

  static func comparison(_ states: [LabState]) -> LabComparison {
    let gaps = states.map(gap)
    let best = gaps.min()
    return LabComparison(
      year: "2020-21", promises: ["The gap is closed"],
      sides: gaps.map { gap in
        .init(
          measures: [(money, spread(gap))], promises: [0.27], difference: spread(gap - gaps[0]),
          betterThanFirst: gap < gaps[0] ? 0.98 : 0.02, best: gap == best ? 0.9 : 0.1)
      },
      information: .init(decision: "which to choose", all: 0, each: []), runs: 1000, seed: 1)
  }

  func get(_ path: String, _ query: String = "", as role: Role? = nil) async -> Shown {
    await send(
      PortalRequest(method: .get, path: Self.parts(path), query: FormFields(encoded: query)), role)
  }

  func post(_ path: String, _ fields: [(String, String)], as role: Role? = .analyst) async -> Shown
  {
    await send(
      PortalRequest(
        method: .post, path: Self.parts(path),
        fields: FormFields(fields.map { (name: $0.0, value: $0.1) })), role)
  }

  private func send(_ request: PortalRequest, _ role: Role?) async -> Shown {
    Shown(await portal.answer(request, EventsSite.visit(role)))
  }

  private static func parts(_ path: String) -> [String] {
    path.split(separator: "/").map(String.init)
  }
}
