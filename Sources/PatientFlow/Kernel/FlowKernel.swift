// SPDX-License-Identifier: Apache-2.0

/// Runs replications of a plan one after another and uses the same memory for all.
///
/// A replication depends on the plan, the seed and its number alone. Patient number `k` of a stream
/// has the same luck at each step of the journey in every scenario, whatever happens to others: it is
/// addressed by stream, replication, patient and step, and every time is drawn by inversion. Copies
/// of a kernel share their memory.
public struct FlowKernel {
  private let memory: FlowMemory

  /// Gets memory for a plan.
  public init(_ plan: FlowPlan, seed: UInt64) {
    memory = FlowMemory(FlowMachine(plan, seed: seed))
  }

  /// Runs one replication; replications are numbered from 1.
  public mutating func run(replication: Int) -> FlowResult {
    memory.machine.run(replication: replication)
    return memory.machine.result()
  }

  /// Runs one replication and tells everything that happens in a span of days.
  public mutating func run(
    replication: Int, logging days: Range<Double>, _ log: (FlowEvent) -> Void
  ) -> FlowResult {
    memory.machine.run(replication: replication, logging: days, log)
    return memory.machine.result()
  }

  /// People in the network at the end of the last replication, those booked again among them.
  package var presentAtEnd: Int { memory.machine.pool.present }
}

/// Owns the memory of a machine.
private final class FlowMemory {
  var machine: FlowMachine

  init(_ machine: FlowMachine) { self.machine = machine }

  deinit { machine.deallocate() }
}
