// SPDX-License-Identifier: Apache-2.0

import Crypto
import Foundation

/// A file of signed lines, each bound to the one before.
///
/// A line is the signature (128 hexadecimal digits), a space and the entry as JSON.
public struct RunLog: Sendable {
  static let origin = String(repeating: "0", count: 64)
  /// The file.
  public let path: String

  /// A log in a file, which need not be there yet.
  public init(_ path: String) { self.path = path }

  /// Makes sure that a line can be added, before the work begins whose line it will be.
  ///
  /// - Throws: `RunLogError`.
  func check() throws(RunLogError) {
    _ = try lastLine()
    let folder = (path as NSString).deletingLastPathComponent
    let isThere = FileManager.default.fileExists(atPath: path)
    let isFolderThere = folder.isEmpty || FileManager.default.fileExists(atPath: folder)
    guard
      isThere
        ? FileManager.default.isWritableFile(atPath: path)
        : !isFolderThere
          || FileManager.default.isWritableFile(atPath: folder.isEmpty ? "." : folder)
    else { throw error("it may not be written") }
  }

  /// Adds a line.
  ///
  /// Two programs that write at once wait for each other.
  /// - Throws: `RunLogError` when the file cannot be written, or its end is not a line of a log.
  func append(_ entry: RunEntry, signedBy key: RunSigningKey) throws(RunLogError) {
    let folder = (path as NSString).deletingLastPathComponent
    if !folder.isEmpty {
      try? FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    }
    let descriptor = open(path, O_RDWR | O_CREAT | O_APPEND, 0o600)
    guard descriptor >= 0 else { throw error(String(cString: strerror(errno))) }
    defer { close(descriptor) }
    guard flock(descriptor, LOCK_EX) == 0 else { throw error(String(cString: strerror(errno))) }
    let last = try lastLine()
    var entry = entry
    entry.number = last.number + 1
    entry.previous = last.digest
    entry.key = key.publicKey
    let line: [UInt8]
    do { line = try SignedLine.make(entry, key) } catch { throw self.error("\(error)") }
    guard write(descriptor, line, line.count) == line.count, fsync(descriptor) == 0 else {
      throw error(String(cString: strerror(errno)))
    }
  }

  private func lastLine() throws(RunLogError) -> (number: Int, digest: String) {
    guard let data = FileManager.default.contents(atPath: path), !data.isEmpty else {
      return (0, RunLog.origin)
    }
    guard data.last == UInt8(ascii: "\n"),
      let line = data.dropLast().split(separator: UInt8(ascii: "\n")).last,
      let signed = SignedLine(Array(line))
    else { throw error("its last line is not one of a log of runs") }
    return (signed.entry.number, SignedLine.digest(Array(line)))
  }

  private func error(_ reason: String) -> RunLogError { RunLogError(path: path, reason: reason) }
}

/// A log that cannot be written.
public struct RunLogError: Error, Hashable, Sendable, CustomStringConvertible {
  /// The file.
  public let path: String
  /// Why.
  public let reason: String

  /// The failure in words for its user.
  public var description: String {
    "\(path): this run could not be written to the log (\(reason)). Name another with --log."
  }
}

/// One line of a log.
struct SignedLine {
  let entry: RunEntry
  let signature: [UInt8]
  let signedBytes: [UInt8]

  init?(_ line: [UInt8]) {
    guard line.count > 129, line[128] == UInt8(ascii: " "),
      let signature = bytes(hexadecimal: String(decoding: line[..<128], as: UTF8.self)),
      let entry = try? JSONDecoder().decode(RunEntry.self, from: Data(line[129...]))
    else { return nil }
    self.entry = entry
    self.signature = signature
    signedBytes = Array(line[129...])
  }

  /// Whether the key that the entry names has signed exactly these bytes.
  var isSigned: Bool {
    guard let key = bytes(hexadecimal: entry.key),
      let publicKey = try? Curve25519.Signing.PublicKey(rawRepresentation: key)
    else { return false }
    return publicKey.isValidSignature(signature, for: signedBytes)
  }

  static func make(_ entry: RunEntry, _ key: RunSigningKey) throws -> [UInt8] {
    let content = try entry.canonical()
    let signature = try key.key.signature(for: content)
    return Array(hexadecimal(signature).utf8) + [UInt8(ascii: " ")] + content
      + [UInt8(ascii: "\n")]
  }

  static func digest(_ line: [UInt8]) -> String { hexadecimal(SHA256.hash(data: line)) }
}
