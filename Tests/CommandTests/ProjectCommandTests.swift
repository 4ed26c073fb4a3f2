// SPDX-License-Identifier: Apache-2.0

import Foundation
import Testing

private let tiny =
  URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent().path
  + "/Fixtures/tiny"

/// The files of a folder by name.
private func contents(_ folder: String) throws -> [String: Data] {
  var files: [String: Data] = [:]
  for name in try FileManager.default.contentsOfDirectory(atPath: folder) {
    files[name] = try Data(contentsOf: URL(fileURLWithPath: folder + "/" + name))
  }
  return files
}

@Suite struct `weald project` {
  @Test func `prints a summary that says what is made up`() throws {
    let outcome = try weald("project", tiny, "--runs", "50")
    #expect(outcome.status == 0, "\(outcome.talk)")
    #expect(outcome.text.contains("SYNTHETIC"))
    #expect(outcome.text.contains("gap.system"))
    #expect(outcome.text.contains("Promises"))
    #expect(outcome.text.contains("What matters most"))
  }

  @Test func `writes JSON of one measure`() throws {
    let outcome = try weald("project", tiny, "--runs", "20", "--measure", "gap.system", "--json")
    let json = try #require(
      try JSONSerialization.jsonObject(with: outcome.output) as? [String: Any])
    let measures = try #require(json["measures"] as? [[String: Any]])
    #expect(measures.map { $0["id"] as? String } == ["gap.system"])
  }

  @Test func `three parts put together are byte for byte the whole, whatever the threads`() throws {
    let folder = try scratch()
    let whole = folder + "/whole"
    #expect(
      try weald("project", tiny, "--runs", "101", "--threads", "1", "--out", whole).status == 0)
    var parts: [String] = []
    for part in 1...3 {
      parts.append(folder + "/part-\(part)")
      let outcome = try weald(
        "project", tiny, "--runs", "101", "--shard", "\(part)/3", "--threads", "\(part)", "--out",
        parts[part - 1])
      #expect(outcome.status == 0, "\(outcome.talk)")
    }
    let merged = folder + "/merged"
    // In any order.
    let outcome = try run(
      ["project", tiny, "--merge", parts[2], parts[0], parts[1], "--out", merged])
    #expect(outcome.status == 0, "\(outcome.talk)")
    let (first, second) = (try contents(whole), try contents(merged))
    #expect(first.keys.sorted() == second.keys.sorted())
    for (name, bytes) in first { #expect(second[name] == bytes, "\(name)") }
    #expect(first.keys.contains("datapackage.json") && first.keys.contains("runs.csv"))
  }

  @Test func `shares of a change add up to it in every digit`() throws {
    let out = try scratch() + "/out"
    #expect(try weald("project", tiny, "--runs", "40", "--out", out).status == 0)
    var changes: [String: Decimal] = [:]
    var sums: [String: Decimal] = [:]
    let text = try String(contentsOfFile: out + "/attribution.csv", encoding: .utf8)
    for line in text.split(separator: "\n").dropFirst() {
      let cells = line.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
      let key = cells[0] + cells[1]
      let from = try #require(Decimal(string: cells[2]))
      let to = try #require(Decimal(string: cells[3]))
      changes[key] = to - from
      sums[key, default: 0] += try #require(Decimal(string: cells[cells.count - 1]))
    }
    #expect(!changes.isEmpty)
    for (key, change) in changes { #expect(sums[key] == change, "\(key)") }
  }

  @Test func `parts that differ, are missing or are there twice are named`() throws {
    let folder = try scratch()
    func part(_ name: String, _ arguments: String...) throws -> String {
      let path = folder + "/" + name
      _ = try run(["project", tiny, "--out", path] + arguments)
      return path
    }
    let one = try part("one", "--runs", "10", "--shard", "1/2")
    let two = try part("two", "--runs", "10", "--shard", "2/2")
    let seed = try part("seed", "--runs", "10", "--shard", "2/2", "--seed", "5")
    let more = try part("more", "--runs", "12", "--shard", "2/2")
    func talk(_ folders: String...) throws -> String {
      let outcome = try run(["project", tiny, "--merge"] + folders)
      #expect(outcome.status == 1)
      return outcome.talk
    }
    #expect(try talk(one).contains("part 2 of 2 missing"))
    #expect(try talk(one, two, two).contains("part 2 2 times"))
    #expect(try talk(one, seed).contains("seed 5 against 1"))
    #expect(try talk(one, more).contains("runs 12 against 10"))
    #expect(try talk(one, folder).contains("no part of an ensemble"))
    let other = try run(["project", kent, "--merge", one, two])
    #expect(other.status == 1)
    try FileManager.default.removeItem(atPath: two + "/runs.csv")
    #expect(try talk(one, two).contains("no such file"))
  }

  @Test(arguments: [
    ["--shard", "3/2", "--out", "x"], ["--shard", "1/2"], ["--runs", "0"],
    ["--merge", "x", "--runs", "5"], ["--threads", "0"],
  ])
  func `refuses what cannot be`(arguments: [String]) throws {
    #expect(try run(["project", tiny] + arguments).status != 0)
  }

  @Test func `names a measure that is not there`() throws {
    let outcome = try weald("project", tiny, "--runs", "5", "--measure", "gap.systm")
    #expect(outcome.status == 1)
    #expect(outcome.talk.contains("Did you mean “gap.system”?"))
  }

  @Test func `does not write over a folder of somebody else`() throws {
    let folder = try scratch()
    try Data("mine".utf8).write(to: URL(fileURLWithPath: folder + "/mine.txt"))
    #expect(try weald("project", tiny, "--runs", "5", "--out", folder).status == 1)
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder) == ["mine.txt"])
  }

  @Test func `runs under GNU parallel as the docs say`() throws {
    guard FileManager.default.isExecutableFile(atPath: "/usr/bin/parallel") else {
      try Test.cancel("GNU parallel is not installed")
    }
    let folder = try scratch()
    let products = URL(fileURLWithPath: CommandLine.arguments[0]).deletingLastPathComponent().path
    let shell = Process()
    shell.executableURL = URL(fileURLWithPath: "/bin/sh")
    shell.arguments = [
      "-c",
      """
      cd '\(folder)' && export PATH='\(products)':$PATH &&
      parallel weald project '\(tiny)' --runs 40 --shard '{}/4' --out 'part-{}' ::: 1 2 3 4 &&
      weald project '\(tiny)' --merge part-1 part-2 part-3 part-4 --out merged >/dev/null &&
      weald project '\(tiny)' --runs 40 --out whole >/dev/null
      """,
    ]
    shell.standardError = FileHandle.nullDevice
    try shell.run()
    shell.waitUntilExit()
    #expect(shell.terminationStatus == 0)
    #expect(try contents(folder + "/merged") == contents(folder + "/whole"))
  }
}
