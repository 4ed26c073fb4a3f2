// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Assessment
import Foundation
import PlanPackage

/// Shows which published results Weald reproduces.
struct Validate: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "List the published results that Weald reproduces or shows to be wrong.")

  @Argument(help: "A plan whose published figures are to be listed too.", completion: .directory)
  var plan: String?
  @Option(help: "Write the register as Markdown to this file.")
  var write: String?
  @OptionGroup var output: JSONFlag

  func validate() throws {
    try requirePath(plan, "PLAN")
    try requirePath(write, "--write")
  }

  func run() throws {
    try Terminal.run {
      var cases = ValidationRegister.cases
      if let plan {
        cases += ValidationRegister.cases(of: try Assessment(PlanReader(folder: plan)))
      }
      if let write {
        try AtomicFile.write(ValidationRegister.markdown(cases), to: write)
        Terminal.say("Wrote \(write).")
      } else if output.json {
        Terminal.write(try JSONEncoder.readable(cases))
      } else {
        Terminal.write(Array(ValidationRegister.markdown(cases).utf8))
      }
      guard cases.allSatisfy({ $0.verdict != .differsUnexplained }) else { throw ExitCode.failure }
    }
  }
}
