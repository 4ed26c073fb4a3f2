// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Assessment
import PlanPackage

/// A service of a plan, and by which journeys and years to look at it.
struct ServiceArgument: ParsableArguments {
  @OptionGroup var plan: PlanArgument
  @Argument(help: "The service, by its id in options/services.csv.")
  var service: String
  @OptionGroup var scenario: ScenarioOption

  /// The service worked out.
  ///
  /// - Throws: `PlanError` when the plan has no such service.
  func findings() throws -> OptionsFindings {
    let assessment = try Assessment(plan.reader(), scenario: scenario.scenario)
    if let found = assessment.options.first(where: { $0.model.service.id == service }) {
      return found
    }
    let known = assessment.options.map(\.model.service.id)
    throw PlanError([
      Violation(
        file: "options/services.csv", found: "no service “\(service)”",
        expected: known.isEmpty ? "a plan with services" : known.joined(separator: ", "),
        advice: known.isEmpty ? "Add it to the plan." : "Choose one of these.")
    ])
  }
}

/// By which journeys and years to look at a service.
struct BasisOption: ParsableArguments {
  @Option(help: "The set of journey times, by its id in geography/travel.csv.")
  var travel: String?
  @Option(help: "The series of demand, such as 2015-17.")
  var series: String?

  /// The two, checked against what the service has.
  ///
  /// - Throws: `PlanError` when the service has no such set or series.
  func checked(_ model: ServiceModel) throws -> (journeys: String, series: String) {
    let journeys = model.journeys.map(\.row.id)
    let travel = travel ?? model.service.travel
    guard journeys.contains(travel) else {
      throw PlanError([
        Violation(
          file: "geography/travel.csv", found: "no set “\(travel)” with every candidate",
          expected: journeys.joined(separator: ", "), advice: "Choose one of these.")
      ])
    }
    let series = series ?? model.service.series
    guard model.series.contains(series) else {
      throw PlanError([
        Violation(
          file: "geography/demand.csv", found: "no series “\(series)”",
          expected: model.series.joined(separator: ", "), advice: "Choose one of these.")
      ])
    }
    return (travel, series)
  }
}
