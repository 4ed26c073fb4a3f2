// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Foundation
import PlanPackage

/// Makes a small plan to begin with.
struct New: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Make a small plan to begin with, in a new folder.",
    discussion: "Its figures are made up and say so; replace them with your own.")

  @Argument(help: "The folder to make; its name becomes the id of the plan.")
  var folder: String
  @Option(help: "The title of the plan.")
  var title = "A new plan"
  @Option(help: "The place that the plan is for.")
  var area = "Our area"

  func validate() throws { try requirePath(folder, "FOLDER") }

  func run() throws {
    try Terminal.run {
      guard !FileManager.default.fileExists(atPath: folder) else {
        throw Violation(
          file: folder, found: "a file or folder of that name", expected: "a name that is free",
          advice: "Choose another name; nothing was written.")
      }
      let name = URL(fileURLWithPath: folder).lastPathComponent
      for file in StarterPlan.files(name: name, title: title, area: area) {
        try AtomicFile.write(file.text, to: folder + "/" + file.path)
      }
      Terminal.say("Made a plan in \(folder). Next: weald check \(folder)")
    }
  }
}
