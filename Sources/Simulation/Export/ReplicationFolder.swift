// SPDX-License-Identifier: Apache-2.0

import Foundation
public import PlanPackage

/// A folder in which finished replications are kept: a part of a study, or all of it.
///
/// `stamp.json` says what they are of. Each file beside it holds some replications, a line of JSON each,
/// and appears whole or not at all, so that a run that was ended by force has lost only what it had not
/// written.
public struct ReplicationFolder: Sendable {
  /// The folder.
  public let path: String
  /// What the replications are of.
  public let stamp: FlowStamp
  /// Where the plan was when they were made.
  public let planFolder: String
  /// The finished replications in the order of their numbers.
  public private(set) var finished: [NumberedResult]

  private struct Manifest: Codable {
    let weald: FlowStamp
    let planFolder: String
  }

  private static let manifestName = "stamp.json"
  private static let prefix = "replications-"

  /// Begins a folder.
  ///
  /// - Throws: `FileError` when there is a file, or a folder with anything in it, of that name, and when
  ///   it cannot be written.
  public init(creating path: String, stamp: FlowStamp, planFolder: String) throws(FileError) {
    let contents = try? FileManager.default.contentsOfDirectory(atPath: path)
    if FileManager.default.fileExists(atPath: path), contents?.isEmpty != true {
      let isOurs = contents?.contains(Self.manifestName) == true
      throw FileError(
        path: path,
        reason: isOurs
          ? "replications are there already; continue them with --resume, or give a new folder"
          : "something else is there; give a new folder or an empty one")
    }
    let absolute = URL(fileURLWithPath: planFolder).standardizedFileURL.path
    let manifest = Manifest(weald: stamp, planFolder: absolute)
    do {
      try AtomicFile.write(try JSONEncoder.readable(manifest), to: path + "/" + Self.manifestName)
    } catch let error as FileError {
      throw error
    } catch {
      throw FileError(path: path, reason: "\(error)")
    }
    self.path = path
    self.stamp = stamp
    self.planFolder = absolute
    finished = []
  }

  /// Opens a folder that was begun.
  ///
  /// - Throws: `PlanError` with the file and the line of whatever was changed, cut short or is there
  ///   twice.
  public init(opening path: String) throws(PlanError) {
    guard let data = FileManager.default.contents(atPath: path + "/" + Self.manifestName),
      let manifest = try? JSONDecoder().decode(Manifest.self, from: data)
    else {
      throw PlanError([
        Violation(
          file: path, found: "no replications",
          expected: "a folder that weald simulate --out wrote", advice: "Check the folder.")
      ])
    }
    let files = ((try? FileManager.default.contentsOfDirectory(atPath: path)) ?? [])
      .filter { $0.hasPrefix(Self.prefix) && $0.hasSuffix(".jsonl") }.sorted()
    var found: [NumberedResult] = []
    for file in files { found += try Self.read(path + "/" + file) }
    found.sort { $0.number < $1.number }
    if let twice = zip(found, found.dropFirst()).first(where: { $0.number == $1.number })?.0 {
      throw PlanError([
        Violation(
          file: path, found: "replication \(twice.number) twice", expected: "each one once",
          advice: "Delete one of its files.")
      ])
    }
    self.path = path
    stamp = manifest.weald
    planFolder = manifest.planFolder
    finished = found.filter { manifest.weald.numbers.contains($0.number) }
  }

  /// Keeps some more replications.
  ///
  /// - Throws: `FileError` when they cannot be written.
  public mutating func add(_ results: [NumberedResult]) throws(FileError) {
    guard let first = results.first, let last = results.last else { return }
    let name =
      Self.prefix + Self.padded(first.number) + "-" + Self.padded(last.number) + ".jsonl"
    var bytes: [UInt8] = []
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys]
    for result in results {
      guard let line = try? encoder.encode(result) else {
        throw FileError(path: path + "/" + name, reason: "a result is no number")
      }
      bytes += line
      bytes.append(UInt8(ascii: "\n"))
    }
    try AtomicFile.write(bytes, to: path + "/" + name)
    finished = (finished + results).sorted { $0.number < $1.number }
  }

  private static func padded(_ number: Int) -> String {
    let digits = "\(number)"
    return String(repeating: "0", count: max(0, 7 - digits.count)) + digits
  }

  private static func read(_ file: String) throws(PlanError) -> [NumberedResult] {
    let data = FileManager.default.contents(atPath: file) ?? Data()
    let decoder = JSONDecoder()
    var found: [NumberedResult] = []
    for (row, line) in data.split(separator: UInt8(ascii: "\n")).enumerated() {
      guard let result = try? decoder.decode(NumberedResult.self, from: line) else {
        throw PlanError([
          Violation(
            file: file, row: row + 1, found: "no replication",
            expected: "a line of JSON for each replication",
            advice: "The file was changed or cut short: delete it and go on with --resume.")
        ])
      }
      found.append(result)
    }
    return found
  }
}
