// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Foundation
import Ledger
import PlanPackage

/// Puts a backup into the place of a data folder.
struct Restore: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Verify a backup and put it into the place of a data folder.",
    discussion: """
      A folder with something in it is left alone, unless --replace is given; then it is kept beside \
      the new one. Stop the program that uses it first. What was erased after the backup was made is \
      there again: erase it again.
      """)

  @Argument(help: "The folder that weald backup made.")
  var backup: String
  @OptionGroup var data: DataArgument
  @Flag(help: "Move aside what is in the data folder.")
  var replace = false

  func validate() throws {
    try requirePath(backup, "BACKUP")
    try data.validate()
  }

  func run() throws {
    try Terminal.run {
      let outcome = try DataFolder.restore(from: backup, to: data.data, replacing: replace)
      if let kept = outcome.kept { Terminal.say("What was there before is in \(kept).") }
      Terminal.print("anchor \(outcome.manifest.anchor)")
      Terminal.say(
        "Restored \(data.data) as it was on \(outcome.manifest.time.formatted(.iso8601)).")
    }
  }
}
