// SPDX-License-Identifier: Apache-2.0

import Options
import PlanPackage

/// How fast hospitals would have to treat for longer journeys to cost nobody a good outcome.
public enum BreakEven: Equatable, Sendable {
  /// At this time from door to needle both sets do as well; the change is from the plan's own.
  case found(minutes: Double, change: Double)
  /// Not even treatment at the door would make up for the journeys.
  case outOfReach
  /// Its journeys are no disadvantage however long treatment takes.
  case always
}

extension ServiceModel {
  /// The time from door to needle at which one set does as well for residents as another does with
  /// the plan's own time; nil without the parameters.
  ///
  /// By the benefit of treatment that falls with time (Emberson and others, 2014).
  public func breakEvenDoorToNeedle(
    of changed: ConfigurationOutcome, toEqual reference: ConfigurationOutcome
  ) -> BreakEven? {
    guard let before = parameters[.minutesBeforeTravel], let needle = parameters[.doorToNeedle],
      let times = try? CareTimes(onsetToCall: before, callToTravel: 0, doorToNeedle: needle),
      let model = try? ThrombolysisBenefit(), let travel = self.travel(changed),
      let other = self.travel(reference)
    else { return nil }
    switch try? model.breakEvenDoorToNeedle(of: travel, toEqual: other, times: times) {
    case .found(let minutes, let change): return .found(minutes: minutes, change: change)
    case .outOfReach: return .outOfReach
    case .always: return .always
    case nil: return nil
    }
  }

  private func travel(_ outcome: ConfigurationOutcome) -> WeightedDistribution? {
    let residents = outcome.areas.filter(\.area.isInside)
    return try? WeightedDistribution(
      values: residents.map(\.minutes), weights: residents.map(\.cases))
  }
}
