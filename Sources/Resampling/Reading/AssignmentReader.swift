// SPDX-License-Identifier: Apache-2.0

/// Reads which strategies reach which rows: `activity,row,strategy,sample_rate`.
struct AssignmentReader {
  private(set) var assignments: [StrategyAssignment] = []
  private(set) var problems: [ResamplingProblem] = []

  /// Reads a file, for the strategies of the parameters; others in the file are passed over, so that
  /// one file serves several sets of parameters.
  ///
  /// Rows are found by the hashes of their ids.
  init(
    _ bytes: [UInt8], file: String, strategies: [RowStrategy],
    rowsOfIds: [ActivityKind: [UInt64: Int32]]
  ) {
    var table = TableReader(
      bytes, file: file, required: ["activity", "row", "strategy", "sample_rate"])
    defer { problems = table.problems }
    guard table.problems.isEmpty, let activity = table.column("activity"),
      let row = table.column("row"), let name = table.column("strategy"),
      let rate = table.column("sample_rate")
    else { return }
    var places: [String: Int] = [:]
    for (place, strategy) in strategies.enumerated() {
      places[strategy.kind.rawValue + " " + strategy.id] = place
    }
    var seen: Set<UInt64> = []
    while table.next() {
      let text = table.text.text(column: activity)
      guard let kind = ActivityKind(rawValue: text) else {
        table.problem(
          "activity", "“\(text)”", "spells, outpatients or emergency", "Correct the cell.")
        continue
      }
      guard let share = table.number(rate, 0...1, "the share of runs in which it reaches the row"),
        let strategy = places[kind.rawValue + " " + table.text.text(column: name)]
      else { continue }
      guard let place = rowsOfIds[kind]?[table.text.hash(column: row)] else {
        table.problem(
          "row", "“\(table.text.text(column: row))”", "the id of a row of \(kind.rawValue).csv",
          "The strategy is on a row that does not exist: correct the id, or take the line away.")
        continue
      }
      guard seen.insert(UInt64(strategy) << 32 | UInt64(place)).inserted
      else {
        table.problem(
          "strategy", "the same strategy on the same row twice", "each once",
          "Take one of the lines away.")
        continue
      }
      assignments.append(
        StrategyAssignment(kind: kind, row: Int(place), strategy: strategy, rate: share))
    }
  }
}
