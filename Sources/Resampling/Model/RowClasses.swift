// SPDX-License-Identifier: Apache-2.0

/// Classes of rows that every family of factors treats alike: the product of factors is worked out
/// once for each.
struct RowClasses {
  /// For each table and row, the class.
  private(set) var places: [[Int32]] = []
  /// For each class, the levels that apply, numbered over all families.
  let levels: ListTable
  /// The first level of each family in that numbering.
  let firstLevels: [Int]
  /// For each level, its family.
  let familyOfLevel: [Int32]

  init(_ builder: FamilyBuilder, _ tables: [ActivityRows]) {
    var first: [Int] = []
    var families: [Int32] = []
    for (place, family) in builder.families.enumerated() {
      first.append(families.count)
      families += [Int32](repeating: Int32(place), count: family.levelCount)
    }
    var lists = ListInterner()
    var classes = PairInterner()
    for (table, rows) in tables.enumerated() {
      var found = [Int32](repeating: 0, count: rows.count)
      for (family, levels) in builder.levels.enumerated() where !levels[table].isEmpty {
        let own = levels[table]
        for row in found.indices where own[row] != 0 {
          found[row] = lists.place(found[row], then: own[row] + Int32(first[family]))
        }
      }
      for row in found.indices { found[row] = classes.place(Int32(table), found[row]) }
      places.append(found)
    }
    levels = ListTable(classes.pairs.map { lists.items($0.second) })
    firstLevels = first
    familyOfLevel = families
  }

  var count: Int { levels.count }
}
