// SPDX-License-Identifier: Apache-2.0

public import Engagement
public import Foundation
public import Ledger
import PlanPackage

/// Values of measures from a CSV file with the columns measure, month and value.
///
/// A month without a value gets one; another value than the recorded one is a correction.
public struct MeasureImporter: RegisterImporting {
  private let desk: MeasureDesk

  /// An importer for the measures of a plan.
  public init(
    _ data: DataFolder, plan: MeasurePlan, clock: @escaping @Sendable () -> Date = { Date() }
  ) {
    desk = MeasureDesk(data, plan: plan, clock: clock)
  }

  /// The name by which the command knows it.
  public let id = "measures"
  /// The title, for a reader.
  public let title = "Values of measures"

  /// Measure, month and value.
  public var columns: [RegisterImportColumn] {
    [
      RegisterImportColumn(
        name: "measure",
        meaning: "One of: " + desk.plan.measures.map(\.id).joined(separator: ", "),
        isRequired: true),
      RegisterImportColumn(name: "month", meaning: "A month, such as 2017-06", isRequired: true),
      RegisterImportColumn(name: "value", meaning: "A number", isRequired: true),
    ]
  }

  /// What a file would do; nothing is changed.
  public func look(_ bytes: [UInt8], file: String) throws(EventRefusal) -> RegisterImportReport {
    try read(bytes, file).report
  }

  /// Does it when nothing is wrong with the file, all of it or nothing.
  public func take(
    _ bytes: [UInt8], file: String, by author: Author, token: String?
  ) async throws(EventRefusal) -> RegisterImportReport {
    var (report, events) = try read(bytes, file)
    guard report.isClean else { return report }
    do {
      var drafts: [Draft] = []
      for (place, (measure, event)) in events.enumerated() {
        drafts.append(
          try Draft(
            event, subject: measure, by: author,
            token: token.map { place == 0 ? $0 : "\($0)-\(place)" }))
      }
      try await desk.data.ledger.append(drafts)
    } catch {
      throw .ledger(error)
    }
    report.isDone = true
    return report
  }

  /// Every value as a file that can be imported again.
  public func export() throws(EventRefusal) -> [UInt8] {
    var text = CSVRecords.line(["measure", "month", "value"])
    for measure in desk.plan.measures {
      let values = try desk.record(measure.id).values
      for month in values.keys.sorted() {
        let value = values[month].map { "\($0.value)" } ?? ""
        text += CSVRecords.line([measure.id, String(month.iso.prefix(7)), value])
      }
    }
    return Array(text.utf8)
  }

  private typealias Reading = (
    report: RegisterImportReport, events: [(measure: String, event: MeasureEvent)]
  )

  private func read(_ bytes: [UInt8], _ file: String) throws(EventRefusal) -> Reading {
    let csv = CSVRecords(bytes: bytes, file: file)
    var reading: Reading = (RegisterImportReport(), [])
    reading.report.problems = csv.violations.map {
      .init(row: $0.row, column: $0.column, found: $0.found, expected: $0.expected)
    }
    let header = csv.records.first?.cells.map { $0.lowercased() } ?? []
    guard reading.report.isClean, csv.records.count > 1, header == ["measure", "month", "value"]
    else {
      if reading.report.isClean {
        reading.report.problems.append(
          .init(
            row: 1, column: nil, found: header.isEmpty ? "nothing" : header.joined(separator: ","),
            expected: "the header measure,month,value and at least one row"))
      }
      return reading
    }
    var seen: [String: Int] = [:]
    for (row, cells) in csv.records.dropFirst() {
      try readRow(cells, row, file, &seen, &reading)
    }
    if !reading.report.isClean {
      reading.report = RegisterImportReport(problems: reading.report.problems)
    }
    return reading
  }

  private func readRow(
    _ cells: [String], _ row: Int, _ file: String, _ seen: inout [String: Int],
    _ reading: inout Reading
  ) throws(EventRefusal) {
    func problem(_ column: String, _ found: String, _ expected: String) {
      reading.report.problems.append(
        .init(row: row, column: column, found: found, expected: expected))
    }
    let cell = { (place: Int) in
      place < cells.count ? cells[place].trimmingCharacters(in: .whitespaces) : ""
    }
    let measure = desk.plan.measure(cell(0))
    if measure == nil {
      problem("measure", "“\(cell(0))”", desk.plan.measures.map(\.id).joined(separator: ", "))
    }
    let month = CivilDay(month: cell(1))
    if month == nil { problem("month", "“\(cell(1))”", "a month, such as 2017-06") }
    let value = Double(cell(2))
    if value == nil { problem("value", "“\(cell(2))”", "a number") }
    guard let measure, let month, let value else { return }
    for fault in desk.faults(month, value) {
      problem(fault.field, "“\(cell(fault.field == "month" ? 1 : 2))”", fault.message)
    }
    let key = "\(measure.id) \(month.iso.prefix(7))"
    if let first = seen[key] { return problem("month", "\(key), as in row \(first)", "each once") }
    seen[key] = row
    guard let known = try desk.record(measure.id).values[month] else {
      reading.events.append((measure.id, .recorded(month: month, value: value)))
      reading.report.added.append(.init(key: key))
      return
    }
    if known.value == value {
      reading.report.unchanged += 1
    } else {
      reading.events.append(
        (measure.id, .corrected(month: month, value: value, reason: "Import of \(file)")))
      reading.report.changed.append(
        .init(
          key: key,
          changes: ["Value: \(measure.text(known.value)) becomes \(measure.text(value))"]))
    }
  }
}
