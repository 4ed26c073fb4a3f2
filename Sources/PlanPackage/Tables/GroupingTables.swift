// SPDX-License-Identifier: Apache-2.0

enum GroupingTables {
  static let all: [TableSchema] = []
}
