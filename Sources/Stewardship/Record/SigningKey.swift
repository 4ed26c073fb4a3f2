// SPDX-License-Identifier: Apache-2.0

import Crypto
import Foundation

/// The key with which runs are signed: Ed25519 (Bernstein and others, 2011; RFC 8032).
public struct RunSigningKey: Sendable {
  private static let title = "weald signing key 1"
  let key: Curve25519.Signing.PrivateKey

  /// The public half, 64 hexadecimal digits, which anybody may have.
  public var publicKey: String { hexadecimal(key.publicKey.rawRepresentation) }

  /// Where the key is when none is named: in the user's configuration folder.
  public static var usualPath: String {
    let environment = ProcessInfo.processInfo.environment
    if let folder = environment["XDG_CONFIG_HOME"], !folder.isEmpty {
      return folder + "/weald/signing-key"
    }
    return (environment["HOME"] ?? NSHomeDirectory()) + "/.config/weald/signing-key"
  }

  /// Reads the key of a file, or makes one there that only its owner can read.
  ///
  /// - Throws: `SigningKeyError` when the file is no key, others can read it, or none can be made.
  public static func readOrMake(_ path: String) throws(SigningKeyError) -> RunSigningKey {
    guard FileManager.default.fileExists(atPath: path) else { return try make(path) }
    guard let data = FileManager.default.contents(atPath: path) else {
      throw SigningKeyError(path: path, reason: "it cannot be read")
    }
    let attributes = try? FileManager.default.attributesOfItem(atPath: path)
    let mode = attributes?[.posixPermissions] as? Int ?? 0o777
    guard mode & 0o077 == 0 else {
      throw SigningKeyError(
        path: path, reason: "others than its owner can read it; run chmod 600 on it, or remove it")
    }
    let lines = String(decoding: data, as: UTF8.self).split(separator: "\n")
    guard lines.count == 2, lines[0] == title, let bytes = bytes(hexadecimal: lines[1]),
      let key = try? Curve25519.Signing.PrivateKey(rawRepresentation: bytes)
    else { throw SigningKeyError(path: path, reason: "it is not a signing key of weald") }
    return RunSigningKey(key: key)
  }

  private static func make(_ path: String) throws(SigningKeyError) -> RunSigningKey {
    let key = Curve25519.Signing.PrivateKey()
    let text = title + "\n" + hexadecimal(key.rawRepresentation) + "\n"
    let folder = (path as NSString).deletingLastPathComponent
    if !folder.isEmpty {
      try? FileManager.default.createDirectory(
        atPath: folder, withIntermediateDirectories: true,
        attributes: [.posixPermissions: 0o700])
    }
    let descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL, 0o600)
    guard descriptor >= 0 else {
      throw SigningKeyError(path: path, reason: String(cString: strerror(errno)))
    }
    defer { close(descriptor) }
    let bytes = Array(text.utf8)
    guard write(descriptor, bytes, bytes.count) == bytes.count, fsync(descriptor) == 0 else {
      unlink(path)
      throw SigningKeyError(path: path, reason: String(cString: strerror(errno)))
    }
    return RunSigningKey(key: key)
  }
}

/// A signing key that cannot be used.
public struct SigningKeyError: Error, Hashable, Sendable, CustomStringConvertible {
  /// The file.
  public let path: String
  /// Why.
  public let reason: String

  /// The failure in words for its user.
  public var description: String {
    "\(path): no run can be signed with this key (\(reason)). Nothing was done. Name another key "
      + "with --signing-key."
  }
}
