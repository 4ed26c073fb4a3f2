// SPDX-License-Identifier: Apache-2.0

import Engagement
import Foundation
import Ledger
import Programme
import Testing

@Suite struct `The minute of a joint decision` {
  private func signed() async throws -> (DecisionStage, DecisionMinuteFile) {
    let stage = try DecisionStage()
    let (id, _) = try await stage.decided()
    let sitting = try #require(try stage.desk.decision(id).sittings.first)
    return (stage, try #require(try stage.desk.minute(of: sitting)))
  }

  @Test func `says what was decided and is bound to the ledger`() async throws {
    let (stage, file) = try await signed()
    let minute = file.minute
    #expect(minute.result == .invalid)
    #expect(minute.votes.map(\.body) == ["Group A", "Group B", "Group C"])
    #expect(minute.defects.first?.body == "Group C")
    #expect(minute.earliestLawfulDay == "2018-06-14")
    #expect(minute.data == "record")
    let anchor = try #require(minute.ledgerAnchor)
    #expect(try stage.data.ledger.verify(against: anchor).isSound)
    let entry = try stage.data.ledger.entries(family: "decision").first {
      $0.sequence == anchor.sequence
    }
    #expect(entry?.type == "voteClosed")
    #expect(try stage.desk.state().minuteKeys == [file.publicKey])
  }

  @Test func `verifies as it is`() async throws {
    let (_, file) = try await signed()
    let again = try DecisionMinuteFile(checking: file.bytes, keys: [file.publicKey])
    #expect(again == file)
  }

  @Test(arguments: [
    ("\"invalid\"", "\"decided\""), ("Group C", "Group D"),
    ("\"votesFor\" : 3", "\"votesFor\" : 4"),
    ("2018-01-11", "2018-06-14"), ("\"minute\"", "\"minute\" "),
    ("{\n", "{ \n"), ("\"format\" : 1,", "\"format\" : 1,\n    \"note\" : \"approved\","),
  ]) func `is refused once anything in it is changed`(_ old: String, _ new: String) async throws {
    let (_, file) = try await signed()
    let text = String(decoding: file.bytes, as: UTF8.self)
    let changed = text.replacing(old, with: new, maxReplacements: 1)
    try #require(changed != text)
    #expect(throws: DecisionMinuteFault.self) {
      try DecisionMinuteFile(checking: Array(changed.utf8))
    }
  }

  @Test func `is refused when somebody else signed it`() async throws {
    let (_, file) = try await signed()
    let other = try DecisionStage()
    let forged = try DecisionMinuteFile(
      file.minute, by: try DecisionMinuteSigner(folder: other.data.path))
    #expect(throws: Never.self) { try DecisionMinuteFile(checking: forged.bytes) }
    #expect(throws: DecisionMinuteFault.self) {
      try DecisionMinuteFile(checking: forged.bytes, keys: [file.publicKey])
    }
  }

  @Test(arguments: ["", "{}", "[1]", "{\"minute\":1.5,\"signature\":2}"])
  func `is refused when it is no minute`(_ text: String) {
    #expect(throws: DecisionMinuteFault.self) { try DecisionMinuteFile(checking: Array(text.utf8)) }
  }

  @Test func `is signed with a key that only its owner can read and no copy has`() async throws {
    let (stage, _) = try await signed()
    let path = stage.data.path + "/" + DecisionMinuteSigner.fileName
    let mode = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions]
    #expect((mode as? NSNumber)?.intValue == 0o600)
    let copy = stage.data.path + "-backup"
    defer { try? FileManager.default.removeItem(atPath: copy) }
    _ = try stage.data.backup(to: copy)
    #expect(!FileManager.default.fileExists(atPath: copy + "/" + DecisionMinuteSigner.fileName))
    try FileManager.default.setAttributes([.posixPermissions: 0o644], ofItemAtPath: path)
    #expect(throws: DecisionMinuteFault.self) {
      try DecisionMinuteSigner(folder: stage.data.path)
    }
  }

  @Test func `is signed later when the key cannot be read at first`() async throws {
    let stage = try DecisionStage()
    let path = stage.data.path + "/" + DecisionMinuteSigner.fileName
    try Data("no key".utf8).write(to: URL(fileURLWithPath: path))
    try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: path)
    let id = try await stage.desk.propose(stage.proposal(), by: stage.clerk)
    await #expect(throws: EventRefusal.self) { try await stage.vote(id, on: "2018-01-11") }
    let sitting = try #require(try stage.desk.decision(id).sittings.first)
    #expect(sitting.closing?.result == .invalid && sitting.minute == nil)
    try FileManager.default.removeItem(atPath: path)
    try await stage.desk.signMinute(id, sitting: sitting.plan.id, by: stage.clerk)
    let signed = try #require(try stage.desk.decision(id).sittings.first)
    #expect(try stage.desk.minute(of: signed)?.minute.result == .invalid)
  }
}
