// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Foundation
import PlanPackage
import Stewardship

/// The log of runs.
struct RunsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "runs", abstract: "Check the signed log of what was done with records of people.",
    subcommands: [VerifyRuns.self])
}

/// Checks a log of runs.
struct VerifyRuns: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify", abstract: "Check the chain and every signature of a log of runs.",
    discussion: """
      Names the first line that fails. A log whose end was cut off looks whole: keep the digest \
      that this command prints in another place, and give it next time with --contains. Whoever \
      has the signing key can write a new log: compare the public key with one that you know.
      """)

  @Argument(help: "The log.", completion: .file())
  var logFile: String
  @Option(help: "The public key that must have signed every line.")
  var key: String?
  @Option(help: "The digest of a line that must be in the log.")
  var contains: String?
  @OptionGroup var output: JSONFlag

  func validate() throws { try requirePath(logFile, "LOG") }

  func run() throws {
    try Terminal.run {
      let summary = try RunLog(logFile).verify(signedBy: key, containing: contains)
      guard !output.json else { return Terminal.write(try JSONEncoder.readable(summary)) }
      Terminal.print("runs\t\(summary.runs)")
      Terminal.print("refused\t\(summary.refused)")
      Terminal.print("not checked against a register\t\(summary.unchecked)")
      for key in summary.keys { Terminal.print("signed by\t\(key)") }
      Terminal.print("digest of the last line\t\(summary.last)")
    }
  }
}
