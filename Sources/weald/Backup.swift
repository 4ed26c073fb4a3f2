// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Foundation
import Ledger
import PlanPackage

/// Copies a data folder while it is in use.
struct Backup: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Copy the data folder to a new folder, while it is in use, and verify the copy.",
    discussion: """
      A backup holds personal data, also what is erased later. Keep it as safe as the data folder, \
      and delete it in time.
      """)

  @OptionGroup var data: DataArgument
  @Argument(help: "The folder to make.")
  var backup: String
  @OptionGroup var output: JSONFlag

  func validate() throws {
    try data.validate()
    try requirePath(backup, "BACKUP")
  }

  func run() throws {
    try Terminal.run {
      _ = try data.ledgerFile
      let folder = try DataFolder(path: data.data)
      let manifest = try folder.backup(to: backup) { file, done, total in
        if done == total { Terminal.say("\(file): \(total) pages") }
      }
      if output.json {
        Terminal.write(try JSONEncoder.readable(manifest))
      } else {
        Terminal.print("anchor \(manifest.anchor)")
      }
      Terminal.say(
        "Made and verified \(backup), with "
          + Terminal.counted(Int(manifest.anchor.sequence), "entry", "entries") + ".")
    }
  }
}
