// SPDX-License-Identifier: Apache-2.0

import Foundation
public import PlanPackage

/// What a log of runs holds when all of it is good.
public struct RunLogSummary: Codable, Hashable, Sendable {
  /// How many runs it has.
  public let runs: Int
  /// How many of them were refused.
  public let refused: Int
  /// How many were not checked against a register.
  public let unchecked: Int
  /// The public keys that signed, in the order in which they first did.
  public let keys: [String]
  /// The digest of the last line, to be kept elsewhere: it shows later that no line was cut off.
  public let last: String
}

extension RunLog {
  /// Checks the chain and every signature.
  ///
  /// - Parameters:
  ///   - key: The public key that must have signed every line; nil accepts any.
  ///   - last: The digest that the log had at an earlier time and must still contain.
  /// - Returns: What the log holds.
  /// - Throws: `Violation` that names the first line that fails.
  public func verify(signedBy key: String? = nil, containing last: String? = nil)
    throws(Violation) -> RunLogSummary
  {
    guard let data = FileManager.default.contents(atPath: path) else {
      throw Violation(
        file: path, found: "no such file, or one that cannot be read", expected: "a log of runs",
        advice: "Check the path.")
    }
    var check = RunLogCheck(file: path, requiredKey: key)
    guard data.isEmpty || data.last == UInt8(ascii: "\n") else {
      throw check.problem("a last line that does not end", "whole lines")
    }
    for line in data.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
      .dropLast()
    {
      try check.take(Array(line))
    }
    if let last, !check.digests.contains(last) {
      throw Violation(
        file: path, found: "no line with the digest \(last)", expected: "the line that had it",
        advice: "Lines have been cut off the end, or it is another log.")
    }
    return check.summary
  }
}

/// Goes through a log line by line.
private struct RunLogCheck {
  let file: String
  let requiredKey: String?
  private(set) var digests: Set<String> = []
  private var entries: [RunEntry] = []
  private var previous = RunLog.origin

  init(file: String, requiredKey: String?) {
    self.file = file
    self.requiredKey = requiredKey
  }

  mutating func take(_ line: [UInt8]) throws(Violation) {
    guard let signed = SignedLine(line) else {
      throw problem("what is not a signed run", "a signature, a space and JSON")
    }
    guard signed.isSigned else {
      throw problem("a signature that does not fit", "the signature of these very bytes")
    }
    if let requiredKey, requiredKey != signed.entry.key {
      throw problem("the key \(signed.entry.key)", "the key \(requiredKey)")
    }
    guard signed.entry.previous == previous, signed.entry.number == entries.count + 1 else {
      throw problem(
        "run \(signed.entry.number), which does not follow the line before",
        "run \(entries.count + 1), bound to the line before")
    }
    previous = SignedLine.digest(line)
    digests.insert(previous)
    entries.append(signed.entry)
  }

  func problem(_ found: String, _ expected: String) -> Violation {
    Violation(
      file: file, row: entries.count + 1, found: found, expected: expected,
      advice: "The log has been changed from this line on; the lines above it are good.")
  }

  var summary: RunLogSummary {
    var keys: [String] = []
    for entry in entries where !keys.contains(entry.key) { keys.append(entry.key) }
    return RunLogSummary(
      runs: entries.count, refused: entries.count { $0.outcome == .refused },
      unchecked: entries.count { !$0.checked }, keys: keys, last: previous)
  }
}
