// SPDX-License-Identifier: Apache-2.0

import Facts
import PlanPackage
public import Projection

extension Laboratory {
  /// The laboratory of a projection.
  public init(_ model: ProjectionModel) {
    let inputs = LabInputs(model).all
    let bench = LabBench(model, inputs)
    self.init(
      inputs: inputs, synthetic: Self.syntheticWords(model),
      result: { try await bench.result($0) }, comparison: { try await bench.comparison($0) },
      rows: { try await bench.rows($0) })
  }

  /// A laboratory of a plan that has a mistake; its pages say what it is.
  public init(fault: String) {
    struct Closed: Error {}
    self.init(
      inputs: [], fault: fault, result: { _ in throw Closed() },
      comparison: { _ in throw Closed() }, rows: { _ in throw Closed() })
  }

  private static func syntheticWords(_ model: ProjectionModel) -> String? {
    let warnings = model.warnings.filter { $0.kind == .synthetic }.map(\.text)
    if !warnings.isEmpty { return warnings.joined(separator: " ") }
    guard model.measures.contains(where: \.isSynthetic) else { return nil }
    return "The activity behind these figures is made up by a program. No hospital reported it."
  }
}

/// The assumptions of a projection as the lab shows them.
struct LabInputs {
  let model: ProjectionModel
  /// The heading of each assumption by its id.
  private let groups: [String: String]

  init(_ model: ProjectionModel) {
    self.model = model
    var groups: [String: String] = [:]
    let rows = model.plan.projection
    for factor in rows.factors { groups[factor.value.rawValue] = Self.growth }
    for mitigator in rows.mitigators {
      let title = mitigator.kind == "length-of-stay" ? Self.stay : Self.care
      for id in [mitigator.effect, mitigator.reach].compactMap(\.self)
      where groups[id.rawValue] == nil {
        groups[id.rawValue] = title
      }
    }
    self.groups = groups
  }

  private static let growth = "How need grows"
  private static let care = "Care closer to home"
  private static let stay = "Days in hospital"
  private static let money = "Money and prices"
  private static let order = [growth, care, stay, money]

  /// Those that vary and those that do not, under their headings in a fixed order.
  var all: [LabInput] {
    let made = model.inputs.map(input)
    return Self.order.flatMap { title in made.filter { $0.group == title } }
  }

  private func input(_ input: ProjectionInput) -> LabInput {
    return LabInput(
      id: input.id, label: input.label, unit: input.unit,
      group: groups[input.id] ?? Self.money, low: input.low, central: input.central,
      high: input.high, shape: Self.shape(input.distribution), why: input.why,
      isSynthetic: false,
      evidence: input.evidence.map {
        .init(
          label: $0.label, low: $0.low, high: $0.high, strength: $0.strength, source: $0.source)
      })
  }

  private static func shape(_ distribution: AssumptionRow.Distribution) -> String {
    switch distribution {
    case .uniform: "every value between is as likely"
    case .triangular: "the middle is likeliest"
    case .normal, .interval: "8 of 10 runs are in that range"
    case .fixed: ""
    }
  }
}
