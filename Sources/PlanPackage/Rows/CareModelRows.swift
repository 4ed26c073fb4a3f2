// SPDX-License-Identifier: Apache-2.0

/// Rows.
public struct CareModelRows: Sendable {
  init(_ rows: (String) -> [Row]) {}
}
