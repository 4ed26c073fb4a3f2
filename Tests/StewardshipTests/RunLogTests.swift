// SPDX-License-Identifier: Apache-2.0

import Foundation
import PlanPackage
import Stewardship
import TestKit
import Testing

/// A folder with a log of some runs in it.
private struct LogFolder {
  let path = NSTemporaryDirectory() + "weald-log-" + UUID().uuidString
  var log: String { path + "/runs.log" }
  var key: String { path + "/keys/signing" }

  func run(_ command: String, register: String? = nil, key: String? = nil) throws {
    let table = path + "/clusters.csv"
    if !FileManager.default.fileExists(atPath: table) {
      try AtomicFile.write("id,cluster\n", to: table)
    }
    let run = try StewardedRun(
      program: "weald 0", command: command, datasets: ["gp"],
      basis: .init(
        register: register, agreement: ExampleRegister.agreement,
        purposes: [ExampleRegister.purpose]), log: log, signingKey: key ?? self.key, now: Date())
    try run.finish(inputs: [path + "/keys"], outputs: [path + "/clusters.csv"], counts: ["rows": 3])
  }

  var lines: [String] {
    get throws {
      try String(contentsOfFile: log, encoding: .utf8).split(separator: "\n").map(String.init)
    }
  }

  func write(_ lines: [String]) throws {
    try AtomicFile.write(lines.map { $0 + "\n" }.joined(), to: log)
  }

  /// The line at which the log fails; nil when it is good.
  func failure() throws -> Int? {
    do {
      _ = try RunLog(log).verify()
      return nil
    } catch { return error.row }
  }

  func remove() { try? FileManager.default.removeItem(atPath: path) }
}

struct RunLogTests {
  private func logFolder(_ runs: Int) throws -> LogFolder {
    let folder = LogFolder()
    for number in 0..<runs { try folder.run("link-\(number)") }
    return folder
  }

  @Test func `a log of runs is good, and says what they were`() throws {
    let folder = try logFolder(3)
    defer { folder.remove() }
    let summary = try RunLog(folder.log).verify()
    #expect(summary.runs == 3 && summary.unchecked == 3 && summary.keys.count == 1)
    #expect(try folder.lines.allSatisfy { $0.contains(#""counts":{"rows":3}"#) })
    #expect(try folder.lines[0].contains(sha256(Array("id,cluster\n".utf8))))
  }

  @Test func `any changed byte is found at its line`() throws {
    let folder = try logFolder(3)
    defer { folder.remove() }
    let whole = try Data(contentsOf: URL(fileURLWithPath: folder.log))
    var draws = SeededDraws(seed: 9)
    for _ in 0..<60 {
      let place = draws.below(whole.count - 1)
      var changed = whole
      changed[place] = changed[place] == UInt8(ascii: "7") ? UInt8(ascii: "8") : UInt8(ascii: "7")
      try changed.write(to: URL(fileURLWithPath: folder.log))
      let line = whole[..<place].count { $0 == UInt8(ascii: "\n") } + 1
      let found = try folder.failure()
      #expect(found == line, "byte \(place)")
    }
  }

  @Test func `a line taken out, put twice or moved is found`() throws {
    let folder = try logFolder(4)
    defer { folder.remove() }
    let lines = try folder.lines
    try folder.write([lines[0], lines[2], lines[3]])
    #expect(try folder.failure() == 2)
    try folder.write([lines[0], lines[1], lines[1], lines[2]])
    #expect(try folder.failure() == 3)
    try folder.write([lines[1], lines[0], lines[2], lines[3]])
    #expect(try folder.failure() == 1)
    try folder.write(lines)
    #expect(try folder.failure() == nil)
  }

  @Test func `lines cut off the end are missed only by who kept no digest`() throws {
    let folder = try logFolder(3)
    defer { folder.remove() }
    let last = try RunLog(folder.log).verify().last
    let lines = try folder.lines
    try folder.write(Array(lines[..<2]))
    #expect(try folder.failure() == nil)
    #expect(throws: Violation.self) { try RunLog(folder.log).verify(containing: last) }
  }

  @Test func `a file that is no log is not added to, and the work does not begin`() throws {
    let folder = LogFolder()
    defer { folder.remove() }
    try AtomicFile.write("my notes\n", to: folder.log)
    #expect(throws: RunLogError.self) { try folder.run("link") }
    #expect(try folder.lines == ["my notes"])
  }

  @Test func `another key is another signer`() throws {
    let folder = try logFolder(1)
    defer { folder.remove() }
    let key = try RunSigningKey.readOrMake(folder.key).publicKey
    try folder.run("link", key: folder.path + "/other")
    #expect(try RunLog(folder.log).verify().keys.count == 2)
    do {
      _ = try RunLog(folder.log).verify(signedBy: key)
      Issue.record("another key was accepted")
    } catch { #expect(error.row == 2) }
  }

  @Test func `a refused run is written down with its clauses, and does not go on`() throws {
    let folder = LogFolder()
    let register = try TestRegister()
    defer {
      folder.remove()
      register.remove()
    }
    #expect(throws: RunRefused.self) { try folder.run("export", register: register.folder) }
    let summary = try RunLog(folder.log).verify()
    #expect(summary.refused == 1 && summary.unchecked == 0)
    #expect(try folder.lines[0].contains(#""clauses":["5.1"]"#))
  }

  @Test func `the signing key is its owner's alone`() throws {
    let folder = try logFolder(1)
    defer { folder.remove() }
    let attributes = try FileManager.default.attributesOfItem(atPath: folder.key)
    #expect(attributes[.posixPermissions] as? Int == 0o600)
    try FileManager.default.setAttributes(
      [.posixPermissions: 0o644], ofItemAtPath: folder.key)
    #expect(throws: SigningKeyError.self) { try RunSigningKey.readOrMake(folder.key) }
    try AtomicFile.write("nothing of a key\n", to: folder.key)
    #expect(throws: SigningKeyError.self) { try RunSigningKey.readOrMake(folder.key) }
  }

  @Test func `two runs that end at once both have their line`() async throws {
    let folder = try logFolder(1)
    defer { folder.remove() }
    try await withThrowingTaskGroup(of: Void.self) { group in
      for number in 0..<8 { group.addTask { try folder.run("link-\(number)") } }
      try await group.waitForAll()
    }
    #expect(try RunLog(folder.log).verify().runs == 9)
  }
}
