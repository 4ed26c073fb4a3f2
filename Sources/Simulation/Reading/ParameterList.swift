// SPDX-License-Identifier: Apache-2.0

import Facts
import PlanPackage
import Projection

/// Every parameter of a model, with its value in words and where it comes from.
struct ParameterList {
  private(set) var all: [FlowParameter] = []
  private let rows: FlowModelRows
  private let graph: FactGraph

  init(_ rows: FlowModelRows, _ graph: FactGraph) {
    self.rows = rows
    self.graph = graph
    rows.classes.forEach { add($0) }
    rows.units.forEach { add($0) }
    rows.beds.forEach { add($0) }
    rows.bedChanges.forEach { add($0) }
    rows.escalation.forEach { add($0) }
    rows.arrivals.forEach { add($0) }
    rows.profiles.forEach { add($0) }
    rows.stays.forEach { add($0) }
    rows.routes.forEach { add($0) }
    rows.census.forEach { add($0) }
  }

  private mutating func add(
    _ name: String, _ value: String, _ origin: FlowOrigin, _ file: String, _ row: Int
  ) {
    all.append(
      FlowParameter(
        name: name, value: value, basis: origin.basis, source: origin.source, note: origin.note,
        place: "\(file):\(row)"))
  }

  private func unit(_ id: String) -> String { rows.units.first { $0.id == id }?.name ?? id }

  private func patients(_ id: String) -> String { rows.classes.first { $0.id == id }?.name ?? id }

  private func stay(_ id: String) -> String { rows.stays.first { $0.id == id }?.name ?? id }

  private func value(_ fact: String) -> String {
    let found = FactID(fact).flatMap { graph[$0] }?.quantity.value.asDouble
    return found.map { "\($0.plain) (\(fact))" } ?? fact
  }

  /// Classes have parameters only where they do not wait for ever.
  private mutating func add(_ row: FlowClassRow) {
    let rules: [String?] = [
      row.priority == 0 ? nil : "priority \(row.priority)",
      row.patience.map { "wait at most: \(stay($0))" },
      row.balksAtQueue.map { "do not join a queue of \($0)" },
      row.cancelledAtFreeBeds.map { "called off at \($0) free beds or fewer" },
      row.rebookedAfterDays.map { "booked again after \($0.plain) days" },
    ]
    let words = rules.compactMap { $0 }
    guard !words.isEmpty else { return }
    add(row.name, words.joined(separator: "; "), row.origin, FlowModelRows.File.classes, row.row)
  }

  private mutating func add(_ row: FlowUnitRow) {
    var words: [String] = []
    if row.kind == "unlimited" { words.append("no limit: nobody waits") }
    if let first = row.firstVisits, let last = row.lastVisits, row.kind == "visits" {
      words.append("\(first.plain) visits a day at first, \(last.plain) at last")
    }
    if row.order == "priority" { words.append("who is next: by priority") }
    if row.turnsAway { words.append("when it is full: elsewhere") }
    if let limit = row.queueLimit { words.append("at most \(limit) wait outside") }
    guard !words.isEmpty else { return }
    add(row.name, words.joined(separator: "; "), row.origin, FlowModelRows.File.units, row.row)
  }

  private mutating func add(_ row: FlowBedsRow) {
    guard let kind = rows.units.first(where: { $0.id == row.unit })?.kind, kind != "unlimited"
    else { return }
    let number = row.fact.map(value) ?? row.beds.map { "\($0)" } ?? ""
    let counted = kind == "visits" ? "visits a day" : "beds"
    let mine =
      row.classes.isEmpty
      ? "" : ", for " + row.classes.map(patients).joined(separator: ", ")
    let days =
      row.byWeekday.isEmpty
      ? "" : "; Monday to Sunday " + row.byWeekday.map(\.plain).joined(separator: ", ")
    add(
      "\(unit(row.unit)): \(counted)\(mine)", number + days, row.origin, FlowModelRows.File.beds,
      row.row)
  }

  private mutating func add(_ row: FlowBedChangeRow) {
    let end = row.until.map { " until \($0.iso)" } ?? ""
    let sign = row.change > 0 ? "+" : ""
    add(
      "\(unit(row.unit)): \(row.reason)", "\(sign)\(row.change) from \(row.from.iso)\(end)",
      row.origin, FlowModelRows.File.bedChanges, row.row)
  }

  private mutating func add(_ row: FlowEscalationRow) {
    add(
      "\(unit(row.unit)): beds opened under pressure",
      "\(row.beds) when \(row.opensAtQueue) wait, until \(row.closesAtQueue) do; "
        + "\(row.noticeHours.plain) hours’ notice",
      row.origin, FlowModelRows.File.escalation, row.row)
  }

  private mutating func add(_ row: FlowArrivalsRow) {
    var words = row.perDay.map { "\($0.plain) a day" } ?? ""
    if let fact = row.fact, let days = row.factDays {
      words = "\(value(fact)) in \(days.plain) days"
    }
    if row.times != 1 { words += ", times \(row.times.plain)" }
    if let profile = row.profile { words += ", by the profile \(profile)" }
    add(row.name, words, row.origin, FlowModelRows.File.arrivals, row.row)
  }

  private mutating func add(_ row: FlowProfileRow) {
    add(
      "Profile \(row.profile): \(row.kind) \(row.key)", "times \(row.factor.plain)", row.origin,
      FlowModelRows.File.profiles, row.row)
  }

  private mutating func add(_ row: FlowStayRow) {
    let figures: [(String, Double?)] = [
      ("mean", row.mean), ("median", row.median), ("standard deviation", row.deviation),
      ("from", row.low), ("to", row.high), ("shape", row.shape), ("scale", row.scale),
    ]
    var words = figures.compactMap { name, value in value.map { "\(name) \($0.plain)" } }
    if !row.observed.isEmpty { words.append("\(row.observed.count) times that were seen") }
    add(
      row.name, "\(row.distribution), \(words.joined(separator: ", ")) (days)", row.origin,
      FlowModelRows.File.stays, row.row)
  }

  private mutating func add(_ row: FlowRouteRow) {
    var words = "\(row.chance.plain); \(stay(row.stay))"
    if let transition = row.transition { words += "; then \(stay(transition))" }
    add(
      "\(unit(row.unit)), \(patients(row.patientClass)): share who go to \(row.name)", words,
      row.origin, FlowModelRows.File.routes, row.row)
  }

  private mutating func add(_ row: FlowCensusRow) {
    let here = row.unit.map { "in \(unit($0))" } ?? "outside"
    let waiting = row.waitingFor.map { ", waiting for \(unit($0))" } ?? ""
    add(
      "At the start, \(patients(row.patientClass)) \(here)\(waiting)",
      row.fact.map(value) ?? row.people.map { "\($0) people" } ?? "", row.origin,
      FlowModelRows.File.census, row.row)
  }
}
