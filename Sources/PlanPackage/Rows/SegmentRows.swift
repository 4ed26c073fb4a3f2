// SPDX-License-Identifier: Apache-2.0

/// Rows.
public struct SegmentRows: Sendable {
  init(_ rows: (String) -> [Row]) {}
}
