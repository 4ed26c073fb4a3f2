// SPDX-License-Identifier: Apache-2.0

/// Areas and their weights, as a file with the columns `area` and `weight` states them.
public struct DemandFile: Sendable, Equatable {
  /// The codes of the areas.
  public let areas: [String]
  /// Their weights, such as patients a year; not negative.
  public let weights: [Double]

  /// Holds demand that is already in memory.
  public init(areas: [String], weights: [Double]) {
    self.areas = areas
    self.weights = weights
  }

  /// Reads a file; columns other than the two are passed over.
  ///
  /// - Returns: What could be read, or nil, and everything that is wrong.
  public static func read(_ bytes: [UInt8], file: String) -> (DemandFile?, [Violation]) {
    let csv = CSVRecords(bytes: bytes, file: file)
    guard csv.violations.isEmpty else { return (nil, csv.violations) }
    let header = csv.records.first?.cells ?? []
    guard let area = header.firstIndex(of: "area"), let weight = header.firstIndex(of: "weight")
    else {
      return (
        nil,
        [
          Violation(
            file: file, row: 1,
            found: header.isEmpty
              ? "an empty file"
              : "the columns "
                + header.prefix(6).joined(separator: ", "),
            expected: "the columns area and weight", advice: "Name the columns so.")
        ]
      )
    }
    var reader = Reader(file: file, area: area, weight: weight)
    for record in csv.records.dropFirst() { reader.add(record.cells, record.row) }
    if reader.areas.isEmpty && reader.violations.isEmpty {
      reader.report(2, "area", "no row", "one row for each area", "Add the rows.")
    }
    guard reader.violations.isEmpty else { return (nil, reader.violations) }
    return (DemandFile(areas: reader.areas, weights: reader.weights), [])
  }

  private struct Reader {
    let file: String
    let area: Int
    let weight: Int
    var areas: [String] = []
    var weights: [Double] = []
    var violations: [Violation] = []
    private var rows: [String: Int] = [:]

    init(file: String, area: Int, weight: Int) {
      self.file = file
      self.area = area
      self.weight = weight
    }

    mutating func add(_ cells: [String], _ row: Int) {
      let code = area < cells.count ? cells[area] : ""
      let text = weight < cells.count ? cells[weight] : ""
      if code.isEmpty {
        return report(row, "area", "an empty cell", "the code of an area", "Give it its code.")
      }
      if let earlier = rows.updateValue(row, forKey: code) {
        return report(
          row, "area", "“\(code)” again, already in row \(earlier)", "each area once",
          "Add the two weights up, or take one row away.")
      }
      guard let value = Double(text), value >= 0, value <= 1e12 else {
        return report(
          row, "weight", text.isEmpty ? "an empty cell" : "“\(text)”",
          "a number from 0 to a million million",
          "Write 0 for an area without demand, or take the row away.")
      }
      areas.append(code)
      weights.append(value)
    }

    mutating func report(
      _ row: Int, _ column: String, _ found: String, _ expected: String, _ advice: String
    ) {
      guard violations.count < NumberTable.mostViolations else { return }
      violations.append(
        Violation(
          file: file, row: row, column: column, found: found, expected: expected, advice: advice))
    }
  }
}
