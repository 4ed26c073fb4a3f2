// SPDX-License-Identifier: Apache-2.0

import ArgumentParser

/// Exact answers about queues and beds.
struct QueueCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "queue",
    abstract: "Answer questions about queues and beds exactly.",
    discussion: """
      Each answer comes from a formula or from a solved chain, not from a simulation. Rates and \
      times are in one unit, a day unless --unit says otherwise. A load beyond capacity gets no \
      averages, but how fast the queue grows, and status 1. docs/queueing.md says what each \
      assumes and when not to use it.
      """,
    subcommands: [
      QueueMMc.self, QueueMMcK.self, QueueErlangB.self, QueueErlangC.self, QueueErlangA.self,
      QueueMG1.self, QueueMGc.self, QueueInfinity.self, QueuePriorities.self, QueueNetwork.self,
      QueueBlocking.self, QueueBeds.self, QueueOccupancy.self, QueueCost.self, QueuePooling.self,
      QueueStroke.self,
    ])
}
