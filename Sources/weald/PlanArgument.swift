// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Assessment
import Facts
import PlanPackage

/// The folder of a plan, as most commands take it.
struct PlanArgument: ParsableArguments {
  @Argument(help: "The folder of the plan.", completion: .directory)
  var plan: String

  /// Reads the folder.
  func reader() throws -> PlanReader { try PlanReader(folder: plan) }
}

/// A scenario, as most commands take it.
struct ScenarioOption: ParsableArguments {
  @Option(help: "The scenario to work out; without it, the plan as it stands.")
  var scenario: String?
}

/// Whether a program will read the output.
struct JSONFlag: ParsableArguments {
  @Flag(help: "Write JSON for another program to read.")
  var json = false
}
