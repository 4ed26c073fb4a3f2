// SPDX-License-Identifier: Apache-2.0

import Foundation
import Testing

/// A signed minute of the demonstration.
private let minute =
  URL(fileURLWithPath: #filePath).deletingLastPathComponent()
  .deletingLastPathComponent().path + "/Fixtures/minutes/invalid.json"

@Suite struct `weald minute` {
  @Test func `finds a minute as it was signed`() throws {
    let outcome = try weald("minute", "verify", minute)
    #expect(outcome.status == 0)
    #expect(outcome.text.contains("is as it was signed"))
  }

  @Test func `fails on a changed minute`() throws {
    let text = try String(contentsOfFile: minute, encoding: .utf8)
    let changed = try scratch() + "/minute.json"
    try text.replacing("\"invalid\"", with: "\"decided\"")
      .write(toFile: changed, atomically: true, encoding: .utf8)
    let outcome = try weald("minute", "verify", changed)
    #expect(outcome.status == 1)
    #expect(outcome.talk.contains("changed after it was signed"))
  }

  @Test func `fails when the key is another one, or there is no file`() throws {
    #expect(try weald("minute", "verify", minute, "--key", "AAAA").status == 1)
    #expect(try weald("minute", "verify", minute + ".not").status == 1)
  }

  @Test func `needs a folder that has a record`() throws {
    let empty = try scratch()
    #expect(try weald("minute", kent, "--data", empty, "1").status == 1)
    #expect(try FileManager.default.contentsOfDirectory(atPath: empty).isEmpty)
  }
}
