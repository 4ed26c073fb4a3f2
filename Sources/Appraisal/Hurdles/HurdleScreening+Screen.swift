// SPDX-License-Identifier: Apache-2.0

extension HurdleScreening {
  /// Takes options through hurdles.
  /// - Parameters:
  ///   - options: the long list.
  ///   - stages: the hurdles, in the order in which they are applied.
  ///   - verdicts: what was found, in any order; an option needs none after it has failed.
  /// - Throws: every mistake found, ``AppraisalError/missingVerdict(_:_:)`` among them.
  /// - Complexity: O(options x hurdles²).
  public init(
    options: [Option], stages: [HurdleStage], verdicts: [Verdict]
  ) throws(AppraisalErrors) {
    let table = try VerdictTable(options: options, stages: stages, verdicts: verdicts)
    let screened = options.map { table.screened($0.id, stages) }
    self.options = screened
    self.stages = Self.outcomes(stages, screened)
    hurdles = table.hurdles.map { hurdle in
      let failing = screened.filter { $0.failed.contains(hurdle) }
      let onlyThis = failing.filter { $0.failed.count == 1 }
      return DecidingHurdle(
        hurdle: hurdle, failedBy: failing.map(\.option),
        bringsBack: onlyThis.filter(\.notAssessed.isEmpty).map(\.option),
        couldBringBack: onlyThis.filter { !$0.notAssessed.isEmpty }.map(\.option))
    }
  }

  private static func outcomes(
    _ stages: [HurdleStage], _ options: [ScreenedOption]
  ) -> [StageOutcome] {
    var left = options
    return stages.map { stage in
      let counts = stage.hurdles.map { hurdle in
        let entering = left.count
        let removed = left.filter { $0.removedBy == hurdle.id }.map(\.option)
        left.removeAll { $0.removedBy == hurdle.id }
        return HurdleCount(hurdle: hurdle.id, entering: entering, removes: removed)
      }
      return StageOutcome(stage: stage.id, hurdles: counts, remaining: left.map(\.option))
    }
  }
}

/// The findings for all options and hurdles.
private struct VerdictTable {
  /// All hurdles, in the order in which they are applied.
  let hurdles: [HurdleID]
  private var findings: [OptionID: [HurdleID: Verdict.Finding]] = [:]

  init(
    options: [Option], stages: [HurdleStage], verdicts: [Verdict]
  ) throws(AppraisalErrors) {
    hurdles = stages.flatMap(\.hurdles).map(\.id)
    var mistakes = MistakeList()
    mistakes.report(.noOptions, unless: !options.isEmpty)
    mistakes.report(.noHurdles, unless: !hurdles.isEmpty)
    mistakes.requireIdentifiers(options.map(\.id), of: "option") { .duplicateOption($0) }
    mistakes.requireIdentifiers(stages.map(\.id), of: "stage") { .duplicateStage($0) }
    mistakes.requireIdentifiers(hurdles, of: "hurdle") { .duplicateHurdle($0) }
    let known = (options: Set(options.map(\.id)), hurdles: Set(hurdles))
    for verdict in verdicts {
      mistakes.report(
        .unknownOption(verdict.option), unless: known.options.contains(verdict.option))
      mistakes.report(
        .unknownHurdle(verdict.hurdle), unless: known.hurdles.contains(verdict.hurdle))
      let earlier = findings[verdict.option, default: [:]]
        .updateValue(verdict.finding, forKey: verdict.hurdle)
      mistakes.report(.duplicateVerdict(verdict.option, verdict.hurdle), unless: earlier == nil)
    }
    for option in options {
      if let hurdle = firstMissing(option.id) {
        mistakes.report(.missingVerdict(option.id, hurdle))
      }
    }
    try mistakes.throwIfAny()
  }

  func screened(_ option: OptionID, _ stages: [HurdleStage]) -> ScreenedOption {
    let found = findings[option, default: [:]]
    let failed = hurdles.filter { found[$0] == .fails }
    let stage = stages.first { $0.hurdles.contains { $0.id == failed.first } }
    return ScreenedOption(
      option: option, removedBy: failed.first, removedIn: stage?.id, failed: failed,
      waived: hurdles.filter { found[$0] == .waived },
      notAssessed: hurdles.filter { found[$0] == nil })
  }

  /// The first hurdle that an option reaches without a verdict.
  private func firstMissing(_ option: OptionID) -> HurdleID? {
    let found = findings[option, default: [:]]
    for hurdle in hurdles {
      guard let finding = found[hurdle] else { return hurdle }
      if finding == .fails { return nil }
    }
    return nil
  }
}
