// SPDX-License-Identifier: Apache-2.0

import Foundation
import PlanPackage

/// Files of records, alone or in a folder, and the columns that tell by their headers what they hold.
public struct RecordSources: Sendable {
  /// The files in the order of their names.
  public let files: [String]
  /// The headers that all of them have, in the order of the first.
  public let headers: [String]
  /// The file `truth.csv` beside them, where there is one.
  public let truth: String?

  /// Finds the files: those named, or those of a folder or of its folder `sources`.
  ///
  /// - Throws: `PlanError` when there is none.
  public init(_ paths: [String]) throws {
    var files: [String] = []
    var truth: String?
    for path in paths {
      guard Self.isFolder(path) else {
        files.append(path)
        continue
      }
      let inner = Self.isFolder(path + "/sources") ? path + "/sources" : path
      let names = (try? FileManager.default.contentsOfDirectory(atPath: inner)) ?? []
      files += names.filter { $0.hasSuffix(".csv") && $0 != "truth.csv" }.sorted()
        .map { inner + "/" + $0 }
      let beside = path + "/truth.csv"
      if FileManager.default.fileExists(atPath: beside) { truth = beside }
    }
    guard !files.isEmpty else {
      throw PlanError([
        Violation(
          file: paths.joined(separator: ", "), found: "no file of records",
          expected: "CSV files, or a folder with a folder sources of them",
          advice: "Give the files themselves.")
      ])
    }
    self.files = files
    self.truth = truth
    var common: [String]?
    for file in files {
      let headers = try Self.headers(of: file)
      common = common.map { $0.filter(headers.contains) } ?? headers
    }
    headers = common ?? []
  }

  /// The fields that the headers name, as in the files of `weald synthesise --people` and
  /// `weald pseudonymise`; columns named after kinds of fields count as well.
  public var recognised: [RecordField] {
    let tokens = TokenModel.kinds.filter { headers.contains($0.header) }
    if tokens.contains(where: { $0.kind == .token }) {
      return tokens.map { RecordField(kind: $0.kind, header: $0.header, name: $0.header) }
    }
    let unused: Set<FieldKind> = [.token, .encoding, .property, .category, .text]
    return RecordField.named(
      headers.compactMap { header in
        FieldKind(rawValue: header).flatMap { unused.contains($0) ? nil : ($0, header) }
      })
  }

  /// Columns of groups that error rates are stated for.
  public var groups: [String] {
    ["age-band", "ethnicity", "deprivation"].filter(headers.contains)
  }

  private static func isFolder(_ path: String) -> Bool {
    var isDirectory: ObjCBool = false
    return FileManager.default.fileExists(atPath: path, isDirectory: &isDirectory)
      && isDirectory.boolValue
  }

  private static func headers(of path: String) throws -> [String] {
    guard let handle = FileHandle(forReadingAtPath: path) else {
      throw PlanError([
        Violation(
          file: path, found: "no such file, or one that cannot be read", expected: "a CSV file",
          advice: "Check the path and its permissions.")
      ])
    }
    defer { try? handle.close() }
    let start = (try? handle.read(upToCount: 65_536)) ?? Data()
    let line = start.prefix { $0 != 0x0A && $0 != 0x0D }
    let records = CSVRecords(bytes: Array(line), file: path).records
    return (records.first?.cells ?? []).map { $0.trimmingCharacters(in: .whitespaces) }
  }
}
