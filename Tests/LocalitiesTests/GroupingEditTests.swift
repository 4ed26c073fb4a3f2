// SPDX-License-Identifier: Apache-2.0

import Clusters
import Localities
import Testing

@Suite struct `Moves by hand` {
  private func tier() throws -> GroupingTier {
    try #require(try RowOfPlaces().reading().tiers.first)
  }

  @Test func `a place can go to a group that it touches, and nowhere else`() throws {
    let edit = GroupingEdit(try tier(), moves: [])

    #expect(edit.alternatives(1).map(\.group) == [1])
    #expect(edit.alternatives(0).isEmpty)
  }

  @Test func `a move says which rules it breaks, by the labels of the groups`() throws {
    let move = try #require(GroupingEdit(try tier(), moves: []).alternatives(1).first)

    #expect(
      move.broken == [
        "C1 has 20 people, 20 under the floor of 40.",
        "C2 has 80 people, 20 over the ceiling of 60.",
      ])
  }

  @Test func `groups keep their labels when the first unit of one moves`() throws {
    let tier = try tier()
    let edit = GroupingEdit(tier, moves: [.init(unit: 0, group: 1), .init(unit: 1, group: 1)])

    #expect(edit.groups == [1, 1, 1, 1])
    #expect(edit.judgement(ofLabelled: 0) == nil)
    #expect(edit.judgement(ofLabelled: 1)?.people == 100)
    #expect(edit.label(0) == "C2")
  }

  @Test func `a move there and back costs nothing`() throws {
    let edit = GroupingEdit(
      try tier(), moves: [.init(unit: 1, group: 1), .init(unit: 1, group: 0)])

    #expect(edit.movedUnits.isEmpty)
    #expect(edit.change.cost == 0)
    #expect(edit.change.broken.isEmpty)
  }

  @Test func `the address of moves reads back as the same moves`() throws {
    let tier = try tier()
    let moves: [GroupingEdit.Move] = [.init(unit: 1, group: 1), .init(unit: 2, group: 0)]

    #expect(MoveList.text(moves, of: tier) == "B.c2;C.c1")
    #expect(try MoveList.read("B.c2;C.c1", of: tier) == moves)
    #expect(try MoveList.read("", of: tier).isEmpty)
  }

  @Test(arguments: [
    ("B", MoveList.Problem.noMove("B")), ("Z.c1", .noUnit("Z")), ("B.c9", .noGroup("c9")),
    (".", .noUnit("")),
    (String(repeating: "B.c2;", count: 61), .tooMany(61)),
  ])
  func `an address that cannot be read says why`(text: String, problem: MoveList.Problem) throws {
    let tier = try tier()

    #expect(throws: problem) { try MoveList.read(text, of: tier) }
  }

  @Test func `moves become rows of the plan that make the same groups`() throws {
    let reading = try RowOfPlaces().reading()
    let tier = try #require(reading.tiers.first)
    let edit = GroupingEdit(tier, moves: [.init(unit: 1, group: 1)])

    #expect(
      GroupingFiles(reading).changes(edit)
        == "grouping,area,to,reason,source\nclusters,B,C,,\n")
    #expect(
      GroupingFiles(reading).edited(edit).contains("B,Place B,here,Westown,30,,C1,C2\n"))
  }
}
