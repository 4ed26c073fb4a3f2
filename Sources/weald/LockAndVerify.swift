// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Assessment
import Foundation
import PlanPackage

/// Records what a plan's figures are.
struct Lock: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Record every figure in plan.lock, and describe the folder in datapackage.json.")

  @OptionGroup var plan: PlanArgument

  func run() throws {
    try Terminal.run {
      let reader = try plan.reader()
      let lock = try PlanLock(reader).json()
      let package = try DataPackage(reader).json()
      try AtomicFile.write(package, to: plan.plan + "/datapackage.json")
      try AtomicFile.write(lock, to: plan.plan + "/plan.lock")
      Terminal.say("Wrote datapackage.json and plan.lock in \(plan.plan).")
    }
  }
}

/// Works a plan out again and names what has changed.
struct Verify: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Work the plan out again, compare it with plan.lock, and name what changed.",
    discussion: "Exits with 0 when nothing has changed and with 1 otherwise.")

  @OptionGroup var plan: PlanArgument
  @OptionGroup var output: JSONFlag

  func run() throws {
    try Terminal.run {
      guard let old = try PlanLock.read(folder: plan.plan) else {
        throw Violation(
          file: "plan.lock", found: "no such file", expected: "what weald lock writes",
          advice: "Run weald lock once the figures are right.")
      }
      let reader = try plan.reader()
      let package = FileManager.default.contents(atPath: plan.plan + "/datapackage.json")
      var changes = try old.changes(to: PlanLock(reader))
      if try package.map(Array.init) != DataPackage(reader).json() {
        changes.append("file datapackage.json: does not describe the folder as it is")
      }
      if output.json {
        Terminal.write(try JSONEncoder.readable(changes))
      } else {
        for change in changes { Terminal.print(change) }
      }
      guard changes.isEmpty else {
        Terminal.say("The plan is not what was locked. If that is right: weald lock.")
        throw ExitCode.failure
      }
      Terminal.say("Every figure is as it was locked.")
    }
  }
}
