// SPDX-License-Identifier: Apache-2.0

import Assessment
import PlanPackage
import Testing

@Suite struct `Segments of an analyst's own files` {
  private func file(_ text: String, _ name: String, _ columns: [String]) throws -> SegmentFile {
    try SegmentFile(Array(text.utf8), name: name, columns: columns)
  }

  private func rules() throws -> SegmentFile {
    try file(
      "id,ages,conditions,at_least\nill,,a;b,1\nyoung,child,,\nwell,,,\n", "rules.csv",
      SegmentRequest.ruleColumns)
  }

  @Test func `People are added up exactly, with activity and pounds`() throws {
    let people = try file(
      "place,age,conditions,people,activity,pounds\nX,adult,a;b,3,5,70\nX,child,,4,1,20\n"
        + "X,adult,,2,0,1\nY,child,b,1,1,1\n", "people.csv", SegmentRequest.peopleColumns)
    let made = try SegmentRequest.count(rules: rules(), people: people, lists: nil)
    #expect(made.method == .counted)
    #expect(made.places.map(\.place) == ["X", "Y"])
    #expect(made.places[0].segments.map(\.people) == [3, 4, 2])
    #expect(made.places[0].pounds == 91)
    #expect(made.csv.contains("X,ill,3,,,3,3,5,70\n"))
  }

  @Test func `A list that does not sum is named`() throws {
    let people = try file(
      "place,age,conditions,people\nX,adult,a,<7\nX,child,,40\n", "people.csv",
      SegmentRequest.peopleColumns)
    let lists = try file("place,people\nX,60\n", "lists.csv", ["place", "people"])
    let error = #expect(throws: PlanError.self) {
      try SegmentRequest.count(rules: rules(), people: people, lists: lists)
    }
    let found = try #require(error?.violations.first)
    #expect(found.file == "lists.csv")
    #expect(found.found == "a list of 60 in “X”, whose cells add up to 41 to 46")
  }

  @Test func `Registers are put together, add up, and say that they are synthetic`() throws {
    let registers = try file(
      "place,condition,people\nX,a,30\nX,b,20\n", "registers.csv",
      SegmentRequest.registerColumns)
    let lists = try file(
      "place,age,people,pounds_per_head\nX,child,20,10\nX,adult,80,20.5\n", "lists.csv",
      SegmentRequest.listColumns)
    let made = try SegmentRequest.reconstruct(
      rules: rules(), registers: registers, lists: lists, association: 1)
    #expect(made.method == .reconstructed)
    #expect(made.places[0].segments.reduce(0) { $0 + $1.people } == 100)
    #expect(made.places[0].pounds == 1840)
    #expect(made.places[0].segments[0].people == 44)
    #expect(made.places[0].segments[0].fewest == 30)
    #expect(made.places[0].segments[0].most == 50)
    #expect(made.remarks.contains { $0.hasPrefix("Synthetic") })
  }

  @Test func `A register larger than its list is named`() throws {
    let registers = try file(
      "place,condition,people\nX,a,300\n", "registers.csv", SegmentRequest.registerColumns)
    let lists = try file(
      "place,age,people\nX,child,20\nX,adult,80\n", "lists.csv", SegmentRequest.listColumns)
    let error = #expect(throws: PlanError.self) {
      try SegmentRequest.reconstruct(
        rules: rules(), registers: registers, lists: lists, association: 1)
    }
    #expect(error?.violations.first?.found == "300 people with “a” in “X”, whose list has 100")
  }

  @Test func `A count that is no number is named with its row`() throws {
    let people = try file(
      "place,age,conditions,people\nX,adult,a,*\n", "people.csv", SegmentRequest.peopleColumns)
    let error = #expect(throws: PlanError.self) {
      try SegmentRequest.count(rules: rules(), people: people, lists: nil)
    }
    #expect(error?.violations.first?.row == 2)
    #expect(error?.violations.first?.column == "people")
  }
}
