// SPDX-License-Identifier: Apache-2.0

/// Rows.
public struct GroupingRows: Sendable {
  init(_ rows: (String) -> [Row]) {}
}
