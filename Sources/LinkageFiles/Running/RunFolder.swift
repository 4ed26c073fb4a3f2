// SPDX-License-Identifier: Apache-2.0

import Foundation
import Linkage
import PlanPackage

/// A folder that holds the finished parts of a run, so that an interrupted one can go on.
///
/// It holds a model, row numbers and weights; no value of a record.
public struct RunFolder {
  private let path: String

  /// The folder of a run of these records with these settings; what another run left there is removed.
  ///
  /// - Throws: `FileError` when nothing can be written there.
  init(_ path: String, fingerprint: UInt64) throws {
    self.path = path
    let mark = path + "/run"
    let text = String(fingerprint, radix: 16)
    if (try? String(contentsOfFile: mark, encoding: .utf8)) == text { return }
    Self.empty(path)
    try AtomicFile.write(text, to: mark)
  }

  /// Removes the finished parts, and the folder if nothing else is in it.
  public static func empty(_ path: String) {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []
    for name in names where name == "run" || name == "model.json" || name.hasSuffix(".pairs") {
      try? FileManager.default.removeItem(atPath: path + "/" + name)
    }
    if (try? FileManager.default.contentsOfDirectory(atPath: path))?.isEmpty == true {
      try? FileManager.default.removeItem(atPath: path)
    }
  }

  /// The trained model, where training was finished.
  var model: LinkageModelFile? {
    guard let data = FileManager.default.contents(atPath: path + "/model.json") else { return nil }
    return try? LinkageModelFile.read(data, file: path)
  }

  /// Keeps the trained model.
  func keep(_ model: LinkageModelFile) throws {
    try AtomicFile.write(model.bytes(), to: path + "/model.json")
  }

  /// The pairs of a rule, where it was finished.
  func pairs(rule: Int) -> ScoredPairs? {
    guard let data = FileManager.default.contents(atPath: file(rule)), data.count % 17 == 0 else {
      return nil
    }
    let count = data.count / 17
    return data.withUnsafeBytes { bytes in
      func numbers<Number>(_ start: Int, _ type: Number.Type) -> [Number] {
        (0..<count).map {
          bytes.loadUnaligned(fromByteOffset: start + $0 * MemoryLayout<Number>.size, as: type)
        }
      }
      return ScoredPairs(
        left: numbers(0, Int32.self), right: numbers(4 * count, Int32.self),
        weight: numbers(8 * count, Double.self), rule: numbers(16 * count, UInt8.self))
    }
  }

  /// Keeps the pairs of a rule.
  func keep(_ pairs: ScoredPairs, rule: Int) throws {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(pairs.count * 17)
    pairs.left.withUnsafeBytes { bytes += $0 }
    pairs.right.withUnsafeBytes { bytes += $0 }
    pairs.weight.withUnsafeBytes { bytes += $0 }
    bytes += pairs.rule
    try AtomicFile.write(bytes, to: file(rule))
  }

  private func file(_ rule: Int) -> String { path + "/rule-\(rule + 1).pairs" }

  /// A number that other records or other settings do not have, but for one chance in 2^64 (FNV-1a).
  static func fingerprint(_ table: RecordTable, _ settings: [String]) -> UInt64 {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    func add(_ value: UInt64) { hash = (hash ^ value) &* 0x0100_0000_01B3 }
    for text in settings { for byte in text.utf8 { add(UInt64(byte)) } }
    for source in table.sources { add(UInt64(source)) }
    for column in table.columns {
      for byte in column.name.utf8 { add(UInt64(byte)) }
      for byte in column.bytes { add(UInt64(byte)) }
      for code in column.codes { add(UInt64(UInt32(bitPattern: code))) }
    }
    return hash
  }
}
