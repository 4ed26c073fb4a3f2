// SPDX-License-Identifier: Apache-2.0

enum InvestmentTables {
  static let all: [TableSchema] = []
}
