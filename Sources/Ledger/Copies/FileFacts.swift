// SPDX-License-Identifier: Apache-2.0

import Crypto
import Foundation

/// What a file in a backup or an export is known by.
public struct FileFacts: Sendable, Hashable, Codable {
  /// Its name in the folder.
  public let name: String
  /// Its size.
  public let bytes: Int
  /// SHA-256 of it, in lower-case hexadecimal.
  public let sha256: String

  /// The facts of a file as it is, read a piece at a time.
  init(folder: String, name: String) throws(LedgerError) {
    let path = folder + "/" + name
    guard let handle = FileHandle(forReadingAtPath: path) else {
      throw .unavailable(file: path, reason: "no such file, or no right to read it")
    }
    defer { try? handle.close() }
    var hash = SHA256()
    var count = 0
    do {
      while let piece = try handle.read(upToCount: 1 << 20), !piece.isEmpty {
        hash.update(data: piece)
        count += piece.count
      }
    } catch {
      throw LedgerError.of(error, file: path)
    }
    self.name = name
    bytes = count
    sha256 = hash.finalize().hexadecimal
  }
}
