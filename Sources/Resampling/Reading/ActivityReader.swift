// SPDX-License-Identifier: Apache-2.0

/// Reads the rows of one kind of activity from comma-separated values.
struct ActivityReader {
  private(set) var rows: ActivityRows
  /// The row of each id, by its hash, when ids are kept.
  private(set) var rowOfId: [UInt64: Int32] = [:]
  private(set) var problems: [ResamplingProblem] = []

  /// A column that is kept as codes, with the codes of texts by their hashes.
  private struct Coded {
    let place: Int
    var column: CategoryColumn
    var codes: [UInt64: Int32] = [:]

    mutating func append(_ text: DelimitedText) {
      let hash = text.hash(column: place)
      if let code = codes[hash] {
        column.append(code: code)
      } else {
        let code = column.code(text.text(column: place))
        codes[hash] = code
        column.append(code: code)
      }
    }
  }

  /// The columns that a file of a kind must have.
  static func required(_ kind: ActivityKind) -> [String] {
    switch kind {
    case .spells: ["age", "sex", "pod", "site", "specialty", "length_of_stay"]
    case .outpatients: ["age", "sex", "pod", "site", "specialty", "attendances"]
    case .emergency: ["age", "sex", "pod", "site", "arrivals"]
    }
  }

  /// Reads a file with the columns to keep, if they are there, and with the column `id` if it is
  /// needed.
  init(
    _ bytes: [UInt8], _ kind: ActivityKind, file: String, keeping: Set<String>, withIds: Bool
  ) {
    rows = ActivityRows(kind)
    var table = TableReader(
      bytes, file: file, required: Self.required(kind) + (withIds ? ["id"] : []))
    defer { problems = table.problems }
    guard table.problems.isEmpty, let age = table.column("age"), let sex = table.column("sex")
    else { return }
    var coded = Self.coded(table, keeping)
    let measures = Self.measures(kind, table)
    let id = withIds ? table.column("id") : nil
    var numbers = [Int32](repeating: 0, count: measures.count)
    while table.next() {
      guard let years = table.whole(age, 0...Int(InputChecks.greatestAge), "an age in years"),
        let person = table.sex(sex)
      else { continue }
      var isWhole = true
      for (place, measure) in measures.enumerated() {
        let number = table.whole(measure.column, 0...measure.most, measure.means)
        isWhole = isWhole && number != nil
        numbers[place] = Int32(number ?? 0)
      }
      guard isWhole else { continue }
      if let id { keep(id, &table) }
      rows.ages.append(Int16(years))
      rows.sexes.append(person)
      append(numbers, kind, hasCount: measures.count > 1)
      for place in coded.indices { coded[place].append(table.text) }
    }
    for column in coded.map(\.column) {
      switch column.name {
      case "pod": rows.pod = column
      case "site": rows.site = column
      case "specialty": rows.specialty = column
      default: rows.categories.append(column)
      }
    }
    if table.column("specialty") == nil {
      rows.specialty = CategoryColumn(
        name: "specialty", repeatElement("none", count: rows.count))
    }
  }

  private static func coded(_ table: TableReader, _ keeping: Set<String>) -> [Coded] {
    let names = keeping.union(["pod", "site", "specialty"])
    return table.text.header.enumerated().filter { names.contains($0.element) }.map {
      Coded(place: $0.offset, column: CategoryColumn(name: $0.element))
    }
  }

  private static func measures(
    _ kind: ActivityKind, _ table: TableReader
  ) -> [(column: Int, means: String, most: Int)] {
    let most = Int(InputChecks.largestCount)
    let names: [(String, String, Int)] =
      switch kind {
      case .spells:
        [
          ("length_of_stay", "a number of nights", Int(InputChecks.longestStay)),
          ("count", "a number of spells", most),
        ]
      case .outpatients:
        [
          ("attendances", "a number of attendances", most),
          ("remote_attendances", "a number of attendances", most),
        ]
      case .emergency: [("arrivals", "a number of arrivals", most)]
      }
    return names.compactMap { name, means, most in
      table.column(name).map { ($0, means, most) }
    }
  }

  private mutating func append(_ numbers: [Int32], _ kind: ActivityKind, hasCount: Bool) {
    switch kind {
    case .spells:
      rows.stays.append(numbers[0])
      rows.counts.append(hasCount ? numbers[1] : 1)
    case .outpatients:
      rows.counts.append(numbers[0])
      if hasCount { rows.remoteCounts.append(numbers[1]) }
    case .emergency: rows.counts.append(numbers[0])
    }
  }

  private mutating func keep(_ column: Int, _ table: inout TableReader) {
    let hash = table.text.hash(column: column)
    if rowOfId.updateValue(Int32(rows.count), forKey: hash) != nil {
      table.problem(
        "id", "“\(table.text.text(column: column))” twice", "each id once",
        "Give every row an id of its own.")
    }
  }
}
