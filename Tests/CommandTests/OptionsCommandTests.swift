// SPDX-License-Identifier: Apache-2.0

import Foundation
import Testing

@Suite struct `weald options, access and appraise` {
  private struct Sets: Decodable {
    struct Configuration: Decodable {
      let sites: [String]
      let meanMinutes: Double
      let failed: [String]
    }
    let configurations: [Configuration]
    let lists: [String: Int]
  }

  private struct Appraisal: Decodable {
    struct Option: Decodable {
      let id: String
      let total: Double
      let contributions: [String: Double]
    }
    let options: [Option]
  }

  @Test func `list every set and the five that are left`() throws {
    let outcome = try weald("options", kent, "stroke", "--json")
    #expect(outcome.status == 0)
    let sets = try JSONDecoder().decode(Sets.self, from: outcome.output)
    #expect(sets.configurations.count == 127)
    #expect(sets.lists == ["long-list": 127, "medium-list": 35, "shortlist": 5])
    #expect(sets.configurations.filter(\.failed.isEmpty).count == 5)
  }

  @Test func `work one set out`() throws {
    let outcome = try weald(
      "access", kent, "stroke", "--open", "darent-valley,maidstone,william-harvey")
    #expect(outcome.status == 0)
    #expect(outcome.text.contains("Option B"))
    #expect(outcome.text.contains("21.19 minutes"))
  }

  @Test(arguments: [
    ["access", kent, "stroke", "--open", "nowhere"], ["access", kent, "stroke", "--open", ""],
    ["access", kent, "hearts", "--open", "maidstone"], ["options", kent, "hearts"],
    ["access", kent, "stroke", "--open", "maidstone", "--travel", "train"],
    ["access", kent, "stroke", "--open", "maidstone", "--series", "1066"],
    ["options", kent, "stroke", "--sites", "9"],
  ])
  func `say what is wrong and exit with 1`(arguments: [String]) throws {
    let outcome = try run(arguments)
    #expect(outcome.status == 1)
    #expect(outcome.output.isEmpty)
    #expect(outcome.talk.contains("expected"))
  }

  @Test func `weigh the shortlist, points adding up`() throws {
    let outcome = try weald("appraise", kent, "stroke", "--json")
    let appraisal = try JSONDecoder().decode(Appraisal.self, from: outcome.output)
    #expect(appraisal.options.map(\.id) == ["a", "b", "c", "d", "e"])
    for option in appraisal.options {
      let sum = option.contributions.values.reduce(0, +)
      #expect((sum - option.total).magnitude < 1e-12)
    }
  }
}

@Suite struct `weald locate` {
  private struct Answer: Decodable {
    let objective: Double
    let bound: Double
    let gap: Double
    let sites: [String]
    let seconds: Double
  }

  /// Four areas on a line, a site at each of three places.
  private func files(
    demand: String = "area,weight\na,1\nb,2\nc,3\nd,0\n",
    travel: String = "area,x,y,z\na,0,10,20\nb,10,0,10\nc,20,10,0\nd,30,20,10\n"
  ) throws -> (demand: String, travel: String) {
    let folder = try scratch()
    try demand.write(toFile: folder + "/d.csv", atomically: true, encoding: .utf8)
    try travel.write(toFile: folder + "/t.csv", atomically: true, encoding: .utf8)
    return (folder + "/d.csv", folder + "/t.csv")
  }

  private func answer(_ arguments: [String]) throws -> Answer {
    let files = try files()
    let outcome = try run(
      ["locate", "--demand", files.demand, "--travel", files.travel, "--json"] + arguments)
    #expect(outcome.status == 0, "\(outcome.talk)")
    return try JSONDecoder().decode(Answer.self, from: outcome.output)
  }

  @Test func `finds the least mean minutes`() throws {
    let one = try answer(["--objective", "p-median", "--p", "1"])
    #expect(one.sites == ["z"])
    #expect((one.objective - 40.0 / 6).magnitude < 1e-12)
    #expect(one.gap == 0 && one.bound == one.objective)
    #expect(
      try answer(["--objective", "p-median", "--p", "2", "--keep", "x"]).sites == ["x", "z"])
    #expect(try answer(["--objective", "p-median", "--p", "1", "--forbid", "z"]).sites == ["y"])
  }

  @Test func `finds the least longest minutes, areas without demand too`() throws {
    let one = try answer(["--objective", "p-centre", "--p", "1"])
    #expect(one.objective == 20)
    #expect(try answer(["--objective", "p-centre", "--p", "2"]).objective == 10)
  }

  @Test func `finds the fewest sites and the largest share`() throws {
    #expect(try answer(["--objective", "set-cover", "--radius", "10"]).objective == 2)
    let cover = try answer(["--objective", "max-cover", "--p", "1", "--radius", "0"])
    #expect(cover.sites == ["z"] && cover.objective == 0.5)
  }

  @Test func `says what makes a request impossible`() throws {
    let files = try files()
    let outcome = try run([
      "locate", "--demand", files.demand, "--travel", files.travel, "--objective", "set-cover",
      "--radius", "5",
    ])
    #expect(outcome.status == 1)
    #expect(outcome.talk.contains("10"), "\(outcome.talk)")
  }

  @Test(arguments: [
    ["--objective", "p-median"], ["--objective", "set-cover"], ["--objective", "nonsense"],
    ["--objective", "p-median", "--p", "1", "--time-limit", "nan"],
  ])
  func `is told what it needs`(arguments: [String]) throws {
    let files = try files()
    let outcome = try run(
      ["locate", "--demand", files.demand, "--travel", files.travel] + arguments)
    #expect(outcome.status == 64)
  }

  @Test(arguments: [
    ("area,weight\na,1\na,2\n", "area,x\na,1\n"), ("area,weight\na,1\n", "area,x\nb,1\n"),
    ("area,weight\na,1e300\n", "area,x\na,1\n"), ("area,weight\na,1\n", "area,x\na,1e308\n"),
    ("area,weight\n", "area,x\na,1\n"), ("", ""),
  ])
  func `refuses files that do not fit`(demand: String, travel: String) throws {
    let files = try files(demand: demand, travel: travel)
    let outcome = try run([
      "locate", "--demand", files.demand, "--travel", files.travel, "--objective", "p-median",
      "--p", "1", "--json",
    ])
    #expect(outcome.status == 1)
    #expect(outcome.output.isEmpty)
    #expect(outcome.talk.contains("expected"))
  }
}
