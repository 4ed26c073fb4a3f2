// SPDX-License-Identifier: Apache-2.0

import PlanPackage
import Stewardship
import Testing

struct RegisterTests {
  @Test func `the example register is in order`() throws {
    let register = try TestRegister()
    defer { register.remove() }
    let read = try StewardshipRegister.read(folder: register.folder)
    #expect(read.datasets.map(\.id) == ["gp", "acute"])
    #expect(read.agreements.map(\.id) == [ExampleRegister.agreement])
    #expect(read.agreements.first?.clause(on: .term)?.number == "2.1")
  }

  @Test func `all that is wrong is said at once, with file, row and column`() throws {
    let register = try TestRegister(
      replacing: "datasets.csv",
      with: """
        dataset,title,controller,received,delete-by
        gp,GP,nobody,2026-02-30,
        acute,Acute,acute-providers,2026-01-01,soon
        acute,Acute again,acute-providers,2026-01-01,
        ,No name,acute-providers,2026-01-01,

        """)
    defer { register.remove() }
    let places = register.violations().map { "\($0.file) \($0.row ?? 0) \($0.column ?? "")" }
    #expect(places.contains("datasets.csv 2 received"))
    #expect(places.contains("datasets.csv 3 delete-by"))
    #expect(places.contains("datasets.csv 4 dataset"))
    #expect(places.contains("datasets.csv 5 dataset"))
    #expect(places.contains("agreements.csv 5 terms"))
  }

  @Test func `a missing table, a missing column and a short row are named`() throws {
    let missing = try TestRegister(replacing: "purposes.csv", with: "purpose,title\nplanning,x,y\n")
    defer { missing.remove() }
    let found = missing.violations()
    #expect(found.contains { $0.file == "purposes.csv" && $0.column == "legal-basis" })
    #expect(found.contains { $0.file == "purposes.csv" && $0.row == 2 })
    let nowhere = #expect(throws: (any Error).self) {
      try StewardshipRegister.read(folder: "/nowhere")
    }
    #expect(nowhere != nil)
  }

  @Test(arguments: [
    ("2020-04-01/2099-12-31", "2099-12-31/2020-04-01", "terms"),
    ("7.1,retention,1000", "7.1,retention,for ever", "terms"),
    ("8.1,legal-basis", "8.1,law", "subject"), ("2.1,term", ",term", "clause"),
    ("2.1,term", "1.1,term", "agreement"), ("3.1,purposes,planning;", "3.1,purposes,fun;", "terms"),
    ("4.1,datasets,gp;acute", "4.1,datasets,;", "terms"), ("5.1,commands", "5.1,other", "subject"),
  ])
  func `a clause that cannot be checked is refused`(
    line: String, changed: String, column: String
  ) throws {
    let register = try TestRegister(replacing: "agreements.csv", with: changed, in: line)
    defer { register.remove() }
    #expect(
      register.violations().contains { $0.file == "agreements.csv" && $0.column == column })
  }

  @Test func `an NHS number in clear has no place among the objections`() throws {
    let register = try TestRegister(
      replacing: "opt-outs.csv", with: "token,kind,since\n999 000 0018,national,\n")
    defer { register.remove() }
    #expect(register.violations().first?.found == "digits alone")
  }

  @Test func `objections are known by token`() throws {
    let register = try TestRegister(
      replacing: "opt-outs.csv",
      with: "token,kind,since\nAB12,national,2026-01-01\nab12,type-1,\ncd34,type-1,\n")
    defer { register.remove() }
    let read = try StewardshipRegister.read(folder: register.folder)
    #expect(read.optedOutTokens == ["ab12", "cd34"])
    #expect(read.optOuts.first?.since == CalendarDay("2026-01-01"))
  }
}

struct CalendarDayTests {
  @Test(arguments: [
    "2026-02-29", "2026-13-01", "2026-00-10", "26-01-01", "2026-1-01", "0000-01-01",
  ])
  func `refuses what is no day`(text: String) { #expect(CalendarDay(text) == nil) }

  @Test func `a leap day is a day, and a month after the end of January is the end of February`() {
    #expect(CalendarDay("2024-02-29")?.adding(months: 12).description == "2025-02-28")
    #expect(CalendarDay("2026-01-31")?.adding(months: 1).description == "2026-02-28")
    #expect(CalendarDay("2026-11-30")?.adding(months: 2).description == "2027-01-30")
  }
}
