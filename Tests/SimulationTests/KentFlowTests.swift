// SPDX-License-Identifier: Apache-2.0

import Assessment
import Foundation
import PatientFlow
import PlanPackage
import Simulation
import Testing

@Suite struct `The models of Kent and Medway` {
  private static let reading = Result {
    let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appending(path: "Plans/kent-and-medway").path()
    return try FlowReading(Assessment(PlanReader(folder: folder)))
  }

  /// The mean of a measure of the acute wards over the first runs.
  private func acute(
    _ variant: String?, runs: Int, _ value: (UnitResult) -> Double
  ) throws -> Double {
    let model = try #require(try Self.reading.get().model("discharge", variant: variant))
    let unit = try #require(model.network.units.firstIndex { $0.id == "acute" })
    var kernel = FlowKernel(try FlowPlan(model.network, horizon: model.horizon), seed: 7)
    let values = (1...runs).map { value(kernel.run(replication: $0).units[unit]) }
    return values.reduce(0, +) / Double(runs)
  }

  @Test func `there are three, with their variants`() throws {
    let models = try Self.reading.get().models

    #expect(models.map(\.id) == ["stroke", "discharge", "winter"])
    #expect(models.map(\.kind) == [.steady, .terminating, .terminating])
    #expect(models[1].variants.map(\.id) == ["ten-beds", "visits", "beds-and-visits"])
    #expect(models[2].firstDay == "2017-10-01" && models[2].horizon.firstWeekday == 6)
  }

  @Test func `every assumption has a source and says why it was made`() throws {
    for parameter in try Self.reading.get().models.flatMap(\.parameters) {
      #expect(!parameter.source.isEmpty, "\(parameter.place)")
      #expect(parameter.basis == "published" || !parameter.note.isEmpty, "\(parameter.place)")
    }
  }

  @Test func `strokes of an option come from the options engine`() throws {
    let reading = try Self.reading.get()
    let chosen = try #require(reading.model("stroke")).network
    let other = try #require(reading.model("stroke", variant: "option-a")).network

    // 471 strokes a year at Darent Valley under option B, 620 under option A, and a third more who
    // turn out to have had none.
    #expect(abs(chosen.arrivals[0].perDay - 471.0006 / 365 * 1.3333) < 1e-6)
    #expect(abs(other.arrivals[0].perDay - 620.0006 / 365 * 1.3333) < 1e-6)
    #expect(other.units[2].name == "Hyper-acute unit, Medway")
  }

  // Published: 1,000 people, 32% of those in hospital. The standard error of four runs is about 70.
  @Test func `the model of discharge is calibrated to the published 1,000 and 32%`() throws {
    let blocked = try acute(nil, runs: 4) { $0.meanBlocked }
    let occupied = try acute(nil, runs: 4) { $0.meanOccupied }

    #expect(abs(blocked - 1_000) < 210, "\(blocked)")
    #expect(abs(blocked / occupied - 0.32) < 0.06, "\(blocked / occupied)")
  }

  @Test func `more community care leaves fewer people waiting in hospital`() throws {
    let base = try acute(nil, runs: 1) { $0.meanBlocked }
    let beds = try acute("ten-beds", runs: 1) { $0.meanBlocked }
    let visits = try acute("visits", runs: 1) { $0.meanBlocked }

    #expect(beds < base && visits < beds)
  }
}
