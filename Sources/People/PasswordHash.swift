// SPDX-License-Identifier: Apache-2.0

import Crypto
import CryptoExtras
import Foundation

/// What is kept of a password: an scrypt key (Percival and Josefsson, RFC 7914) with its salt and
/// the parameters with which it was made.
struct PasswordHash: Codable, Sendable, Equatable {
  /// How much work and memory one guess costs.
  struct Parameters: Codable, Sendable, Equatable {
    /// N of RFC 7914, a power of two.
    let rounds: Int
    /// r of RFC 7914.
    let blockSize: Int
    /// p of RFC 7914.
    let parallelism: Int

    /// N = 2^15, r = 8, p = 3: 32 MB and three passes.
    static let current = Parameters(rounds: 1 << 15, blockSize: 8, parallelism: 3)

    /// Passes over memory, with which the cost of a guess grows.
    private var work: Int { rounds * blockSize * parallelism }

    func isWeaker(than other: Parameters) -> Bool {
      work < other.work || rounds * blockSize < other.rounds * other.blockSize
    }
  }

  let parameters: Parameters
  let salt: [UInt8]
  let key: [UInt8]

  /// Makes the hash of a password under a new random salt.
  init(_ password: String, parameters: Parameters) throws(PeopleError) {
    var generator = SystemRandomNumberGenerator()
    salt = (0..<16).map { _ in UInt8.random(in: .min ... .max, using: &generator) }
    self.parameters = parameters
    key = try PasswordHash.derive(
      PasswordRules.bytes(password), salt: salt, length: 32, parameters)
  }

  /// Whether a password is the one of this hash; takes the same time whatever is wrong with it.
  func matches(_ password: String) throws(PeopleError) -> Bool {
    ConstantTime.areEqual(
      try PasswordHash.derive(
        PasswordRules.bytes(password), salt: salt, length: key.count, parameters), key)
  }

  /// The key of scrypt.
  static func derive(
    _ password: [UInt8], salt: [UInt8], length: Int, _ parameters: Parameters
  ) throws(PeopleError) -> [UInt8] {
    do {
      let key = try KDF.Scrypt.deriveKey(
        from: password, salt: salt, outputByteCount: length, rounds: parameters.rounds,
        blockSize: parameters.blockSize, parallelism: parameters.parallelism)
      return key.withUnsafeBytes { Array($0) }
    } catch {
      throw .failed("the password cannot be worked out: \(error)")
    }
  }
}

/// Comparison that does not tell by its time where two values differ.
public enum ConstantTime {
  /// Whether two lists of bytes are the same.
  public static func areEqual(_ one: [UInt8], _ other: [UInt8]) -> Bool {
    guard one.count == other.count else { return false }
    var difference: UInt8 = 0
    for (left, right) in zip(one, other) { difference |= left ^ right }
    return difference == 0
  }

  /// Whether two texts are the same, byte for byte.
  public static func areEqual(_ one: String, _ other: String) -> Bool {
    areEqual(Array(one.utf8), Array(other.utf8))
  }
}
