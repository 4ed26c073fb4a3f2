// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Foundation
import Ledger
import PlanPackage

/// Writes what happened as a data package.
struct Export: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Write what happened to a new folder, as a data package without personal texts.",
    discussion: """
      People are in it by random ids, so it is pseudonymous and not anonymous. Anybody can recompute \
      the chain from its table.
      """)

  @OptionGroup var data: DataArgument
  @Argument(help: "The folder to make.")
  var folder: String
  @OptionGroup var date: AsOfOption

  func validate() throws {
    try data.validate()
    try requirePath(folder, "FOLDER")
    try date.validate()
  }

  func run() throws {
    try Terminal.run {
      let ledger = try Ledger(file: data.ledgerFile)
      let count = try ledger.export(to: folder, asOf: date.time) { done in
        if done % 100_000 == 0 { Terminal.say("\(done) entries") }
      }
      Terminal.say(
        "Wrote " + Terminal.counted(count, "entry", "entries") + " to \(folder)/entries.csv.")
    }
  }
}
