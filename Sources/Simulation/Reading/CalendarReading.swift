// SPDX-License-Identifier: Apache-2.0

import Facts
import PatientFlow
import PlanPackage
import Projection

/// The beds of a model in groups, with what changes them.
struct CalendarReading {
  let rows: FlowModelRows
  let names: FlowNames

  /// The groups of a unit, in the order of the table.
  func groups(of unit: String, _ violations: inout ViolationList) -> [BedGroup] {
    rows.beds.filter { $0.unit == unit }.map { row in
      let classes = row.classes.compactMap {
        names.patientClass($0, Self.cell(row, "classes"), &violations)
      }
      return BedGroup(
        id: row.id, classes: row.classes.isEmpty ? nil : classes,
        calendar: calendar(row, &violations))
    }
  }

  private static func cell(_ row: FlowBedsRow, _ column: String) -> CellPlace {
    CellPlace(file: FlowModelRows.File.beds, row: row.row, column: column)
  }

  private func calendar(_ row: FlowBedsRow, _ violations: inout ViolationList) -> BedCalendar {
    let beds = names.number(
      row.beds.map(Double.init), or: row.fact, FlowModelRows.File.beds, row.row, "beds", &violations
    )
    return BedCalendar(
      beds: Int((beds ?? 0).rounded()), weekdays: weekdays(row, &violations),
      steps: steps(row, &violations), escalation: escalation(row, &violations))
  }

  private func weekdays(_ row: FlowBedsRow, _ violations: inout ViolationList) -> [Int]? {
    guard !row.byWeekday.isEmpty else { return nil }
    let whole = row.byWeekday.allSatisfy { $0 >= 0 && $0 == $0.rounded() }
    guard row.byWeekday.count == 7, whole else {
      let cell = Self.cell(row, "by_weekday")
      violations.add(
        cell.file, cell.row, cell.column, found: "\(row.byWeekday.count) numbers",
        expected: "seven whole numbers of 0 or more, Monday first",
        advice: "Give every day, or leave the cell empty.")
      return nil
    }
    return row.byWeekday.map { Int($0) }
  }

  private func steps(_ row: FlowBedsRow, _ violations: inout ViolationList) -> [BedStep] {
    let mine = rows.bedChanges.filter { $0.unit == row.unit && $0.group == row.id }
    guard let first = mine.first else { return [] }
    guard let start = rows.model.firstDay else {
      violations.add(
        FlowModelRows.File.models, rows.model.row, "first_day", found: "an empty cell",
        expected: "the day on which a run begins",
        advice: "Beds change on \(first.from.iso) by flow/bed_changes.csv.")
      return []
    }
    var byDay: [Int: Int] = [:]
    for change in mine {
      if let until = change.until, until <= change.from {
        violations.add(
          FlowModelRows.File.bedChanges, change.row, "until", found: until.iso,
          expected: "a day after \(change.from.iso)",
          advice: "It is the first day on which the change is over.")
      }
      // What changed before the run began is there from its first day.
      byDay[max(0, change.from.number - start.number), default: 0] += change.change
      if let until = change.until {
        byDay[max(0, until.number - start.number), default: 0] -= change.change
      }
    }
    return byDay.keys.sorted().map { BedStep(day: Double($0), change: byDay[$0] ?? 0) }
  }

  private func escalation(
    _ row: FlowBedsRow, _ violations: inout ViolationList
  ) -> [EscalationRule] {
    rows.escalation.filter { $0.unit == row.unit && $0.group == row.id && $0.beds > 0 }.map {
      rule in
      if rule.closesAtQueue >= rule.opensAtQueue {
        violations.add(
          FlowModelRows.File.escalation, rule.row, "closes_at_queue",
          found: "\(rule.closesAtQueue), with \(rule.opensAtQueue) to open",
          expected: "a shorter queue than that at which beds open",
          advice: "Otherwise the beds would open and close at once.")
      }
      return EscalationRule(
        beds: rule.beds, opensAtQueue: rule.opensAtQueue, closesAtQueue: rule.closesAtQueue,
        notice: rule.noticeHours / 24)
    }
  }

  /// What names a group of beds that is not there.
  func strays(_ violations: inout ViolationList) {
    let groups = FlowNames.index(rows.beds.map { "\($0.unit)/\($0.id)" })
    func check(_ unit: String, _ group: String, _ file: String, _ row: Int) {
      let cell = CellPlace(file: file, row: row, column: "group")
      _ = FlowNames.found(
        "\(unit)/\(group)", in: groups, "a unit and group of flow/beds.csv", cell, &violations)
    }
    for row in rows.bedChanges {
      check(row.unit, row.group, FlowModelRows.File.bedChanges, row.row)
    }
    for row in rows.escalation {
      check(row.unit, row.group, FlowModelRows.File.escalation, row.row)
    }
    for row in rows.beds {
      _ = names.unit(row.unit, Self.cell(row, "unit"), &violations)
    }
  }
}
