// SPDX-License-Identifier: Apache-2.0

import Foundation
import Identifiers
import PlanPackage
import RecordFiles

/// A file with the digests of the OpenPseudonymiser specification in place of some columns.
public struct CompatibleDigests: Sendable {
  private let digests: OpenPseudonymiser
  private let columns: [String]
  private let numberColumn: String?
  private let kept: [String]
  private let optOuts: OptOutList

  /// What a digest is made of, and what is kept beside it.
  ///
  /// - Throws: `KeyError` when programs disagree on the order of the columns.
  public init(
    salt: String, columns: [String], numberColumn: String?, kept: [String],
    optOuts: OptOutList = OptOutList()
  ) throws(KeyError) {
    digests = try OpenPseudonymiser(salt: salt)
    let order = try OpenPseudonymiser.order(columns)
    self.columns = order.map { columns[$0] }
    self.numberColumn = numberColumn
    self.kept = kept
    self.optOuts = optOuts
  }

  /// Writes the file: `Digest`, the columns that are kept, and `validNHS`, which is 1 for a number
  /// that can be right, 0 for another, and -1 where no column was checked.
  ///
  /// - Returns: What was found in the file.
  /// - Throws: `PlanError` when it cannot be read; `FileError` when something cannot be written.
  public func write(_ input: String, to path: String, quarantine quarantinePath: String) throws
    -> SourceQuality
  {
    let reader = try LinePieces(input)
    let positions = try position(reader.header, input)
    let quarantine = Quarantine(quarantinePath)
    let file = try StreamedFile(path + ".part", isForOwnerAlone: true)
    do {
      try file.write(Array(CSVRecords.line(["Digest"] + kept + ["validNHS"]).utf8))
      var quality = SourceQuality(source: (input as NSString).lastPathComponent)
      let workers = (0..<ProcessInfo.processInfo.activeProcessorCount).map { _ in
        DigestWorker(
          digests: digests, header: reader.header, positions: positions,
          numberColumn: numberColumn.flatMap(reader.header.firstIndex),
          kept: kept.compactMap(reader.header.firstIndex), left: optOuts.numbers(for: "gp"))
      }
      try PieceStream(workers: workers).run(reader) { result in
        try file.write(result.output)
        try quality.take(result, input, quarantine)
      }
      try file.close()
      try quarantine.putInPlace()
      guard rename(file.path, path) == 0 else {
        throw FileError(path: path, reason: String(cString: strerror(errno)))
      }
      return quality
    } catch {
      try? FileManager.default.removeItem(atPath: file.path)
      quarantine.discard()
      throw error
    }
  }

  private func position(_ header: [String], _ file: String) throws(PlanError) -> [Int] {
    let missing = (columns + kept + [numberColumn].compactMap { $0 }).filter {
      !header.contains($0)
    }
    guard missing.isEmpty else {
      throw PlanError(
        missing.map {
          Violation(
            file: file, row: 1, column: $0, found: "no such column",
            expected: header.joined(separator: ", "), advice: "Give the name as the file has it.")
        })
    }
    return columns.compactMap(header.firstIndex)
  }
}

/// Makes the digests of the rows of a piece.
private struct DigestWorker: PieceWorker {
  let digests: OpenPseudonymiser
  let header: [String]
  let positions: [Int]
  let numberColumn: Int?
  let kept: [Int]
  let left: Set<UInt64>

  func process(_ piece: [UInt8]) -> PieceResult {
    var result = PieceResult()
    result.take(rowsOf: piece) { scanner, result in
      if let problem = scanner.problem(cells: header.count) { return problem }
      write(scanner, &result)
      return nil
    }
    return result
  }

  private func write(_ scanner: RowScanner, _ result: inout PieceResult) {
    var isValid = "-1"
    if let numberColumn {
      let number = NHSNumber(scanner.text(numberColumn))
      if let number, left.contains(UInt64(number.text) ?? 0) {
        return result.optedOut.append("")
      }
      isValid = number == nil ? "0" : "1"
    }
    let values = positions.map { position in
      let text = scanner.text(position)
      return position == numberColumn ? text.filter { $0.isASCII && $0.isNumber } : text
    }
    let cells =
      [digests.digest(inOrder: values)] + kept.map { scanner.text($0) } + [isValid]
    result.output += Array(CSVRecords.line(cells).utf8)
    result.kept += 1
  }
}
