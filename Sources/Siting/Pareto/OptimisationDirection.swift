// SPDX-License-Identifier: Apache-2.0

/// Whether less or more of an objective is better.
public enum OptimisationDirection: Hashable, Sendable {
  /// Less is better.
  case minimise
  /// More is better.
  case maximise
}
