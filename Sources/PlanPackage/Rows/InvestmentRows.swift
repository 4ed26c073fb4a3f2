// SPDX-License-Identifier: Apache-2.0

/// Rows.
public struct InvestmentRows: Sendable {
  init(_ rows: (String) -> [Row]) {}
}
