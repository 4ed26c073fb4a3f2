// SPDX-License-Identifier: Apache-2.0

import Queueing
import TestKit
import Testing

@Suite struct `The stroke capacity model of 2016` {
  typealias Model = StrokeCapacityModel

  private func oneIn(_ model: Model, acute beds: ClosedRange<Int>) throws -> [Int] {
    try beds.map { Int((1 / (try model.acute.delay(beds: $0))).rounded()) }
  }

  /// Loads by hand: 6.784/1.2 + 1.8/9.3 + 4/3.6 + 3.8/3.2 in reading A, 7.036/1.2 in B.
  @Test func `has the loads of its parameters`() throws {
    let a = try Model(reading: .mortalityStay)
    #expect(agree(a.acute.load, 6.784 / 1.2 + 1.8 / 9.3 + 4 / 3.6 + 3.8 / 3.2))
    #expect(agree(a.rehabilitation.load, 9.718217562619024))
    let b = try Model(reading: .stayWithoutSupport)
    #expect(agree(b.acute.load, 8.35549283154122))
    #expect(agree(try a.pooled().load, 8.145492831541219 + 9.718217562619024))
  }

  /// The published column for 5% more demand is reading B at every number of beds.
  @Test func `reproduces five per cent more demand in reading B`() throws {
    let model = try Model(reading: .stayWithoutSupport, scenario: .demand(1.05))
    #expect(try oneIn(model, acute: 10...14) == [6, 9, 13, 21, 34])
    let other = try Model(reading: .mortalityStay, scenario: .demand(1.05))
    #expect(try oneIn(other, acute: 10...14) == [7, 10, 15, 23, 39])
  }

  @Test(
    .enabled(if: ExactTables.isThere, "\(SharedData.absence)"),
    arguments: Model.Reading.allCases,
    [
      ("current", Model.Scenario.current), ("plus5", .demand(1.05)),
      ("no_neuro", .noComplexNeurological),
    ])
  func `equals the exact tables`(
    reading: Model.Reading, scenario: (name: String, value: Model.Scenario)
  ) throws {
    let all = try #require(try ExactTables.file("monks_targets.json")["exact"] as? [String: Any])
    let table = try #require(all["\(reading.rawValue)_\(scenario.name)"] as? [String: Any])
    let model = try Model(reading: reading, scenario: scenario.value)
    #expect(agree(model.acute.load, try #require(table["rho_acute"] as? Double)))
    #expect(agree(model.rehabilitation.load, try #require(table["rho_rehab"] as? Double)))
    let pooled = try model.pooled()
    for (name, ward) in [
      ("acute", model.acute), ("rehab", model.rehabilitation), ("pooled", pooled),
    ] {
      for (beds, chance) in try #require(table[name] as? ExactTables.Numbers) {
        let ours = try ward.delay(beds: try #require(Int(beds)))
        #expect(agree(ours, chance, within: 1e-9), "\(name) \(beds)")
      }
    }
  }

  /// Beds ring-fenced for stroke, in print: 1 in 12, 19, 32, 57, 113 and 240 for 10 to 15 beds.
  ///
  /// Leaving only “other” patients out gives 11.7, 18.9, 32.7, 60.3, 118.8 and 249.6 in reading B.
  @Test func `shows that ring-fencing left out other patients only`() throws {
    let model = try Model(reading: .stayWithoutSupport, scenario: .ringFenced)
    for (beds, expected) in zip(10...15, [11.7, 18.9, 32.7, 60.3, 118.8, 249.6]) {
      #expect(abs(1 / (try model.acute.delay(beds: beds)) - expected) < 0.06)
    }
  }

  /// Partly pooled: acute, rehabilitation and shared beds; shares of arrivals turned away.
  @Test(arguments: [
    (11, 11, 4, 0.0169, 0.0357), (11, 10, 5, 0.0136, 0.0363), (10, 10, 6, 0.0153, 0.0259),
    (10, 9, 7, 0.0139, 0.0262), (9, 9, 8, 0.0152, 0.0204), (9, 8, 9, 0.0147, 0.0205),
    (14, 12, 0, 0.0192, 0.1091), (0, 0, 26, 0.0158, 0.0158),
  ])
  func `pools beds with one definition of delay`(
    acute: Int, rehabilitation: Int, shared: Int, noAcute: Double, noRehabilitation: Double
  ) throws {
    let wards = try Model(reading: .mortalityStay)
      .wards(acute: acute, rehabilitation: rehabilitation, shared: shared)
    let away = wards.shareTurnedAway
    #expect(abs(away.first - noAcute) < 0.00006)
    #expect(abs(away.second - noRehabilitation) < 0.00006)
  }

  /// The definition that the paper uses for partly pooled rows only.
  @Test(arguments: [
    (14, 12, 0, 0.0387, 0.2717), (11, 11, 4, 0.0422, 0.0857), (11, 10, 5, 0.0358, 0.0869),
    (10, 10, 6, 0.0399, 0.0628), (10, 9, 7, 0.0373, 0.0634), (9, 9, 8, 0.0400, 0.0507),
    (9, 8, 9, 0.0391, 0.0509),
  ])
  func `pools beds with the other definition too`(
    acute: Int, rehabilitation: Int, shared: Int, noAcute: Double, noRehabilitation: Double
  ) throws {
    let wards = try Model(reading: .mortalityStay)
      .wards(acute: acute, rehabilitation: rehabilitation, shared: shared)
    let full = wards.shareOfTimeFull
    #expect(abs(full.first - noAcute) < 0.00006)
    #expect(abs(full.second - noRehabilitation) < 0.00006)
  }

  @Test func `refuses what cannot be`() throws {
    #expect(throws: QueueError.self) {
      try Model(reading: .mortalityStay, scenario: .demand(-1))
    }
    #expect(throws: QueueError.empty("the list of groups of patients")) { try Model(groups: []) }
    var groups = try Model(reading: .mortalityStay).groups
    groups[0].acuteRoutes[0].share = 0.5
    #expect(throws: QueueError.self) { try Model(groups: groups) }
    #expect(throws: QueueError.self) {
      try Model(reading: .mortalityStay).wards(acute: -1, rehabilitation: 0, shared: 0)
    }
  }
}
