// SPDX-License-Identifier: Apache-2.0

/// A network that was checked and made ready to run: flat tables that the kernel reads.
public struct FlowPlan: Sendable {
  /// The network as it was given.
  public let network: FlowNetwork
  /// How long it runs.
  public let horizon: FlowHorizon
  let tables: FlowTables

  /// Checks a network and makes it ready.
  /// - Throws: `FlowProblems`, everything that is wrong with it.
  public init(_ network: FlowNetwork, horizon: FlowHorizon) throws(FlowProblems) {
    let problems = FlowCheck.problems(of: network, horizon: horizon)
    guard problems.isEmpty else { throw FlowProblems(all: problems) }
    self.network = network
    self.horizon = horizon
    tables = FlowCompiler.tables(of: network)
  }
}
