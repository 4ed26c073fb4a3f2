// SPDX-License-Identifier: Apache-2.0

package import Foundation

/// Files of the shared data folder, where there is one; tests that need it are skipped elsewhere.
package enum SharedData {
  /// Why a test was skipped.
  package static let absence: String = "there is no shared data folder beside this checkout"

  /// The folder: named by WEALD_SHARED, or a folder `shared` beside one that holds this file.
  package static let folder: URL? = {
    let named = ProcessInfo.processInfo.environment["WEALD_SHARED"].map { URL(filePath: $0) }
    var candidates = [named].compactMap { $0 }
    var folder = URL(filePath: #filePath)
    while folder.path.count > 1 {
      folder.deleteLastPathComponent()
      candidates.append(folder.appending(path: "shared"))
    }
    return candidates.first {
      FileManager.default.fileExists(atPath: $0.appending(path: "data/stroke").path)
    }
  }()

  /// Whether there is a folder.
  package static var isThere: Bool { folder != nil }

  /// Whether its packed files can be unpacked.
  package static let canUnpack =
    isThere && FileManager.default.isExecutableFile(atPath: "/usr/bin/xz")

  /// The cells of a file of comma-separated values, the header first; quotes may hold commas.
  package static func rows(_ path: String) throws -> [[String]] {
    records(String(decoding: try Data(contentsOf: file(path)), as: UTF8.self))
  }

  /// The rows under the header, each by the names of its columns.
  package static func table(_ path: String) throws -> [[String: String]] {
    let rows = try rows(path)
    return rows.dropFirst().map { row in
      Dictionary(zip(rows[0], row), uniquingKeysWith: { first, _ in first })
    }
  }

  /// The rows of a file that is packed with xz.
  package static func unpackedRows(_ path: String) throws -> [[String]] {
    records(String(decoding: try unpacked(path), as: UTF8.self))
  }

  /// The content of a file that is packed with xz.
  package static func unpacked(_ path: String) throws -> Data {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/xz")
    process.arguments = ["-dc", try file(path).path]
    let pipe = Pipe()
    process.standardOutput = pipe
    try process.run()
    let data = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return data
  }

  private static func file(_ path: String) throws -> URL {
    guard let folder else { throw CocoaError(.fileNoSuchFile) }
    return folder.appending(path: "data/" + path)
  }

  private static func records(_ text: String) -> [[String]] {
    text.split(whereSeparator: \.isNewline).map(cells)
  }

  private static func cells(_ line: Substring) -> [String] {
    var cells: [[UInt8]] = [[]]
    var isQuoted = false
    for byte in line.utf8 {
      switch byte {
      case UInt8(ascii: "\""): isQuoted.toggle()
      case UInt8(ascii: ",") where !isQuoted: cells.append([])
      default: cells[cells.count - 1].append(byte)
      }
    }
    return cells.map { String(decoding: $0, as: UTF8.self) }
  }
}
