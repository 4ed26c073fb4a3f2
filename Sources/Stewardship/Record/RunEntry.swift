// SPDX-License-Identifier: Apache-2.0

import Foundation

/// What a log says of one run.
public struct RunEntry: Codable, Hashable, Sendable {
  /// How a run ended.
  public enum Outcome: String, Codable, Sendable {
    /// It did what it was asked.
    case finished
    /// Its agreement did not cover it.
    case refused
  }

  /// Counts from 1 within a log.
  public internal(set) var number = 0
  /// When it ended, in Universal Time.
  public let time: String
  /// The program and its version.
  public let program: String
  /// The command, such as "link".
  public let command: String
  /// How it ended.
  public let outcome: Outcome
  /// Whether it was checked against a register.
  public let checked: Bool
  /// The agreement that it relied on.
  public let agreement: String?
  /// The clauses that stood against it.
  public let clauses: [String]
  /// What it was for.
  public let purposes: [String]
  /// Who was to be given the result.
  public let recipient: String?
  /// The datasets that it read.
  public let datasets: [String]
  /// SHA-256 of what was read, by path.
  public internal(set) var inputs: [String: String] = [:]
  /// SHA-256 of what was written, by path.
  public internal(set) var outputs: [String: String] = [:]
  /// Counts that the command gives; never an identifier.
  public internal(set) var counts: [String: Int] = [:]
  /// SHA-256 of the line before, or zeros.
  public internal(set) var previous = ""
  /// The public key that signs.
  public internal(set) var key = ""

  /// The bytes that are signed: JSON with sorted keys and no white space.
  func canonical() throws -> [UInt8] {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return try Array(encoder.encode(self))
  }
}
