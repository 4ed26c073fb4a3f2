// SPDX-License-Identifier: Apache-2.0

/// A number of the model: known, or drawn anew in each run.
public enum ParameterValue: Sendable, Hashable {
  /// A bare number, which never varies.
  case fixed(Double)
  /// The place of an uncertain input in `ResamplingInputs.inputs`.
  case input(Int)

  /// The value in a run.
  func value(_ draws: [Double]) -> Double {
    switch self {
    case .fixed(let number): number
    case .input(let place): draws[place]
    }
  }

  /// Whether it is a known 1, which changes nothing.
  var isOne: Bool { self == .fixed(1) }
}
