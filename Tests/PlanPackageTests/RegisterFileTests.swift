// SPDX-License-Identifier: Apache-2.0

import Foundation
import PlanPackage
import Testing

@Suite struct `Registers of a plan` {
  private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "Fixtures/tiny")

  /// What is wrong with the tiny plan when one text of one file is another.
  private static func violations(
    _ file: String, _ text: String, _ other: String
  ) throws -> [Violation] {
    let copy = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    defer { try? FileManager.default.removeItem(at: copy) }
    try FileManager.default.copyItem(at: folder, to: copy)
    let path = copy.appending(path: file)
    let content = try String(contentsOf: path, encoding: .utf8)
    try #require(content.contains(text))
    try Data(content.replacing(text, with: other).utf8).write(to: path)
    do {
      _ = try PlanReader(folder: copy.path)
      return []
    } catch {
      return error.violations
    }
  }

  @Test func `are read with their fields`() throws {
    let plan = try PlanReader(folder: Self.folder.path).plan()
    #expect(plan.registers.map(\.id) == ["bids", "checks"] && !plan.registers[1].isPublic)
    #expect(plan.registerFields.count == 11 && plan.registerFields[8].moves.count == 3)
    #expect(plan.measures.map(\.target) == [90, nil] && plan.scarceRoles[1].personMonth == 18)
  }

  @Test(arguments: [
    ("text,key,yes,yes,,,Such", "text,,yes,yes,,,Such", "0 fields of “bids” with the part key"),
    ("money,,yes", "money,title,yes", "2 fields of “bids” with the part title"),
    ("written>sent", "written>lost", "“written>lost”"),
    ("written;sent;granted;refused,", ",", "no choices"),
    ("day,due", "text,due", "“text”"), ("bids,due,", "bids,reason,", "“reason”"),
    ("yes-no", "maybe", "“maybe”"),
  ])
  func `that cannot be kept are refused in words`(
    text: String, other: String, found: String
  ) throws {
    let wrong = try Self.violations("governance/register_fields.csv", text, other)
    #expect(wrong.contains { $0.found == found }, "\(wrong)")
  }

  @Test func `cite facts that there are`() throws {
    let wrong = try Self.violations("programme/measures.csv", "money.deficit", "money.deficits")
    #expect(wrong.count == 1 && wrong[0].advice.contains("money.deficit"))
  }
}
