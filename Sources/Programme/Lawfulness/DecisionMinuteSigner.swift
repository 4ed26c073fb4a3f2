// SPDX-License-Identifier: Apache-2.0

import Crypto
import Foundation

/// The key with which the minutes of a data folder are signed.
///
/// It is a file of its own beside the ledger that only its owner can read. Backups and exports copy
/// files that they name, and it is not among them: whoever has a copy can check minutes and cannot
/// make one. The public key is in every minute and on its page.
public struct DecisionMinuteSigner: Sendable {
  /// The name of the file.
  public static let fileName = "minute-signing.key"
  private let key: Curve25519.Signing.PrivateKey

  /// The key of a folder; it is made when there is none.
  ///
  /// - Throws: `DecisionMinuteFault` when the file cannot be made or read, holds no key, or can be
  ///   read by others.
  public init(folder: String) throws(DecisionMinuteFault) {
    let path = folder + "/" + DecisionMinuteSigner.fileName
    if let existing = try DecisionMinuteSigner.existing(path) {
      key = existing
    } else {
      key = try DecisionMinuteSigner.made(path)
    }
  }

  /// The public key, in base64.
  public var publicKey: String { key.publicKey.rawRepresentation.base64EncodedString() }

  /// The signature of some bytes, in base64 (Ed25519, RFC 8032).
  ///
  /// - Throws: `DecisionMinuteFault`.
  public func signature(of bytes: [UInt8]) throws(DecisionMinuteFault) -> String {
    do { return try key.signature(for: Data(bytes)).base64EncodedString() } catch {
      throw DecisionMinuteFault("The minute could not be signed: \(error).")
    }
  }

  /// Whether a signature in base64 is that of some bytes by a public key in base64.
  public static func isValid(_ signature: String, of bytes: [UInt8], by publicKey: String) -> Bool {
    guard let raw = Data(base64Encoded: publicKey), let value = Data(base64Encoded: signature),
      let key = try? Curve25519.Signing.PublicKey(rawRepresentation: raw)
    else { return false }
    return key.isValidSignature(value, for: Data(bytes))
  }

  private static func existing(
    _ path: String
  ) throws(DecisionMinuteFault) -> Curve25519.Signing.PrivateKey? {
    guard FileManager.default.fileExists(atPath: path) else { return nil }
    let attributes = try? FileManager.default.attributesOfItem(atPath: path)
    let mode = (attributes?[.posixPermissions] as? NSNumber)?.intValue ?? 0o777
    guard mode & 0o077 == 0 else {
      throw DecisionMinuteFault(
        "\(path) can be read by others. Make it readable by its owner only (chmod 600), and think "
          + "of replacing it: somebody may have a copy of the key.")
    }
    let text = FileManager.default.contents(atPath: path).map {
      String(decoding: $0, as: UTF8.self)
    }
    guard let raw = text.flatMap({ Data(base64Encoded: $0.filter { !$0.isWhitespace }) }),
      let key = try? Curve25519.Signing.PrivateKey(rawRepresentation: raw)
    else {
      throw DecisionMinuteFault(
        "\(path) holds no key: 32 bytes in base64 were expected. Move the file away; a new key is "
          + "then made, and minutes that are signed already stay valid.")
    }
    return key
  }

  /// Makes a key; when another program was quicker, its key is taken.
  private static func made(
    _ path: String
  ) throws(DecisionMinuteFault) -> Curve25519.Signing.PrivateKey {
    let key = Curve25519.Signing.PrivateKey()
    let text = key.rawRepresentation.base64EncodedString() + "\n"
    let descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL, 0o600)
    if descriptor < 0 {
      if errno == EEXIST, let other = try existing(path) { return other }
      throw DecisionMinuteFault("\(path) cannot be made: \(String(cString: strerror(errno))).")
    }
    let handle = FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
    do {
      try handle.write(contentsOf: Data(text.utf8))
      try handle.synchronize()
    } catch {
      throw DecisionMinuteFault("\(path) cannot be written: \(error).")
    }
    return key
  }
}

/// What is wrong with a minute or with its key.
public struct DecisionMinuteFault: Error, Sendable, Equatable, CustomStringConvertible {
  /// What was found, and what to do.
  public let description: String

  /// A fault in plain words.
  public init(_ description: String) { self.description = description }
}
