// SPDX-License-Identifier: Apache-2.0

/// Finds everything that is wrong with a network.
struct FlowCheck {
  static func problems(of network: FlowNetwork, horizon: FlowHorizon) -> [FlowProblem] { [] }
}
