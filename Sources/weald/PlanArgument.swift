// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Foundation
import Ledger
import Assessment
import Facts
import PlanPackage

/// The folder of a plan, as most commands take it.
struct PlanArgument: ParsableArguments {
  @Argument(help: "The folder of the plan.", completion: .directory)
  var plan: String

  func validate() throws { try requirePath(plan, "PLAN") }

  /// Reads the folder.
  func reader() throws -> PlanReader { try PlanReader(folder: plan) }
}

/// Refuses a folder in which nothing has happened yet, so that a wrong path makes no new one.
func requireDataFolder(_ path: String) throws {
  guard FileManager.default.fileExists(atPath: path + "/ledger.sqlite") else {
    throw LedgerError.refused(
      "\(path) is no data folder: it has no ledger.sqlite. Give the folder that weald serve --data uses."
    )
  }
}

/// A scenario, as most commands take it.
struct ScenarioOption: ParsableArguments {
  @Option(help: "The scenario to work out; without it, the plan as it stands.")
  var scenario: String?
}
