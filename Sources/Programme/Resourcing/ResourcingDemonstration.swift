// SPDX-License-Identifier: Apache-2.0

/// Made-up life of this family, in the two years of a demonstration.
enum ResourcingDemonstration {
  static func steps(_ stage: ProgrammeStage) throws -> [DemonstrationStep] { [] }
}
