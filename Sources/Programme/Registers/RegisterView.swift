// SPDX-License-Identifier: Apache-2.0

public import Engagement
import Foundation

/// The registers as pages and reports show them, on a day.
public struct RegisterView: Sendable {
  /// The day on which something is late or not.
  public let day: CivilDay
  /// One for each register of the plan, in its order.
  public let standings: [RegisterStanding]

  /// The registers of a plan in a state, on a day.
  public init(plan: RegisterPlan, state: RegisterState, day: CivilDay) {
    self.day = day
    standings = plan.registers.map {
      RegisterStanding($0, state.record($0.id), plan: plan, day: day)
    }
  }

  /// The standing of a register.
  public func standing(_ register: String) -> RegisterStanding? {
    standings.first { $0.definition.id == register }
  }
}

/// One register with its entries, totals and what is late.
public struct RegisterStanding: Sendable {
  /// What the register is.
  public let definition: RegisterDefinition
  /// Every entry, in the order in which they were added.
  public let lines: [RegisterLine]
  private let plan: RegisterPlan

  init(
    _ definition: RegisterDefinition, _ record: RegisterRecord, plan: RegisterPlan, day: CivilDay
  ) {
    self.definition = definition
    self.plan = plan
    lines = record.entries.map { RegisterLine($0, definition, plan: plan, day: day) }
  }

  /// How many entries are open.
  public var openCount: Int { lines.filter { !$0.isOver }.count }

  /// The entries that are late, the longest first.
  public var overdue: [RegisterLine] {
    lines.filter(\.isOverdue).sorted {
      ($0.due?.number ?? 0, $0.key) < ($1.due?.number ?? 0, $1.key)
    }
  }

  /// The sum of each money field over some lines, in pounds.
  public func totals(
    _ lines: [RegisterLine], forStaff: Bool
  ) -> [(field: RegisterField, pounds: Double, entries: Int)] {
    definition.fields(forStaff: forStaff).filter { $0.kind == .money }.map { field in
      let amounts = lines.compactMap { Decimal(string: $0.entry.text(field)) }
      return (field, (amounts.reduce(0, +) as NSDecimalNumber).doubleValue, amounts.count)
    }
  }

  /// The lines of one status, and how many there are, in the order of the choices.
  public var statuses: [(status: String, count: Int)] {
    guard let field = definition.field(as: .status) else { return [] }
    return field.choices.map { status in (status, lines.filter { $0.status == status }.count) }
  }

  /// What an entry says of a field, in words.
  public func words(_ field: RegisterField, _ entry: RegisterEntry) -> String {
    words(entry.text(field), field)
  }

  /// A kept value of a field, in words.
  public func words(_ text: String, _ field: RegisterField) -> String {
    RegisterWords.text(text, field, plan)
  }
}

/// One entry as it stands on a day.
public struct RegisterLine: Sendable {
  /// The entry.
  public let entry: RegisterEntry
  /// The key, which names it for ever.
  public let key: String
  /// The title.
  public let title: String
  /// The status, or empty.
  public let status: String
  /// The day by which something is due.
  public let due: CivilDay?
  /// Whether it is closed, or its status has nothing after it.
  public let isOver: Bool
  /// Whether something was due before the day and it is not over.
  public let isOverdue: Bool
  /// The entries of the ledger that last set a value of it.
  public let sequences: [Int64]

  init(
    _ entry: RegisterEntry, _ definition: RegisterDefinition, plan: RegisterPlan, day: CivilDay
  ) {
    self.entry = entry
    key = entry.key
    title = entry.text(definition.field(as: .title))
    let field = definition.field(as: .status)
    status = entry.text(field)
    due = CivilDay(entry.text(definition.field(as: .due)))
    let isSettled = field.map { !$0.moves.isEmpty && $0.next(after: entry.text($0)).isEmpty }
    isOver = entry.isClosed || isSettled == true
    isOverdue = !isOver && due.map { $0 < day } == true
    sequences = Set(definition.fields.compactMap { entry.value($0)?.sequence }).sorted()
  }
}

/// Values of registers in words.
public enum RegisterWords {
  /// A kept value in words: "14 June 2017", "£1,250,000", the name of an organisation.
  public static func text(_ value: String, _ field: RegisterField, _ plan: RegisterPlan) -> String {
    if value.isEmpty { return "" }
    switch field.kind {
    case .text, .choice: return value
    case .day: return CivilDay(value)?.text ?? value
    case .money: return pounds(value)
    case .number: return grouped(value)
    case .organisation, .workstream: return plan.name(value, field.kind)
    case .yesNo: return value == "yes" ? "Yes" : "No"
    }
  }

  /// Pounds, with pence only where there are some: "£1,250,000", "−£12.50".
  public static func pounds(_ value: String) -> String {
    let isNegative = value.hasPrefix("-")
    let plain = isNegative ? String(value.dropFirst()) : value
    var shown = grouped(plain)
    let pence = shown.split(separator: ".").dropFirst().first?.count ?? 0
    if pence == 1 { shown += "0" }
    return (isNegative ? "\u{2212}£" : "£") + shown
  }

  /// Pounds of a sum.
  public static func pounds(_ value: Double) -> String {
    pounds("\(Decimal((value * 100).rounded()) / 100)")
  }

  /// Digits with commas between thousands.
  static func grouped(_ value: String) -> String {
    let parts = value.split(separator: ".", omittingEmptySubsequences: false)
    let sign = value.hasPrefix("-") ? "\u{2212}" : ""
    var whole = String(parts[0].drop { $0 == "-" })
    var groups: [String] = []
    while whole.count > 3 {
      groups.insert(String(whole.suffix(3)), at: 0)
      whole.removeLast(3)
    }
    let digits = ([whole] + groups).joined(separator: ",")
    return sign + digits + (parts.count > 1 ? "." + parts[1] : "")
  }
}
