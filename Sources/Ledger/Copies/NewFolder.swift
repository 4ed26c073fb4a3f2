// SPDX-License-Identifier: Apache-2.0

import Foundation

/// A folder that is written beside its place and renamed into it when it is whole, so that nobody
/// ever finds half of it.
struct NewFolder {
  let place: String
  let work: String

  /// Begins a folder whose place must be free.
  init(_ place: String) throws(LedgerError) {
    var trimmed = place
    while trimmed.count > 1, trimmed.hasSuffix("/") { trimmed.removeLast() }
    self.place = trimmed
    work = trimmed + ".part-" + RandomID.make().prefix(8)
    do {
      try FileManager.default.createDirectory(
        atPath: work, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    } catch {
      throw LedgerError.of(error, file: work)
    }
  }

  /// Fills the folder and puts it into its place; what is half done is taken away.
  func fill<Value>(_ body: (_ work: String) throws -> Value) throws(LedgerError) -> Value {
    do {
      let value = try body(work)
      for name in try FileManager.default.contentsOfDirectory(atPath: work) {
        try NewFolder.flush(work + "/" + name)
      }
      try NewFolder.flush(work)
      try NewFolder.rename(work, to: place)
      return value
    } catch {
      try? FileManager.default.removeItem(atPath: work)
      throw LedgerError.of(error, file: place)
    }
  }

  /// Renames a folder, and sees to it that the new name is on disk.
  static func rename(_ old: String, to new: String) throws(LedgerError) {
    guard Foundation.rename(old, new) == 0 else { throw .ofNumber(errno, file: new) }
    let parent = (new as NSString).deletingLastPathComponent
    try flush(parent.isEmpty ? "." : parent)
  }

  /// Waits until a file or folder is on disk.
  static func flush(_ path: String) throws(LedgerError) {
    let descriptor = open(path, O_RDONLY)
    guard descriptor >= 0 else { throw .ofNumber(errno, file: path) }
    defer { close(descriptor) }
    guard fsync(descriptor) == 0 else { throw .ofNumber(errno, file: path) }
  }

  /// Whether there is a folder with something in it, or a file.
  static func isTaken(_ path: String) -> Bool {
    guard FileManager.default.fileExists(atPath: path) else { return false }
    return (try? FileManager.default.contentsOfDirectory(atPath: path))?.isEmpty != true
  }
}
