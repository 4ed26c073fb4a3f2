// SPDX-License-Identifier: Apache-2.0

import Foundation
import Ledger

/// Appends without end from many tasks, and says on standard output what was acknowledged.
enum Writing {
  /// Each line is the sequence number, the token and the id of the text beside the chain.
  static func run(folder: String, tasks: Int, run: String) async throws {
    let ledger = try Ledger(file: folder + "/ledger.sqlite")
    try await withThrowingTaskGroup(of: Void.self) { group in
      for worker in 0..<tasks {
        group.addTask { try await work(ledger, worker: worker, run: run) }
      }
      try await group.waitForAll()
    }
  }

  private static func work(_ ledger: Ledger, worker: Int, run: String) async throws {
    var number = 0
    while true {
      let token = "\(run)-\(worker)-\(number)"
      let content = Content("text of \(token)", kind: "load")
      let receipt = try await ledger.append(
        LoadEvent.written(worker: worker, number: number, text: content.reference),
        subject: "worker-\(worker)", by: .program, token: token, contents: [content])
      say("\(receipt.entry.sequence) \(token) \(content.id)\n")
      number += 1
    }
  }

  /// One call of the system a line, so that a line is there whole or not at all.
  private static func say(_ line: String) {
    let bytes = Array(line.utf8)
    let count = bytes.withUnsafeBytes { write(1, $0.baseAddress, $0.count) }
    if count != bytes.count { exit(1) }
  }
}
