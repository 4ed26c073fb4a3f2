// SPDX-License-Identifier: Apache-2.0

public import Foundation

/// Files that only their owner may read, and that are never written over.
public enum SecretFile {
  /// Makes a file with mode 0600.
  ///
  /// - Throws: `KeyError` when there is a file already, or it cannot be written.
  public static func make(_ bytes: [UInt8], at path: String) throws(KeyError) {
    let descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL, 0o600)
    guard descriptor >= 0 else {
      let isThere = errno == EEXIST
      throw KeyError(
        file: path,
        reason: isThere
          ? "there is a file of this name, and a key is never written over another"
          : String(cString: strerror(errno)))
    }
    defer { close(descriptor) }
    guard write(descriptor, bytes, bytes.count) == bytes.count, fsync(descriptor) == 0 else {
      unlink(path)
      throw KeyError(file: path, reason: String(cString: strerror(errno)))
    }
  }

  /// The bytes of a file that others than its owner cannot read.
  ///
  /// - Throws: `KeyError` when it is not there, or others can read it.
  public static func read(_ path: String) throws(KeyError) -> Data {
    guard let data = FileManager.default.contents(atPath: path) else {
      throw KeyError(file: path, reason: "no such file, or one that cannot be read")
    }
    let attributes = try? FileManager.default.attributesOfItem(atPath: path)
    let mode = attributes?[.posixPermissions] as? Int ?? 0o777
    guard mode & 0o077 == 0 else {
      throw KeyError(
        file: path, reason: "others than its owner can read it; run chmod 600 on it")
    }
    return data
  }
}
