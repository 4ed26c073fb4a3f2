// SPDX-License-Identifier: Apache-2.0

import Facts
import Foundation
public import PlanPackage

extension PlanLock {
  /// Works a plan out, as it stands and under each scenario, and records the result.
  ///
  /// - Throws: `PlanError` when the plan cannot be worked out.
  public init(_ reader: PlanReader) throws {
    let central = try Assessment(reader)
    var outputs = ["central": sha256(try AssessmentDocument(central).json())]
    for scenario in central.plan.scenarios {
      let assessment = try Assessment(reader, scenario: scenario.id)
      outputs[scenario.id] = sha256(try AssessmentDocument(assessment).json())
    }
    let inputs = Dictionary(
      central.plan.files.map { ($0.path, sha256($0.bytes)) },
      uniquingKeysWith: { first, _ in first })
    let figures = Dictionary(
      central.graph.facts.map { ($0.id.rawValue, $0.figureText) },
      uniquingKeysWith: { first, _ in first })
    self.init(
      engine: WealdVersion.current, seed: 0, inputs: inputs, outputs: outputs, figures: figures)
  }
}
