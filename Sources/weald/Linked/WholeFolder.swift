// SPDX-License-Identifier: Apache-2.0

import Foundation
import PlanPackage

/// A folder that appears whole or not at all, and whose files are too big to be held in memory.
///
/// Files are written to a neighbour of the folder, which then takes its place. A folder that is there
/// already is replaced only when an earlier run of the same command made it.
struct WholeFolder {
  private let folder: String
  private let neighbour: String

  /// Begins a folder whose hidden file of a name says what made it.
  ///
  /// - Throws: `FileError` when something else is in the way, or nothing can be written there.
  init(_ path: String, marker: String) throws(FileError) {
    let folder = URL(fileURLWithPath: path).standardizedFileURL.path
    let contents = try? FileManager.default.contentsOfDirectory(atPath: folder)
    let isFree = contents == nil && !FileManager.default.fileExists(atPath: folder)
    guard isFree || contents?.isEmpty == true || contents?.contains(marker) == true else {
      throw FileError(
        path: path, reason: "something else is there; give a new folder or an empty one")
    }
    self.folder = folder
    neighbour = folder + ".part-\(ProcessInfo.processInfo.processIdentifier)"
    abandon()
    try write("Made by weald. Replaced whole each time.\n", to: marker)
  }

  /// Where a file of the folder is written until the folder is in its place.
  func path(_ name: String) -> String { neighbour + "/" + name }

  /// Writes a small file.
  func write(_ text: String, to name: String) throws(FileError) {
    try AtomicFile.write(text, to: path(name))
  }

  /// Opens a big file; folders on the way to it are made.
  func open(_ name: String) throws(FileError) -> StreamedFile {
    let parent = (path(name) as NSString).deletingLastPathComponent
    do {
      try FileManager.default.createDirectory(atPath: parent, withIntermediateDirectories: true)
    } catch { throw FileError(path: parent, reason: error.localizedDescription) }
    return try StreamedFile(path(name))
  }

  /// Takes an unfinished folder away.
  func abandon() { try? FileManager.default.removeItem(atPath: neighbour) }

  /// Puts the finished folder in its place.
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

/// A file that is written piece by piece.
struct StreamedFile {
  private let path: String
  private let handle: FileHandle

  init(_ path: String) throws(FileError) {
    self.path = path
    guard FileManager.default.createFile(atPath: path, contents: nil),
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
