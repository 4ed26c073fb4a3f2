// SPDX-License-Identifier: Apache-2.0

import PlanPackage
import Testing

private func lock(
  engine: String = "0.1.0", inputs: [String: String] = ["facts.csv": "a"],
  outputs: [String: String] = ["central": "x"],
  figures: [String: String] = ["money.gap": "£486 million"]
) -> PlanLock {
  PlanLock(engine: engine, seed: 1, inputs: inputs, outputs: outputs, figures: figures)
}

@Suite struct `Locks` {
  @Test func `equal locks have no changes`() {
    #expect(lock().changes(to: lock()).isEmpty)
  }

  @Test func `a figure that moved says from what to what`() {
    #expect(
      lock().changes(to: lock(figures: ["money.gap": "£500 million"]))
        == ["fact money.gap: was £486 million, is now £500 million"])
  }

  @Test func `what is new and what is gone is said`() {
    #expect(
      lock().changes(to: lock(inputs: ["lines.csv": "b"]))
        == ["file facts.csv: is gone", "file lines.csv: is new"])
  }

  @Test func `a file that changed is named`() {
    #expect(lock().changes(to: lock(inputs: ["facts.csv": "b"])) == ["file facts.csv: has changed"])
  }

  @Test func `findings that changed are named by scenario`() {
    #expect(
      lock().changes(to: lock(outputs: ["central": "y"]))
        == ["findings for scenario central: differ"])
  }

  @Test func `another version of Weald is said first`() {
    let changes = lock().changes(to: lock(engine: "0.2.0", inputs: [:], outputs: [:], figures: [:]))

    #expect(
      changes == [
        "worked out by Weald 0.1.0, now 0.2.0", "file facts.csv: is gone",
        "fact money.gap: is gone", "findings for scenario central: is gone",
      ])
  }

  @Test func `a lock is read as it was written`() throws {
    try withFolder { folder in
      try AtomicFile.write(lock().json(), to: folder + "/plan.lock")

      let found = try PlanLock.read(folder: folder)
      #expect(found == lock())
    }
  }

  @Test func `a folder without a lock has none`() throws {
    try withFolder { folder in
      let lock = try PlanLock.read(folder: folder)

      #expect(lock == nil)
    }
  }

  @Test func `text that is not a lock is refused`() throws {
    try withFolder { folder in
      try AtomicFile.write("{}", to: folder + "/plan.lock")

      let violation = try #require(throws: Violation.self) { try PlanLock.read(folder: folder) }
      #expect(violation.file == "plan.lock")
    }
  }

  @Test func `a lock is the same bytes every time`() throws {
    let figures = Dictionary(uniqueKeysWithValues: (0..<100).map { ("f\($0)", "\($0)") })

    #expect(try lock(figures: figures).json() == lock(figures: figures).json())
  }
}
