// SPDX-License-Identifier: Apache-2.0

import PlanPackage
import TestKit
import Testing

@testable import RecordFiles

struct RowScannerTests {
  private func records(_ text: String) -> [(row: Int, cells: [String], problem: String?)] {
    var found: [(row: Int, cells: [String], problem: String?)] = []
    Array(text.utf8).withUnsafeBufferPointer { bytes in
      var scanner = RowScanner(bytes)
      var rows = 0
      while scanner.next(rows: &rows) {
        found.append((rows, (0..<scanner.count).map { scanner.text($0) }, scanner.problem))
      }
    }
    return found
  }

  @Test func `reads cells, quoted cells, empty cells and either line end`() {
    let found = records("a,b,c\r\n\"x, y\",\"say \"\"so\"\"\",\n\n,,\nlast,1,2")
    #expect(
      found.map(\.cells) == [
        ["a", "b", "c"], ["x, y", "say \"so\"", ""], ["", "", ""], ["last", "1", "2"],
      ])
    #expect(found.map(\.row) == [1, 2, 4, 5])
    #expect(found.allSatisfy { $0.problem == nil })
  }

  @Test func `a quotation mark that nobody closed spoils its own row alone`() {
    let found = records("1,\"O'Brien,x\n2,b,c\n3,\"b\"d,c\n4,e,f\n")
    #expect(found.map { $0.problem == nil } == [false, true, false, true])
    #expect(found[1].cells == ["2", "b", "c"])
  }

  @Test func `a quoted cell goes on over a line end where a whole file is at hand`() {
    let text = "1,\"two\nlines\",x\n2,\"never closed\n3,b,c\n"
    var found: [(cells: [String], isWrong: Bool)] = []
    Array(text.utf8).withUnsafeBufferPointer { bytes in
      var scanner = RowScanner(bytes, breaksLinesInQuotes: true)
      var rows = 0
      while scanner.next(rows: &rows) {
        found.append(((0..<scanner.count).map { scanner.text($0) }, scanner.problem != nil))
      }
    }
    #expect(found.map(\.isWrong) == [false, true, false])
    #expect(found[0].cells == ["1", "two\nlines", "x"])
    #expect(found[2].cells == ["3", "b", "c"])
  }

  @Test func `reads what the other reader of CSV reads`() {
    var draws = SeededDraws(seed: 11)
    let parts = ["a", "b,", "\"", "", "é", "x y", "12"]
    for _ in 0..<300 {
      let cells = (0..<draws.whole(1...5)).map { _ in
        (0..<draws.below(4)).map { _ in draws.pick(parts) }.joined()
      }
      let line = CSVRecords.line(cells)
      guard line != "\n" else { continue }
      #expect(records(line).first?.cells == cells, "\(line)")
    }
  }

  @Test func `never fails on any bytes`() {
    var draws = SeededDraws(seed: 12)
    for _ in 0..<500 {
      let bytes = (0..<draws.below(60)).map { _ in
        draws.pick([UInt8(ascii: "\""), 44, 10, 13, 65, 0xC3, 0])
      }
      bytes.withUnsafeBufferPointer { buffer in
        var scanner = RowScanner(buffer)
        var rows = 0
        while scanner.next(rows: &rows) {
          for cell in 0..<scanner.count { _ = scanner.text(cell) }
          _ = scanner.isText
        }
        #expect(
          rows == bytes.split(separator: 10, omittingEmptySubsequences: false).count
            - (bytes.last == 10 || bytes.isEmpty ? 1 : 0))
      }
    }
  }
}
