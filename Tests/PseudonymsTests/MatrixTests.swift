// SPDX-License-Identifier: Apache-2.0

import Foundation
import PlanPackage
import TestKit
import Testing

@testable import Pseudonyms

/// A folder with two years of made-up contacts of one dataset.
private struct ContactFolder {
  let path = NSTemporaryDirectory() + "weald-matrix-" + UUID().uuidString

  /// Writes contacts, each month about a hundred, changed as a test wants.
  init(
    records: Int = 200, months: Int = 24,
    _ change: (_ month: Int, _ row: inout [String]) -> Bool = { _, _ in true }
  ) throws {
    let header = "id,nhs-number,given-name,surname,sex,date-of-birth,postcode"
    var people = header + "\n"
    for number in 0..<records { people += "r\(number),n,g,s,m,d,p\n" }
    try AtomicFile.write(people, to: path + "/sources/acute.csv")
    var contacts = EventWorker.columns.joined(separator: ",") + "\n"
    var draws = SeededDraws(seed: 5)
    for month in 0..<months {
      for number in 0..<(300 + draws.below(40)) {
        let text = "\(2024 + month / 12)-\(month % 12 < 9 ? "0" : "")\(month % 12 + 1)"
        let day = number % 28 + 1
        var row = [
          "e\(month)-\(number)", "r\(draws.below(records))", "\(text)-\(day < 10 ? "0" : "")\(day)",
          "outpatient", "provider-\(number % 2)", "c", "D-1", "\(100 + number)", "yes",
        ]
        if change(month, &row) { contacts += CSVRecords.line(row) }
      }
    }
    try AtomicFile.write(contacts, to: path + "/events/acute.csv")
    try AtomicFile.write(
      "condition,codes\ndiabetes,D-1;D-2\n", to: path + "/reference/conditions.csv")
  }

  func cells(
    published: String? = nil, previous: ContactFolder? = nil
  ) throws -> [QualityTest: QualityCell] {
    let matrix = try QualityMatrix(
      of: FolderProfile.read(folder: path),
      published: published.map { try PublishedCounts(bytes: Array($0.utf8), file: "p") },
      previous: previous.map { try FolderProfile.read(folder: $0.path) })
    return Dictionary(matrix.cells.map { ($0.test, $0) }, uniquingKeysWith: { first, _ in first })
  }

  func remove() { try? FileManager.default.removeItem(atPath: path) }
}

struct MatrixTests {
  private func outcome(
    _ test: QualityTest, _ change: (_ month: Int, _ row: inout [String]) -> Bool
  ) throws -> QualityCell? {
    let folder = try ContactFolder(change)
    defer { folder.remove() }
    return try folder.cells()[test]
  }

  @Test func `a good dataset passes what it can be tested for`() throws {
    let folder = try ContactFolder()
    defer { folder.remove() }
    let cells = try folder.cells()
    for test in QualityTest.allCases {
      #expect(
        cells[test]?.outcome == (test == .comparable ? .untested : .pass),
        "\(cells[test]?.why ?? "")")
    }
  }

  @Test func `a month that a provider did not send is named`() throws {
    let cell = try outcome(.submitted) { month, row in month != 7 || row[4] != "provider-1" }
    #expect(cell?.outcome == .warn)
    #expect(cell?.why.contains("provider-1 in 2024-08") == true)
  }

  @Test func `a month with nothing fails, one with a third more is named`() throws {
    let empty = try outcome(.stable) { month, _ in month != 7 }
    #expect(empty?.outcome == .fail)
    #expect(empty?.why.contains("2024-08") == true)
    let less = try outcome(.stable) { month, row in
      month != 9 || !row[0].hasSuffix("1") && !row[0].hasSuffix("2") && !row[0].hasSuffix("3")
    }
    #expect(less?.outcome == .fail || less?.outcome == .warn)
    #expect(less?.why.contains("outpatient in 2024-10") == true)
  }

  @Test func `counts are compared with those that were published`() throws {
    let folder = try ContactFolder()
    defer { folder.remove() }
    let published = "dataset,kind,period,contacts\nacute,outpatient,"
    #expect(try folder.cells(published: published + "2024,3840\n")[.comparable]?.outcome == .pass)
    #expect(try folder.cells(published: published + "2024,6000\n")[.comparable]?.outcome == .fail)
    #expect(
      try folder.cells(published: published + "2024-03,350\n")[.comparable]?.outcome == .warn)
    #expect(throws: PlanError.self) { try folder.cells(published: published + "March,1\n") }
  }

  @Test func `empty cells are counted in the field that has most of them`() throws {
    let cell = try outcome(.complete) { month, row in
      if month < 4 { row[5] = "" }
      return true
    }
    #expect(cell?.outcome == .warn)
    #expect(cell?.why.contains("commissioner of contacts") == true)
  }

  @Test func `codes that nobody knows, and a month without codes, are named`() throws {
    let unknown = try outcome(.coding) { month, row in
      if month == 3 { row[6] = "X-9" }
      return true
    }
    #expect(unknown?.why.contains("X-9") == true && unknown?.outcome == .warn)
    let silent = try outcome(.coding) { month, row in
      if month == 3 { row[6] = "" }
      return true
    }
    #expect(silent?.outcome == .warn && silent?.why.contains("2024-04") == true)
  }

  @Test func `costs that are missing are counted`() throws {
    let cell = try outcome(.costs) { month, row in
      if month % 12 == 3 { row[7] = "" }
      return true
    }
    #expect(cell?.outcome == .warn)
    #expect((cell?.value ?? 0) > 0.9 && (cell?.value ?? 1) < 0.93)
  }

  @Test func `rows that are there twice are counted, under the same id or another`() throws {
    let same = try outcome(.duplicates) { _, row in
      row[0] = "e"
      return true
    }
    #expect(same?.outcome == .fail)
    let alike = try outcome(.duplicates) { _, row in
      row = [row[0], "r1", "2024-01-01"] + row[3...]
      row[7] = "5"
      return true
    }
    #expect(alike?.outcome == .fail)
  }

  @Test func `what was sent last time and not now is named`() throws {
    let before = try ContactFolder()
    let now = try ContactFolder { _, row in row[4] != "provider-1" }
    let rewritten = try ContactFolder { month, row in month != 2 || row[0].hasSuffix("1") == false }
    defer { for folder in [before, now, rewritten] { folder.remove() } }
    let lost = try now.cells(previous: before)[.submitted]
    #expect(lost?.outcome == .fail && lost?.why.contains("provider-1") == true)
    let changed = try rewritten.cells(previous: before)[.stable]
    #expect(changed?.why.contains("2024-03") == true)
  }

  @Test func `the matrix is a table, and JSON that comes back`() throws {
    let folder = try ContactFolder(months: 3)
    defer { folder.remove() }
    let matrix = try QualityMatrix(of: FolderProfile.read(folder: folder.path))
    #expect(matrix.csv.split(separator: "\n").count == 8)
    let data = try JSONEncoder().encode(matrix)
    #expect(try JSONDecoder().decode(QualityMatrix.self, from: data) == matrix)
    #expect(matrix.cells.first { $0.test == .stable }?.outcome == .untested)
  }

  @Test func `shares are rounded down, and nearly all is not all`() {
    #expect(Percentage.text(0.97996) == "97.9%")
    #expect(Percentage.text(0.99999) == "99.9%" && Percentage.text(0.0001) == "less than 0.1%")
    #expect(Percentage.text(1) == "100.0%" && Percentage.text(0.07) == "7.0%")
    #expect(Percentage.decimal(-0.5) == "-0.5000" && Percentage.decimal(1.25) == "1.2500")
  }
}
