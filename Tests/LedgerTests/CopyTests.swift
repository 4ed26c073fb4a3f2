// SPDX-License-Identifier: Apache-2.0

import Foundation
import Testing

@testable import Ledger

@Suite("Backups")
struct BackupTests {
  private func filled(_ scratch: Scratch) async throws -> DataFolder {
    let data = try DataFolder(path: scratch.path + "/data")
    for number in 0..<20 { try await data.ledger.note("\(number)") }
    try await data.ledger.attach(Content("text", kind: "k"))
    try await data.contacts.put("name", kind: "account", id: "1")
    try await data.drafts.put("draft", kind: "draft", id: "2")
    return data
  }

  @Test("hold all four files, verified, and come back as they were")
  func andBack() async throws {
    let scratch = try Scratch()
    let data = try await filled(scratch)
    let manifest = try data.backup(to: scratch.path + "/backup")
    #expect(try manifest.anchor == data.ledger.anchor())
    #expect(manifest.records == ["contacts.sqlite": 1, "equality.sqlite": 0, "drafts.sqlite": 1])
    let names = try FileManager.default.contentsOfDirectory(atPath: scratch.path + "/backup")
    #expect(
      names.sorted() == [
        "backup.json", "contacts.sqlite", "drafts.sqlite", "equality.sqlite", "ledger.sqlite",
      ])
    let outcome = try DataFolder.restore(
      from: scratch.path + "/backup", to: scratch.path + "/restored")
    #expect(outcome.manifest == (try BackupManifest.read(folder: scratch.path + "/backup")))
    #expect(outcome.kept == nil)
    let restored = try DataFolder(path: scratch.path + "/restored")
    #expect(try restored.ledger.entries() == data.ledger.entries())
    #expect(try restored.contacts.get(String.self, kind: "account", id: "1") == "name")
    #expect(try restored.ledger.verify(against: manifest.anchor).isSound)
    try await restored.ledger.note("after")
  }

  @Test("are made while the program goes on writing")
  func whileWriting() async throws {
    let scratch = try Scratch()
    let data = try await filled(scratch)
    let writing = Task {
      var count = 0
      while !Task.isCancelled {
        try await data.ledger.attach(Content("more \(count)", kind: "k"))
        count += 1
      }
      return count
    }
    try await Task.sleep(for: .milliseconds(20))
    let manifest = try data.backup(to: scratch.path + "/backup")
    try await Task.sleep(for: .milliseconds(20))
    writing.cancel()
    #expect(try await writing.value > 0)
    #expect(manifest.anchor.sequence >= 21)
    #expect(try data.ledger.anchor().sequence > manifest.anchor.sequence)
    #expect(try data.ledger.verify(against: manifest.anchor).isSound)
  }

  @Test("never replace anything unless told, and then keep what was there")
  func replacing() async throws {
    let scratch = try Scratch()
    let backup = scratch.path + "/backup"
    let place = scratch.path + "/data"
    do {
      let data = try await filled(scratch)
      _ = try data.backup(to: backup)
      #expect(throws: LedgerError.self) { try data.backup(to: backup) }
      try await data.ledger.note("later")
      #expect(throws: LedgerError.self) { try DataFolder.restore(from: backup, to: place) }
      let problem = #expect(throws: LedgerError.self) {
        try DataFolder.restore(from: backup, to: place, replacing: true)
      }
      #expect(problem?.description.contains("is in use by a program") == true)
    }
    let outcome = try DataFolder.restore(from: backup, to: place, replacing: true)
    let kept = try #require(outcome.kept)
    #expect(try Ledger.verify(file: kept + "/ledger.sqlite").entries == 22)
    #expect(try Ledger.verify(file: place + "/ledger.sqlite").entries == 21)
  }

  @Test("that were changed are refused, and nothing is touched", arguments: [0, 1, 2, 3])
  func changed(index: Int) async throws {
    let scratch = try Scratch()
    let backup = scratch.path + "/backup"
    _ = try await filled(scratch).backup(to: backup)
    let file = URL(fileURLWithPath: backup + "/" + DataFolder.FileName.all[index])
    var bytes = try Data(contentsOf: file)
    bytes[bytes.count - 1] ^= 1
    try bytes.write(to: file)
    let place = scratch.path + "/restored"
    let problem = #expect(throws: LedgerError.self) {
      try DataFolder.restore(from: backup, to: place)
    }
    #expect(problem?.description.contains("is damaged") == true)
    #expect(!FileManager.default.fileExists(atPath: place))
    let names = try FileManager.default.contentsOfDirectory(atPath: scratch.path)
    #expect(names.sorted() == ["backup", "data"])
  }

  @Test("a folder that is no backup is named")
  func noBackup() throws {
    let scratch = try Scratch()
    let problem = #expect(throws: LedgerError.self) {
      try DataFolder.restore(from: scratch.path, to: scratch.path + "/x")
    }
    #expect(problem?.description.contains("is not a backup") == true)
  }
}

@Suite("Exports")
struct ExportTests {
  @Test("hold every entry, no text beside the chain, and their own digest")
  func package() async throws {
    let scratch = try Scratch()
    let ledger = try scratch.ledger()
    try await ledger.note("with, comma and \"quotes\"\nand a line")
    try await ledger.attach(Content("Private-text", kind: "k"), token: "Secret-token")
    let place = scratch.path + "/export"
    #expect(try ledger.export(to: place) == 2)
    let table = try String(contentsOfFile: place + "/entries.csv", encoding: .utf8)
    #expect(!table.contains("Private-text") && !table.contains("Secret-token"))
    #expect(table.hasPrefix("sequence,time,author,role,family,type,version,subject,event,"))
    for entry in try ledger.entries() { #expect(table.contains(entry.digest + "\n")) }
    let facts = try FileFacts(folder: place, name: "entries.csv")
    let json = try String(contentsOfFile: place + "/datapackage.json", encoding: .utf8)
    #expect(json.contains("sha256:\(facts.sha256)"))
    #expect(json.contains("\"anchor\" : \"\(try ledger.anchor())\""))
    #expect(throws: LedgerError.self) { try ledger.export(to: place) }
  }

  @Test("stop at a time")
  func asOf() async throws {
    let clock = SetClock("2019-01-01T00:00:00Z")
    let scratch = try Scratch()
    let ledger = try scratch.ledger(clock: { clock.time })
    try await ledger.note("a")
    clock.set("2019-01-02T00:00:00Z")
    try await ledger.note("b")
    let time = LedgerTime.date("2019-01-01T23:00:00Z")
    #expect(try ledger.export(to: scratch.path + "/export", asOf: time) == 1)
  }
}
