// SPDX-License-Identifier: Apache-2.0

import Crypto
import CryptoExtras
public import Foundation

/// A key on disk, locked with a passphrase.
///
/// The label is readable; the secret is sealed with ChaCha20-Poly1305 (RFC 8439) under a key that
/// scrypt (RFC 7914) makes of the passphrase. The seal covers the label too.
public struct KeyFile: Codable, Hashable, Sendable {
  /// How much work and memory one guess of a passphrase costs.
  public struct Work: Codable, Hashable, Sendable {
    /// N of RFC 7914, a power of two.
    public let rounds: Int
    /// r of RFC 7914.
    public let blockSize: Int
    /// p of RFC 7914.
    public let parallelism: Int

    /// N = 2^15, r = 8, p = 4: 32 MB and four passes.
    public static let usual = Work(rounds: 1 << 15, blockSize: 8, parallelism: 4)

    /// An amount of work.
    public init(rounds: Int, blockSize: Int, parallelism: Int) {
      self.rounds = rounds
      self.blockSize = blockSize
      self.parallelism = parallelism
    }

    /// A file must not make a reader spend gigabytes or minutes.
    var isBearable: Bool {
      rounds >= 2 && rounds <= 1 << 17 && rounds & (rounds - 1) == 0
        && (1...16).contains(blockSize) && (1...16).contains(parallelism)
        && rounds * blockSize * 128 <= 1 << 28
    }
  }

  private static let format = "weald pseudonymisation key 1"
  private let format: String
  /// What anybody may know of the key.
  public let label: PseudonymKey.Label
  /// What sites compare.
  public let check: String
  /// What a guess costs.
  public let scrypt: Work
  private let salt: String
  private let sealed: String

  private init(
    label: PseudonymKey.Label, check: String, scrypt: Work, salt: String, sealed: String
  ) {
    format = KeyFile.format
    self.label = label
    self.check = check
    self.scrypt = scrypt
    self.salt = salt
    self.sealed = sealed
  }

  /// Locks a key.
  ///
  /// - Throws: `KeyError` when the passphrase is shorter than 12 characters.
  public init(_ key: PseudonymKey, passphrase: String, work: Work = .usual) throws(KeyError) {
    guard passphrase.count >= 12 else {
      throw KeyError(file: nil, reason: "a passphrase has 12 characters or more")
    }
    var generator = SystemRandomNumberGenerator()
    let salt = (0..<16).map { _ in UInt8.random(in: .min ... .max, using: &generator) }
    let open = KeyFile(
      label: key.label, check: key.checkValue, scrypt: work, salt: Hexadecimal.text(salt),
      sealed: "")
    do {
      let box = try ChaChaPoly.seal(
        key.secret.withUnsafeBytes { Data($0) }, using: open.lock(passphrase),
        authenticating: open.authenticated())
      self.init(
        label: open.label, check: open.check, scrypt: work, salt: open.salt,
        sealed: Hexadecimal.text(box.combined))
    } catch { throw KeyError(file: nil, reason: "the key cannot be locked: \(error)") }
  }

  /// Reads a file without opening its secret.
  ///
  /// - Throws: `KeyError` when it is not a key file.
  public static func read(_ data: Data, file: String) throws(KeyError) -> KeyFile {
    guard let read = try? JSONDecoder().decode(KeyFile.self, from: data), read.format == format,
      read.scrypt.isBearable
    else { throw KeyError(file: file, reason: "this is not a key file of weald") }
    return read
  }

  /// Opens the secret.
  ///
  /// - Throws: `KeyError` when the passphrase is wrong or any part of the file was changed.
  public func open(passphrase: String, file: String) throws(KeyError) -> PseudonymKey {
    do {
      guard let bytes = Hexadecimal.bytes(sealed) else { throw CryptoKitError.incorrectKeySize }
      let secret = try ChaChaPoly.open(
        ChaChaPoly.SealedBox(combined: Data(bytes)), using: lock(passphrase),
        authenticating: authenticated())
      let key = PseudonymKey(label: label, secret: SymmetricKey(data: secret))
      guard key.checkValue == check, secret.count == 32 else {
        throw CryptoKitError.authenticationFailure
      }
      return key
    } catch {
      throw KeyError(
        file: file, reason: "the passphrase is wrong, or the file was changed")
    }
  }

  /// The file's bytes.
  ///
  /// - Throws: `KeyError`, which a file that was made does not cause.
  public func bytes() throws(KeyError) -> [UInt8] {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .prettyPrinted, .withoutEscapingSlashes]
    do { return try Array(encoder.encode(self)) + [UInt8(ascii: "\n")] } catch {
      throw KeyError(file: nil, reason: "the key cannot be written: \(error)")
    }
  }

  private func lock(_ passphrase: String) throws -> SymmetricKey {
    try KDF.Scrypt.deriveKey(
      from: Array(passphrase.precomposedStringWithCanonicalMapping.utf8),
      salt: Array(salt.utf8), outputByteCount: 32, rounds: scrypt.rounds,
      blockSize: scrypt.blockSize, parallelism: scrypt.parallelism)
  }

  /// Everything that can be read, with the sealed part left out.
  private func authenticated() throws -> Data {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return try encoder.encode(
      KeyFile(label: label, check: check, scrypt: scrypt, salt: salt, sealed: ""))
  }
}
