// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import PlanPackage

/// Writes the schema and a blank template of each table.
struct Schema: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Write the schema and a documented blank template of each table.")

  @Argument(help: "The folder to write to; without it, the guide is printed.")
  var folder: String?

  func validate() throws { try requirePath(folder, "FOLDER") }

  func run() throws {
    try Terminal.run {
      guard let folder else {
        Terminal.write(Array(SchemaWriter.guide().utf8))
        return
      }
      let files = try SchemaWriter.files()
      for file in files { try AtomicFile.write(file.bytes, to: folder + "/" + file.path) }
      Terminal.say("Wrote \(files.count) files to \(folder).")
    }
  }
}
