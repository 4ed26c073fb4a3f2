// SPDX-License-Identifier: Apache-2.0

import Foundation
import Testing

@testable import Ledger

/// A file system of half a megabyte in memory, where the system lets us have one.
struct TinyDisk {
  let path: String

  init?() {
    path = NSTemporaryDirectory() + "/ledger-disk-" + RandomID.make()
    guard mkdir(path, 0o700) == 0 else { return nil }
    let options = ["-t", "tmpfs", "-o", "size=512k", "tmpfs", path]
    guard TinyDisk.run("mount", options) else {
      rmdir(path)
      return nil
    }
  }

  func remove() {
    _ = TinyDisk.run("umount", [path])
    rmdir(path)
  }

  static func run(_ program: String, _ arguments: [String]) -> Bool {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = [program] + arguments
    process.standardError = FileHandle.nullDevice
    process.standardOutput = FileHandle.nullDevice
    guard (try? process.run()) != nil else { return false }
    process.waitUntilExit()
    return process.terminationStatus == 0
  }

  static let isPossible: Bool = {
    guard geteuid() == 0, let disk = TinyDisk() else { return false }
    disk.remove()
    return true
  }()
}

@Suite("On a disk that is really full", .enabled(if: TinyDisk.isPossible))
struct TinyDiskTests {
  @Test("what was acknowledged is there, the chain is sound, and the message says so")
  func full() async throws {
    let disk = try #require(TinyDisk())
    defer { disk.remove() }
    let file = disk.path + "/ledger.sqlite"
    var acknowledged = 0
    do {
      let ledger = try Ledger(file: file)
      let text = String(repeating: "x", count: 5000)
      var problem: LedgerError?
      while problem == nil, acknowledged < 500 {
        do {
          try await ledger.attach(Content(text, kind: "k"))
          acknowledged += 1
        } catch {
          problem = error
        }
      }
      #expect(problem == .diskFull(file: file))
      #expect(try ledger.entries().count == acknowledged)
      #expect(try ledger.verify().contents == acknowledged)
    }
    #expect(acknowledged > 5 && acknowledged < 500)
    #expect(try Ledger.verify(file: file).isSound)
  }

  @Test("a backup says so and leaves nothing half done")
  func backup() async throws {
    let disk = try #require(TinyDisk())
    defer { disk.remove() }
    let scratch = try Scratch()
    let data = try DataFolder(path: scratch.path)
    try await data.ledger.attach(Content(String(repeating: "x", count: 600_000), kind: "k"))
    let place = disk.path + "/backup"
    #expect(throws: LedgerError.diskFull(file: place)) { try data.backup(to: place) }
    #expect(try FileManager.default.contentsOfDirectory(atPath: disk.path).isEmpty)
  }
}
