// SPDX-License-Identifier: Apache-2.0

import PlanPackage
import Testing

@Suite struct `A file of journey times` {
  private func read(_ text: String) -> (TravelFile?, [Violation]) {
    TravelFile.read(Array(text.utf8), file: "t.csv")
  }

  @Test func `is read when it is wide`() {
    let (file, violations) = read("area,x,y\na,1,2.5\nb,,0.25\n")
    #expect(violations.isEmpty)
    #expect(
      file
        == TravelFile(areas: ["a", "b"], sites: ["x", "y"], minutes: [1, 2.5, .infinity, 0.25]))
  }

  @Test func `is read when it is long, in any order of columns`() {
    let (file, violations) = read("site,minutes,area\nx,1,a\ny,2.5,a\ny,0.25,b\n")
    #expect(violations.isEmpty)
    #expect(
      file
        == TravelFile(areas: ["a", "b"], sites: ["x", "y"], minutes: [1, 2.5, .infinity, 0.25]))
  }

  @Test func `may have a byte order mark, Windows line ends and quotation marks`() {
    let (file, violations) = read("\u{FEFF}area,\"x\"\r\n\"a, b\",3\r\n\r\n")
    #expect(violations.isEmpty)
    #expect(file == TravelFile(areas: ["a, b"], sites: ["x"], minutes: [3]))
  }

  @Test func `is read when it is packed`() {
    let (file, _) = TravelFile.packed(
      [10, 0, 1, 1], file: "t.bin", areas: ["a"], sites: ["x", "y"])
    #expect(file?.minutes == [1, 25.7])
    #expect(
      TravelFile.packed([10], file: "t.bin", areas: ["a"], sites: ["x"]).1.first?.found
        == "1 bytes")
  }

  @Test(arguments: [
    ("", "empty file"), ("area\na\n", "one column"), ("area,x,x\na,1,2\n", "twice"),
    ("area,x\na,1\na,2\n", "already in row 2"), ("area,x\na,fast\n", "“fast”"),
    ("area,x\na,-1\n", "“-1”"), ("area,x\na,nan\n", "“nan”"), ("area,x,y\na,1\n", "2 cells"),
    ("area,x\n,1\n", "empty cell"), ("area,x\n", "no row"), ("area,\na,1\n", "without a name"),
    ("area,site,minutes\na,x,1\na,x,2\n", "already in row 2"),
    ("area,site,minutes\na,x,late\n", "“late”"),
  ])
  func `says what is wrong`(text: String, part: String) {
    let (file, violations) = read(text)
    #expect(file == nil)
    #expect(violations.first?.found.contains(part) == true, "\(violations)")
  }

  @Test func `keeps every digit of a number`() {
    let (file, _) = read("area,x,y\na,0.1234567890123456789,57\n")
    #expect(file?.minutes == [0.1234567890123456789, 57])
  }
}

@Suite struct `A file of demand` {
  private func read(_ text: String) -> (DemandFile?, [Violation]) {
    DemandFile.read(Array(text.utf8), file: "d.csv")
  }

  @Test func `has areas and weights and may have more`() {
    let (file, violations) = read("name,weight,area\nHere,1.5,a\nThere,0,b\n")
    #expect(violations.isEmpty)
    #expect(file == DemandFile(areas: ["a", "b"], weights: [1.5, 0]))
  }

  @Test(arguments: [
    ("", "empty file"), ("area,people\na,1\n", "area, people"),
    ("area,weight\na,1\na,2\n", "row 2"),
    ("area,weight\na,\n", "empty cell"), ("area,weight\na,-1\n", "“-1”"),
    ("area,weight\n,1\n", "empty cell"), ("area,weight\n", "no row"),
  ])
  func `says what is wrong`(text: String, part: String) {
    let (file, violations) = read(text)
    #expect(file == nil)
    #expect(violations.first?.found.contains(part) == true, "\(violations)")
  }
}
