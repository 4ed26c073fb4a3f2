// SPDX-License-Identifier: Apache-2.0

/// Rows as they are drawn, class by class, in columns: an outpatient row with attendances both in
/// person and remote is two of them.
struct DrawRows: Sendable {
  /// The first row of each class, and the number of rows.
  var starts: [Int32] = []
  var counts: [Int32] = []
  var stays: [Int32] = []
  var cells: [Int32] = []
  var avoidances: [Int32] = []
  var efficiencies: [Int32] = []

  var count: Int { counts.count }
}

/// Puts the rows of all tables in the order of their classes.
struct DrawRowsBuilder {
  private(set) var rows = DrawRows()
  private(set) var cells = CellTable()
  private var classes: [Int32] = []

  init(_ inputs: ResamplingInputs, _ found: RowClasses, _ sets: StrategySets) {
    for (table, activity) in inputs.tables.enumerated() {
      add(
        activity, found.places[table], sets.avoidanceOfRow[table], sets.efficiencyOfRow[table])
    }
    sort(found.count)
  }

  private mutating func add(
    _ activity: ActivityRows, _ own: [Int32], _ avoidances: [Int32], _ efficiencies: [Int32]
  ) {
    let channel = PlaceTable.Channel(activity.kind)
    let specialties = activity.specialty.labels.map { cells.specialty($0) }
    let sites = activity.site.labels.count
    var places = [Int32](
      repeating: -1, count: 2 * max(1, activity.pod.labels.count * sites))
    for row in 0..<activity.count {
      let people =
        Int32(activity.sexes[row].rawValue) * 16
        + Int32(AgeGroup.place(of: Int(activity.ages[row])))
      let (pod, site) = (activity.pod.codes[row], activity.site.codes[row])
      let specialty = specialties[Int(activity.specialty.codes[row])]
      for isRemote in [false, true] {
        let count =
          isRemote
          ? activity.remoteCounts.isEmpty ? 0 : activity.remoteCounts[row]
          : activity.counts[row]
        guard count > 0 else { continue }
        let slot = 2 * (Int(pod) * sites + Int(site)) + (isRemote ? 1 : 0)
        if places[slot] < 0 {
          places[slot] = cells.place(
            isRemote ? .remoteAttendances : channel, pod: activity.pod.labels[Int(pod)],
            site: activity.site.labels[Int(site)])
        }
        classes.append(own[row])
        rows.counts.append(count)
        rows.stays.append(activity.stays.isEmpty ? 0 : activity.stays[row])
        rows.cells.append(
          cells.cell(place: places[slot], sexAndAge: people, specialty: specialty))
        rows.avoidances.append(avoidances[row])
        // What is remote already cannot be moved.
        rows.efficiencies.append(isRemote ? 0 : efficiencies[row])
      }
    }
  }

  /// By class, and within a class so that rows with the same strategies stand together.
  private mutating func sort(_ classCount: Int) {
    var starts = [Int32](repeating: 0, count: classCount + 1)
    for place in classes { starts[Int(place) + 1] += 1 }
    for place in 0..<classCount { starts[place + 1] += starts[place] }
    var next = starts
    var order = [Int32](repeating: 0, count: classes.count)
    for row in classes.indices {
      let place = Int(classes[row])
      order[Int(next[place])] = Int32(row)
      next[place] += 1
    }
    let columns = [rows.avoidances, rows.efficiencies, rows.cells, rows.counts, rows.stays]
    for place in 0..<classCount where starts[place + 1] - starts[place] > 1 {
      order[Int(starts[place])..<Int(starts[place + 1])].sort { first, second in
        for column in columns where column[Int(first)] != column[Int(second)] {
          return column[Int(first)] < column[Int(second)]
        }
        return first < second
      }
    }
    func ordered(_ column: [Int32]) -> [Int32] { order.map { column[Int($0)] } }
    rows.starts = starts
    rows.counts = ordered(rows.counts)
    rows.stays = ordered(rows.stays)
    rows.cells = ordered(rows.cells)
    rows.avoidances = ordered(rows.avoidances)
    rows.efficiencies = ordered(rows.efficiencies)
  }

  /// The cells to which strategies move what is in other cells: for each strategy that moves care,
  /// and each cell, a cell or -1.
  mutating func destinations(_ strategies: [RowStrategy], _ sets: StrategySets) -> [[Int32]] {
    var found = strategies.map { _ in [Int32: Int32]() }
    for row in 0..<rows.count where rows.efficiencies[row] != 0 {
      for item in sets.efficiencies.range(Int(rows.efficiencies[row])) {
        let strategy = Int(sets.efficiencies.items[item])
        let cell = rows.cells[row]
        if found[strategy][cell] == nil,
          let destination = cells.destination(of: strategies[strategy].effect, from: cell)
        {
          found[strategy][cell] = destination
        }
      }
    }
    return found.map { map in
      guard !map.isEmpty else { return [] }
      var column = [Int32](repeating: -1, count: cells.count)
      for (cell, destination) in map { column[Int(cell)] = destination }
      return column
    }
  }
}
