// SPDX-License-Identifier: Apache-2.0

import Crypto
import Foundation

/// SHA-256 of what is on disk.
enum FileDigest {
  private static let pieceLength = 1 << 20

  /// The digest of a file, or of a folder; nil when it cannot be read.
  ///
  /// A folder's is that of the lines `digest  ./path`, sorted by path, one for each file in it:
  /// what `find . -type f | LC_ALL=C sort | xargs -d '\n' sha256sum | sha256sum` prints there.
  static func of(_ path: String) -> String? {
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else { return nil }
    return isFolder.boolValue ? folder(path) : file(path)
  }

  private static func folder(_ path: String) -> String? {
    guard let names = FileManager.default.enumerator(atPath: path) else { return nil }
    var files: [String] = []
    for case let name as String in names {
      var isFolder: ObjCBool = false
      let isThere = FileManager.default.fileExists(
        atPath: path + "/" + name, isDirectory: &isFolder)
      if isThere, !isFolder.boolValue { files.append("./" + name) }
    }
    files.sort { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    var whole = SHA256()
    for name in files {
      guard let digest = file(path + "/" + name) else { return nil }
      whole.update(data: Array("\(digest)  \(name)\n".utf8))
    }
    return hexadecimal(whole.finalize())
  }

  private static func file(_ path: String) -> String? {
    guard let handle = FileHandle(forReadingAtPath: path) else { return nil }
    defer { try? handle.close() }
    var digest = SHA256()
    do {
      while let piece = try handle.read(upToCount: pieceLength), !piece.isEmpty {
        digest.update(data: piece)
      }
    } catch { return nil }
    return hexadecimal(digest.finalize())
  }
}
