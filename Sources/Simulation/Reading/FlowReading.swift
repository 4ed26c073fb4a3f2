// SPDX-License-Identifier: Apache-2.0

public import Assessment
import Facts
import PatientFlow
public import PlanPackage
import Projection

/// Reads the models of patient flow that a plan describes, each with its variants.
///
/// ```swift
/// let reading = try FlowReading(Assessment(PlanReader(folder: path)))
/// let model = reading.model("discharge", variant: "ten-beds")
/// ```
public struct FlowReading: Sendable {
  /// The models as they stand, in the order of the table.
  public let models: [FlowModel]
  private let changed: [Key: FlowModel]

  private struct Key: Hashable {
    let model: String
    let variant: String
  }

  /// Reads the models of an assessed plan, under the scenario of its assessment, and their variants.
  ///
  /// - Throws: `PlanError` with everything that is wrong at once, each with file, row and column.
  public init(_ assessment: Assessment) throws(PlanError) {
    let rows = assessment.plan.flow
    var violations = ViolationList()
    rows.strayChanges.forEach { violations.add($0) }
    Self.checkModels(rows, &violations)
    var models: [FlowModel] = []
    for row in rows.models {
      let draft = FlowDraft(FlowModelRows(row, of: rows), assessment.graph, nil, &violations)
      if let model = draft.model { models.append(model) }
    }
    // What is wrong with a model itself need not be said for every variant again.
    try violations.throwIfAny()
    self.models = models
    changed = Self.variants(rows, assessment.graph, &violations)
    try violations.throwIfAny()
  }

  /// Whether a plan has a model of patient flow.
  public static func exists(in plan: Plan) -> Bool { !plan.flow.models.isEmpty }

  /// A model, or a variant of it; nil when there is none of that name.
  public func model(_ id: String, variant: String? = nil) -> FlowModel? {
    guard let variant else { return models.first { $0.id == id } }
    return changed[Key(model: id, variant: variant)]
  }

  private static func variants(
    _ rows: FlowRows, _ graph: FactGraph, _ violations: inout ViolationList
  ) -> [Key: FlowModel] {
    var changed: [Key: FlowModel] = [:]
    for variant in rows.variants {
      do {
        let applied = try rows.applying(variant)
        guard let row = applied.models.first(where: { $0.id == variant.model }) else { continue }
        let draft = FlowDraft(FlowModelRows(row, of: applied), graph, variant, &violations)
        changed[Key(model: variant.model, variant: variant.id)] = draft.model
      } catch {
        error.violations.forEach { violations.add($0) }
      }
    }
    return changed
  }

  /// Without units or arrivals there is nothing to run.
  private static func checkModels(_ rows: FlowRows, _ violations: inout ViolationList) {
    for row in rows.models {
      if !rows.units.contains(where: { $0.model == row.id }) {
        violations.add(
          FlowModelRows.File.models, row.row, "id", found: "a model without units",
          expected: "a row in flow/units.csv", advice: "Say where its patients are cared for.")
      }
      if !rows.arrivals.contains(where: { $0.model == row.id }) {
        violations.add(
          FlowModelRows.File.models, row.row, "id", found: "a model without arrivals",
          expected: "a row in flow/arrivals.csv", advice: "Say who comes.")
      }
    }
  }
}

/// A model on its way: everything is read and every mistake gathered before any is thrown.
private struct FlowDraft {
  private(set) var model: FlowModel?

  init(
    _ rows: FlowModelRows, _ graph: FactGraph, _ variant: FlowVariantRow?,
    _ violations: inout ViolationList
  ) {
    var mine = ViolationList()
    let reading = NetworkReading(rows, FlowNames(rows, graph), &mine)
    let deciding = Self.measures(rows, &mine)
    let horizon = Self.horizon(rows.model)
    if mine.all.isEmpty {
      do throws(FlowProblems) {
        _ = try FlowPlan(reading.network, horizon: horizon)
      } catch {
        for problem in error.all { mine.add(reading.violation(problem)) }
      }
    }
    mine.all.forEach { violations.add($0) }
    guard mine.all.isEmpty else { return }
    let row = rows.model
    model = FlowModel(
      id: row.id, title: row.title, question: row.question,
      kind: FlowModel.Kind(rawValue: row.kind) ?? .terminating, network: reading.network,
      horizon: horizon, firstDay: row.firstDay?.iso ?? "", precision: row.precision,
      mostReplications: row.mostRuns, deciding: deciding,
      parameters: ParameterList(rows, graph).all, notes: row.note.isEmpty ? [] : [row.note],
      variants: rows.variants.map(FlowVariant.init), variant: variant.map(FlowVariant.init),
      overview: row.overview, limits: row.limits)
  }

  private static func horizon(_ row: FlowModelRow) -> FlowHorizon {
    FlowHorizon(
      warmUp: row.warmUpDays, length: row.days, auditTime: row.auditHour / 24,
      firstWeekday: row.firstDay.map { (($0.number + 3) % 7 + 7) % 7 } ?? 0)
  }

  private static func measures(
    _ rows: FlowModelRows, _ violations: inout ViolationList
  ) -> [FlowMeasure] {
    let units = Set(rows.units.map(\.id))
    return rows.model.deciding.compactMap { text in
      if let measure = FlowMeasure(text), units.contains(measure.unit) { return measure }
      let known = rows.units.flatMap { unit in
        FlowMeasure.Quantity.allCases.map { FlowMeasure(unit.id, $0).description }
      }
      violations.add(
        FlowModelRows.File.models, rows.model.row, "deciding", found: "“\(text)”",
        expected: "a unit and what is measured of it, such as acute.occupied",
        advice: nearest(to: text, in: known).map { "Did you mean “\($0)”?" }
          ?? "Measures are \(FlowMeasure.Quantity.allCases.map(\.rawValue).joined(separator: ", "))."
      )
      return nil
    }
  }
}

extension FlowVariant {
  fileprivate init(_ row: FlowVariantRow) {
    self.init(id: row.id, title: row.title, reason: row.reason)
  }
}
