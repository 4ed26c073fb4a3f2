// SPDX-License-Identifier: Apache-2.0

import Foundation
import SyntheticSystem
import Testing

/// The made-up activity of the Kent and Medway plan is what the generator makes.
@Suite struct KentAndMedwayActivityTests {
  @Test func `activity is the sum of the rows of seed 2016`() throws {
    let system = try SyntheticSystem(seed: 2016)
    var totals = ActivityTotals()
    totals.add(system.spells)
    totals.add(system.outpatients)
    totals.add(system.arrivals)
    totals.add(system.otherCare)

    try check("activity.csv", totals.table)
  }

  @Test func `services are those of the generator and one that is new`() throws {
    try check("services.csv", SyntheticService.table(source: "synthetic-system") + Self.newService)
  }

  @Test func `seasons are those of the generator`() throws {
    try check("seasons.csv", Season.table)
  }

  /// It has no activity yet and takes what the plan moves to it.
  private static let newService =
    "rapid-response-visits,Rapid response visits at home (new; takes what is moved),"
    + "trust-kent-community,community,visit,visits,none,,level,2017-04-01,synthetic,"
    + "worked-example-assumptions,"
    + "\"One of the eight ambitions for local care. The day on which it starts and who provides it "
    + "are choices of this example.\"\n"

  private func check(_ name: String, _ text: String) throws {
    let path = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appending(path: "Plans/kent-and-medway/demand/" + name)
    if ProcessInfo.processInfo.environment["GOLDEN_RECORD"] == "1" {
      try Data(text.utf8).write(to: path)
    }
    #expect(try String(decoding: Data(contentsOf: path), as: UTF8.self) == text)
  }
}
