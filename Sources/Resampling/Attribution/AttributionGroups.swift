// SPDX-License-Identifier: Apache-2.0

/// Rows that every cause treats alike, counted together at their place.
struct AttributionGroup: Sendable {
  let avoidance: Int32
  let efficiency: Int32
  /// Spells, attendances or arrivals.
  var count: Int
  /// Nights of all of them.
  var nights: Int
  /// The stay of each, where a strategy takes days before an operation; 0 elsewhere.
  let stay: Int32
}

/// Groups of one class and place, for which the growth of the class is looked up once.
struct AttributionBundle: Sendable {
  let rowClass: Int32
  let place: Int32
  let packs: Int32
  let groups: Range<Int32>
}

/// All groups and bundles: they depend on the rows alone, and so are made once.
struct AttributionGroups: Sendable {
  private(set) var groups: [AttributionGroup] = []
  private(set) var bundles: [AttributionBundle] = []
  /// The largest number of packs that any bundle needs.
  private(set) var largestPacks = 1

  init(
    _ rows: DrawRows, _ frame: ResultFrame, _ levels: ListTable, _ sets: StrategySets,
    _ strategies: [RowStrategy]
  ) {
    let usesStay = (0..<sets.efficiencies.count).map { set in
      sets.efficiencies.range(set).contains {
        if case .preOperativeDays = strategies[Int(sets.efficiencies.items[$0])].effect {
          return true
        }
        return false
      }
    }
    for rowClass in 0..<levels.count {
      let factors = levels.range(rowClass).count
      var keyed: [(key: Key, row: Int)] = []
      for row in Int(rows.starts[rowClass])..<Int(rows.starts[rowClass + 1]) {
        let (avoidance, efficiency) = (rows.avoidances[row], rows.efficiencies[row])
        let causes =
          factors + sets.avoidances.range(Int(avoidance)).count + (efficiency == 0 ? 0 : 1)
        let key = Key(
          packs: Int32(QuadratureNodes.packs(causes: causes)),
          place: frame.placeOfCell[Int(rows.cells[row])], avoidance: avoidance,
          efficiency: efficiency, stay: usesStay[Int(efficiency)] ? rows.stays[row] : 0)
        keyed.append((key, row))
      }
      keyed.sort { $0.key < $1.key }
      add(Int32(rowClass), keyed, rows)
    }
  }

  private mutating func add(_ rowClass: Int32, _ keyed: [(key: Key, row: Int)], _ rows: DrawRows) {
    var last: Key?
    for (key, row) in keyed {
      let count = Int(rows.counts[row])
      let nights = count * Int(rows.stays[row])
      if key == last {
        groups[groups.count - 1].count += count
        groups[groups.count - 1].nights += nights
        continue
      }
      let place = Int32(groups.count)
      if let last, last.packs == key.packs, last.place == key.place {
        let open = bundles[bundles.count - 1]
        bundles[bundles.count - 1] = AttributionBundle(
          rowClass: rowClass, place: key.place, packs: key.packs,
          groups: open.groups.lowerBound..<(place + 1))
      } else {
        bundles.append(
          AttributionBundle(
            rowClass: rowClass, place: key.place, packs: key.packs, groups: place..<(place + 1)))
        largestPacks = max(largestPacks, Int(key.packs))
      }
      groups.append(
        AttributionGroup(
          avoidance: key.avoidance, efficiency: key.efficiency, count: count, nights: nights,
          stay: key.stay))
      last = key
    }
  }

  private struct Key: Comparable {
    let packs: Int32
    let place: Int32
    let avoidance: Int32
    let efficiency: Int32
    let stay: Int32

    static func < (first: Key, second: Key) -> Bool {
      if first.packs != second.packs { return first.packs < second.packs }
      if first.place != second.place { return first.place < second.place }
      if first.avoidance != second.avoidance { return first.avoidance < second.avoidance }
      if first.efficiency != second.efficiency { return first.efficiency < second.efficiency }
      return first.stay < second.stay
    }
  }
}
