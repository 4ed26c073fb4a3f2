// SPDX-License-Identifier: Apache-2.0

enum PreventionTables {
  static let all: [TableSchema] = []
}
