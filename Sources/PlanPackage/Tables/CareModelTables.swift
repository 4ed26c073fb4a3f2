// SPDX-License-Identifier: Apache-2.0

enum CareModelTables {
  static let all: [TableSchema] = []
}
