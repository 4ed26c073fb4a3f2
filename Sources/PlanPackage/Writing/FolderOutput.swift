// SPDX-License-Identifier: Apache-2.0

import Foundation

/// A folder of generated files that appears whole or not at all.
///
/// Files go to a neighbour of the folder, which then takes its place. A folder that is there
/// already is replaced only when an earlier run made it, so that nobody's own files are lost.
public struct FolderOutput: Sendable {
  private static let marker = ".weald-site"
  private let folder: String
  private let neighbour: String

  /// Begins a folder.
  ///
  /// - Throws: `FileError` when there is a file, or a folder with other files, of that name.
  public init(_ path: String) throws(FileError) {
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
    try AtomicFile.write(
      "Made by weald. Replaced whole each time.\n", to: neighbour + "/" + Self.marker)
  }

  /// Writes a file of the folder; a failure takes the unfinished folder away.
  public func write(_ bytes: [UInt8], to name: String) throws(FileError) {
    do {
      try AtomicFile.write(bytes, to: neighbour + "/" + name)
    } catch {
      try? FileManager.default.removeItem(atPath: neighbour)
      throw error
    }
  }

  /// Puts the finished folder in its place.
  public func putInPlace() throws(FileError) {
    let old = folder + ".old-\(ProcessInfo.processInfo.processIdentifier)"
    let wasThere = rename(folder, old) == 0
    guard rename(neighbour, folder) == 0 else {
      let reason = String(cString: strerror(errno))
      if wasThere { rename(old, folder) }
      try? FileManager.default.removeItem(atPath: neighbour)
      throw FileError(path: folder, reason: reason)
    }
    if wasThere { try? FileManager.default.removeItem(atPath: old) }
  }
}
