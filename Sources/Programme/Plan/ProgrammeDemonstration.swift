// SPDX-License-Identifier: Apache-2.0

public import Engagement

/// A whole made-up programme: what every family did, in the order of time.
public enum ProgrammeDemonstration {
  /// The first day of the two financial years.
  public static let first = CivilDay(number: 16_892)
  /// The last day of the two financial years.
  public static let last = CivilDay(number: 17_621)

  /// Every step of every family, in the order of time.
  ///
  /// - Throws: what the rules of a family throw.
  public static func steps(_ stage: ProgrammeStage) throws -> [DemonstrationStep] {
    let steps = try families.flatMap { try $0(stage) }
    // A stable order: steps of one time keep the order of the families.
    return steps.enumerated()
      .sorted { ($0.element.time, $0.offset) < ($1.element.time, $1.offset) }
      .map(\.element)
  }

  private static let families: [@Sendable (ProgrammeStage) throws -> [DemonstrationStep]] = [
    TimelineDemonstration.steps,
    GatesDemonstration.steps,
    DecisionsDemonstration.steps,
    MeetingsDemonstration.steps,
    SavingsDemonstration.steps,
    BreakGlassDemonstration.steps,
    MeasuresDemonstration.steps,
    ResourcingDemonstration.steps,
    RegistersDemonstration.steps,
    PapersDemonstration.steps,
    LabDemonstration.steps,
  ]
}
