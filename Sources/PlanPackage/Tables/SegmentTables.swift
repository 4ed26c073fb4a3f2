// SPDX-License-Identifier: Apache-2.0

enum SegmentTables {
  static let all: [TableSchema] = []
}
