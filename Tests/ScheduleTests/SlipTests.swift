// SPDX-License-Identifier: Apache-2.0

import Schedule
import Testing

@Suite struct `A late item` {
  private func schedule() throws -> WorkSchedule {
    WorkSchedule(
      try network(
        ["digital": 30, "clinical": 40, "case": 10, "gate": 0, "other": 0],
        [
          WorkLink("digital", "case"), WorkLink("clinical", "case"), WorkLink("case", "gate"),
          WorkLink("clinical", "other"),
        ]))
  }

  @Test func `moves a gate by what is left after the float, along a path`() throws {
    let slips = try schedule().slips(of: ["gate", "other"], when: ["digital": 21])
    #expect(slips[0].before == 50)
    #expect(slips[0].days == 11)
    #expect(slips[0].path.map(\.id) == ["digital", "case", "gate"])
    #expect(slips[0].path[1].link == WorkLink("digital", "case"))
    #expect(slips[1].days == 0)
    #expect(slips[1].path.isEmpty)
  }

  @Test func `within its float moves nothing`() throws {
    #expect(try schedule().slips(of: ["gate"], when: ["digital": 10])[0].days == 0)
  }

  @Test func `delays of items that wait for each other do not add up`() throws {
    let slips = try schedule().slips(of: ["gate"], when: ["clinical": 21, "case": 21])
    #expect(slips[0].days == 21)
  }

  @Test func `is refused by name when there is none`() throws {
    #expect(throws: ScheduleError.unknown(id: "x", in: nil)) {
      try schedule().slips(of: ["gate"], when: ["x": 1])
    }
  }
}

@Suite struct `A duration with a condition` {
  @Test func `gives a range of dates`() throws {
    let review = try DurationRange(low: 42, likely: 49, high: 56)
    let building = try DurationRange(low: 365, likely: 545, high: 730)
    let network = try WorkNetwork(
      items: [
        WorkItem("close"), WorkItem("review", review), WorkItem("building", building),
        WorkItem("open"),
      ],
      links: [
        WorkLink("close", "review"), WorkLink("close", "building"), WorkLink("review", "open"),
        WorkLink("building", "open"),
      ])
    let range = network.finishRanges()[try network.place(of: "open")]
    #expect(range == FinishRange(earliest: 365, likely: 545, latest: 730))
  }
}
