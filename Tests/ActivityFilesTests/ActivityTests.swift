// SPDX-License-Identifier: Apache-2.0

import ActivityFiles
import Foundation
import PlanPackage
import Testing

private func cells(_ region: SmallRegion, period: String? = "2016-04/2017-03") throws -> (
  cells: [[String]], tables: UnsafeTables
) {
  var request = ActivityRequest(
    linked: region.folder + "/linked", activity: region.folder + "/activity")
  request.period = period.flatMap(ActivityRequest.period)
  let tables = try request.tables { _ in }
  try tables.write(to: region.folder + "/unsafe")
  let text = try String(contentsOfFile: region.folder + "/unsafe/cells.csv", encoding: .utf8)
  return (CSVRecords(bytes: Array(text.utf8), file: "cells.csv").records.map(\.cells), tables)
}

private func value(_ cells: [[String]], _ names: String...) -> [String]? {
  cells.first { [$0[0]] + $0[2...5] == names }.map { Array($0[6...]) }
}

@Suite struct `Linked activity from files` {
  @Test func `puts people into places, ages and segments by all their records`() throws {
    let (cells, _) = try cells(SmallRegion())
    // Two records of one person; two contacts for diabetes within a year, and lungs as well.
    #expect(value(cells, "segments", "Ashford", "75-84", "several", "people")?[0] == "1")
    #expect(value(cells, "segments", "Dover", "0-17", "none", "people")?[0] == "1")
    #expect(value(cells, "segments", "unknown", "unknown", "lungs", "people")?[0] == "1")
    #expect(value(cells, "segments", "all", "all", "all", "people")?[0] == "3")
    #expect(value(cells, "segments", "all", "all", "all", "person-years")?[0] == "3.00")
    #expect(value(cells, "conditions", "Ashford", "75-84", "diabetes", "people")?[0] == "1")
  }

  @Test func `adds up money to the penny, with the two largest parts`() throws {
    let (cells, _) = try cells(SmallRegion())
    #expect(
      value(cells, "segments", "all", "all", "all", "pounds")
        == ["364.01", "2", "264.00", "100.01"])
    #expect(
      value(cells, "kinds", "Ashford", "all", "gp-appointment", "pounds")
        == ["81.00", "1", "81.00", "0.00"])
    #expect(value(cells, "kinds", "all", "all", "all", "contacts")?[0] == "5")
  }

  @Test func `shows who goes where, and who lives together`() throws {
    let (cells, _) = try cells(SmallRegion())
    #expect(value(cells, "flows", "Ashford", "all", "Hospital", "contacts")?[0] == "1")
    #expect(value(cells, "flows", "all", "all", "Hospital", "people-in-contact")?[0] == "2")
    #expect(value(cells, "flows", "Dover", "all", "Mill, Surgery", "contacts")?[0] == "1")
    #expect(
      value(cells, "households", "Ashford", "all", "2", "households") == ["1", "2", "0", "0"])
  }

  @Test func `puts rows aside with their reasons, and accounts for every one`() throws {
    let region = try SmallRegion()
    let (_, tables) = try cells(region)
    #expect(tables.reconciles)
    #expect(tables.lines.contains { $0.contains("read: 11 = used 5 + outside the period 1") })
    let aside = try String(
      contentsOfFile: region.folder + "/unsafe/quarantine.csv", encoding: .utf8)
    #expect(
      aside == """
        file,line,reason
        acute.csv,4,not a cost
        acute.csv,5,no kind
        acute.csv,6,wrong number of cells
        gp.csv,5,not a date
        gp.csv,6,unknown record

        """)
    #expect(tables.lines.contains { $0.contains("missed: 2.5%") })
    // A group of seven records is too small for a rate to be told.
    #expect(tables.lines.contains { $0.contains("missed for source gp: 1.0%") })
  }

  @Test func `takes all months when no period is given`() throws {
    let (cells, _) = try cells(SmallRegion(), period: nil)
    #expect(cells[1][1] == "2016-05/2019-08")
    #expect(value(cells, "segments", "all", "all", "all", "person-years")?[0] == "9.99")
  }

  @Test func `finds places by postcode where sources do not give them`() throws {
    let sources =
      "id,source,date-of-birth,postcode,synthetic\n"
      + "gp-1,gp,1940-02-03,FE1 1AA,yes\ngp-2,gp,2010-02-03,FE2 1AA,yes\n"
    let changes = [
      "activity/sources/gp.csv": sources,
      "activity/sources/acute.csv": "id,source,synthetic\nac-1,acute,yes\nac-2,acute,yes\n",
    ]
    let (bare, _) = try cells(SmallRegion(changes))
    #expect(value(bare, "segments", "FE1", "75-84", "several", "people")?[0] == "1")
    let areas = ["activity/reference/areas.csv": "outcode,place,deprivation\nFE1,Ashford,1\n"]
    let (named, _) = try cells(SmallRegion(changes.merging(areas) { first, _ in first }))
    #expect(value(named, "segments", "Ashford", "75-84", "several", "people")?[0] == "1")
    #expect(value(named, "segments", "unknown", "0-17", "none", "people")?[0] == "1")
  }

  @Test func `puts people into segments by rules of groups and conditions`() throws {
    let region = try SmallRegion([
      "rules.csv":
        "id,ages,conditions,at_least\nold,75-84;85+,,\nill,,copd;metabolic,1\nwell,,,\n",
      "wrong.csv": "id,ages,conditions,at_least\nill,,gout,1\nwell,,,\n",
      "gap.csv": "id,ages,conditions,at_least\nold,85+,,\n",
    ])
    var request = ActivityRequest(
      linked: region.folder + "/linked", activity: region.folder + "/activity")
    request.segmentRules = region.folder + "/rules.csv"
    try request.tables { _ in }.write(to: region.folder + "/unsafe")
    let text = try String(contentsOfFile: region.folder + "/unsafe/cells.csv", encoding: .utf8)
    let cells = CSVRecords(bytes: Array(text.utf8), file: "cells.csv").records.map(\.cells)
    #expect(value(cells, "segments", "Ashford", "75-84", "old", "people")?[0] == "1")
    #expect(value(cells, "segments", "unknown", "unknown", "ill", "people")?[0] == "1")
    #expect(value(cells, "segments", "Dover", "0-17", "well", "people")?[0] == "1")
    for name in ["wrong.csv", "gap.csv", "none.csv", "linked/clusters.csv"] {
      request.segmentRules = region.folder + "/" + name
      #expect(throws: PlanError.self) { try request.tables { _ in } }
    }
  }

  @Test(arguments: [1, 40, 100, 250])
  func `is the same, byte for byte, however much is read at a time`(_ size: Int) throws {
    let region = try SmallRegion()
    func written(_ size: Int) throws -> [String] {
      var request = ActivityRequest(
        linked: region.folder + "/linked", activity: region.folder + "/activity")
      request.chunkSize = size
      try request.tables { _ in }.write(to: region.folder + "/unsafe")
      return try ["cells.csv", "quarantine.csv", "report.json"].map {
        try String(contentsOfFile: region.folder + "/unsafe/" + $0, encoding: .utf8)
      }
    }
    #expect(try written(size) == written(1 << 20))
  }

  @Test func `says what is wrong with files`() throws {
    let twice = try SmallRegion(["linked/clusters.csv": "id,cluster\ngp-1,a\ngp-1,b\n"])
    #expect(throws: PlanError.self) { try cells(twice) }
    let column = try SmallRegion(["activity/events/gp.csv": "event,record\n1,gp-1\n"])
    #expect(throws: PlanError.self) { try cells(column) }
    let rules = try SmallRegion(["activity/reference/conditions.csv": "condition\n"])
    #expect(throws: PlanError.self) { try cells(rules) }
    let nobody = try SmallRegion(["linked/clusters.csv": "id,cluster\n"])
    #expect(throws: PlanError.self) { try cells(nobody, period: nil) }
  }
}
