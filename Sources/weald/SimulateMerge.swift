// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Assessment
import PlanPackage
import Simulation

/// Puts the parts of a simulation together.
struct SimulateMerge: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "merge", abstract: "Put parts together: the folders that --shard wrote.",
    discussion: """
      The folders can be given in any order. The plan is read again from where it was when the parts \
      were made; --plan says where it is now. It must not have changed.
      """)

  @Argument(help: "The folders of the parts.", completion: .directory)
  var folders: [String]
  @Option(help: "The folder of the plan.", completion: .directory)
  var plan: String?
  @OptionGroup var output: JSONFlag

  func validate() throws {
    for folder in folders { try requirePath(folder, "FOLDER") }
    try requirePath(plan, "--plan")
  }

  func run() throws {
    try Terminal.run {
      let parts = try FlowShards(folders)
      let assessment = try Assessment(
        try PlanReader(folder: plan ?? parts.planFolder), scenario: nil)
      let request = try SimulationRequest(FlowReading(assessment), parts.stamp.model)
      let model = try request.model(parts.stamp.scenario)
      try SimulationOutput.write(
        try parts.study(model, plan: assessment.plan), parts.stamp, comparison: nil,
        json: output.json)
    }
  }
}
