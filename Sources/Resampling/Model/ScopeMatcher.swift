// SPDX-License-Identifier: Apache-2.0

/// Which of some scopes each row of a table is in.
///
/// Rows that agree in every column that a scope names are looked at once.
struct ScopeMatcher {
  /// For each row, the place in `lists`.
  private(set) var places: [Int32] = []
  /// Lists of the places of scopes; the first is empty.
  private(set) var lists: [[Int]] = [[]]

  /// Matches scopes of which every column is in the table.
  init(_ rows: ActivityRows, _ scopes: [RowScope]) {
    places = [Int32](repeating: 0, count: rows.count)
    guard !scopes.isEmpty, rows.count > 0 else { return }
    let keys = Self.keys(rows, scopes)
    var listOfKey: [Int32] = []
    var placeOfList: [[Int]: Int32] = [[]: 0]
    for row in 0..<rows.count {
      let key = Int(keys[row])
      // Keys are numbered in the order of their first rows.
      if key == listOfKey.count {
        let list = scopes.indices.filter { Self.contains(scopes[$0], rows, row) }
        let place = placeOfList[list] ?? Int32(lists.count)
        if place == lists.count {
          placeOfList[list] = place
          lists.append(list)
        }
        listOfKey.append(place)
      }
      places[row] = listOfKey[key]
    }
  }

  private static func keys(_ rows: ActivityRows, _ scopes: [RowScope]) -> [Int32] {
    var parts: [[Int32]] = []
    for name in Set(scopes.flatMap(\.texts.keys)).sorted() {
      if let column = rows.category(name) { parts.append(column.codes) }
    }
    if scopes.contains(where: { $0.ages != nil }) { parts.append(rows.ages.map { Int32($0) }) }
    if scopes.contains(where: { $0.sex != nil }) {
      parts.append(rows.sexes.map { Int32($0.rawValue) })
    }
    let longest = Int32(scopes.map(\.leastStay).max() ?? 0)
    if longest > 0, !rows.stays.isEmpty { parts.append(rows.stays.map { min($0, longest) }) }
    var keys = [Int32](repeating: 0, count: rows.count)
    for part in parts {
      var pairs = PairInterner()
      for row in keys.indices { keys[row] = pairs.place(keys[row], part[row]) }
    }
    return keys
  }

  private static func contains(_ scope: RowScope, _ rows: ActivityRows, _ row: Int) -> Bool {
    if let ages = scope.ages, !ages.contains(Int(rows.ages[row])) { return false }
    if let sex = scope.sex, sex != rows.sexes[row] { return false }
    if scope.leastStay > 0 {
      guard !rows.stays.isEmpty, Int(rows.stays[row]) >= scope.leastStay else { return false }
    }
    return scope.texts.allSatisfy { name, texts in
      rows.category(name).map { texts.contains($0[row]) } ?? false
    }
  }
}
