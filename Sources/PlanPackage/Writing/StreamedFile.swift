// SPDX-License-Identifier: Apache-2.0

import Foundation

/// A file that is written piece by piece.
public struct StreamedFile: Sendable {
  /// The file.
  public let path: String
  private let handle: FileHandle

  /// Makes an empty file, or empties one.
  ///
  /// - Parameters:
  ///   - path: The file.
  ///   - isForOwnerAlone: Whether nobody else may read it (mode 0600).
  /// - Throws: `FileError` when it cannot be made.
  public init(_ path: String, isForOwnerAlone: Bool = false) throws(FileError) {
    self.path = path
    guard
      FileManager.default.createFile(
        atPath: path, contents: nil,
        attributes: isForOwnerAlone ? [.posixPermissions: 0o600] : nil),
      let handle = FileHandle(forWritingAtPath: path)
    else { throw FileError(path: path, reason: String(cString: strerror(errno))) }
    self.handle = handle
  }

  /// Adds bytes to the end.
  public func write(_ bytes: [UInt8]) throws(FileError) {
    do { try handle.write(contentsOf: bytes) } catch {
      throw FileError(path: path, reason: error.localizedDescription)
    }
  }

  /// Ends the file.
  public func close() throws(FileError) {
    do { try handle.close() } catch {
      throw FileError(path: path, reason: error.localizedDescription)
    }
  }
}
