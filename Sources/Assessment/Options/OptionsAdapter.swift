// SPDX-License-Identifier: Apache-2.0

import PlanPackage

/// Maps a plan's tables of places and services to the engines, and their results to facts.
enum OptionsAdapter {
  /// Reads every service, adds the facts of its named configurations, and says what was found.
  ///
  /// - Throws: `PlanError` with everything that keeps a service from being worked out.
  static func run(_ plan: Plan, _ values: inout Values) throws(PlanError) -> [OptionsFindings] {
    guard !plan.services.isEmpty else { return [] }
    let models = try ServiceReading.models(plan, values)
    var findings: [OptionsFindings] = []
    for model in models {
      let elimination = Elimination(model, plan)
      OptionsFacts(plan: plan, model: model).write(elimination, into: &values)
      let appraisal = try AppraisalReading.appraisal(plan, values, model, elimination)
      let hasCriteria = plan.criteria.contains { $0.service == model.service.id }
      findings.append(
        OptionsFindings(
          model: model, elimination: elimination, appraisal: appraisal, hasCriteria: hasCriteria))
    }
    return findings
  }
}

/// What was found about one service.
public struct OptionsFindings: Sendable {
  /// The service, by which any set of sites can be worked out.
  public let model: ServiceModel
  /// What became of every set; nil without hurdles or with too many candidates to list.
  public let elimination: Elimination?
  /// The shortlist weighed; nil without criteria or with fewer than two options.
  public let appraisal: ServiceAppraisal?
  /// Whether the plan has criteria for the service.
  public let hasCriteria: Bool
}
