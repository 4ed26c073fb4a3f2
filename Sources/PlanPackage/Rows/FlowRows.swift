// SPDX-License-Identifier: Apache-2.0

public import Facts

/// The rows of a plan about patient flow, of all models together.
public struct FlowRows: Sendable {
  /// What each model asks and how it is run.
  public let models: [FlowModelRow]
  /// Kinds of patient.
  public let classes: [FlowClassRow]
  /// Where patients are cared for or wait.
  public let units: [FlowUnitRow]
  /// Beds of each unit.
  public let beds: [FlowBedsRow]
  /// Beds that open or close on a day.
  public let bedChanges: [FlowBedChangeRow]
  /// Beds that are opened under pressure.
  public let escalation: [FlowEscalationRow]
  /// Patients who come from outside.
  public let arrivals: [FlowArrivalsRow]
  /// How arrivals differ over time.
  public let profiles: [FlowProfileRow]
  /// How long things take.
  public let stays: [FlowStayRow]
  /// Where patients go.
  public let routes: [FlowRouteRow]
  /// Who is there when a run begins.
  public let census: [FlowCensusRow]
  /// Questions of the kind “what if?”.
  public let variants: [FlowVariantRow]

  private let tables: [String: Table]

  init(_ all: [String: Table]) {
    let names = Set(FlowTables.all.map(\.name))
    let tables = all.filter { names.contains($0.key) }
    func rows(_ name: String) -> [Row] { tables["flow-\(name)"]?.rows ?? [] }
    self.tables = tables
    models = rows("models").compactMap(FlowModelRow.init)
    classes = rows("classes").map(FlowClassRow.init)
    units = rows("units").map(FlowUnitRow.init)
    beds = rows("beds").map(FlowBedsRow.init)
    bedChanges = rows("bed-changes").compactMap(FlowBedChangeRow.init)
    escalation = rows("escalation").compactMap(FlowEscalationRow.init)
    arrivals = rows("arrivals").map(FlowArrivalsRow.init)
    profiles = rows("profiles").compactMap(FlowProfileRow.init)
    stays = rows("stays").map(FlowStayRow.init)
    routes = rows("routes").compactMap(FlowRouteRow.init)
    census = rows("census").map(FlowCensusRow.init)
    variants = rows("variants").map(FlowVariantRow.init)
  }

  /// The rows with the changes of a variant made, checked against their schemas again.
  ///
  /// - Throws: `PlanError` with every change that names no cell or puts something wrong into one.
  public func applying(_ variant: FlowVariantRow) throws(PlanError) -> FlowRows {
    var tables = tables
    var violations: [Violation] = []
    for change in tables["flow-variant-changes"]?.rows ?? []
    where change["model"] == variant.model && change["variant"] == variant.id {
      FlowVariantChange(change).apply(to: &tables, &violations)
    }
    guard violations.isEmpty else { throw PlanError(violations) }
    return FlowRows(tables)
  }

  /// Changes of variants that are not there.
  public var strayChanges: [Violation] {
    let known = Set(variants.map { [$0.model, $0.id] })
    let names = variants.map(\.id)
    return (tables["flow-variant-changes"]?.rows ?? []).compactMap { row in
      guard !known.contains([row["model"], row["variant"]]) else { return nil }
      return Violation(
        file: FlowTables.variantChanges.path, row: row.number, column: "variant",
        found: "“\(row["variant"])”", expected: "a variant of the model “\(row["model"])”",
        advice: nearest(to: row["variant"], in: names).map { "Did you mean “\($0)”?" }
          ?? "Add it to flow/variants.csv, or correct it here.")
    }
  }
}

/// A row of `flow/variant_changes.csv`.
private struct FlowVariantChange {
  let row: Row

  init(_ row: Row) { self.row = row }

  func apply(to tables: inout [String: Table], _ violations: inout [Violation]) {
    let path = "flow/\(row["table"]).csv"
    guard let schema = PlanTables.schema(path), let table = tables[schema.name] else {
      return violations.append(
        wrong("table", row["table"], "a table of the plan", "The plan has no \(path)."))
    }
    let key = row["row"].isEmpty ? row["model"] : "\(row["model"])/\(row["row"])"
    let keys = table.rows.map { row in
      schema.primaryKey.map { row[$0] }.joined(separator: "/")
    }
    guard let index = keys.firstIndex(of: key) else {
      return violations.append(
        wrong(
          "row", row["row"], "the key of a row of \(path)",
          "The key is \(schema.primaryKey.joined(separator: "/")), without the model."))
    }
    let fixed = Set(schema.primaryKey)
    guard let field = schema.field(row["column"]), !fixed.contains(field.name) else {
      let columns = schema.fields.map(\.name).filter { !fixed.contains($0) }
      return violations.append(
        wrong(
          "column", row["column"], "a column of \(path) that is not part of its key",
          nearest(to: row["column"], in: columns).map { "Did you mean “\($0)”?" }
            ?? "Choose one of \(columns.joined(separator: ", "))."))
    }
    if let problem = field.problem(in: row["value"]) {
      return violations.append(wrong("value", row["value"], problem.expected, problem.advice))
    }
    tables[schema.name]?.rows[index].set(field.name, to: row["value"])
  }

  private func wrong(
    _ column: String, _ found: String, _ expected: String, _ advice: String
  ) -> Violation {
    Violation(
      file: FlowTables.variantChanges.path, row: row.number, column: column,
      found: found.isEmpty ? "an empty cell" : "“\(found)”", expected: expected, advice: advice)
  }
}

/// Where a parameter of a model comes from, and how sure it is.
public struct FlowOrigin: Sendable, Equatable {
  /// published, derived, estimate, assumption or synthetic.
  public let basis: String
  /// The id of the source.
  public let source: String
  /// Anything a reader should know.
  public let note: String

  init(_ row: Row) {
    basis = row["basis"]
    source = row["source"]
    note = row["note"]
  }
}

extension Row {
  /// The text of a cell, or nil when it is empty.
  func name(_ column: String) -> String? { self[column].isEmpty ? nil : self[column] }
}

/// What a model asks and how it is run.
public struct FlowModelRow: Sendable {
  /// Permanent name.
  public let id: String
  /// Name in plain English.
  public let title: String
  /// What it answers.
  public let question: String
  /// terminating or steady.
  public let kind: String
  /// How patients go through it.
  public let overview: String
  /// What it leaves out.
  public let limits: String
  /// The day on which a run begins; nil for a model without dates.
  public let firstDay: Day?
  /// Days that are run first and not counted.
  public let warmUpDays: Double
  /// Days that are counted.
  public let days: Double
  /// The hour at which beds are counted each day.
  public let auditHour: Double
  /// Runs go on until half-widths are this share of means.
  public let precision: Double
  /// The number of runs at which it stops all the same.
  public let mostRuns: Int
  /// Measures that have to be so sure.
  public let deciding: [String]
  /// Anything a reader should know.
  public let note: String
  /// The row of the table, with the header as row 1.
  public let row: Int

  init?(_ row: Row) {
    guard let warmUp = Double(row["warm_up_days"]), let days = Double(row["days"]),
      let hour = Double(row["audit_hour"]), let precision = Double(row["precision"]),
      let most = Int(row["most_runs"])
    else { return nil }
    id = row["id"]
    title = row["title"]
    question = row["question"]
    kind = row["kind"]
    overview = row["overview"]
    limits = row["limits"]
    firstDay = Day(iso: row["first_day"])
    warmUpDays = warmUp
    self.days = days
    auditHour = hour
    self.precision = precision
    mostRuns = most
    deciding = row.list("deciding")
    note = row["note"]
    self.row = row.number
  }
}

/// A kind of patient.
public struct FlowClassRow: Sendable {
  /// The model.
  public let model: String
  /// Permanent name within the model.
  public let id: String
  /// Name in plain English.
  public let name: String
  /// Who goes first: the lower number.
  public let priority: Int
  /// The stay that somebody waits before going away; nil for ever.
  public let patience: String?
  /// The queue that is not joined any more; nil for none.
  public let balksAtQueue: Int?
  /// Called off at so few free beds; nil for never.
  public let cancelledAtFreeBeds: Int?
  /// Days until called-off patients come again; nil for never.
  public let rebookedAfterDays: Double?
  /// Where it comes from.
  public let origin: FlowOrigin
  /// The row of the table, with the header as row 1.
  public let row: Int

  init(_ row: Row) {
    model = row["model"]
    id = row["id"]
    name = row["name"]
    priority = Int(row["priority"]) ?? 0
    patience = row.name("patience")
    balksAtQueue = Int(row["balks_at_queue"])
    cancelledAtFreeBeds = Int(row["cancelled_at_free_beds"])
    rebookedAfterDays = Double(row["rebooked_after_days"])
    origin = FlowOrigin(row)
    self.row = row.number
  }
}

/// A unit where patients are cared for or wait.
public struct FlowUnitRow: Sendable {
  /// The model.
  public let model: String
  /// Permanent name within the model.
  public let id: String
  /// Name in plain English.
  public let name: String
  /// beds, visits or unlimited.
  public let kind: String
  /// first-come or priority.
  public let order: String
  /// Whether people from outside go elsewhere when it is full; otherwise they wait.
  public let turnsAway: Bool
  /// The longest queue from outside; nil for no limit.
  public let queueLimit: Int?
  /// Visits a day at first, the mean.
  public let firstVisits: Double?
  /// Its standard deviation.
  public let firstDeviation: Double?
  /// Visits a day at last, the mean.
  public let lastVisits: Double?
  /// Its standard deviation.
  public let lastDeviation: Double?
  /// Whether who needs fewer visits may start before who waits longer.
  public let overtaking: Bool
  /// Where it comes from.
  public let origin: FlowOrigin
  /// The row of the table, with the header as row 1.
  public let row: Int

  init(_ row: Row) {
    model = row["model"]
    id = row["id"]
    name = row["name"]
    kind = row["kind"]
    order = row.name("order") ?? "first-come"
    turnsAway = row["when_full"] == "elsewhere"
    queueLimit = Int(row["queue_limit"])
    firstVisits = Double(row["first_visits"])
    firstDeviation = Double(row["first_deviation"])
    lastVisits = Double(row["last_visits"])
    lastDeviation = Double(row["last_deviation"])
    overtaking = row["overtaking"] != "no"
    origin = FlowOrigin(row)
    self.row = row.number
  }
}

/// A group of beds of a unit, or its visits.
public struct FlowBedsRow: Sendable {
  /// The model.
  public let model: String
  /// The unit.
  public let unit: String
  /// Permanent name within the unit.
  public let id: String
  /// Who may use them; empty for everybody.
  public let classes: [String]
  /// Beds staffed, or visits a day.
  public let beds: Int?
  /// The fact that says how many.
  public let fact: String?
  /// Numbers by weekday, Monday first; empty when all days are alike.
  public let byWeekday: [Double]
  /// Where it comes from.
  public let origin: FlowOrigin
  /// The row of the table, with the header as row 1.
  public let row: Int

  init(_ row: Row) {
    model = row["model"]
    unit = row["unit"]
    id = row["id"]
    classes = row.list("classes")
    beds = Int(row["beds"])
    fact = row.name("fact")
    byWeekday = row.list("by_weekday").compactMap(Double.init)
    origin = FlowOrigin(row)
    self.row = row.number
  }
}

/// Beds that open or close on a day.
public struct FlowBedChangeRow: Sendable {
  /// The model.
  public let model: String
  /// The unit.
  public let unit: String
  /// The group of beds.
  public let group: String
  /// The first day.
  public let from: Day
  /// The day on which it ends; nil when it stays.
  public let until: Day?
  /// Beds more, or fewer when below 0.
  public let change: Int
  /// Why.
  public let reason: String
  /// Where it comes from.
  public let origin: FlowOrigin
  /// The row of the table, with the header as row 1.
  public let row: Int

  init?(_ row: Row) {
    guard let from = Day(iso: row["from"]), let change = Int(row["change"]) else { return nil }
    self.from = from
    self.change = change
    model = row["model"]
    unit = row["unit"]
    group = row["group"]
    until = Day(iso: row["until"])
    reason = row["reason"]
    origin = FlowOrigin(row)
    self.row = row.number
  }
}
