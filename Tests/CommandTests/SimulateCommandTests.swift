// SPDX-License-Identifier: Apache-2.0

import Foundation
import Testing

private let tiny =
  URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent().path
  + "/Fixtures/tiny"

/// Runs the model of the small plan.
private func simulate(_ arguments: String...) throws -> Outcome {
  try run(["simulate", tiny, "leaving"] + arguments)
}

@Suite struct `weald simulate` {
  @Test func `lists the models and what can be changed in each`() throws {
    let outcome = try weald("simulate", tiny)
    #expect(outcome.status == 0, "\(outcome.talk)")
    #expect(outcome.text.contains("leaving: Leaving the hospital"))
    #expect(outcome.text.contains("--scenario one-more"))
  }

  @Test func `says the verdict first, then measures with intervals`() throws {
    let outcome = try simulate("--replications", "6", "--compare", "one-more")
    #expect(outcome.status == 0, "\(outcome.talk)")
    let lines = outcome.text.split(separator: "\n")
    #expect(lines[0].contains("known start") || lines[0].hasPrefix("Unstable"), "\(lines[0])")
    #expect(outcome.text.contains("6 replications of 28 days"))
    #expect(outcome.text.contains("95% interval"))
    #expect(outcome.text.contains("One more bed in the community"))
  }

  @Test func `writes what somebody else needs to repeat it`() throws {
    let bundle = try scratch() + "/bundle"
    let outcome = try simulate("--replications", "3", "--bundle", bundle)
    #expect(outcome.status == 0, "\(outcome.talk)")
    let names = try FileManager.default.contentsOfDirectory(atPath: bundle)
    #expect(names.contains("STRESS-DES.md") && names.contains("network.json"))
    #expect(try simulate("--shard", "1/2", "--out", bundle + "2", "--bundle", "x").status == 64)
  }

  @Test func `threads and parts change no byte`() throws {
    let whole = try simulate("--seed", "7", "--json", "--threads", "1")
    #expect(whole.status == 0, "\(whole.talk)")
    #expect(try simulate("--seed", "7", "--json", "--threads", "2").output == whole.output)
    let json = try #require(
      try JSONSerialization.jsonObject(with: whole.output) as? [String: Any])
    let keys = [
      "beds", "classes", "countedDays", "days", "events", "exact", "kind", "measures", "model",
      "notes", "plan", "planDigest", "precision", "precisionReached", "question", "replications",
      "replicationsAsked", "seed", "title", "units", "verdict", "warmUpDays", "weald",
    ]
    #expect(json.keys.sorted() == keys)
    let folder = try scratch()
    for part in 1...5 {
      let outcome = try simulate(
        "--seed", "7", "--shard", "\(part)/5", "--out", folder + "/\(part)")
      #expect(outcome.status == 0, "\(outcome.talk)")
      #expect(outcome.output.isEmpty)
    }
    let parts = [2, 5, 1, 4, 3].map { folder + "/\($0)" }
    let merged = try run(["simulate", "merge"] + parts + ["--json"])
    #expect(merged.status == 0, "\(merged.talk)")
    #expect(merged.output == whole.output)
    let four = try run(["simulate", "merge"] + parts.dropLast())
    #expect(four.status == 1)
    #expect(four.talk.contains("part 3 of 5 missing"))
  }

  @Test func `what was kept is gone on with, and nothing else is`() throws {
    let folder = try scratch() + "/kept"
    let whole = try simulate("--replications", "8", "--json", "--out", folder)
    #expect(whole.status == 0, "\(whole.talk)")
    // As if the last file had not been written.
    let file = try #require(
      try FileManager.default.contentsOfDirectory(atPath: folder).first { $0.hasSuffix(".jsonl") })
    let path = folder + "/" + file
    let lines = try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n")
    #expect(lines.count == 8)
    try Data((lines.prefix(3).joined(separator: "\n") + "\n").utf8)
      .write(to: URL(fileURLWithPath: path))
    let other = try simulate("--resume", folder, "--seed", "9")
    #expect(other.status == 1 && other.talk.contains("seed 9 against 1"))
    let resumed = try simulate("--resume", folder, "--json")
    #expect(resumed.status == 0, "\(resumed.talk)")
    #expect(resumed.output == whole.output)
    #expect(try simulate("--out", folder).talk.contains("--resume"))
  }

  @Test func `keeps what is finished when it is interrupted`() throws {
    let folder = try scratch() + "/kept"
    let process = Process()
    process.executableURL = URL(fileURLWithPath: CommandLine.arguments[0])
      .deletingLastPathComponent().appendingPathComponent("weald")
    process.arguments = [
      "simulate", tiny, "leaving", "--replications", "1000000", "--out", folder,
    ]
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    try process.run()
    let deadline = Date(timeIntervalSinceNow: 60)
    func files() -> Int {
      ((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []).count
    }
    while files() < 2, Date() < deadline { usleep(20_000) }
    process.interrupt()
    process.waitUntilExit()
    #expect(process.terminationStatus == 130)
    let merged = try weald("simulate", "merge", folder)
    #expect(merged.status == 1)
    #expect(merged.talk.contains("replications missing"), "\(merged.talk)")
  }

  @Test func `names a model or a variant that is not there`() throws {
    let model = try weald("simulate", tiny, "leavin")
    #expect(model.status == 1)
    #expect(model.talk.contains("Did you mean “leaving”?"), "\(model.talk)")
    let variant = try simulate("--scenario", "nothing")
    #expect(variant.status == 1)
    #expect(variant.talk.contains("There are: one-more"), "\(variant.talk)")
  }

  @Test(arguments: [
    ["--shard", "3/2", "--out", "x"], ["--shard", "1/2"], ["--replications", "0"],
    ["--replications", "many"], ["--threads", "0"], ["--out", "x", "--resume", "y"],
  ])
  func `refuses what cannot be`(arguments: [String]) throws {
    #expect(try run(["simulate", tiny, "leaving"] + arguments).status == 64)
  }
}
