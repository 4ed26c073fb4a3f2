// SPDX-License-Identifier: Apache-2.0

/// Rows.
public struct PreventionRows: Sendable {
  init(_ rows: (String) -> [Row]) {}
}
