// SPDX-License-Identifier: Apache-2.0

import Schedule
import TestKit
import Testing

/// Items of whole days and links between them, such as "a>b" or "a>b+3".
func network(
  _ days: KeyValuePairs<String, Double>, _ links: [WorkLink] = [], dataDay: Double? = nil
) throws -> WorkNetwork {
  try WorkNetwork(
    items: days.map { WorkItem($0.key, DurationRange(days: $0.value)) }, links: links,
    dataDay: dataDay)
}

@Suite struct `Early and late dates` {
  /// a(3) then b(5) and c(2) beside each other, then d(4): b is critical, c has 3 days.
  private func diamond() throws -> WorkSchedule {
    WorkSchedule(
      try network(
        ["d": 4, "c": 2, "b": 5, "a": 3],
        [WorkLink("a", "b"), WorkLink("a", "c"), WorkLink("b", "d"), WorkLink("c", "d")]))
  }

  @Test func `a chain takes the sum of its durations`() throws {
    let chain = WorkSchedule(
      try network(["a": 3, "b": 5, "c": 7], [WorkLink("a", "b"), WorkLink("b", "c", lag: 2)]))
    #expect(chain.end == 17)
    #expect(chain.critical.map(\.id) == ["a", "b", "c"])
  }

  @Test func `the textbook diamond has its floats`() throws {
    let schedule = try diamond()
    #expect(schedule.end == 12)
    let c = try schedule.item("c")
    #expect((c.earlyStart, c.earlyFinish, c.lateStart, c.lateFinish) == (3, 5, 6, 8))
    #expect(c.totalFloat == 3)
    #expect(c.freeFloat == 3)
    #expect(try schedule.item("a").totalFloat == 0)
    #expect(schedule.criticalPaths().map { $0.map(\.id) } == [["a", "b", "d"]])
    #expect(schedule.nearCritical(within: 3).map(\.id) == ["c"])
    #expect(schedule.nearCritical(within: 2).isEmpty)
  }

  @Test func `float is shared along a path, free float belongs to its last item`() throws {
    let schedule = WorkSchedule(
      try network(
        ["a": 10, "b": 2, "c": 3, "d": 1],
        [WorkLink("b", "c"), WorkLink("a", "d"), WorkLink("c", "d")]))
    #expect(try schedule.item("b").totalFloat == 5)
    #expect(try schedule.item("b").freeFloat == 0)
    #expect(try schedule.item("c").freeFloat == 5)
  }

  @Test func `two equally long paths are both critical`() throws {
    let schedule = WorkSchedule(
      try network(
        ["a": 1, "b": 4, "c": 4, "d": 1],
        [WorkLink("a", "b"), WorkLink("a", "c"), WorkLink("b", "d"), WorkLink("c", "d")]))
    #expect(schedule.criticalPaths().count == 2)
    #expect(schedule.criticalPaths(limit: 1).count == 1)
  }

  @Test func `links hold the ends that they name`() throws {
    let schedule = WorkSchedule(
      try network(
        ["a": 10, "b": 4, "c": 2],
        [WorkLink("a", "b", .startToStart, lag: 3), WorkLink("a", "c", .finishToFinish, lag: 1)]))
    #expect(try schedule.item("b").earlyStart == 3)
    #expect(try schedule.item("c").earlyFinish == 11)
    #expect(try schedule.item("c").earlyStart == 0)
    #expect(try schedule.drivingPath(to: "c").map(\.id) == ["a", "c"])
  }

  @Test func `a day before which nothing may start holds work back`() throws {
    let schedule = WorkSchedule(
      try WorkNetwork(
        items: [
          WorkItem("a", DurationRange(days: 3)),
          WorkItem("b", DurationRange(days: 2), notBefore: 10),
        ], links: [WorkLink("a", "b")]))
    #expect(schedule.end == 12)
    #expect(try schedule.item("a").totalFloat == 7)
    #expect(try schedule.drivingPath(to: "b").map(\.id) == ["b"])
  }

  @Test func `a date that must be kept makes float negative when it is missed`() throws {
    let schedule = WorkSchedule(
      try WorkNetwork(
        items: [
          WorkItem("a", DurationRange(days: 8)), WorkItem("gate", mustBy: 5),
          WorkItem("later", DurationRange(days: 9)),
        ], links: [WorkLink("a", "gate"), WorkLink("gate", "later")]))
    #expect(try schedule.item("a").totalFloat == -3)
    #expect(schedule.end == 17)
  }

  @Test func `floats to one item count what delays that item alone`() throws {
    let schedule = try diamond()
    let floats = try schedule.floats(to: "c")
    let byID = Dictionary(uniqueKeysWithValues: zip(schedule.items.map(\.id), floats))
    #expect(byID["a"] == .some(0))
    #expect(byID["c"] == .some(0))
    #expect(byID["b"] == .some(nil))
  }
}

@Suite struct `What has happened` {
  private func halfDone(started: Double?, finished: Double?) throws -> WorkSchedule {
    var a = WorkItem("a", DurationRange(days: 5))
    a.started = started
    a.finished = finished
    return WorkSchedule(
      try WorkNetwork(
        items: [a, WorkItem("b", DurationRange(days: 4))], links: [WorkLink("a", "b")],
        dataDay: 20))
  }

  @Test func `a finish that happened overrides a duration, and what is left starts today`() throws {
    let schedule = try halfDone(started: 2, finished: 11)
    #expect(try schedule.item("a").earlyFinish == 11)
    #expect(try schedule.item("b").earlyStart == 20)
    #expect(try schedule.item("a").isDone)
    #expect(schedule.critical.map(\.id) == ["b"])
  }

  @Test func `work in progress cannot have finished before today`() throws {
    #expect(try halfDone(started: 2, finished: nil).item("a").earlyFinish == 20)
    #expect(try halfDone(started: 18, finished: nil).item("a").earlyFinish == 23)
    #expect(try halfDone(started: nil, finished: nil).item("a").earlyFinish == 25)
  }
}

@Suite struct `A network that cannot be scheduled` {
  @Test func `names a loop link by link`() {
    let links = [
      WorkLink("a", "b"), WorkLink("b", "c"), WorkLink("c", "d"), WorkLink("d", "b"),
      WorkLink("c", "e"),
    ]
    let error = #expect(throws: ScheduleError.self) {
      try network(["a": 1, "b": 1, "c": 1, "d": 1, "e": 1], links)
    }
    guard case .loop(let circle)? = error else {
      Issue.record("no loop was named")
      return
    }
    #expect(Set(circle) == [links[1], links[2], links[3]])
    for (link, next) in zip(circle, circle.dropFirst() + circle.prefix(1)) {
      #expect(link.to == next.from)
    }
    #expect("\(ScheduleError.loop(circle))".contains("→"))
  }

  @Test func `an item that waits for itself is a loop of one link`() {
    #expect(throws: ScheduleError.loop([WorkLink("a", "a")])) {
      try network(["a": 1], [WorkLink("a", "a")])
    }
  }

  @Test func `names what is missing, double or out of order`() {
    #expect(throws: ScheduleError.unknown(id: "x", in: WorkLink("a", "x"))) {
      try network(["a": 1], [WorkLink("a", "x")])
    }
    #expect(throws: ScheduleError.twice(id: "a")) { try network(["a": 1, "a": 2]) }
    #expect(throws: ScheduleError.duration(low: 3, likely: 2, high: 4)) {
      try DurationRange(low: 3, likely: 2, high: 4)
    }
    #expect(throws: ScheduleError.self) {
      var item = WorkItem("a")
      item.started = 5
      item.finished = 4
      _ = try WorkNetwork(items: [item], links: [])
    }
  }
}

@Suite struct `Dates of random networks` {
  /// Links lead from lower to higher numbers, so that there is no loop.
  static func random(_ seed: Int, items: Int, links: Int) throws -> WorkNetwork {
    var draws = SeededDraws(seed: seed)
    let work = (0..<items).map {
      WorkItem("i\($0)", DurationRange(days: Double(draws.below(30))))
    }
    let rules = (0..<links).map { _ in
      let to = draws.whole(1...(items - 1))
      return WorkLink(
        "i\(draws.below(to))", "i\(to)", draws.pick(WorkLink.Kind.allCases),
        lag: Double(draws.below(5)))
    }
    return try WorkNetwork(items: work.shuffled(using: &draws), links: rules)
  }

  @Test(arguments: 0..<40) func `keep every link and waste no day`(seed: Int) throws {
    let schedule = WorkSchedule(try Self.random(seed, items: 30, links: 60))
    for place in schedule.items.indices {
      let item = schedule.items[place]
      var start = 0.0
      var finish = item.earlyStart + schedule.network.items[place].duration.likely
      for link in schedule.network.links(into: place) {
        let source = try schedule.item(link.from)
        switch link.kind {
        case .finishToStart: start = max(start, source.earlyFinish + link.lag)
        case .startToStart: start = max(start, source.earlyStart + link.lag)
        case .finishToFinish: finish = max(finish, source.earlyFinish + link.lag)
        }
      }
      #expect(item.earlyStart == start)
      #expect(item.earlyFinish == finish)
      #expect(item.totalFloat >= 0)
    }
  }

  @Test(arguments: 0..<20) func `a slip within the float moves nothing at the end`(
    seed: Int
  ) throws {
    let schedule = WorkSchedule(try Self.random(seed, items: 25, links: 45))
    for item in schedule.items {
      let last = try #require(schedule.items.max { $0.earlyFinish < $1.earlyFinish })
      let within = try schedule.slips(
        of: schedule.items.map(\.id),
        when: [item.id: max(0, schedule.end - item.earlyFinish)])
      #expect(within.allSatisfy { $0.after >= $0.before })
      // The finish float of an item is what its finish can slip.
      let float = item.lateFinish - item.earlyFinish
      let kept = try schedule.slips(of: [last.id], when: [item.id: float])
      #expect(kept[0].days < 1e-9)
      let missed = try schedule.slips(of: schedule.items.map(\.id), when: [item.id: float + 1])
      #expect((missed.map(\.after).max() ?? 0) > schedule.end)
    }
  }
}
