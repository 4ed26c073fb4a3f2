// SPDX-License-Identifier: Apache-2.0

import ArgumentParser

/// Simulates how patients flow through a plan's units.
struct Simulate: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Simulate how patients flow through units: beds, queues, delays.",
    discussion: """
      `weald simulate PLAN` lists the models of a plan, `weald simulate PLAN MODEL` runs one. The \
      same seed gives the same bytes on any number of threads. Replications can be made in parts: \
      --shard 1/5 to --shard 5/5, each with its own --out, and then `weald simulate merge` with the \
      five folders gives the same bytes as one run of the whole.
      """,
    subcommands: [SimulateRun.self, SimulateMerge.self], defaultSubcommand: SimulateRun.self)
}
