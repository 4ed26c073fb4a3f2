// SPDX-License-Identifier: Apache-2.0

import Foundation

/// Writes files so that whoever interrupts it finds the old file or the new one, never half.
public enum AtomicFile {
  /// Replaces a file's content, making its folder if there is none.
  ///
  /// The bytes go to a neighbour in the same folder, which is then renamed over the file: a
  /// rename within a file system is atomic (POSIX.1-2017, rename).
  /// - Throws: `FileError` naming the path when the folder is read-only or full.
  public static func write(_ bytes: [UInt8], to path: String) throws(FileError) {
    let folder = (path as NSString).deletingLastPathComponent
    let neighbour = path + ".part-\(ProcessInfo.processInfo.processIdentifier)"
    do {
      if !folder.isEmpty {
        try FileManager.default.createDirectory(
          atPath: folder, withIntermediateDirectories: true)
      }
      try Data(bytes).write(to: URL(fileURLWithPath: neighbour))
    } catch {
      try? FileManager.default.removeItem(atPath: neighbour)
      throw FileError(path: path, reason: reason(error))
    }
    guard rename(neighbour, path) == 0 else {
      let reason = String(cString: strerror(errno))
      try? FileManager.default.removeItem(atPath: neighbour)
      throw FileError(path: path, reason: reason)
    }
  }

  /// Replaces a file's content with text.
  public static func write(_ text: String, to path: String) throws(FileError) {
    try write(Array(text.utf8), to: path)
  }

  private static func reason(_ error: any Error) -> String {
    let cocoa = error as NSError
    guard let posix = cocoa.userInfo[NSUnderlyingErrorKey] as? NSError else {
      return cocoa.localizedDescription
    }
    return posix.localizedDescription
  }
}

/// A file that could not be written.
public struct FileError: Error, Hashable, Sendable, CustomStringConvertible {
  /// The file.
  public let path: String
  /// Why, in words.
  public let reason: String

  /// Describes a failure to write.
  public init(path: String, reason: String) {
    self.path = path
    self.reason = reason
  }

  /// The failure in words for its user.
  public var description: String {
    "\(path): cannot be written (\(reason)). This file was not changed. Check the folder's permissions "
      + "and free space."
  }
}
