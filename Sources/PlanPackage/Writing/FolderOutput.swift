// SPDX-License-Identifier: Apache-2.0

import Foundation

/// A folder of generated files that appears whole or not at all.
///
/// Files go to a neighbour of the folder, which then takes its place. A folder that is there
/// already is replaced only when an earlier run made it, so that nobody's own files are lost.
public struct FolderOutput: Sendable {
  private let folder: String
  private let neighbour: String
  private let isForOwnerAlone: Bool

  /// Begins a folder.
  ///
  /// - Parameters:
  ///   - path: The folder.
  ///   - marker: The hidden file that says what made the folder; only a folder with it is replaced.
  ///   - isForOwnerAlone: Whether nobody else may read the folder (mode 0700, its files 0600).
  /// - Throws: `FileError` when there is a file, or a folder with other files, of that name.
  public init(
    _ path: String, marker: String = ".weald-site", isForOwnerAlone: Bool = false
  ) throws(FileError) {
    let folder = URL(fileURLWithPath: path).standardizedFileURL.path
    let contents = try? FileManager.default.contentsOfDirectory(atPath: folder)
    let isFree = contents == nil && !FileManager.default.fileExists(atPath: folder)
    guard isFree || contents?.isEmpty == true || contents?.contains(marker) == true else {
      throw FileError(
        path: path, reason: "something else is there; give a new folder or an empty one")
    }
    self.folder = folder
    self.isForOwnerAlone = isForOwnerAlone
    neighbour = folder + ".part-\(ProcessInfo.processInfo.processIdentifier)"
    abandon()
    let file = try open(marker)
    try file.write(Array("Made by weald. Replaced whole each time.\n".utf8))
    try file.close()
  }

  /// Writes a file of the folder; a failure takes the unfinished folder away.
  public func write(_ bytes: [UInt8], to name: String) throws(FileError) {
    do {
      let file = try open(name)
      try file.write(bytes)
      try file.close()
    } catch {
      abandon()
      throw error
    }
  }

  /// Writes a text file of the folder; a failure takes the unfinished folder away.
  public func write(_ text: String, to name: String) throws(FileError) {
    try write(Array(text.utf8), to: name)
  }

  /// Opens a file that is too big to be held in memory; folders on the way to it are made.
  public func open(_ name: String) throws(FileError) -> StreamedFile {
    let path = path(name)
    let parent = (path as NSString).deletingLastPathComponent
    do {
      try FileManager.default.createDirectory(
        atPath: parent, withIntermediateDirectories: true,
        attributes: isForOwnerAlone ? [.posixPermissions: 0o700] : nil)
    } catch { throw FileError(path: parent, reason: error.localizedDescription) }
    return try StreamedFile(path, isForOwnerAlone: isForOwnerAlone)
  }

  /// Where a file of the folder is written until the folder is in its place.
  public func path(_ name: String) -> String { neighbour + "/" + name }

  /// Takes an unfinished folder away.
  public func abandon() { try? FileManager.default.removeItem(atPath: neighbour) }

  /// Puts the finished folder in its place.
  public func putInPlace() throws(FileError) {
    let old = folder + ".old-\(ProcessInfo.processInfo.processIdentifier)"
    let wasThere = rename(folder, old) == 0
    guard rename(neighbour, folder) == 0 else {
      let reason = String(cString: strerror(errno))
      if wasThere { rename(old, folder) }
      abandon()
      throw FileError(path: folder, reason: reason)
    }
    if wasThere { try? FileManager.default.removeItem(atPath: old) }
  }
}
