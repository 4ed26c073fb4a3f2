// SPDX-License-Identifier: Apache-2.0

import Foundation
import Testing

@Suite struct `weald cluster` {
  private func file(_ text: String, _ name: String = "units.csv") throws -> String {
    let path = try scratch() + "/" + name
    try Data(text.utf8).write(to: URL(fileURLWithPath: path))
    return path
  }

  /// Eight places in a row, and an island of 15,000 people.
  private let coast =
    "id,name,people,east,north\n"
    + (1...8).map { "m\($0),Mainland \($0),15000,\($0),0\n" }.joined()
    + "isle,The Isle,15000,30,0\n"
  private let coastLinks =
    "a,b\n" + (1...7).map { "m\($0),m\($0 + 1)\n" }.joined()

  private func answer(_ outcome: Outcome) throws -> [String: Any] {
    try #require(try JSONSerialization.jsonObject(with: outcome.output) as? [String: Any])
  }

  @Test func `names an island that is too small, and what helps`() throws {
    let outcome = try weald(
      "cluster", "--units", file(coast), "--links", file(coastLinks), "--effort", "quick",
      "--json")
    #expect(outcome.status == 1)
    #expect(
      outcome.talk.contains("The Isle (isle) is joined to no other unit and has 15,000 people"))
    #expect(outcome.talk.contains("5,000 under the floor of 20,000"))
    #expect(
      outcome.talk.contains("Lower the floor from 20,000 to 15,000. This was tried and works."))
    #expect(outcome.talk.contains("Join Mainland 8 (m8) to The Isle (isle), 22.0 km away."))
    let tiers = try #require(try answer(outcome)["tiers"] as? [[String: Any]])
    let obstacles = try #require(tiers[0]["obstacles"] as? [[String: Any]])
    #expect(obstacles[0]["units"] as? [String] == ["isle"])
  }

  @Test func `relaxes when told to, and says what`() throws {
    let outcome = try weald(
      "cluster", "--units", file(coast), "--links", file(coastLinks), "--effort", "quick",
      "--relax")
    #expect(outcome.status == 0)
    #expect(outcome.talk.contains("Relaxed: The Isle (isle)"))
    #expect(outcome.text.contains("in band"))
  }

  @Test func `gives the same bytes twice and on any number of threads`() throws {
    let units = try file(
      "id,people,lat,lon,town\n"
        + (0..<60).map {
          "u\($0),\(2_000 + $0 * 97 % 3_000),\(51 + Double($0 % 8) / 50),"
            + "\(Double($0 / 8) / 40),t\($0 / 10)\n"
        }.joined())
    let outputs = try ["1", "2", "3", "1"].map {
      try weald(
        "cluster", "--units", units, "--json", "--threads", $0, "--weights", "towns=0.5",
        "--tier", "hubs=50000-200000"
      )
    }
    #expect(outputs[0].status == 0, "\(outputs[0].talk)")
    #expect(Set(outputs.map(\.output)).count == 1)
    #expect(try #require(try answer(outputs[0])["tiers"] as? [[String: Any]]).count == 2)
  }

  @Test func `writes a row for each unit`() throws {
    let units = try file("id,people,east,north\na,30000,0,0\nb,30000,1,0\nc,30000,9,0\n")
    let outcome = try weald("cluster", "--units", units, "--csv", "--count", "2")
    #expect(outcome.text == "id,name,people,clusters\na,a,30000,1\nb,b,30000,1\nc,c,30000,2\n")
  }

  @Test func `compares with a published grouping`() throws {
    let units = try file(
      "id,people,east,north,now\na,30000,0,0,x\nb,30000,1,0,y\nc,30000,9,0,y\n")
    let outcome = try weald(
      "cluster", "--units", units, "--count", "2", "--compare", "now", "--json")
    let comparison = try #require(try answer(outcome)["comparison"] as? [String: Any])
    #expect(comparison["peopleWhoMove"] as? Int == 30_000)
  }

  @Test func `names file, row and column of everything that is wrong`() throws {
    let units = try file("id,people,east,north\na,many,0,0\na,5,1,\n,5,2,0\n")
    let links = try file("a,b\na,q\n", "links.csv")
    let outcome = try weald("cluster", "--units", units, "--links", links)
    #expect(outcome.status == 1)
    #expect(outcome.talk.contains("units.csv, row 2, column people: found many"))
    #expect(outcome.talk.contains("units.csv, row 3, column north: found nothing"))
    #expect(outcome.talk.contains("units.csv, row 4, column id: found nothing"))
    #expect(outcome.talk.contains("links.csv, row 2, column b: found q; expected the id of a unit"))
    let twice = try file("id,people,east,north\na,1,0,0\na,5,1,0\n")
    #expect(
      try weald("cluster", "--units", twice).talk.contains("row 3, column id: found a, as in row 2")
    )
    let band = try weald(
      "cluster", "--units", file("id,people,east,north\na,1,0,0\n"), "--floor", "70000")
    #expect(band.status == 1)
    #expect(band.talk.contains("found a floor of 70000 above a ceiling of 60000"))
  }

  @Test func `refuses options that it does not know with 64`() throws {
    let units = try file(coast)
    for wrong in [
      ["--weights", "hats=1"], ["--columns", "hat=a"], ["--tier", "hubs"], ["--json", "--csv"],
    ] {
      #expect(try run(["cluster", "--units", units] + wrong).status == 64)
    }
  }
}
