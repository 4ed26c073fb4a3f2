// SPDX-License-Identifier: Apache-2.0

/// An avoidance with the share of runs in which it reaches a row.
struct AvoidanceEntry: Sendable, Hashable {
  let strategy: Int
  let rate: Double
}

/// The strategies of each row: sets of them, most of which many rows share.
struct StrategySets {
  /// Different avoidances with their rates.
  private(set) var entries: [AvoidanceEntry] = []
  /// For each set of avoidances, its entries; set 0 is empty.
  private(set) var avoidances = ListTable([])
  /// For each set of other strategies, its strategies; set 0 is empty.
  private(set) var efficiencies = ListTable([])
  /// For each table and row, the set of avoidances.
  private(set) var avoidanceOfRow: [[Int32]] = []
  /// For each table and row, the set of other strategies.
  private(set) var efficiencyOfRow: [[Int32]] = []

  private var placeOfEntry: [AvoidanceEntry: Int32] = [:]

  init(_ inputs: ResamplingInputs) {
    var avoidanceLists = ListInterner()
    var efficiencyLists = ListInterner()
    for rows in inputs.tables {
      let found = lists(inputs, rows)
      var avoiding = [Int32](repeating: 0, count: rows.count)
      var other = [Int32](repeating: 0, count: rows.count)
      for row in 0..<rows.count {
        if let list = found.avoidances[row] { avoiding[row] = avoidanceLists.place(list) }
        if let list = found.efficiencies[row] { other[row] = efficiencyLists.place(list) }
      }
      avoidanceOfRow.append(avoiding)
      efficiencyOfRow.append(other)
    }
    avoidances = ListTable((0..<avoidanceLists.count).map { avoidanceLists.items(Int32($0)) })
    efficiencies = ListTable((0..<efficiencyLists.count).map { efficiencyLists.items(Int32($0)) })
  }

  private mutating func entry(_ strategy: Int, _ rate: Double) -> Int32 {
    let entry = AvoidanceEntry(strategy: strategy, rate: rate)
    if let place = placeOfEntry[entry] { return place }
    placeOfEntry[entry] = Int32(entries.count)
    entries.append(entry)
    return Int32(entries.count - 1)
  }

  /// For each row that has any, its entries and its other strategies, in the order of strategies.
  private mutating func lists(
    _ inputs: ResamplingInputs, _ rows: ActivityRows
  ) -> (avoidances: [[Int32]?], efficiencies: [[Int32]?]) {
    var avoidances = [[Int32]?](repeating: nil, count: rows.count)
    var efficiencies = [[Int32]?](repeating: nil, count: rows.count)
    let scoped = inputs.strategies.indices.filter {
      inputs.strategies[$0].kind == rows.kind && inputs.strategies[$0].scope != nil
    }
    let first = scoped.filter { !inputs.strategies[$0].isOtherwise }
    let matcher = ScopeMatcher(rows, first.map { inputs.strategies[$0].scope ?? RowScope() })
    let avoiding = matcher.lists.map { list -> [Int32]? in
      let own = list.map { first[$0] }.filter { inputs.strategies[$0].isAvoidance }
      return own.isEmpty ? nil : own.map { entry($0, 1) }
    }
    let other = matcher.lists.map { list -> [Int32]? in
      let own = list.map { first[$0] }.filter { !inputs.strategies[$0].isAvoidance }
      return own.isEmpty ? nil : own.map(Int32.init)
    }
    for row in 0..<rows.count where matcher.places[row] != 0 {
      avoidances[row] = avoiding[Int(matcher.places[row])]
      efficiencies[row] = other[Int(matcher.places[row])]
    }
    for assignment in inputs.assignments where assignment.kind == rows.kind {
      if inputs.strategies[assignment.strategy].isAvoidance {
        guard assignment.rate > 0 else { continue }
        let place = entry(assignment.strategy, assignment.rate)
        avoidances[assignment.row] = (avoidances[assignment.row] ?? []) + [place]
      } else {
        efficiencies[assignment.row] =
          (efficiencies[assignment.row] ?? []) + [Int32(assignment.strategy)]
      }
    }
    addOtherwise(inputs, rows, scoped, &efficiencies)
    for row in 0..<rows.count {
      avoidances[row]?.sort()
      efficiencies[row]?.sort()
    }
    return (avoidances, efficiencies)
  }

  private func addOtherwise(
    _ inputs: ResamplingInputs, _ rows: ActivityRows, _ scoped: [Int],
    _ efficiencies: inout [[Int32]?]
  ) {
    let own = scoped.filter { inputs.strategies[$0].isOtherwise }
    guard !own.isEmpty else { return }
    let matcher = ScopeMatcher(rows, own.map { inputs.strategies[$0].scope ?? RowScope() })
    let lists = matcher.lists.map { list in list.map { Int32(own[$0]) } }
    for row in 0..<rows.count where matcher.places[row] != 0 && efficiencies[row] == nil {
      efficiencies[row] = lists[Int(matcher.places[row])]
    }
  }
}
