// SPDX-License-Identifier: Apache-2.0

import Foundation
import PlanPackage

/// The file of rows that could not be used, which stays with the provider.
///
/// It holds rows as they were sent, so only its owner can read it, and it is never inside the
/// pseudonymised folder. There is no file when every row could be used.
final class Quarantine {
  let path: String
  private var file: StreamedFile?

  init(_ path: String) { self.path = path }

  func add(_ rows: [(row: Int, reason: String, line: String)], from name: String) throws {
    guard !rows.isEmpty else { return }
    let file: StreamedFile
    if let open = self.file {
      file = open
    } else {
      file = try StreamedFile(path + ".part", isForOwnerAlone: true)
      try file.write(Array("file,row,reason,line\n".utf8))
      self.file = file
    }
    for row in rows {
      try file.write(
        Array(CSVRecords.line([name, String(row.row), row.reason, row.line]).utf8))
    }
  }

  func putInPlace() throws {
    guard let file else {
      try? FileManager.default.removeItem(atPath: path)
      return
    }
    try file.close()
    guard rename(file.path, path) == 0 else {
      throw FileError(path: path, reason: String(cString: strerror(errno)))
    }
  }

  func discard() {
    if let file { try? FileManager.default.removeItem(atPath: file.path) }
  }
}
