// SPDX-License-Identifier: Apache-2.0
import Options
import TestKit
import Testing

/// An area that goes from one site to another; a site without minutes is no route.
func moved(
  _ area: String, _ patients: Double, _ before: (String, Double)?, _ after: (String, Double)?
) -> AreaDisplacement {
  AreaDisplacement(
    area: area, patients: patients,
    before: before.map { NearestSite(site: $0.0, minutes: $0.1) },
    after: after.map { NearestSite(site: $0.0, minutes: $0.1) })
}

@Suite struct `Patients who go elsewhere` {
  private let areas = [
    moved("a", 10, ("N", 10), ("N", 10)), moved("b", 20, ("S", 5), ("N", 30)),
    moved("c", 5, ("S", 40), ("N", 30)), moved("d", 1, ("S", 5), nil),
    moved("e", 2, nil, ("N", 50)), moved("f", 4, nil, nil), moved("g", 0, ("S", 1), ("N", 99)),
  ]

  @Test func `counts the patients who go elsewhere`() throws {
    let change = try Displacement(areas)

    #expect(change.patients == 42)
    #expect(change.movedAreas.map(\.area) == ["b", "c", "d", "e"])
    #expect(change.movedPatients == 28)
  }

  @Test func `shows from which site to which`() throws {
    let flows = try Displacement(areas).flows

    #expect(flows.map(\.from) == ["N", "S", "S", nil, nil])
    #expect(flows.map(\.to) == ["N", "N", nil, "N", nil])
    #expect(flows.map(\.patients) == [10, 25, 1, 2, 4])
  }

  @Test func `counts who gains and who loses`() throws {
    let tally = try Displacement(areas).gainsAndLosses

    #expect(tally.faster == 5)
    #expect(tally.slower == 20)
    #expect(tally.unchanged == 10)
    #expect(tally.losingRoute == 1)
    #expect(tally.gainingRoute == 2)
    #expect(tally.withoutRoute == 4)
    #expect(tally.minutesGained == 50)
    #expect(tally.minutesLost == 500)
    #expect(tally.losers == 21)
    #expect(tally.gainers == 7)
    #expect(tally.patients == 42)
  }

  @Test func `gives the minutes added, ready for a histogram`() throws {
    let added = try #require(try Displacement(areas).minutesAdded)

    #expect(added.values == [-10, 0, 25])
    #expect(added.weights == [5, 10, 20])
    let bars = try added.histogram(edges: [-5, 0, 10, 20])
    #expect(bars.below == 5)
    #expect(bars.weights == [0, 10, 0])
    #expect(bars.above == 20)
  }

  @Test func `names the worst places among those with patients`() throws {
    let change = try Displacement(areas)

    #expect(change.farthestAfter?.area == "e")
    #expect(change.worstHit?.area == "b")
  }

  @Test func `names the first of the worst places that tie`() throws {
    let change = try Displacement([
      moved("x", 1, ("S", 5), ("N", 9)), moved("y", 1, ("S", 5), ("N", 9)),
    ])

    #expect(change.worstHit?.area == "x")
  }

  @Test func `can be without any route`() throws {
    let change = try Displacement([moved("a", 1, nil, nil)])

    #expect(change.minutesAdded == nil)
    #expect(change.worstHit == nil)
    #expect(change.movedPatients == 0)
  }

  @Test func `splits by group, with empty groups`() throws {
    let grouping = try Grouping(
      labels: ["north", "south", "south", "south", "north", "north", "south"],
      groups: ["south", "nowhere", "north"])

    let groups = try Displacement(areas).byGroup(grouping)

    #expect(groups.map(\.group) == ["south", "nowhere", "north"])
    #expect(groups[0].gainsAndLosses.losers == 21)
    #expect(groups[0].shareOfAllLosers == 1)
    #expect(agree(groups[0].shareLosing ?? 0, 21.0 / 26))
    #expect(agree(groups[0].meanBefore ?? 0, (100 + 200 + 5) / 26.0))
    #expect(groups[0].meanAfter == 30)
    #expect(groups[1].shareLosing == nil)
    #expect(groups[1].meanBefore == nil)
    #expect(groups[2].shareGaining == 2.0 / 16)
    #expect(agree(groups.reduce(0.0) { $0 + $1.shareOfAllPatients }, 1))
  }

  @Test func `compares journeys from the most to the least deprived`() throws {
    let grouping = try Grouping(
      labels: ["1", "1", "2", "2", "2", "1", "2"], groups: ["1", "2"])
    let change = try Displacement(areas)

    let before = try change.gradient(of: .before, over: grouping)
    let added = try change.gradient(of: .added, over: grouping)

    #expect(before.groups.map(\.people) == [30, 6])
    #expect(agree(before.groups[0].value, 200.0 / 30))
    #expect(agree(before.groups[1].value, 205.0 / 6))
    #expect(agree(added.gap, 500.0 / 30 + 10))
  }

  @Test func `refuses what can't be`() throws {
    let area = moved("a", 1, ("S", 5), ("N", 9))
    #expect(throws: DisplacementError.repeatedArea("a")) { try Displacement([area, area]) }
    #expect(throws: DisplacementError.noPatients) { try Displacement([]) }
    #expect(throws: DisplacementError.impossiblePatients(area: "a", patients: -1)) {
      try Displacement([moved("a", -1, nil, nil)])
    }
    #expect(throws: DisplacementError.impossibleMinutes(area: "a", minutes: .infinity)) {
      try Displacement([moved("a", 1, nil, ("N", .infinity))])
    }
    #expect(throws: DisplacementError.unknownGroup("x")) {
      try Grouping(labels: ["x"], groups: ["y"])
    }
    #expect(throws: DisplacementError.repeatedGroup("y")) {
      try Grouping(labels: [], groups: ["y", "y"])
    }
    #expect(throws: DisplacementError.countsDiffer(areas: 1, labels: 0)) {
      try Displacement([area]).byGroup(Grouping(labels: [], groups: []))
    }
    #expect(throws: DisplacementError.tooFewGroups(1)) {
      try Displacement([area]).gradient(
        of: .after, over: Grouping(labels: ["1"], groups: ["1", "2"]))
    }
  }

  @Test(arguments: lawSeeds) func `adds up whichever way it is counted`(seed: Int) throws {
    var draws = SeededDraws(seed: seed)
    let sites = ["N", "S", "W"]
    func go(_ draws: inout SeededDraws) -> (String, Double)? {
      draws.whole(0...5) == 0 ? nil : (draws.pick(sites), draws.number(0, 60).rounded())
    }
    var all: [AreaDisplacement] = []
    for number in 0..<20 {
      let patients = Double(draws.whole(0...9))
      all.append(moved("\(number)", patients + (number == 0 ? 1 : 0), go(&draws), go(&draws)))
    }
    let grouping = try Grouping(
      labels: all.map { _ in draws.pick(sites) }, groups: sites)

    let change = try Displacement(all)
    let groups = try change.byGroup(grouping)

    #expect(change.flows.reduce(0.0) { $0 + $1.patients } == change.patients)
    #expect(
      change.flows.filter { $0.from != $0.to }.reduce(0.0) { $0 + $1.patients }
        == change.movedPatients)
    #expect(change.gainsAndLosses.patients == change.patients)
    #expect(
      groups.reduce(0.0) { $0 + $1.gainsAndLosses.losers } == change.gainsAndLosses.losers)
    if let added = change.minutesAdded {
      let net = change.gainsAndLosses.minutesLost - change.gainsAndLosses.minutesGained
      #expect(agree(added.mean * added.totalWeight, net))
    }
  }
}

@Suite(.enabled(if: SharedData.isThere, "the shared stroke data is not here"))
struct `Displacement in Kent and Medway` {
  private func change(
    to sites: [String] = KentStrokeTravel.optionB, earlier: Bool = false
  ) throws -> (displacement: Displacement, grouping: Grouping) {
    let kent = try KentStrokeTravel.read.get()
    let displacement = try Displacement(
      kent.areas.map {
        AreaDisplacement(
          area: $0.code, patients: earlier ? $0.earlierStrokes : $0.strokes,
          before: kent.nearest(to: $0, of: KentStrokeTravel.sixSites),
          after: kent.nearest(to: $0, of: sites))
      })
    let districts = kent.areas.map(\.district)
    return (displacement, try Grouping(labels: districts, groups: Set(districts).sorted()))
  }

  @Test func `from six sites to three has the known patients at each`() throws {
    let flows = try change().displacement.flows

    let before = Dictionary(grouping: flows) { $0.from ?? "" }
      .mapValues { $0.reduce(0.0) { $0 + $1.patients }.rounded() }
    let after = Dictionary(grouping: flows) { $0.to ?? "" }
      .mapValues { $0.reduce(0.0) { $0 + $1.patients }.rounded() }
    #expect(
      before == ["DVH": 376, "MMH": 469, "MGH": 309, "TWH": 238, "WHH": 515, "QEQM": 542])
    #expect(after == ["DVH": 468, "MGH": 904, "WHH": 1078])
  }

  @Test func `adds eight and a half minutes on average`() throws {
    let added = try #require(try change().displacement.minutesAdded)

    #expect(agree(added.mean, 21.181224489722055 - 12.707619047596513))
    #expect(added.smallest >= 0)
  }

  @Test func `makes journeys longer in every tenth by deprivation`() throws {
    let kent = try KentStrokeTravel.read.get()
    let displacement = try change().displacement
    let tenths = try Grouping(
      labels: kent.areas.map { "\($0.decile)" }, groups: (1...10).map { "\($0)" })

    let added = try displacement.gradient(of: .added, over: tenths)
    let before = try #require(displacement.minutesBefore)
    let after = try #require(displacement.minutesAfter)

    #expect(added.groups.count == 10)
    #expect(added.groups.allSatisfy { $0.value > 0 })
    #expect(agree(added.mean, after.mean - before.mean))
  }

  @Test func `leaves the farthest area 57 minutes away`() throws {
    let farthest = try #require(try change().displacement.farthestAfter)

    #expect(farthest.after?.minutes == 57)
  }

  @Test func `takes Thanet from five minutes to fifty when it must go to Ashford`() throws {
    let (displacement, grouping) = try change(to: ["WHH"], earlier: true)

    let groups = try displacement.byGroup(grouping)
    let thanet = try #require(groups.first { $0.group == "Thanet" })

    #expect(((thanet.meanBefore ?? 0) - 5.5).magnitude < 0.05)
    #expect(((thanet.meanAfter ?? 0) - 51.1).magnitude < 0.05)
    #expect(groups.count == 13)
  }
}
