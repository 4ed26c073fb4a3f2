// SPDX-License-Identifier: Apache-2.0

import Foundation

/// The files of a plan on disk.
enum PlanFolder {
  private static let endings = [".csv", ".yaml", ".yml", ".md"]

  /// The tables, settings and pages of a folder, in order of path.
  ///
  /// - Throws: `PlanError` when the folder or one of its files cannot be read.
  static func files(in path: String) throws(PlanError) -> [PlanFile] {
    let folder = path.isEmpty ? path : URL(fileURLWithPath: path).resolvingSymlinksInPath().path
    var isDirectory: ObjCBool = false
    guard FileManager.default.fileExists(atPath: folder, isDirectory: &isDirectory) else {
      throw PlanError([problem(folder, "no such folder")])
    }
    guard isDirectory.boolValue else { throw PlanError([problem(folder, "a file")]) }
    guard let paths = try? FileManager.default.subpathsOfDirectory(atPath: folder) else {
      throw PlanError([problem(folder, "a folder that cannot be read")])
    }
    var files: [PlanFile] = []
    var violations: [Violation] = []
    for path in paths.sorted() where isPlanFile(path) {
      guard let data = FileManager.default.contents(atPath: folder + "/" + path) else {
        violations.append(
          Violation(
            file: path, found: "a file that cannot be read", expected: "a readable file",
            advice: "Check its permissions."))
        continue
      }
      files.append(PlanFile(path: path, bytes: Array(data)))
    }
    guard violations.isEmpty else { throw PlanError(violations) }
    return files
  }

  private static func isPlanFile(_ path: String) -> Bool {
    guard endings.contains(where: path.hasSuffix) else { return false }
    return !path.split(separator: "/").contains { $0.hasPrefix(".") }
  }

  private static func problem(_ folder: String, _ found: String) -> Violation {
    Violation(
      file: folder, found: found, expected: "a plan folder",
      advice: "Give the path of a folder with plan.yaml in it, or make one: weald new FOLDER.")
  }
}
