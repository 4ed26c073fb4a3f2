// SPDX-License-Identifier: Apache-2.0

import Foundation
import PatientFlow
import Simulation
import Testing

@Suite struct `The report of a study` {
  /// A ward whose patients wait there for a community bed, run for ten weeks.
  private static let model = FlowModel(
    id: "leaving", title: "Leaving hospital", question: "Why do people wait?", kind: .terminating,
    network: FlowNetwork(
      classes: [PatientClass(id: "people", name: "People")],
      units: [
        FlowUnit(
          id: "ward", name: "Ward", kind: .beds([BedGroup(calendar: BedCalendar(beds: 26))])),
        FlowUnit(
          id: "home", name: "Community | beds",
          kind: .beds([BedGroup(calendar: BedCalendar(beds: 22))])),
      ],
      arrivals: [ArrivalStream(id: "all", patientClass: 0, unit: 0, perDay: 4)],
      journeys: [
        Journey(
          unit: 0, patientClass: 0, stay: .exponential(mean: 5),
          routes: [Route(chance: 0.25, to: 1), Route(chance: 0.75, to: nil, name: "home")]),
        Journey(
          unit: 1, patientClass: 0, stay: .exponential(mean: 20),
          routes: [Route(chance: 1, to: nil, name: "home")]),
      ],
      census: [
        CensusEntry(patientClass: 0, unit: 0, people: 18),
        CensusEntry(patientClass: 0, unit: 0, waitingFor: 1, people: 2),
        CensusEntry(patientClass: 0, unit: 1, people: 22),
      ]),
    horizon: FlowHorizon(warmUp: 0, length: 70, auditTime: 0.375), firstDay: "2017-10-01",
    precision: 0.1, mostReplications: 20, deciding: [FlowMeasure("ward", .blocked)],
    parameters: [
      FlowParameter(
        name: "Stay", value: "5 days", basis: "assumption", source: "", note: "A note, with comma",
        place: "flow/stays.csv:2")
    ], notes: ["One note."], variants: [], variant: nil)

  private static let study = Result {
    try FlowStudy.run(model, seed: 7, replications: .fixed(3))
  }

  @Test func `answers all 20 items of the checklist`() throws {
    let report = StressReport(try Self.study.get())
    let items = report.sections.flatMap(\.items)

    #expect(report.sections.count == 6)
    // 2.5 has five parts: 2.5.1 to 2.5.5.
    #expect(Set(items.map { $0.number.split(separator: ".").prefix(2) }).count == 20)
    #expect(Set(items.map(\.number)).count == 24)
    #expect(items.allSatisfy { !$0.text.isEmpty && $0.text.allSatisfy { !$0.isEmpty } })
    for table in items.compactMap(\.table) {
      #expect(table.rows.allSatisfy { $0.count == table.columns.count })
    }
  }

  @Test func `is one heading an item or part as Markdown, and its tables stay tables`() throws {
    let markdown = StressReport.markdown(try Self.study.get())

    #expect(markdown.split(separator: "\n").count { $0.hasPrefix("### ") } == 24)
    #expect(markdown.contains("Community \\| beds"))
  }

  @Test func `comes with what somebody needs to repeat the study`() throws {
    let files = try ReplicationBundle.files(try Self.study.get())
    let texts = Dictionary(
      uniqueKeysWithValues: files.map { ($0.name, String(decoding: $0.bytes, as: UTF8.self)) })

    #expect(files.map(\.name) == files.map(\.name).sorted())
    #expect(texts["parameters.csv"]?.contains("\"A note, with comma\"") == true)
    // 3 replications, 2 units, 15 measures and the header.
    #expect(texts["results.csv"]?.split(separator: "\n").count == 91)
    #expect((texts["events.csv"]?.split(separator: "\n").count ?? 0) > 5)
    let network = try JSONSerialization.jsonObject(with: Data((texts["network.json"] ?? "").utf8))
    #expect((network as? [String: Any])?["model"] as? String == "leaving")
  }

  @Test(arguments: [0, 34, 68])
  func `counts on a day what the daily counts of its replication say`(_ day: Int) throws {
    let result = try #require(try Self.study.get().results.first)
    let found = try FlowDay.replay(Self.model, seed: 7, day: day)

    for unit in result.units.indices {
      let (occupied, queue) = (result.units[unit].dailyOccupied, result.units[unit].dailyQueue)
      #expect(found.occupied[unit].count == 25)
      #expect(found.occupied[unit].first == Int(occupied[day]))
      #expect(found.occupied[unit].last == Int(occupied[day + 1]))
      #expect(found.waiting[unit].first == Int(queue[day]))
      #expect(found.waiting[unit].last == Int(queue[day + 1]))
    }
  }

  @Test func `sends as many people on each way as the rates say`() {
    let ways = FlowWays(Self.model.network, Self.model.horizon).all

    #expect(ways.first { $0.from == nil }?.perDay == 4)
    #expect(ways.first { $0.from == 0 && $0.to == 1 }?.perDay == 1)
    #expect(ways.first { $0.from == 1 && $0.to == nil }?.perDay == 1)
  }
}
