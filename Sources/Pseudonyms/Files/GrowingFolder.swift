// SPDX-License-Identifier: Apache-2.0

import Foundation
import PlanPackage

/// A folder of large files that appears whole or not at all, for its owner alone.
///
/// Files grow in a neighbour of the folder, which then takes its place. A folder that is there
/// already is replaced only when an earlier run made it.
struct GrowingFolder {
  private static let marker = ".weald-pseudonyms"
  private let folder: String
  private let neighbour: String

  init(_ path: String) throws(FileError) {
    let folder = URL(fileURLWithPath: path).standardizedFileURL.path
    let contents = try? FileManager.default.contentsOfDirectory(atPath: folder)
    let isFree = contents == nil && !FileManager.default.fileExists(atPath: folder)
    guard isFree || contents?.isEmpty == true || contents?.contains(Self.marker) == true else {
      throw FileError(
        path: path, reason: "something else is there; give a new folder or an empty one")
    }
    self.folder = folder
    neighbour = folder + ".part-\(ProcessInfo.processInfo.processIdentifier)"
    try? FileManager.default.removeItem(atPath: neighbour)
    do {
      try FileManager.default.createDirectory(
        atPath: neighbour, withIntermediateDirectories: true,
        attributes: [.posixPermissions: 0o700])
    } catch { throw FileError(path: path, reason: error.localizedDescription) }
    try write(Array("Made by weald. Replaced whole each time.\n".utf8), to: Self.marker)
  }

  /// Begins a file.
  func file(_ name: String) throws(FileError) -> GrowingFile {
    let path = neighbour + "/" + name
    let parent = (path as NSString).deletingLastPathComponent
    do {
      try FileManager.default.createDirectory(
        atPath: parent, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    } catch { throw FileError(path: path, reason: error.localizedDescription) }
    return try GrowingFile(path)
  }

  /// Writes a small file.
  func write(_ bytes: [UInt8], to name: String) throws(FileError) {
    let file = try file(name)
    try file.write(bytes)
    try file.close()
  }

  /// Takes everything away again.
  func discard() { try? FileManager.default.removeItem(atPath: neighbour) }

  func putInPlace() throws(FileError) {
    let old = folder + ".old-\(ProcessInfo.processInfo.processIdentifier)"
    let wasThere = rename(folder, old) == 0
    guard rename(neighbour, folder) == 0 else {
      let reason = String(cString: strerror(errno))
      if wasThere { rename(old, folder) }
      throw FileError(path: folder, reason: reason)
    }
    if wasThere { try? FileManager.default.removeItem(atPath: old) }
  }
}

/// A file that is written piece by piece and that only its owner may read.
struct GrowingFile {
  let path: String
  private let handle: FileHandle

  init(_ path: String) throws(FileError) {
    self.path = path
    guard
      FileManager.default.createFile(
        atPath: path, contents: nil, attributes: [.posixPermissions: 0o600]),
      let handle = FileHandle(forWritingAtPath: path)
    else { throw FileError(path: path, reason: String(cString: strerror(errno))) }
    self.handle = handle
  }

  func write(_ bytes: [UInt8]) throws(FileError) {
    do { try handle.write(contentsOf: bytes) } catch {
      throw FileError(path: path, reason: error.localizedDescription)
    }
  }

  func close() throws(FileError) {
    do { try handle.close() } catch {
      throw FileError(path: path, reason: error.localizedDescription)
    }
  }
}
