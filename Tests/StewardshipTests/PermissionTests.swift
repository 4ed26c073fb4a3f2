// SPDX-License-Identifier: Apache-2.0

import Stewardship
import Testing

struct PermissionTests {
  private func refusal(
    _ request: RunRequest, replacing file: String = "", _ line: String = "", with text: String = ""
  ) throws -> RunRefused? {
    let register = try TestRegister(replacing: file, with: text, in: line)
    defer { register.remove() }
    let read = try StewardshipRegister.read(folder: register.folder)
    do {
      try read.check(request)
      return nil
    } catch { return error }
  }

  private func clauses(_ change: (inout RunRequest) -> Void) throws -> [String?] {
    try refusal(.permitted.with(change))?.reasons.map(\.clause) ?? []
  }

  @Test func `a run within its agreement goes on`() throws {
    #expect(try refusal(.permitted) == nil)
  }

  @Test func `each clause refuses what it does not permit`() throws {
    #expect(try clauses { $0.day = CalendarDay("2100-01-01").unsafelyThere }.first == "2.1")
    #expect(try clauses { $0.day = CalendarDay("2020-03-31").unsafelyThere } == ["2.1"])
    #expect(try clauses { $0.purposes = ["marketing"] } == ["3.1"])
    #expect(try clauses { $0.purposes = [] } == ["3.1"])
    #expect(try clauses { $0.datasets.append("police") } == ["4.1"])
    #expect(try clauses { $0.command = "export" } == ["5.1"])
    #expect(try clauses { $0.recipient = "newspaper" } == ["6.1"])
    #expect(try clauses { $0.command = "release" } == ["6.1"])
    #expect(try clauses { $0.agreement = "handshake" } == [nil])
  }

  @Test func `every clause that stands against a run is named, with its words`() throws {
    let refused = try refusal(
      .permitted.with {
        $0.command = "export"
        $0.datasets = ["police"]
      })
    #expect(refused?.reasons.map(\.clause) == ["5.1", "4.1"])
    let words = refused?.description ?? ""
    #expect(words.contains("Clause 4.1 of “example-linkage”"))
    #expect(words.contains("These datasets are covered."))
  }

  @Test func `the last day of an agreement is still in it`() throws {
    #expect(try clauses { $0.day = CalendarDay("2099-12-31").unsafelyThere } == [])
  }

  @Test func `data that were kept too long are not used`() throws {
    let byMonths = try refusal(
      .permitted, replacing: "agreements.csv", "retention,1000", with: "retention,12")
    #expect(byMonths?.reasons.map(\.clause) == ["7.1", "7.1"])
    let byDay = try refusal(
      .permitted, replacing: "datasets.csv", "2020-04-01,2099-12-31",
      with: "2020-04-01,2026-11-22")
    #expect(byDay?.reasons.count == 2)
    #expect(byDay?.description.contains("datasets.csv, row 2") == true)
  }

  @Test func `objections that an agreement requires have to be applied`() throws {
    let request = RunRequest.permitted.with { $0.appliesOptOuts = false }
    #expect(try refusal(request) == nil)
    let refused = try refusal(
      request, replacing: "agreements.csv", "9.1,other,,",
      with: "9.1,opt-outs,national;type-1,")
    #expect(refused?.reasons.map(\.clause) == ["9.1"])
  }
}
