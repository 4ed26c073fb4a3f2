// SPDX-License-Identifier: Apache-2.0

import Dispatch
import PlanPackage
import Synchronization
import RecordFiles

/// What became of a piece of a file.
struct PieceResult: Sendable {
  /// What is written.
  var output: [UInt8] = []
  /// Lines of the piece.
  var rows = 0
  /// Records that were written.
  var kept = 0
  /// Of those, the ones with letters beyond the plain ones, in good UTF-8.
  var accented = 0
  /// Rows that could not be used: by line of the piece, why, and what stood there.
  var quarantined: [(row: Int, reason: String, line: String)] = []
  /// Records that were left out because of an objection.
  var optedOut: [String] = []
  /// A part of the token of each record, to find doubles with.
  var identities: [UInt64] = []
  /// The same of each NHS number.
  var numbers: [UInt64] = []
}

extension PieceResult {
  /// Hands out the rows of a piece; a row for which `use` gives a problem is set aside with it.
  mutating func take(
    rowsOf piece: [UInt8], _ use: (RowScanner, inout PieceResult) -> String?
  ) {
    piece.withUnsafeBufferPointer { bytes in
      var scanner = RowScanner(bytes)
      while scanner.next(rows: &rows) {
        if let problem = use(scanner, &self) {
          quarantined.append((rows, problem, scanner.wholeLine))
        }
      }
    }
  }
}

/// Something that turns pieces of a file into pieces of another.
protocol PieceWorker: Sendable {
  func process(_ piece: [UInt8]) -> PieceResult
}

/// Hands the pieces of a file to workers, a round at a time, and takes results in their order.
struct PieceStream {
  let workers: [any PieceWorker]

  func run(
    _ reader: LinePieces, _ take: (PieceResult) throws -> Void
  ) throws {
    while true {
      var pieces: [[UInt8]] = []
      while pieces.count < workers.count, let piece = try reader.next() { pieces.append(piece) }
      guard !pieces.isEmpty else { return }
      for result in results(pieces) { try take(result) }
    }
  }

  private func results(_ pieces: [[UInt8]]) -> [PieceResult] {
    let found = Mutex([PieceResult?](repeating: nil, count: pieces.count))
    DispatchQueue.concurrentPerform(iterations: pieces.count) { index in
      let result = workers[index].process(pieces[index])
      found.withLock { $0[index] = result }
    }
    return found.withLock { $0 }.compactMap { $0 }
  }
}
