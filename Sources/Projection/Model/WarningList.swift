// SPDX-License-Identifier: Apache-2.0

import Costing
import Facts
import PlanPackage
import Sampling

/// What a reader of results has to know, gathered from every part of a plan.
struct WarningList {
  private(set) var all: [ProjectionWarning] = []

  init(
    _ draft: ProjectionDraft, _ evidence: EvidenceBook, _ graph: FactGraph,
    _ inputs: [ProjectionInput]
  ) {
    addEvidence(evidence, graph, inputs)
    addCapacity(draft)
    addEdges(draft)
    addMoney(draft)
    addPublished(draft.plan, graph)
    addSynthetic(draft)
    for row in draft.idleCorrelations {
      add(
        .unchecked,
        "“\(row.first)” and “\(row.second)” are said to go together, and the projection does not "
          + "use both: the correlation changes nothing.", "demand/correlations.csv", row.row)
    }
  }

  private mutating func add(
    _ kind: ProjectionWarning.Kind, _ text: String, _ file: String, _ row: Int?,
    input: String? = nil, measures: [String] = []
  ) {
    all.append(
      ProjectionWarning(
        kind: kind, text: text, input: input, measures: measures, file: file, row: row))
  }

  private mutating func addPublished(_ plan: Plan, _ graph: FactGraph) {
    guard let stack = PublishedStack.stack(plan, graph) else { return }
    func money(_ amount: Double) -> String { "£\(amount.plain) million" }
    add(
      .published,
      "Documents state a gap of \(money(stack.gap)) and savings of \(money(stack.explained)) "
        + "against it, which leaves \(money(stack.unexplained)) unexplained. The gap here is "
        + "worked out anew, and not all cost follows activity, so that the two differ.",
      "finance/schemes.csv", nil, measures: ["gap.system"])
  }

  private mutating func addEvidence(
    _ evidence: EvidenceBook, _ graph: FactGraph, _ inputs: [ProjectionInput]
  ) {
    for claim in evidence.claims {
      guard let id = FactID(claim), let fact = graph[id] else { continue }
      let input = inputs.first { $0.id == claim }
      let claimed = EvidenceClaim(
        label: fact.label, value: fact.quantity.value.asDouble, unit: fact.quantity.unit.name,
        ranges: evidence.ranges(claim).map {
          .init(label: $0.label, low: $0.low, high: $0.high, strength: $0.strength)
        })
      guard let text = claimed.warning else { continue }
      add(
        .outsideEvidence, text, "demand/evidence.csv", evidence.row(claim), input: claim,
        measures: input?.measures ?? [])
    }
  }

  private mutating func addCapacity(_ draft: ProjectionDraft) {
    let resources = draft.plan.projection.resources
    let unknown = draft.measures.filter {
      [.beds, .staff, .requirement].contains($0.family) && $0.available == nil
    }
    for measure in unknown {
      let row = resources.first { measure.id.hasSuffix("." + $0.id) }?.row
      add(
        .unknownCapacity,
        "\(measure.label): how many \(measure.unit) there are is not known, so no shortage can "
          + "be told.", "capacity/resources.csv", row, measures: [measure.id])
    }
  }

  /// Normal distributions of which a noticeable part is beyond what is possible.
  private mutating func addEdges(_ draft: ProjectionDraft) {
    for entry in draft.registry.entries where !entry.input.distribution.isFixed {
      let low = entry.input.distribution.quantile(0.01)
      let high = entry.input.distribution.quantile(0.99)
      guard low < entry.limits.lowerBound || high > entry.limits.upperBound else { continue }
      add(
        .heldAtEdge,
        "“\(entry.row.label)”: some draws are beyond what is possible, "
          + "\(entry.limits.lowerBound.plain) to \(entry.limits.upperBound.plain), and are held at "
          + "its edge.", "assumptions.csv", entry.row.row, input: entry.input.id)
    }
  }

  private mutating func addMoney(_ draft: ProjectionDraft) {
    for finding in draft.costFindings {
      switch finding {
      case .transferMismatch(let mismatch):
        let row = draft.plan.lines.first {
          (mismatch.costLines + mismatch.incomeLines).contains($0.id)
        }
        add(.transferMismatch, "\(finding).".capitalised, "finance/lines.csv", row?.row)
      case .useOfDemandSaving(let use, _):
        let row = draft.plan.projection.usesOfSavings.first { $0.id == use }
        add(.unchecked, "\(finding).".capitalised, "finance/uses_of_savings.csv", row?.row)
      }
    }
  }

  private mutating func addSynthetic(_ draft: ProjectionDraft) {
    let made = draft.measures.filter(\.isSynthetic)
    guard !made.isEmpty else { return }
    add(
      .synthetic,
      "\(made.count) of \(draft.measures.count) measures rest on activity or resources that a "
        + "program made up: they show how a projection reads, and say nothing about real services.",
      "demand/services.csv", nil, measures: made.map(\.id))
  }
}

extension String {
  fileprivate var capitalised: String { prefix(1).uppercased() + dropFirst() }
}
