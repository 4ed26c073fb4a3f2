// SPDX-License-Identifier: Apache-2.0

/// Minutes from areas to sites, as a file states them.
///
/// Three forms are read. Wide: a header `area` and one column for each site, one row for each
/// area. Long: the three columns `area`, `site` and `minutes` in any order. Packed: tenths of a
/// minute as little-endian 16-bit whole numbers, area after area, with the codes in two files of
/// their own. An empty cell, or a pair that a long file leaves out, is a pair without a route.
public struct TravelFile: Sendable, Equatable {
  /// The folder of a plan that holds such files.
  public static let folder = "geography/travel/"

  /// The codes of the areas, one for each row.
  public let areas: [String]
  /// The codes of the sites, one for each column.
  public let sites: [String]
  /// Minutes, area after area; infinite where there is no route.
  public let minutes: [Double]

  /// Holds journey times that are already in memory.
  public init(areas: [String], sites: [String], minutes: [Double]) {
    self.areas = areas
    self.sites = sites
    self.minutes = minutes
  }

  /// Reads a wide or a long file.
  ///
  /// - Returns: What could be read, or nil, and everything that is wrong.
  public static func read(_ bytes: [UInt8], file: String) -> (TravelFile?, [Violation]) {
    var reader = NumberTable(bytes: bytes, file: file)
    reader.readHeader()
    guard reader.violations.isEmpty else { return (nil, reader.violations) }
    if Set(reader.header) == ["area", "site", "minutes"] { return long(bytes, file) }
    reader.readRows()
    guard reader.violations.isEmpty else { return (nil, reader.violations) }
    return (
      TravelFile(
        areas: reader.codes, sites: Array(reader.header.dropFirst()), minutes: reader.values), []
    )
  }

  /// The names of the columns of a wide or long file.
  static func header(of file: PlanFile) -> [String] {
    var reader = NumberTable(bytes: file.bytes, file: file.path)
    reader.readHeader()
    return reader.header
  }

  /// Reads a packed file whose rows and columns are named elsewhere.
  ///
  /// - Returns: What could be read, or nil, and everything that is wrong.
  public static func packed(
    _ bytes: [UInt8], file: String, areas: [String], sites: [String]
  ) -> (TravelFile?, [Violation]) {
    guard bytes.count == 2 * areas.count * sites.count else {
      return (
        nil,
        [
          Violation(
            file: file, found: "\(bytes.count) bytes",
            expected: "two bytes for each of \(areas.count) areas and \(sites.count) sites, "
              + "\(2 * areas.count * sites.count)",
            advice: "Give the lists of areas and sites that belong to this file.")
        ]
      )
    }
    let minutes = (0..<bytes.count / 2).map { pair in
      Double(UInt16(bytes[2 * pair]) | UInt16(bytes[2 * pair + 1]) << 8) / 10
    }
    return (TravelFile(areas: areas, sites: sites, minutes: minutes), [])
  }

  private static func long(_ bytes: [UInt8], _ file: String) -> (TravelFile?, [Violation]) {
    let csv = CSVRecords(bytes: bytes, file: file)
    guard csv.violations.isEmpty, let header = csv.records.first?.cells else {
      return (nil, csv.violations)
    }
    var reader = LongTable(header: header, file: file)
    for record in csv.records.dropFirst() { reader.add(record.cells, row: record.row) }
    guard reader.violations.isEmpty else { return (nil, reader.violations) }
    return (
      TravelFile(areas: reader.areas.codes, sites: reader.sites.codes, minutes: reader.minutes), []
    )
  }
}

/// Codes in the order in which they first appear.
private struct CodeIndex {
  private(set) var codes: [String] = []
  private var positions: [String: Int] = [:]

  mutating func position(of code: String) -> Int {
    if let known = positions[code] { return known }
    positions[code] = codes.count
    codes.append(code)
    return codes.count - 1
  }
}

/// The rows of a file with one pair in each.
private struct LongTable {
  private let area: Int
  private let site: Int
  private let minute: Int
  private let file: String
  private(set) var areas = CodeIndex()
  private(set) var sites = CodeIndex()
  private(set) var violations: [Violation] = []
  private var pairs: [(area: Int, site: Int, minutes: Double)] = []
  private var rows: [Pair: Int] = [:]

  private struct Pair: Hashable {
    let area: Int
    let site: Int
  }

  init(header: [String], file: String) {
    self.file = file
    area = header.firstIndex(of: "area") ?? 0
    site = header.firstIndex(of: "site") ?? 1
    minute = header.firstIndex(of: "minutes") ?? 2
  }

  mutating func add(_ cells: [String], row: Int) {
    guard cells.count == 3, !cells[area].isEmpty, !cells[site].isEmpty else {
      return report(
        row, "area", "\(cells.count) cells, or one without a code", "area, site, minutes")
    }
    let pair = Pair(area: areas.position(of: cells[area]), site: sites.position(of: cells[site]))
    if let earlier = rows.updateValue(row, forKey: pair) {
      return report(
        row, "site", "“\(cells[area]), \(cells[site])” again, already in row \(earlier)",
        "each pair once")
    }
    guard !cells[minute].isEmpty else { return }
    guard let value = Double(cells[minute]), value >= 0, value <= NumberTable.mostMinutes else {
      return report(row, "minutes", "“\(cells[minute])”", "minutes such as 21.5, or an empty cell")
    }
    pairs.append((pair.area, pair.site, value))
  }

  var minutes: [Double] {
    let width = sites.codes.count
    var minutes = [Double](repeating: .infinity, count: areas.codes.count * width)
    for pair in pairs { minutes[pair.area * width + pair.site] = pair.minutes }
    return minutes
  }

  private mutating func report(_ row: Int, _ column: String, _ found: String, _ expected: String) {
    guard violations.count < NumberTable.mostViolations else { return }
    violations.append(
      Violation(
        file: file, row: row, column: column, found: found, expected: expected,
        advice: "Correct the row, or take it away."))
  }
}
