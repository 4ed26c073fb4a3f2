// SPDX-License-Identifier: Apache-2.0

import Foundation
public import PlanPackage

/// Writes a paper to a folder: HTML for people, a workbook for its tables, JSON for programs.
public struct PaperFiles: Sendable {
  private let folder: String

  /// A folder, which is made when there is none; other files in it stay.
  ///
  /// - Throws: `FileError` when there is a file of that name.
  public init(folder: String) throws(FileError) {
    var isFolder: ObjCBool = false
    if FileManager.default.fileExists(atPath: folder, isDirectory: &isFolder), !isFolder.boolValue {
      throw FileError(path: folder, reason: "there is a file of that name; give a folder")
    }
    self.folder = folder
  }

  /// Writes the files of a paper under a name without an ending.
  ///
  /// Whoever interrupts it finds each file as it was or as it is to be, never half.
  /// - Returns: the paths, in the order in which they were written.
  /// - Throws: `FileError`, `WorkbookError`, `EncodingError`.
  @discardableResult
  public func write(_ paper: Paper, as name: String) throws -> [String] {
    let path = folder + "/" + name
    try AtomicFile.write(PaperHTML(paper).file(), to: path + ".html")
    try PaperWorkbook(paper).write(toPath: path + ".xlsx")
    try AtomicFile.write(try PaperDocument(paper).bytes(), to: path + ".json")
    return [path + ".html", path + ".xlsx", path + ".json"]
  }
}
