// SPDX-License-Identifier: Apache-2.0

import Foundation
import Testing

@Suite struct `weald queue` {
  private func json(_ arguments: String...) throws -> [String: Any] {
    let outcome = try run(["queue"] + arguments + ["--json"])
    #expect(outcome.status == 0, "\(outcome.talk)")
    return try #require(
      try JSONSerialization.jsonObject(with: outcome.output) as? [String: Any])
  }

  private func expect(
    _ json: [String: Any], _ key: String, _ value: Double, within tolerance: Double
  ) throws {
    let found = try #require(json[key] as? Double, "\(key)")
    #expect(abs(found - value) <= tolerance, "\(key) is \(found)")
  }

  @Test func `solves one queue for several servers`() throws {
    let json = try json("mmc", "--arrivals", "4", "--service", "1", "--servers", "5")
    try expect(json, "probabilityOfWaiting", 0.554113, within: 5e-7)
    try expect(json, "meanWait", 0.554113, within: 5e-7)
    try expect(json, "meanQueue", 2.216450, within: 5e-7)
    try expect(json, "utilisation", 0.8, within: 1e-12)
    // A rate of 0.2 is a mean stay of 5.
    for service in [["--service", "0.2"], ["--stay", "5"]] {
      let outcome = try run(
        ["queue", "mmc", "--arrivals", "12", "--servers", "70"] + service)
      #expect(outcome.text.contains("Share who wait: 14.55%"), "\(outcome.text)")
    }
  }

  @Test func `solves acute beds that are kept`() throws {
    let json = try json(
      "blocking", "--arrivals", "4", "--acute-stay", "5", "--acute-beds", "26", "--share", "0.25",
      "--community-stay", "20", "--community-beds", "24", "--queue-limit", "60")
    try expect(json, "blocked", 1.01053, within: 5e-6)
    try expect(json, "acuteOccupied", 20.99970, within: 5e-6)
    try expect(json, "communityOccupied", 19.98918, within: 5e-6)
    try expect(json, "probabilityOfWaiting", 0.257911, within: 5e-7)
    try expect(json, "meanQueue", 2.44902, within: 5e-6)
  }

  @Test func `gives an unstable load its growth and no average`() throws {
    for arguments in [
      ["mmc", "--arrivals", "6", "--service", "1", "--servers", "5"],
      ["mg1", "--arrivals", "2", "--stay", "1"],
      ["priorities", "--arrivals", "1,1", "--service", "1", "--servers", "1"],
    ] {
      let outcome = try run(["queue"] + arguments + ["--json"])
      #expect(outcome.status == 1 && outcome.output.isEmpty)
      #expect(outcome.talk.contains("unstable: the queue grows by 1 a day"), "\(outcome.talk)")
    }
  }

  @Test(arguments: ["0", "-1", "nan", "inf", "1e300"])
  func `refuses strange numbers`(number: String) throws {
    let outcome = try weald(
      "queue", "mmc", "--arrivals", number, "--service", "1", "--servers", "5")
    #expect(outcome.status == 1 && outcome.output.isEmpty)
    #expect(outcome.talk.contains("The rate of arrivals is"), "\(outcome.talk)")
  }

  @Test func `refuses what it cannot understand`() throws {
    #expect(try weald("queue", "mmc", "--arrivals", "four").status == 64)
    #expect(try weald("queue", "mmc", "--arrivals", "4", "--servers", "5").status == 64)
    #expect(try weald("queue", "erlang-b", "--load", "4").status == 64)
    #expect(try weald("queue", "stroke", "--reading", "C").status == 64)
  }

  @Test(arguments: [
    "mmck --arrivals 4 --service 1 --servers 5 --places 15",
    "erlang-b --load 10 --servers 10", "erlang-b --load 10 --chance 0.01",
    "erlang-c --servers 10 --chance 0.01",
    "erlang-a --arrivals 5.5 --service 1 --servers 5 --patience 4",
    "mg1 --arrivals 0.8 --stay 1 --variation 0.25",
    "mgc --arrivals 4 --stay 1 --servers 5 --variation 2",
    "infinity --arrivals 4 --stay 5 --beds 26",
    "priorities --arrivals 1,1.5,1.5 --service 1 --servers 5",
    "beds --arrivals 4 --stay 5 --chance 0.01", "occupancy --beds 28 --when-full elsewhere",
    "cost --arrivals 3.066 --stay 42.79 --variation 0.584 --bed-cost 150 --waiting-cost 346",
    "pooling --loads 8.1,9.7 --chance 0.05", "stroke",
    "stroke --reading A --acute 11 --rehabilitation 11 --shared 4",
  ])
  func `answers in words and in JSON with sorted keys`(line: String) throws {
    let arguments = ["queue"] + line.split(separator: " ").map(String.init)
    let words = try run(arguments)
    #expect(words.status == 0 && words.text.contains(": "), "\(words.talk)")
    let outcome = try run(arguments + ["--json"])
    let object = try JSONSerialization.jsonObject(with: outcome.output) as? [String: Any]
    #expect(object?.isEmpty == false, "\(outcome.talk)")
    let keys = outcome.text.matches(of: #/(?m)^  "(\w+)"/#).map { String($0.output.1) }
    #expect(keys == keys.sorted(by: { $0.lowercased() < $1.lowercased() }))
  }

  @Test func `reproduces the stroke paper with five per cent more`() throws {
    let json = try json("stroke", "--reading", "B", "--scenario", "demand")
    let rows = try #require(json["acuteB"] as? [[String: Any]])
    let found = rows.filter { (10...14).contains($0["beds"] as? Int ?? 0) }
      .compactMap { ($0["oneIn"] as? Double)?.rounded() }
    #expect(found == [6, 9, 13, 21, 34])
  }

  @Test func `reads a network and names rows that are wrong`() throws {
    let folder = try scratch()
    func file(_ name: String, _ text: String) throws -> String {
      try Data(text.utf8).write(to: URL(fileURLWithPath: "\(folder)/\(name)"))
      return "\(folder)/\(name)"
    }
    let stations = try file(
      "stations.csv", "station,arrivals,service,servers\nA&E,4,1,5\nward,0,0.2,\n")
    let routing = try file(
      "routing.csv", "from,to,share\nA&E,ward,0.25\nA&E,out,0.75\nward,out,1\n")
    let answer = try json("network", stations, routing)
    let rows = try #require(answer["stations"] as? [[String: Any]])
    #expect(rows[0]["station"] as? String == "A&E")
    try expect(rows[0], "meanWait", 0.554113, within: 5e-7)
    try expect(rows[1], "meanPresent", 5, within: 1e-9)

    let short = try file("short.csv", "from,to,share\nA&E,ward,0.25\nA&E,out,0.7\nward,out,1\n")
    let outcome = try weald("queue", "network", stations, short)
    #expect(outcome.status == 1)
    #expect(outcome.talk.contains("row 3, column share"), "\(outcome.talk)")
    #expect(outcome.talk.contains("0.95"))
    let bad = try file("bad.csv", "from,to,share\nA&E,theatre,2\n")
    let wrong = try weald("queue", "network", stations, bad)
    #expect(wrong.status == 1)
    #expect(wrong.talk.contains("row 2, column to") && wrong.talk.contains("column share"))
    let lost = try file(
      "lost.csv", "station,arrivals,service,servers\nA&E,4,1,5\nward,0,0.2,3\n")
    let away = try file("away.csv", "from,to,share\nA&E,out,1\nward,out,1\n")
    let unreached = try weald("queue", "network", lost, away)
    #expect(unreached.status == 1 && unreached.talk.contains("row 3"), "\(unreached.talk)")
    let full = try weald("queue", "network", lost, routing)
    #expect(full.status == 1)
    #expect(full.talk.contains("unstable: the queue at “ward” grows by 0.4 a day"), "\(full.talk)")
  }
}
