// SPDX-License-Identifier: Apache-2.0

import Foundation
import Linkage
import LinkageFiles
import PlanPackage
import Testing

@Suite struct ReadingTests {
  private func read(
    _ bytes: [UInt8], fields: [(FieldKind, String)], source: String? = nil
  ) throws -> LinkageRecords {
    let path = NSTemporaryDirectory() + "records-\(UUID().uuidString).csv"
    try Data(bytes).write(to: URL(filePath: path))
    defer { try? FileManager.default.removeItem(atPath: path) }
    return try RecordFileReader.read(
      [path],
      .init(
        identifier: "id", fields: RecordField.named(fields.map { (kind: $0.0, header: $0.1) }),
        source: source))
  }

  private func read(_ text: String, fields: [(FieldKind, String)]) throws -> LinkageRecords {
    try read(Array(text.utf8), fields: fields)
  }

  @Test func `reads a file with a mark, spaces in its headers and the line ends of Windows`() throws
  {
    let records = try read(
      "\u{FEFF}id, name , born\r\n1, Zoë ,01/02/1980\r\n2,\"Smith, Jr\",\r\n",
      fields: [(.surname, "name"), (.dateOfBirth, "born")])
    #expect(records.table.count == 2)
    #expect(records.table.column("surname")?.value(row: 0) == "zoe")
    #expect(records.table.column("surname")?.value(row: 1) == "smith jr")
    #expect(records.table.column("date-of-birth")?.value(row: 0) == "1980-02-01")
    #expect(records.table.column("date-of-birth")?.value(row: 1) == nil)
  }

  @Test func `sets rows aside with their reasons and reads on`() throws {
    let records = try read(
      """
      id,name
      1,ann
      2,bob,extra
      ,carol
      1,dan
      4,"a"b
      5,eve
      3,"never closed
      """, fields: [(.givenName, "name")])
    #expect(records.identifiers.codes.count == 2)
    #expect(records.identifier(1) == "5")
    #expect(records.quarantine.count == 5)
    let reasons = records.quarantine.map(\.reason)
    #expect(reasons.contains("3 cells where the header has 2"))
    #expect(reasons.contains("no identifier"))
    #expect(reasons.contains("the identifier “1” is in the file before"))
    #expect(reasons.contains("a quotation mark is never closed"))
    #expect(reasons.contains("text after a closing quotation mark"))
  }

  @Test func `reads Windows-1252 among UTF-8, and counts it`() throws {
    let bytes: [UInt8] = Array("id,name\n1,Zo\u{EB}\n2,Ren".utf8) + [0xE9] + Array("\n".utf8)
    let records = try read(bytes, fields: [(.givenName, "name")])
    #expect(records.table.column("given-name")?.value(row: 0) == "zoe")
    #expect(records.table.column("given-name")?.value(row: 1) == "rene")
    #expect(records.findings.first?.otherEncoding == 1)
  }

  @Test func `finds that dates have the month first`() throws {
    let records = try read(
      "id,born\n1,05/06/1994\n2,09/29/1994\n", fields: [(.dateOfBirth, "born")])
    #expect(records.table.column("date-of-birth")?.value(row: 0) == "1994-05-06")
  }

  @Test func `names sources by a column`() throws {
    let records = try read(
      Array("id,s\n1,gp\n2,acute\n3,gp\n".utf8), fields: [], source: "s")
    #expect(records.table.sourceNames == ["gp", "acute"])
    #expect(records.table.sources == [0, 1, 0])
  }

  @Test func `a column that is not there is named with those that are`() throws {
    let error = #expect(throws: PlanError.self) {
      try read("id,name\n1,ann\n", fields: [(.surname, "sname")])
    }
    #expect(error?.violations.first?.description.contains("id, name") == true)
  }

  @Test func `a second field of one kind has a number`() {
    let fields = RecordField.named([(.address, "a"), (.address, "b"), (.town, "c")])
    #expect(fields.map(\.name) == ["address", "address-2", "town"])
  }
}
