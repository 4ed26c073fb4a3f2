// SPDX-License-Identifier: Apache-2.0

/// Runs replications of a plan one after another and uses the same memory for all.
///
/// **Events.** Time goes from one event to the next. Events at the same time happen in the order in
/// which they were scheduled, so that a run has one outcome on every machine.
///
/// **Arrivals** are a Poisson process. Where the rate changes by the hour or the day, the next
/// arrival is the time at which the rate, summed over time, has grown by an exponential number
/// (Çinlar 1975).
///
/// **Queues.** A unit has one queue: those outside and those who wait in a bed elsewhere, in the
/// order in which they joined it, or by priority first. A bed that becomes free goes to the first
/// who may use it, and who moves frees another bed at the same moment. Nobody changes beds within a
/// unit. Somebody who needs the same unit once more keeps the bed.
///
/// **Delay.** When care ends, a transition may follow (papers, equipment, transport); then the
/// patient leaves or asks for the next unit, and keeps the bed until there is one (blocking after
/// service). When every bed of units in a circle is kept by somebody who waits for the next of them,
/// all of them move at once.
///
/// **Beds** open and close by the calendar; beds in use close as their patients leave. Escalation
/// beds open when enough people wait for the unit, wherever they are, after a notice, and close when
/// few enough do.
///
/// **Visits at home** are decided at the start of each day, in the order of the queue: whoever came
/// by then and whose visits all fit, from that day to the last, starts. People who come from a bed
/// keep it until they start.
///
/// **The census.** What is left of the stay of people in care is drawn from the equilibrium
/// distribution of their stay (Cox 1962), and their way on in proportion to how long it takes.
/// People who wait at the start are in the queue, and hold their bed if they wait in one.
///
/// **Luck.** A replication depends on the plan, the seed and its number alone. Patient number `k` of
/// a stream has the same luck at each step of the journey in every scenario, whatever happens to
/// others: it is addressed by stream, replication, patient and step (Philox; Salmon and others
/// 2011), and every time is drawn by inversion.
///
/// **Measures** are of the counted days: means over time are exact integrals, counts are of what
/// happened on those days, and audits look once a day.
///
/// Copies of a kernel share their memory.
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
